package booking

import (
	"cmp"
	"slices"
	"time"
)

// Next is who is called to a desk next: of those who have checked in and can be
// served there, the one whose turn comes first. It returns ErrUnknown for a
// desk that the office does not have, and ErrNobody if nobody waits for it.
//
// A turn comes at the time of the appointment; of two at the same time, the one who
// arrived first goes first. Those who arrived after their arrival window have
// lost that turn: theirs comes as if their appointment were when they arrived.
func (o *Office) Next(desk DeskID, waiting []Appointment) (Appointment, error) {
	i := o.deskIndex(desk)
	if i < 0 {
		return Appointment{}, ErrUnknown
	}
	mine := slices.DeleteFunc(slices.Clone(waiting), func(a Appointment) bool {
		return a.State != CheckedIn || a.Office != o.ID || !o.Desks[i].Can(a.Skills)
	})
	if len(mine) == 0 {
		return Appointment{}, ErrNobody
	}
	return slices.MinFunc(mine, func(a, b Appointment) int {
		return cmp.Or(o.Policy.turn(a).Compare(o.Policy.turn(b)), a.Arrived.Compare(b.Arrived), cmp.Compare(a.ID, b.ID))
	}), nil
}

// turn is when somebody who has checked in is due to be called.
func (p Policy) turn(a Appointment) time.Time {
	if _, until := p.ArrivalWindow(a); a.Arrived.After(until) {
		return a.Arrived
	}
	return a.Span.Start
}

// Call calls the citizen to a desk, where the appointment is from then on.
func (a Appointment) Call(desk DeskID, now time.Time) (Appointment, error) {
	called, err := a.become(Called, now)
	if err == nil {
		called.Desk, called.CalledAt = desk, now
	}
	return called, err
}

// Uncall takes a call back: the citizen waits again, and keeps their turn. It
// returns ErrOver if nobody was called.
func (a Appointment) Uncall(now time.Time) (Appointment, error) {
	if a.State != Called {
		return a, ErrOver
	}
	a, err := a.become(CheckedIn, now)
	a.CalledAt = time.Time{}
	return a, err
}
