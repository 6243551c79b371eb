package ledger

import (
	"math"
	"regexp"
	"strconv"
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
	wholeHours  = regexp.MustCompile(`(?i)^(\d{1,2})(?:[.,](\d{1,2}))? ?(?:h|std\.?|stunden?|hours?|hrs?\.?)(?: ?(\d{1,2}) ?(?:min\.?|minuten|minutes|m)?)?$`)
	shareOfDay  = regexp.MustCompile(`^0[.,]\d{3,}$`) // 0,5 may be half an hour or half a day
	hoursForm   = regexp.MustCompile(`^(\d{1,2}):(\d\d)(?::00)?(?: ?h)?$`)
)

// length is how long it takes: so many minutes, or until its end; zero where
// nothing is said.
func (r *row) length(office *booking.Office, start time.Time) time.Duration {
	if cell := r.cell(columnMinutes); cell != "" {
		return r.minutes(cell)
	}
	if start.IsZero() {
		return 0
	}
	if _, end, ok := timeSpan(r.cell(columnTime)); ok && r.cell(columnEnd) == "" {
		return r.until(office, start, end)
	}
	if r.cell(columnEnd) == "" && r.cell(columnEndDate) == "" {
		return 0
	}
	end, ok := r.moment(office, columnEndDate, columnEnd, office.Today(start))
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

// spanForm is a beginning and an end: 9:30-10:00, 9 bis 10 Uhr.
var spanForm = regexp.MustCompile(`(?i)^(?:von )?(\d{1,2}(?:[:.]\d\d)?(?: ?uhr)?) ?(?:-|–|—|bis) ?(\d{1,2}(?:[:.]\d\d)?(?: ?uhr)?)$`)

// timeSpan splits a cell that says from when to when.
func timeSpan(cell string) (from, to string, ok bool) {
	m := spanForm.FindStringSubmatch(cell)
	if m == nil {
		return cell, "", false
	}
	return withHour(m[1]), withHour(m[2]), true
}

// withHour is a time that may be said by its hour alone.
func withHour(clock string) string {
	if _, err := strconv.Atoi(clock); err == nil {
		return clock + ":00"
	}
	return clock
}

// until is the length until a time on the day of the beginning.
func (r *row) until(office *booking.Office, start time.Time, end string) time.Duration {
	clock, ok := readClock(end)
	length := time.Duration(clock-booking.ClockOf(start, office.Calendar.Zone)) * time.Minute
	if !ok || length <= 0 || length > longestVisit*time.Minute {
		r.fault(columnTime, "an end after the beginning, at most %d minutes later, was expected, not %s", longestVisit, excerpt(r.cell(columnTime)))
		return 0
	}
	return length
}

// endColumn is the column that says the end.
func (r *row) endColumn() column {
	if r.book.heading.has(columnEnd) {
		return columnEnd
	}
	return columnEndDate
}

// inHours is the minutes of 1 Std. 30 min and 1,5 h.
func inHours(whole, decimals, rest string) int {
	hours, _ := strconv.ParseFloat(whole+"."+decimals+"0", 64)
	more, _ := strconv.Atoi("0" + rest)
	return int(math.Round(hours*60)) + more
}

// minutes is the length that a cell says.
func (r *row) minutes(cell string) time.Duration {
	n := readMinutes(cell)
	if n == 0 {
		n = readMinutes(inFigures(cell))
	}
	if n < 1 || n > longestVisit {
		r.fault(columnMinutes, "a length such as 30, 0:30 or 1 Std. 30 Min. was expected, at most %d minutes, not %s", longestVisit, excerpt(cell))
		return 0
	}
	return time.Duration(n) * time.Minute
}

// readMinutes reads 30, 30 min, 0:30 or 1 Std. 30 min; 0 where it is none of these.
func readMinutes(cell string) int {
	if m := minutesForm.FindStringSubmatch(cell); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	if m := hoursForm.FindStringSubmatch(cell); m != nil {
		return inHours(m[1], "", m[2])
	}
	if m := wholeHours.FindStringSubmatch(cell); m != nil {
		return inHours(m[1], m[2], m[3])
	}
	if !shareOfDay.MatchString(cell) {
		return 0
	}
	clock, _ := readClock(cell) // Excel stores 0:30 as a part of a day
	return int(clock)
}
