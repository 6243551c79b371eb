package booking

import (
	"slices"
	"time"
)

// ArrivalWindow is the time in which the holder of an appointment can report
// their arrival. It is longer by as much as the holder said they would be late,
// or was told that the office is late.
func (p Policy) ArrivalWindow(a Appointment) (from, until time.Time) {
	return a.Span.Start.Add(-p.Arrive.Before), a.Span.Start.Add(max(a.Late, a.Behind) + p.Arrive.After)
}

// CheckIn records that the holder has reported their arrival. It returns
// ErrTooSoon before the arrival window, and ErrOver after it or if the
// appointment is not confirmed. Checking in twice changes nothing.
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

// Receive records that staff see the holder at the office: at any time of the
// day, and also for an appointment that counted as missed. It returns
// ErrTooSoon before that day, and ErrOver after it or if the state does not
// allow it. Receiving twice changes nothing.
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

// Delays lists by how much a holder can say they will be late.
var Delays = []time.Duration{5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute}

// Delay records that the holder will be late, for staff to see. They can say so
// on the day, until the arrival window ends. It returns ErrTooSoon before that
// day, ErrOver after it, and ErrTooMany for a delay that is not offered.
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
