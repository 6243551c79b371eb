package booking

import (
	"slices"
	"time"
)

// ArrivalWindow is from when to when the holder of an appointment can say that
// they are there. Who has said that they come later, or was told that the
// office is later, has so much longer.
func (p Policy) ArrivalWindow(a Appointment) (from, until time.Time) {
	return a.Span.Start.Add(-p.Arrive.Before), a.Span.Start.Add(max(a.Late, a.Behind) + p.Arrive.After)
}

// CheckIn checks the holder in who says that they are there. It returns
// ErrTooSoon before the time for that, and ErrOver after it or where the
// appointment is not confirmed. A second time it changes nothing.
func (p Policy) CheckIn(a Appointment, now time.Time) (Appointment, error) {
	from, until := p.ArrivalWindow(a)
	switch {
	case a.State == CheckedIn:
		return a, nil
	case a.State != Confirmed, now.After(until):
		return a, ErrOver
	case now.Before(from):
		return a, ErrTooSoon
	}
	return a.CheckIn(now)
}

// Receive checks in whom staff see before them: at any time of the day, and also
// who counted as missed. It returns ErrTooSoon before that day, and ErrOver
// where there is nothing to come for any more. A second time it changes nothing.
func (o *Office) Receive(a Appointment, now time.Time) (Appointment, error) {
	switch {
	case a.State == CheckedIn:
		return a, nil
	case o.Today(now).Before(o.Today(a.Span.Start)):
		return a, ErrTooSoon
	case o.Today(now) != o.Today(a.Span.Start):
		return a, ErrOver
	}
	return a.CheckIn(now)
}

// Delays is by how much one can say to come later.
var Delays = []time.Duration{5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute}

// Delay records that the holder comes later than agreed, for staff to see. That
// can be said on the day, until the time to arrive is over. It returns
// ErrTooSoon before that day, ErrOver after it, and ErrTooMany for a delay that
// is none of those offered.
func (o *Office) Delay(a Appointment, by time.Duration, now time.Time) (Appointment, error) {
	_, until := o.Policy.ArrivalWindow(a)
	switch {
	case a.State != Confirmed, now.After(until):
		return a, ErrOver
	case !slices.Contains(Delays, by):
		return a, ErrTooMany
	case o.Today(now) != o.Today(a.Span.Start):
		return a, ErrTooSoon
	}
	a.Late, a.Updated = by, now
	return a, nil
}
