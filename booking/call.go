package booking

import (
	"cmp"
	"slices"
	"time"
)

// Next is who of those waiting is called to a desk next: of those who are there
// and whom the desk can serve, the one whose turn is first. It returns
// ErrUnknown for a desk that the office does not have, and ErrNobody where
// nobody waits for it.
//
// It is the turn of somebody when their appointment is; of two at the same time
// it is that of who came first. Whoever came after their time to arrive was over
// has given that turn up, and is in line as if they had it when they came.
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

// turn is when somebody who is there is to be called.
func (p Policy) turn(a Appointment) time.Time {
	if _, until := p.ArrivalWindow(a); a.Arrived.After(until) {
		return a.Arrived
	}
	return a.Span.Start
}

// Call asks the citizen to a desk, which from then on is the appointment's.
func (a Appointment) Call(desk DeskID, now time.Time) (Appointment, error) {
	called, err := a.become(Called, now)
	if err == nil {
		called.Desk, called.CalledAt = desk, now
	}
	return called, err
}

// Uncall takes a call back: the citizen waits again, as long as before. It
// returns ErrOver where nobody was called.
func (a Appointment) Uncall(now time.Time) (Appointment, error) {
	if a.State != Called {
		return a, ErrOver
	}
	a, err := a.become(CheckedIn, now)
	a.CalledAt = time.Time{}
	return a, err
}
