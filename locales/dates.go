package locales

import (
	"strconv"
	"strings"
	"time"
)

// The ways to write a moment. None of them moves it to another zone.
type (
	// Date is a day of these weeks: "Dienstag, 24. November".
	Date time.Time
	// ShortDate is a day where room is scarce: "Di 24.11.".
	ShortDate time.Time
	// LongDate is a day with its year: "Dienstag, 24. November 2026".
	LongDate time.Time
	// ShortWeekday is the name of its day of the week, where room is scarce: "Di".
	ShortWeekday time.Time
	// Month is a month with its year: "November 2026".
	Month time.Time
	// Clock is a time of day: "9:30 Uhr".
	Clock time.Time
	// Weekday is a day of every week: "Dienstag".
	Weekday time.Weekday
	// BareClock is a time of day where room is scarce: "9:30".
	BareClock time.Time
)

func (d Date) in(s *speech) string         { return s.date("format.date", time.Time(d)) }
func (d LongDate) in(s *speech) string     { return s.date("format.date.long", time.Time(d)) }
func (d ShortDate) in(s *speech) string    { return s.date("format.date.short", time.Time(d)) }
func (d ShortWeekday) in(s *speech) string { return s.date("format.weekday.short", time.Time(d)) }
func (m Month) in(s *speech) string        { return s.date("format.month", time.Time(m)) }

func (w Weekday) in(s *speech) string { return s.region.WeekdayWide(time.Weekday(w)) }

func (c Clock) in(s *speech) string {
	return s.format("format.clock", Args{"Time": BareClock(c)})
}

func (c BareClock) in(*speech) string {
	text := time.Time(c).Format("15:04")
	return strings.TrimPrefix(text[:1], "0") + text[1:]
}

// date writes t in a pattern. A pattern takes of the parts what it needs.
func (s *speech) date(key string, t time.Time) string {
	return s.format(key, Args{
		"Weekday":      s.region.WeekdayWide(t.Weekday()),
		"WeekdayShort": strings.TrimSuffix(s.region.WeekdayAbbreviated(t.Weekday()), "."),
		"Day":          strconv.Itoa(t.Day()),
		"Month":        s.region.MonthWide(t.Month()),
		"MonthShort":   s.region.MonthAbbreviated(t.Month()),
		"MonthNumber":  strconv.Itoa(int(t.Month())),
		"Year":         strconv.Itoa(t.Year()),
	})
}
