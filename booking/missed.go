package booking

import "time"

// MissedFrom is when an appointment counts as missed if nobody came: after the
// grace period, plus the delay that the holder or the office announced.
func (p Policy) MissedFrom(a Appointment) time.Time {
	return a.Span.Start.Add(p.Grace + max(a.Late, a.Behind))
}

// NobodyCame records that nobody came, if that can be known: the office records
// arrivals and has recorded at least one that day. Otherwise, and during the
// grace period, it returns ErrTooSoon.
func (p Policy) NobodyCame(a Appointment, anybodyCame bool, now time.Time) (Appointment, error) {
	if !p.ArrivalsRecorded || !anybodyCame || a.State != Confirmed || now.Before(p.MissedFrom(a)) {
		return a, ErrTooSoon
	}
	return a.Miss(now)
}
