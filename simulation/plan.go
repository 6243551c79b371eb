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
}

func newPlan(o *booking.Office, date booking.Date) *plan {
	return &plan{office: o, date: date, stale: true}
}

// now is the day with what is booked on it.
func (p *plan) now() booking.Day {
	if p.stale {
		p.day, p.stale = p.office.Day(p.date, p.busy), false
	}
	return p.day
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
func (p *plan) clear(id booking.AppointmentID) booking.Busy {
	i := p.index(id)
	gone := p.busy[i]
	p.busy, p.stale = slices.Delete(slices.Clone(p.busy), i, i+1), true
	return gone
}

func (p *plan) index(id booking.AppointmentID) int {
	return slices.IndexFunc(p.busy, func(b booking.Busy) bool { return b.ID == id })
}
