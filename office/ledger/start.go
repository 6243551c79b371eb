package ledger

import (
	"strings"
	"time"

	"terminbote/booking"
)

// start is when it begins, on the office's wall; zero where something is wrong
// with it.
func (r *row) start(office *booking.Office) time.Time {
	if cell := strings.ToLower(r.cell(columnAllDay)); cell == "true" || cell == "wahr" || cell == "ein" || cell == "on" {
		r.fault(columnAllDay, "an appointment of a whole day is none; leave the line out")
		return time.Time{}
	}
	start, ok := r.moment(office, columnDate, columnTime, booking.Date{})
	today := office.Today(r.book.now)
	day := office.Today(start)
	step := minutes(office.Policy.Grid)
	clock := booking.ClockOf(start, office.Calendar.Zone)
	switch {
	case !ok:
	case day.Before(today):
		r.isPast = true
		r.fault(columnDate, "%v is past; --skip-past leaves such lines out", day)
	case day.Year > today.Year+furthest:
		r.fault(columnDate, "a day within %d years was expected, not %v", furthest, day)
	case int(clock)%step != 0:
		r.fault(r.timeColumn(), "appointments begin every %d minutes, not at %v", step, clock)
	default:
		return start
	}
	return time.Time{}
}

// timeColumn is the column that says the time of day.
func (r *row) timeColumn() column {
	if r.book.heading.has(columnTime) {
		return columnTime
	}
	return columnDate
}

// moment reads a day and a time from two columns, and either may hold
// both. Where neither says a day it is the one of otherwise, if there is one.
func (r *row) moment(office *booking.Office, dayColumn, timeColumn column, otherwise booking.Date) (time.Time, bool) {
	today := office.Today(r.book.now)
	day, dayOK := r.half(dayColumn, today)
	clock, clockOK := r.half(timeColumn, today)
	if !dayOK || !clockOK {
		return time.Time{}, false
	}
	if !day.hasDay && !clock.hasDay && !otherwise.IsZero() {
		day.day, day.hasDay = otherwise, true
	}
	both, ok := r.join(day, clock, dayColumn, timeColumn)
	switch {
	case !ok:
		return time.Time{}, false
	case !both.instant.IsZero():
		return both.instant.In(office.Calendar.Zone), true
	}
	return r.at(office, both, timeColumn)
}

// half reads what one column says of a moment, as of today; nothing where it is
// empty.
func (r *row) half(c column, today booking.Date) (moment, bool) {
	cell := r.cell(c)
	if cell == "" {
		return moment{}, true
	}
	if c == columnTime {
		cell, _, _ = timeSpan(cell)
	}
	if rule, again := strings.CutPrefix(cell, repeats); again {
		r.fault(c, "it repeats (%s); enter each of its days by itself", rule)
		return moment{}, false
	}
	m, err := readMoment(cell, dates{r.book.slashes, today})
	if err == nil {
		return m, true
	}
	if clock, ok := readClock(cell); ok && (c == columnTime || c == columnEnd) {
		return moment{clock: clock, hasTime: true}, true
	}
	if c == columnTime || c == columnEnd {
		r.fault(c, "a time like 9:30 was expected, not %s", excerpt(cell))
		return moment{}, false
	}
	r.fault(c, "%v, not %s", err, excerpt(cell))
	return moment{}, false
}

// join puts a day and a time together. Midnight beside a day is how
// spreadsheets write a day alone.
func (r *row) join(day, clock moment, dayColumn, timeColumn column) (moment, bool) {
	if !day.instant.IsZero() {
		return day, true
	}
	if !clock.instant.IsZero() {
		return clock, true
	}
	if day.clock == 0 {
		day.hasTime = false
	}
	switch {
	case !day.hasDay && !clock.hasDay:
		r.noDay(dayColumn)
		return moment{}, false
	case day.hasDay && clock.hasDay && day.day != clock.day:
		r.fault(timeColumn, "another day than %v", day.day)
		return moment{}, false
	case day.hasTime && clock.hasTime && day.clock != clock.clock:
		r.fault(timeColumn, "another time than %v, which stands beside the day", day.clock)
		return moment{}, false
	case !day.hasTime && !clock.hasTime:
		r.fault(r.timeColumn(), "a time like 9:30 was expected, not %s", excerpt(r.cell(timeColumn)))
		return moment{}, false
	}
	if !day.hasDay {
		day.day = clock.day
	}
	if clock.hasTime {
		day.clock = clock.clock
	}
	return day, true
}

// noDay says that the day is missing: what stands in the line above is not taken
// for it.
func (r *row) noDay(c column) {
	if r.cell(c) == "" {
		r.fault(c, "the day is missing; it has to stand in every line")
		return
	}
	r.fault(c, "%v, not %s", errNoDay, excerpt(r.cell(c)))
}

// at is the instant of a moment on the office's wall. A time that a clock change
// skips or doubles is refused: nobody can say which is meant.
func (r *row) at(office *booking.Office, m moment, c column) (time.Time, bool) {
	zone := office.Calendar.Zone
	t := m.day.At(m.clock, zone)
	switch {
	case booking.ClockOf(t, zone) != m.clock:
		r.fault(c, "there is no %v on %v: the clock is changed then", m.clock, m.day)
	case booking.ClockOf(t.Add(time.Hour), zone) == m.clock, booking.ClockOf(t.Add(-time.Hour), zone) == m.clock:
		r.fault(c, "%v comes twice on %v, when the clock is changed; enter it by hand", m.clock, m.day)
	default:
		return t, true
	}
	return time.Time{}, false
}
