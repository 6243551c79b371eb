package booking

import (
	"cmp"
	"time"
)

// Next is who is called to a desk next at now: of those who have checked in and
// can be served there, the one whose turn comes first. It returns ErrUnknown for a
// desk that the office does not have, and ErrNobody if nobody waits for it.
//
// A turn comes at the time of the appointment; of two at the same time, the one who
// arrived first goes first. Those who arrived after their arrival window have
// lost that turn: theirs comes as if their appointment were when they arrived.
// A ticket's turn is when it was given; which goes first, an appointment or a
// ticket, is the office's [TurnRule]. Who was sent on to this desk goes before all.
func (o *Office) Next(desk DeskID, waiting []Appointment, now time.Time) (Appointment, error) {
	i := o.deskIndex(desk)
	if i < 0 {
		return Appointment{}, ErrUnknown
	}
	first := -1
	for at := range waiting {
		if !o.waitsHere(&waiting[at], i) {
			continue
		}
		if first < 0 || o.Policy.compareTurns(&waiting[at], &waiting[first], now) < 0 {
			first = at
		}
	}
	if first < 0 {
		return Appointment{}, ErrNobody
	}
	return waiting[first], nil
}

// waitsHere tells whether somebody waits to be called to a desk of the office.
func (o *Office) waitsHere(a *Appointment, desk int) bool {
	return a.Office == o.ID && a.waitsFor(&o.Desks[desk])
}

// waitsFor tells whether somebody waits to be called, and to such a desk.
func (a *Appointment) waitsFor(desk *Desk) bool {
	switch {
	case a.State != CheckedIn, !a.Visit.Parked.IsZero():
		return false
	case a.Visit.For != "":
		return a.Visit.For == desk.ID
	}
	return desk.Can(a.Skills)
}

// compareTurns orders those who wait: the one to be called first at now is first.
func (p *Policy) compareTurns(a, b *Appointment, now time.Time) int {
	return cmp.Or(
		cmp.Compare(p.class(a, now), p.class(b, now)), p.turn(a).Compare(p.turn(b)),
		a.Arrived.Compare(b.Arrived), cmp.Compare(a.Ticket, b.Ticket), cmp.Compare(a.ID, b.ID))
}

// class parts those who wait at now: one is called before all of the next.
func (p *Policy) class(a *Appointment, now time.Time) int {
	const (
		sentOn = iota
		due
		ticket
		early
	)
	switch w := &p.WalkIns; {
	case a.Visit.For != "":
		return sentOn
	case w.Rule == InTurn:
		return due
	case a.IsTicket() && (w.Longest == 0 || now.Before(p.turn(a))):
		return ticket
	case now.Before(p.turn(a).Add(-w.Due)):
		return early
	}
	return due
}

// turn is when somebody who has checked in is due to be called.
func (p *Policy) turn(a *Appointment) time.Time {
	if a.IsTicket() {
		if p.WalkIns.Rule == InTurn {
			return a.Arrived
		}
		return a.Arrived.Add(p.WalkIns.Longest)
	}
	if _, until := p.ArrivalWindow(*a); a.Arrived.After(until) {
		return a.Arrived
	}
	return a.Span.Start
}

// Call calls the citizen to a desk, where the appointment is from then on. How
// long somebody was served before counts: it is as if they had been called that
// much earlier.
func (a Appointment) Call(desk DeskID, now time.Time) (Appointment, error) {
	called, err := a.become(Called, now)
	if err == nil {
		called.Desk, called.CalledAt = desk, now.Add(-a.Visit.Served)
		called.Visit.Calls = 1
	}
	return called, err
}

// Uncall takes a call back: the citizen waits again, and keeps their turn. A visit
// that rested before rests again, at no desk. It returns ErrOver if nobody was called.
func (a Appointment) Uncall(now time.Time) (Appointment, error) {
	if a.State != Called {
		return a, ErrOver
	}
	a, err := a.become(CheckedIn, now)
	a.CalledAt, a.Visit.Calls = time.Time{}, 0
	if err == nil && a.Visit.Served > 0 && a.Visit.For == "" {
		a.Visit.Parked, a.Desk = now, ""
	}
	return a, err
}
