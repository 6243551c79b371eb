package booking

import (
	"slices"
	"time"
)

const (
	// callsCounted is how many calls it takes to know how late an office is, and
	// callsWithin how old they may be: after a break nobody knows.
	callsCounted = 3
	callsWithin  = time.Hour
	// lateSteps is what a delay is rounded to: nobody can say it to the minute.
	lateSteps = 5 * time.Minute
	// lateAhead is for whom a delay is of use: until then the office may have
	// caught up.
	lateAhead = 2 * time.Hour
)

// Behind is how much later than agreed an office calls people at the moment
// now: the middle one of its latest three calls within the hour, to the nearest
// five minutes. Who came late could not be called before. It is false where
// that is not known.
func Behind(called []Appointment, now time.Time) (time.Duration, bool) {
	latest := slices.DeleteFunc(slices.Clone(called), func(a Appointment) bool {
		return a.CalledAt.IsZero() || a.CalledAt.After(now) || now.Sub(a.CalledAt) > callsWithin
	})
	if len(latest) < callsCounted {
		return 0, false
	}
	slices.SortFunc(latest, func(a, b Appointment) int { return b.CalledAt.Compare(a.CalledAt) })
	var waits []time.Duration
	for _, a := range latest[:callsCounted] {
		waits = append(waits, a.waited())
	}
	slices.Sort(waits)
	return waits[callsCounted/2].Round(lateSteps), true
}

// waited is how long after their time, or their coming, somebody was called.
func (a Appointment) waited() time.Duration {
	from := a.Span.Start
	if a.Arrived.After(from) {
		from = a.Arrived
	}
	return max(0, a.CalledAt.Sub(from))
}

// TellLate records that the holder of an appointment is told how much the
// office is behind. It is false where there is no need to: the delay is small,
// or much the same as the holder was told before; and where it is too early for
// that, or too late.
func (p Policy) TellLate(a Appointment, behind time.Duration, now time.Time) (Appointment, bool) {
	change := behind - a.Behind
	switch {
	case p.Late.From == 0, !a.Upcoming(now), a.Span.Start.Sub(now) > lateAhead:
		return a, false
	case a.Behind == 0 && behind < p.Late.From:
		return a, false
	case change == 0, change.Abs() < p.Late.Change:
		return a, false
	}
	a.Behind, a.Updated = behind, now
	return a, true
}
