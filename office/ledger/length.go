package ledger

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
)

// count is a number from 1 to most; 0 where nothing is said.
func (r *row) count(c column, most int) int {
	cell := r.cell(c)
	if cell == "" {
		return 0
	}
	n, err := strconv.Atoi(cell)
	if err != nil || n < 1 || n > most {
		r.fault(c, "a number from 1 to %d was expected, not %s", most, excerpt(cell))
		return 0
	}
	return n
}

var (
	minutesForm = regexp.MustCompile(`(?i)^(\d{1,3}) ?(?:min|min\.|minuten|minutes|m|')?$`)
	hoursForm   = regexp.MustCompile(`^(\d{1,2}):(\d\d)(?::00)?(?: ?h)?$`)
)

// length is how long it takes: so many minutes, or until its end; zero where
// nothing is said.
func (r *row) length(office *booking.Office, start time.Time) time.Duration {
	if cell := r.cell(columnMinutes); cell != "" {
		return r.minutes(cell)
	}
	if r.cell(columnEnd) == "" && r.cell(columnEndDate) == "" || start.IsZero() {
		return 0
	}
	end, ok := r.moment(office, columnEndDate, columnEnd)
	length := end.Sub(start)
	switch {
	case !ok:
	case length <= 0 || length > longestVisit*time.Minute:
		r.fault(r.endColumn(), "an end after the beginning, at most %d minutes later, was expected, not %v", longestVisit, booking.ClockOf(end, office.Calendar.Zone))
	default:
		return length
	}
	return 0
}

// endColumn is the column that says the end.
func (r *row) endColumn() column {
	if r.book.heading.has(columnEnd) {
		return columnEnd
	}
	return columnEndDate
}

// minutes reads 30, 30 min or 0:30.
func (r *row) minutes(cell string) time.Duration {
	n := 0
	if m := minutesForm.FindStringSubmatch(cell); m != nil {
		n, _ = strconv.Atoi(m[1])
	} else if m := hoursForm.FindStringSubmatch(cell); m != nil {
		hours, _ := strconv.Atoi(m[1])
		n, _ = strconv.Atoi(m[2])
		n += hours * 60
	} else if clock, ok := readClock(cell); ok && strings.Contains(cell, ".") {
		n = int(clock) // Excel stores 0:30 as a part of a day
	}
	if n < 1 || n > longestVisit {
		r.fault(columnMinutes, "a number from 1 to %d was expected, not %s", longestVisit, excerpt(cell))
		return 0
	}
	return time.Duration(n) * time.Minute
}
