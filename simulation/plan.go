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
	busy   []*booking.Busy
	day    booking.Day

	none    map[string]bool // what nothing is free for any more
	busyNow map[string]bool // what no desk is free for as things stand
}

func newPlan(o *booking.Office, date booking.Date) *plan {
	return &plan{office: o, date: date, day: o.Day(date, nil), none: map[string]bool{}, busyNow: map[string]bool{}}
}

// idle is when a visit can begin at a desk that is free as things stand, of the times
// that suit.
func (p *plan) idle(v *visit, now time.Time, suits func(time.Time) bool) []time.Time {
	if p.busyNow[v.kind] {
		return nil
	}
	starts := p.day.Idle(v.request, now)
	if len(starts) == 0 {
		p.busyNow[v.kind] = true
	}
	return slices.DeleteFunc(starts, func(s time.Time) bool { return !suits(s) })
}

// starts is when a visit can begin, of the times that suit. What had no place at
// all has none until something is given back.
func (p *plan) starts(v *visit, now time.Time, suits func(time.Time) bool) []time.Time {
	if p.none[v.kind] {
		return nil
	}
	starts := p.day.StartsWhere(v.request, now, suits)
	if len(starts) == 0 && len(p.day.Starts(v.request, now)) == 0 {
		p.none[v.kind] = true
	}
	return starts
}

// kindOf names what decides where a visit has a place.
func kindOf(r booking.Request) string {
	kind := r.Length.String() + string(r.Audience)
	for _, s := range r.Skills {
		kind += "," + string(s)
	}
	return kind
}

// seat books a visit at a time, under an ID that no other has. The error is what
// the office answers.
func (p *plan) seat(id booking.AppointmentID, r booking.Request, start, now time.Time) error {
	placement, err := p.day.Place(r, start, now)
	if err != nil {
		return err
	}
	p.day.Swap(placement.Swaps)
	p.enter(booking.Busy{
		ID: id, Claim: id, Desk: placement.Desk, Span: booking.Span{Start: start, End: start.Add(r.Length)},
		Skills: r.Skills, Audience: r.Audience,
	})
	return nil
}

// enter books something after all else.
func (p *plan) enter(b booking.Busy) {
	p.busy = append(p.busy, &b)
	p.day.Book(&b)
	clear(p.busyNow)
}

// free gives the time of a visit back.
func (p *plan) free(id booking.AppointmentID) booking.Busy {
	i := p.index(id)
	gone := *p.busy[i]
	p.busy = slices.Delete(p.busy, i, i+1)
	p.day.Free(id)
	clear(p.none)
	clear(p.busyNow)
	return gone
}

func (p *plan) index(id booking.AppointmentID) int {
	return slices.IndexFunc(p.busy, func(b *booking.Busy) bool { return b.ID == id })
}
