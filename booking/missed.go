package booking

import "time"

// MissedFrom is when an appointment that nobody came to is missed: after the
// office's grace, and what its holder has said they come later, or was told to.
func (p Policy) MissedFrom(a Appointment) time.Time {
	return a.Span.Start.Add(p.Grace + max(a.Late, a.Behind))
}

// NobodyCame records that nobody came to an appointment, where that can be
// known: the office records arrivals, and has recorded at least one that day.
// Otherwise, and as long as the grace lasts, it returns ErrTooSoon.
func (p Policy) NobodyCame(a Appointment, anybodyCame bool, now time.Time) (Appointment, error) {
	if !p.ArrivalsRecorded || !anybodyCame || a.State != Confirmed || now.Before(p.MissedFrom(a)) {
		return a, ErrTooSoon
	}
	return a.Miss(now)
}
