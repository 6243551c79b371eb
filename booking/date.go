package booking

import (
	"fmt"
	"time"
)

// Date is a day on the office's wall calendar. It has no time zone: the
// office's zone says when it begins and ends.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the wall-calendar day of t in zone.
func DateOf(t time.Time, zone *time.Location) Date {
	y, m, d := t.In(zone).Date()
	return Date{y, m, d}
}

// ParseDate reads a date written as 2026-11-24. A day that does not exist,
// such as 2026-02-31, is an error.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("a date like 2026-11-24 was expected, not %q", s)
	}
	return DateOf(t, time.UTC), nil
}

// Exists tells whether the calendar has this day: 31 February is not one.
func (d Date) Exists() bool {
	return d == DateOf(d.midnight(), time.UTC)
}

// IsZero tells whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// At is the first instant of d at which zone's wall clock shows c or later: of
// a time that the autumn change repeats the first, and for one that the spring
// change skips the moment of the change.
func (d Date) At(c Clock, zone *time.Location) time.Time {
	wall := time.Date(d.Year, d.Month, d.Day, 0, int(c), 0, 0, time.UTC)
	before, after := offset(wall.AddDate(0, 0, -1).In(zone)), offset(wall.AddDate(0, 0, 1).In(zone))
	early, late := wall.Add(-before).In(zone), wall.Add(-after).In(zone)
	switch {
	case before == after, offset(early) == before:
		return early
	case offset(late) == after:
		return late
	}
	change, _ := early.ZoneBounds()
	return change
}

// midnight is when d begins in UTC, by which days are counted.
func (d Date) midnight() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}

// Add is the date n days later, or earlier where n is negative.
func (d Date) Add(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 12, 0, 0, 0, time.UTC), time.UTC)
}

// DaysUntil is how many days o lies after d; negative where it lies before.
func (d Date) DaysUntil(o Date) int {
	return int(o.midnight().Sub(d.midnight()) / (24 * time.Hour))
}

// Before tells whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.DaysUntil(o) > 0 }

// After tells whether d is a later day than o.
func (d Date) After(o Date) bool { return o.Before(d) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

// String writes the date as 2026-11-24.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes the date as 2026-11-24.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date written as 2026-11-24; an empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 || string(text) == (Date{}).String() {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Clock is a time on the office's wall clock, in minutes after midnight.
type Clock int

// Midnight ends a day: 24:00.
const Midnight Clock = 24 * 60

// ClockOf is the wall-clock time of t in zone.
func ClockOf(t time.Time, zone *time.Location) Clock {
	h, m, _ := t.In(zone).Clock()
	return Clock(h*60 + m)
}

// ParseClock reads a time written as 8:00, 08:00 or 24:00.
func ParseClock(s string) (Clock, error) {
	if s == Midnight.String() {
		return Midnight, nil
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0, fmt.Errorf("a time like 08:30 was expected, not %q", s)
	}
	return ClockOf(t, time.UTC), nil
}

// String writes the time as 08:30.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// MarshalText writes the time as 08:30.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a time written as 08:30.
func (c *Clock) UnmarshalText(text []byte) error {
	parsed, err := ParseClock(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}

// Span is a stretch of time from Start up to, but without, End.
type Span struct {
	Start, End time.Time
}

// Overlaps tells whether both spans have a moment in common.
func (s Span) Overlaps(o Span) bool {
	return s.Start.Before(o.End) && o.Start.Before(s.End)
}

// Length is how long the span lasts.
func (s Span) Length() time.Duration { return s.End.Sub(s.Start) }
