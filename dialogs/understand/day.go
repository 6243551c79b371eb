package understand

import (
	"time"

	"terminbote/booking"
)

// justPast is how long ago a day without a year may lie and still be meant as
// that day, not as the one a year later.
const justPast = 90

// Day reads a day: "24.11.", "24. November", "2026-11-24", "heute", "nächsten
// Dienstag", "nächste Woche Mittwoch", "in 3 Tagen", "Nov 24", "24.".
//
// A weekday is its next one, today included; with "next" it is the next one
// after today; "next week" alone is that week's Monday. A date without a year
// is the next such day from today on. ErrPast, with the day, says that the day
// lies before today, also where a date without a year does so by few weeks;
// ErrWrongWeekday, with the day, that the date falls on another weekday than
// the text says; ErrNoSuchDay that it is in no calendar (31.2.); ErrNotADay
// that the text says something else.
func Day(text, lang string, today booking.Date) (booking.Date, error) {
	found, ok := understand(text, lang, today, kinds{day: true})
	if !ok {
		return booking.Date{}, ErrNotADay
	}
	return found.date, found.err
}

// days are the ways to read the first tokens as a day, the longest first.
func (r reader) days(ts []token) []reading {
	dates := r.dates(ts)
	all := append(r.datesWithWeekday(ts, dates), dates...)
	for _, rule := range []func([]token) (reading, bool){r.dayAndSpan, r.spanAhead, r.weekAndDay, r.relative} {
		if found, ok := rule(ts); ok {
			all = append(all, found)
		}
	}
	return all
}

func dayReading(d booking.Date, used int) reading {
	return reading{used: used, has: kinds{day: true}, date: d}
}

// notBefore is a reading of d, which must not lie before today.
func (r reader) notBefore(d booking.Date, used int) reading {
	found := dayReading(d, used)
	if d.Before(r.today) {
		found.err = ErrPast
	}
	return found
}

// relative reads heute, übermorgen, Dienstag, nächsten Dienstag, nächste Woche.
func (r reader) relative(ts []token) (reading, bool) {
	if n, ok := ts[0].as(aDay); ok {
		return r.notBefore(r.today.Add(n), 1), true
	}
	if w, ok := ts[0].as(aWeekday); ok {
		return dayReading(following(r.today, time.Weekday(w)), 1), true
	}
	if len(ts) > 1 && (ts[0].is(isNext) || ts[0].is(isAfterNext)) {
		if n, ok := ts[1].as(aSpan); ok && n == 7 {
			return dayReading(r.weekday(time.Monday, weeksAhead(ts[0])), 2), true
		}
	}
	return r.chosenWeekday(ts)
}

// chosenWeekday reads this, next, after next and last with a weekday.
func (r reader) chosenWeekday(ts []token) (reading, bool) {
	if len(ts) < 2 {
		return reading{}, false
	}
	w, ok := ts[1].as(aWeekday)
	if !ok {
		return reading{}, false
	}
	day := following(r.today, time.Weekday(w))
	next := following(r.today.Add(1), time.Weekday(w))
	switch {
	case ts[0].is(isThis):
		return dayReading(day, 2), true
	case ts[0].is(isNext):
		return dayReading(next, 2), true
	case ts[0].is(isAfterNext):
		return dayReading(next.Add(7), 2), true
	case ts[0].is(isLast):
		return r.notBefore(day.Add(-7), 2), true
	}
	return reading{}, false
}

// following is the first such weekday from d on.
func following(d booking.Date, w time.Weekday) booking.Date {
	return d.Add((int(w-d.Weekday()) + 7) % 7)
}

// weekday is the day of the week that lies some weeks ahead of this one.
func (r reader) weekday(w time.Weekday, weeks int) booking.Date {
	monday := r.today.Add(-(int(r.today.Weekday()) + 6) % 7)
	return monday.Add((int(w)+6)%7 + 7*weeks)
}

// weekAndDay reads nächste Woche Mittwoch, Mittwoch nächster Woche, Wednesday
// next week.
func (r reader) weekAndDay(ts []token) (reading, bool) {
	if len(ts) < 3 {
		return reading{}, false
	}
	which, week, day := ts[0], ts[1], ts[2]
	if ts[0].is(aWeekday) {
		which, week, day = ts[1], ts[2], ts[0]
	}
	w, isDay := day.as(aWeekday)
	n, isSpan := week.as(aSpan)
	if !isDay || !isSpan || n != 7 {
		return reading{}, false
	}
	if !which.is(isThis) && !which.is(isNext) && !which.is(isAfterNext) {
		return reading{}, false
	}
	return r.notBefore(r.weekday(time.Weekday(w), weeksAhead(which)), 3), true
}

func weeksAhead(which token) int {
	switch {
	case which.is(isThis):
		return 0
	case which.is(isAfterNext):
		return 2
	}
	return 1
}

// dayAndSpan reads heute in einer Woche, Dienstag in zwei Wochen.
func (r reader) dayAndSpan(ts []token) (reading, bool) {
	from, ok := r.relative(ts)
	if !ok || from.used >= len(ts) {
		return reading{}, false
	}
	ahead, ok := r.spanAhead(ts[from.used:])
	if !ok {
		return reading{}, false
	}
	days := r.today.DaysUntil(ahead.date)
	return r.notBefore(from.date.Add(days), from.used+ahead.used), true
}

// spanAhead reads in 3 Tagen, in einer Woche, two weeks from now.
func (r reader) spanAhead(ts []token) (reading, bool) {
	used := 0
	in := ts[0].is(isIn)
	if in {
		used = 1
	}
	n, words := span(ts[used:])
	used += words
	if words == 0 || used >= len(ts) {
		return reading{}, false
	}
	days, ok := ts[used].as(aSpan)
	used++
	hence := ok && used < len(ts) && ts[used].is(isHence)
	if hence {
		used++
	}
	if !ok || in == hence || n < 0 || n > 1000 {
		return reading{}, false
	}
	if days == month {
		return dayReading(addMonths(r.today, n), used), true
	}
	return dayReading(r.today.Add(n*days), used), true
}

func span(ts []token) (n, used int) {
	if len(ts) == 0 {
		return 0, 0
	}
	return signed(ts)
}

// addMonths is the same day some months later, or that month's last day.
func addMonths(d booking.Date, n int) booking.Date {
	first := booking.Date{Year: d.Year, Month: d.Month + time.Month(n), Day: 1}.Add(0)
	first.Day = d.Day
	for !first.Exists() {
		first.Day--
	}
	return first
}
