package web

import (
	"context"
	"errors"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// What can be answered to an offer.
const (
	acceptWord  = "accept"
	declineWord = "decline"
)

// answer does what a form asks for to which a time is offered. What it does
// not know shows the offer.
func (v visit) answer(ctx context.Context, word string) (view, error) {
	switch word {
	case acceptWord:
		return v.accept(ctx)
	case declineWord:
		return v.decline(ctx)
	case leaveWord:
		return v.askLeave(), nil
	case leaveYes:
		return v.leave(ctx)
	}
	return v.offer(), nil
}

func (v visit) accept(ctx context.Context) (view, error) {
	a, err := v.pages.Letters.AcceptBy(ctx, v.token, v.now)
	switch {
	case errors.Is(err, booking.ErrLimit):
		return v.limited(), nil
	case refused(err), errors.Is(err, booking.ErrOver):
		return v.over(), nil
	case err != nil:
		return view{}, err
	}
	v.letter = dialogs.Letter{Appointment: a, Office: v.letter.Office}
	local := a.Span.Start.In(v.letter.Office.Calendar.Zone)
	card := v.card()
	card.Remark = v.say(locales.Say("offer.accepted", "Day", locales.LongDate(local), "Time", locales.Clock(local)))
	return card, nil
}

func (v visit) decline(ctx context.Context) (view, error) {
	err := v.pages.Letters.DeclineBy(ctx, v.token, v.now)
	switch {
	case refused(err):
		return v.over(), nil
	case err != nil:
		return view{}, err
	}
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.declined")), Text: []string{v.say(locales.Say("offer.declined"))},
		Groups: []group{{Buttons: []button{v.leaving()}}},
	}, nil
}

// offer shows the time that is offered, beside the one that there is. It is kept
// for minutes, so that the answer stands high on the page: what to bring is said
// once it is taken.
func (v visit) offer() view {
	if !v.letter.Open(v.now) {
		return v.over()
	}
	hold := v.letter.Appointment
	s := dialogs.NewSheet(v.letter.Office, hold)
	page := view{
		Lang:  v.lang,
		Title: v.say(locales.Say("offer.title")),
		When:  v.say(s.When),
		Facts: []string{v.say(s.Length)},
		Parts: partsOf(dialogs.Sheet{Matters: s.Matters}, v.lang),
		Text:  v.all(dialogs.OfferTerms(dialogs.Notice{Appointment: hold, Office: v.letter.Office})),
		Ask:   v.say(locales.Say("offer.ask")),
		Groups: []group{{Buttons: []button{
			{acceptWord, v.say(locales.Say("offer.accept")), "main"},
			{declineWord, v.say(locales.Say("offer.decline")), ""},
		}}, {Buttons: []button{v.leaving()}}},
	}
	if hold.Moves() {
		page.Facts = append(page.Facts, v.say(locales.Say("page.from", "When", v.when(v.letter.Old.Span.Start))))
	}
	return page
}

// over says that the time is not to be had any more, and that nothing is lost.
func (v visit) over() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.offer_over")),
		Text:   []string{v.say(locales.Say("page.offer_over.text"))},
		Groups: []group{{Buttons: []button{v.leaving()}}},
	}
}

// limited says that the person has as many appointments as they may.
func (v visit) limited() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.limited")),
		Text: []string{v.say(locales.Say("page.limited.text", "Phone", v.letter.Office.Phone))},
	}
}
