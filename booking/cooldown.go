package booking

import (
	"slices"
	"time"
)

// PassOn is how long a time that somebody declined is hidden from the public,
// so that the next person on the list is offered it.
const PassOn = time.Minute

// ReleaseAt is when a time that is given back at now becomes visible to the
// public: at a moment that nobody can predict, so that nobody can pass a time
// on to a friend. Random is any unpredictable number.
func (p Policy) ReleaseAt(now time.Time, random uint64) time.Time {
	delay := p.Release.Least
	if spread := p.Release.Most - p.Release.Least; spread > 0 {
		delay += time.Duration(random % uint64(spread+1)) //nolint:gosec // a spread above 0 fits
	}
	return now.Add(delay)
}

// Freed lists the times that a frees when it is cancelled, or moves to next. A
// time that was not the public's is not listed. If next is cancelled, all of a
// is freed.
func (a Appointment) Freed(next Appointment) []Span {
	switch {
	case a.Audience != Public:
		return nil
	case next.State == Cancelled || next.Office != a.Office || next.Desk != a.Desk:
		return []Span{a.Span}
	}
	return a.Span.without(next.Span)
}

// without is what remains of s outside o.
func (s Span) without(o Span) []Span {
	if !s.Overlaps(o) {
		return []Span{s}
	}
	var left []Span
	if s.Start.Before(o.Start) {
		left = append(left, Span{s.Start, o.Start})
	}
	if o.End.Before(s.End) {
		left = append(left, Span{o.End, s.End})
	}
	return left
}

// addCooldown enters a freed time that is in cooldown.
func (d *Day) addCooldown(o *Busy) {
	d.resting = append(d.resting, o)
	if desk := d.office.deskIndex(o.Desk); desk >= 0 {
		d.desks[desk].cooldown = d.desks[desk].cooldown.or(d.ruler.covering(o.Span))
	}
}

// seenBy is the day as r sees it. For the public a time in cooldown counts as
// taken, and no appointment is moved there for their sake. Staff and the
// waiting list see it at once.
func (d Day) seenBy(r Request) Day {
	if r.Audience == Staff || r.Waits {
		return d
	}
	rests := func(desk deskDay) bool { return !desk.cooldown.empty() }
	if !slices.ContainsFunc(d.desks, rests) {
		return d
	}
	d.desks, d.someIdle = slices.Clone(d.desks), nil
	for i := range d.desks {
		desk := &d.desks[i]
		desk.hidden = desk.cooldown
		desk.busy = desk.busy.or(desk.cooldown)
	}
	return d
}
