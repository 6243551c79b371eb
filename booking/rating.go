package booking

import "time"

const (
	// RateAfter is how long after a visit it is asked about: nobody who was called
	// by mistake is, and nobody at the desk.
	RateAfter = 15 * time.Minute
	// RateWithin is how long it can be answered.
	RateWithin = 14 * 24 * time.Hour
	// MostStars is the best that a visit can get; the least is 1.
	MostStars = 5
)

// Rateable tells whether a visit can be rated at now.
func (a Appointment) Rateable(now time.Time) bool {
	return a.State == Finished && now.Before(a.Span.End.Add(RateWithin))
}

// WeekOf is the Monday of the week of a day.
func WeekOf(d Date) Date {
	return d.Add(-(int(d.Weekday()) + 6) % 7)
}
