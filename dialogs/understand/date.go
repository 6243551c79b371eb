package understand

import (
	"time"

	"terminbote/booking"
)

// written is a date as it was written; a zero year or month was left out.
type written struct {
	day, month, year int
}

// date is what a written date means. A month that was left out is this one or
// the next, a year the one in which the day comes next.
func (r reader) date(w written, used int) reading {
	switch {
	case w.month == 0:
		return r.thisMonthOrNext(w.day, used)
	case w.year == 0:
		return r.thisYearOrNext(w, used)
	}
	d := booking.Date{Year: w.year, Month: time.Month(w.month), Day: w.day}
	if !d.Exists() {
		return noSuchDay(used)
	}
	return r.notBefore(d, used)
}

func noSuchDay(used int) reading {
	found := dayReading(booking.Date{}, used)
	found.err = ErrNoSuchDay
	return found
}

func (r reader) thisYearOrNext(w written, used int) reading {
	for year := r.today.Year - 1; year <= r.today.Year+1; year++ {
		d := booking.Date{Year: year, Month: time.Month(w.month), Day: w.day}
		if d.Exists() && d.DaysUntil(r.today) <= justPast {
			return r.notBefore(d, used)
		}
	}
	return noSuchDay(used)
}

func (r reader) thisMonthOrNext(day, used int) reading {
	if day < 1 || day > 31 {
		return noSuchDay(used)
	}
	d := booking.Date{Year: r.today.Year, Month: r.today.Month, Day: day}
	for !d.Exists() || d.Before(r.today) {
		first := booking.Date{Year: d.Year, Month: d.Month + 1, Day: 1}.Add(0)
		d = booking.Date{Year: first.Year, Month: first.Month, Day: day}
	}
	return dayReading(d, used)
}

// datesWithWeekday are readings with a weekday before or after the date:
// Dienstag, 24.11.; nächsten Dienstag, 24.11.; 24.11. (Di); morgen, Dienstag.
func (r reader) datesWithWeekday(ts []token, dates []reading) []reading {
	var all []reading
	if w, used := leadingWeekday(ts); used > 0 && used < len(ts) {
		for _, found := range r.dates(ts[used:]) {
			found.used += used
			all = append(all, found.on(w))
		}
	}
	if n, ok := ts[0].as(aDay); ok {
		dates = append(dates, r.notBefore(r.today.Add(n), 1))
	}
	for _, found := range dates {
		if found.used == len(ts) {
			continue
		}
		if w, ok := ts[found.used].as(aWeekday); ok {
			found.used++
			all = append(all, found.on(time.Weekday(w)))
		}
	}
	return all
}

func leadingWeekday(ts []token) (time.Weekday, int) {
	used := 1
	if len(ts) > 1 && (ts[0].is(isNext) || ts[0].is(isThis)) {
		used = 2
	}
	w, ok := ts[used-1].as(aWeekday)
	if !ok {
		return 0, 0
	}
	return time.Weekday(w), used
}

// on checks the weekday that was said beside a date.
func (r reading) on(w time.Weekday) reading {
	if r.err == nil && r.date.Weekday() != w {
		r.err = ErrWrongWeekday
	}
	return r
}

// dates are the ways to read the first tokens as a written date, with a year
// before without.
func (r reader) dates(ts []token) []reading {
	var all []reading
	if w, used := isoDate(ts); used > 0 {
		return []reading{r.date(w, used)}
	}
	for _, rule := range []func([]token) (written, int){numericDate, dayAndMonth, monthAndDay} {
		w, used := rule(ts)
		if used == 0 {
			continue
		}
		if y, n := year(ts[used:]); n > 0 {
			all = append(all, r.date(written{w.day, w.month, y}, used+n))
		}
		if canLackYear(w, ts[:used]) {
			all = append(all, r.date(w, used))
		}
	}
	if day, used := ordinal(ts); used > 0 && !digitsFollow(ts[used:]) {
		all = append(all, r.date(written{day: day}, used))
	}
	return all
}

// canLackYear tells whether a date is one without a year: 9.30 and 8-9 are
// not, 24.13. is one that does not exist.
func canLackYear(w written, ts []token) bool {
	if len(ts) > 1 && ts[1].text == "-" {
		return false
	}
	return w.month <= 12 || ts[len(ts)-1].text == "."
}

func digitsFollow(ts []token) bool { return len(ts) > 0 && ts[0].digits && ts[0].glued }

// isoDate reads 2026-11-24 and its like.
func isoDate(ts []token) (written, int) {
	if len(ts) < 5 || !ts[0].digits || len(ts[0].text) != 4 || !ts[2].digits || !ts[4].digits {
		return written{}, 0
	}
	if !isDateMark(ts[1]) || ts[1].text != ts[3].text {
		return written{}, 0
	}
	return written{day: ts[4].number, month: ts[2].number, year: ts[0].number}, 5
}

// numericDate reads 24.11., 24.11, 24/11 and the start of 24-11-2026, and 11/24 where the first
// number can only be the month.
func numericDate(ts []token) (written, int) {
	if len(ts) < 3 || !isDateMark(ts[1]) || !isShort(ts[0]) || !isShort(ts[2]) {
		return written{}, 0
	}
	w := written{day: ts[0].number, month: ts[2].number}
	if ts[1].text == "/" && w.month > 12 && w.day <= 12 {
		w.day, w.month = w.month, w.day
	}
	if len(ts) > 3 && ts[1].text == "." && ts[3].text == "." {
		return w, 4
	}
	return w, 3
}

func isDateMark(t token) bool {
	return t.glued && (t.text == "." || t.text == "/" || t.text == "-")
}

func isShort(t token) bool { return t.digits && len(t.text) <= 2 }

// dayAndMonth reads 24. November, 24 Nov, vierundzwanzigster November.
func dayAndMonth(ts []token) (written, int) {
	day, used := dayNumber(ts)
	if used == 0 || used == len(ts) {
		return written{}, 0
	}
	m, ok := ts[used].as(aMonth)
	if !ok {
		return written{}, 0
	}
	return written{day: day, month: m}, used + 1
}

// monthAndDay reads November 24th, Nov 24.
func monthAndDay(ts []token) (written, int) {
	m, ok := ts[0].as(aMonth)
	if !ok {
		return written{}, 0
	}
	day, used := dayNumber(ts[1:])
	if used == 0 {
		return written{}, 0
	}
	return written{day: day, month: m}, used + 1
}

func dayNumber(ts []token) (day, used int) {
	if day, used = ordinal(ts); used == 0 {
		day, used = cardinal(ts)
	}
	if used > 0 && ts[0].digits && !isShort(ts[0]) {
		return 0, 0
	}
	return day, used
}

// year reads 2026 after a date, or 26 where nothing parts it from the date.
func year(ts []token) (value, used int) {
	if len(ts) > 1 && (ts[0].text == "/" || ts[0].text == "-") {
		value, used = year(ts[1:])
		return value, used + min(used, 1)
	}
	switch {
	case len(ts) == 0 || !ts[0].digits:
		return 0, 0
	case len(ts[0].text) == 4 && 1900 <= ts[0].number && ts[0].number < 3000:
		return ts[0].number, 1
	case len(ts[0].text) == 2 && ts[0].glued:
		return 2000 + ts[0].number, 1
	}
	return 0, 0
}
