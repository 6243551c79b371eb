package simulation

import (
	"slices"
	"time"

	"terminbote/booking"
)

// plan is what is booked on one day of an office.
type plan struct {
	office *booking.Office
	date   booking.Date
	busy   []booking.Busy
	day    booking.Day
	stale  bool // day is of what was booked before

	none map[string]bool // what nothing is free for any more
}

func newPlan(o *booking.Office, date booking.Date) *plan {
	return &plan{office: o, date: date, stale: true, none: map[string]bool{}}
}

// now is the day with what is booked on it.
func (p *plan) now() booking.Day {
	if p.stale {
		p.day, p.stale = p.office.Day(p.date, p.busy), false
	}
	return p.day
}

// starts is when a visit can begin. What had no place has none until something is
// given back.
func (p *plan) starts(r booking.Request, now time.Time) []time.Time {
	key := r.Length.String() + string(r.Audience)
	for _, s := range r.Skills {
		key += "," + string(s)
	}
	if p.none[key] {
		return nil
	}
	starts := p.now().Starts(r, now)
	if len(starts) == 0 {
		p.none[key] = true
	}
	return starts
}

// seat books a visit at a time, under an ID that no other has. The error is what
// the office answers.
func (p *plan) seat(id booking.AppointmentID, r booking.Request, start, now time.Time) error {
	placement, err := p.now().Place(r, start, now)
	if err != nil {
		return err
	}
	for _, swap := range placement.Swaps {
		i := p.index(swap.Appointment)
		p.busy[i].Desk = swap.Desk
	}
	p.busy = append(p.busy, booking.Busy{
		ID: id, Claim: id, Desk: placement.Desk, Span: booking.Span{Start: start, End: start.Add(r.Length)},
		Skills: r.Skills, Audience: r.Audience,
	})
	p.stale = true
	return nil
}

// clear gives the time of a visit back.
func (p *plan) free(id booking.AppointmentID) booking.Busy {
	i := p.index(id)
	gone := p.busy[i]
	p.busy, p.stale = slices.Delete(slices.Clone(p.busy), i, i+1), true
	clear(p.none)
	return gone
}

func (p *plan) index(id booking.AppointmentID) int {
	return slices.IndexFunc(p.busy, func(b booking.Busy) bool { return b.ID == id })
}
