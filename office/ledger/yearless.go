package ledger

import (
	"fmt"
	"strconv"
	"time"

	"terminbote/booking"
)

// yearless reads the day and the month of a cell that leaves the year out: 24.11.
// or 24. November.
func yearless(cell string) (day int, month time.Month, ok bool) {
	if m := shortDay.FindStringSubmatch(cell); m != nil {
		number, _ := strconv.Atoi(m[2])
		day, _ = strconv.Atoi(m[1])
		return day, time.Month(number), true
	}
	if m := shortNamed.FindStringSubmatch(cell); m != nil {
		day, _ = strconv.Atoi(m[1])
		return day, months[foldMonth(m[2])], months[foldMonth(m[2])] > 0
	}
	return 0, 0, false
}

// nearest is the day of that name that is nearest to today, before or after it,
// as people mean it who leave the year out. Where it is not as is says, a year
// has to be given: no other year is guessed.
func (d dates) nearest(day int, month time.Month, is func(booking.Date) bool) (booking.Date, error) {
	var near booking.Date
	found := false
	for year := d.today.Year - 1; year <= d.today.Year+1; year++ {
		x := booking.Date{Year: year, Month: month, Day: day}
		if !x.Exists() || found && d.away(near) <= d.away(x) {
			continue
		}
		near, found = x, true
	}
	switch {
	case !found:
		return booking.Date{}, errNoDay
	case !is(near):
		return booking.Date{}, dayError(fmt.Sprintf("the year is left out, and %v is a %v; write the year", near, near.Weekday()))
	}
	return near, nil
}

// away is how many days lie between today and a day.
func (d dates) away(x booking.Date) int {
	return max(d.today.DaysUntil(x), x.DaysUntil(d.today))
}
