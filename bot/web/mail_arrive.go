package web

import (
	"context"
	"errors"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// hereWord says that the holder of the appointment is there.
const hereWord = "here"

// canArrive tells whether it is time to say that one is there.
func (v visit) canArrive() bool {
	a := v.letter.Appointment
	_, err := v.letter.Office.Policy.CheckIn(a, v.now)
	return err == nil && a.State == booking.Confirmed
}

// arrival adds to the card of an appointment what can be said when its time has
// come.
func (v visit) arrival(page view) view {
	switch a := v.letter.Appointment; {
	case a.State == booking.Called:
		page.Text = []string{v.say(dialogs.CallLine(v.letter.Office, a))}
	case v.canArrive():
		here := group{Buttons: []button{{hereWord, v.say(locales.Say("here.choice")), "main"}}}
		page.Groups = append([]group{here}, page.Groups...)
	case a.State == booking.CheckedIn:
		page.Text = []string{v.say(locales.Say("here.known"))}
	}
	return page
}

// arrive welcomes who is there. Where that cannot be said, the card says what can.
func (v visit) arrive(ctx context.Context) (view, error) {
	a, err := v.letters.ArriveBy(ctx, v.token, v.now)
	switch {
	case errors.Is(err, booking.ErrTooSoon), errors.Is(err, booking.ErrOver):
		return v.card(), nil
	case err != nil:
		return view{}, err
	}
	v.letter.Appointment = a
	card := v.card()
	card.Remark = v.say(locales.Say("here.done"))
	return card, nil
}
