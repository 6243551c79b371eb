package booking

import (
	"slices"
	"time"
)

const (
	// callsCounted is how many calls are needed to know how late an office
	// runs. Calls older than callsWithin do not count: after a break nobody
	// knows.
	callsCounted = 3
	callsWithin  = time.Hour
	// lateSteps is what a delay is rounded to: nobody can say it to the minute.
	lateSteps = 5 * time.Minute
	// lateAhead limits who is told of a delay: for a later appointment the
	// office may have caught up.
	lateAhead = 2 * time.Hour
)

// Behind is how late an office runs at now: the median delay of its last three
// calls within the hour, rounded to five minutes. If a citizen came late, their
// delay counts from their arrival; tickets have no time to be late for. It is false if there are not enough calls.
func Behind(called []Appointment, now time.Time) (time.Duration, bool) {
	latest := slices.DeleteFunc(slices.Clone(called), func(a Appointment) bool {
		return a.IsTicket() || a.CalledAt.IsZero() || a.CalledAt.After(now) || now.Sub(a.CalledAt) > callsWithin
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

// waited is how long after their time, or their arrival if that was later,
// somebody was called.
func (a Appointment) waited() time.Duration {
	from := a.Span.Start
	if a.Arrived.After(from) {
		from = a.Arrived
	}
	return max(0, a.CalledAt.Sub(from))
}

// TellLate records that the holder is told how late the office runs. It is
// false if that is not needed: the delay is small, or close to what the holder
// was told before, or the appointment is too far ahead or has started.
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
