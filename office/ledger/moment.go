package ledger

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// moment is a day, a time of day, or both, as a cell says them.
type moment struct {
	day     booking.Date
	clock   booking.Clock
	hasDay  bool
	hasTime bool
	instant time.Time // where the cell names a zone; zero otherwise
}

// dates is what has to be known to read a day: what slashes mean, and which day it
// is where the year is left out.
type dates struct {
	slashes slashes
	today   booking.Date
}

// slashes is what 3/4/2027 means in this file.
type slashes int

// The meanings of slashes.
const (
	unknownSlashes slashes = iota
	dayFirst
	monthFirst
)

var (
	slashDay   = regexp.MustCompile(`^(\d{1,2})(?:/|-)(\d{1,2})(?:/|-)(\d{4}|\d{2})$`)
	dotDay     = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$`)
	shortDay   = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.$`)
	shortNamed = regexp.MustCompile(`^(\d{1,2})\.\s*(\pL+)\.?$`)
	isoDay     = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	bareDay    = regexp.MustCompile(`^(20\d\d)(\d\d)(\d\d)$`)
	ofASecond  = regexp.MustCompile(`(:\d\d:\d\d)[.,]\d{1,9}$`)
	serial     = regexp.MustCompile(`^(\d{1,5})(?:[.,](\d+))?$`)
	namedDay   = regexp.MustCompile(`^(\d{1,2})\.?\s*(\pL+)\.?,?\s+(\d{4}|\d{2})$`)
	dayNamed   = regexp.MustCompile(`^(\pL+)\.?\s+(\d{1,2}),?\s+(\d{4})$`)
	weekdayTo  = regexp.MustCompile(`^(\pL+)\.?,?\s+(\d.*)$`)
	partOfDay  = regexp.MustCompile(`^0[.,](\d+)$`)                  // noon is 0.5
	hourMinute = regexp.MustCompile(`^(?:(\d\d)|(\d{1,2}),)(\d\d)$`) // 0900 and 9,00
	hourThen   = regexp.MustCompile(`(?i)^(\d{1,2})\s?(?:uhr|h)\s?(\d\d)$`)
	clockForm  = regexp.MustCompile(`(?i)^(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s?(uhr|h|am|pm|a\.m\.|p\.m\.)?$`)
	dayAndTime = regexp.MustCompile(`^(.*\d{2,4}|.*\d{1,2}\.|.*\d{1,2}\. ?\pL{3,}\.?)(?:[T ]|,\s?| um )\s*(\d{1,2}(?:[:.]\d\d)?(?:[:.]\d\d)?(?:\s?(?i:uhr|h|am|pm))?)$`)
)

// excelEpoch is day 0 of Excel's serial numbers.
var excelEpoch = booking.Date{Year: 1899, Month: time.December, Day: 30}

// The serial numbers that can be a day of an appointment: 2009 to 2064.
const firstSerial, lastSerial = 40_000, 60_000

// readMoment reads a cell such as 24.11.26, Di, 24.11.2026 or 2026-11-24T09:30.
func readMoment(cell string, d dates) (moment, error) {
	if t, ok := readInstant(cell); ok {
		return moment{instant: t, hasDay: true, hasTime: true}, nil
	}
	cell = ofASecond.ReplaceAllString(cell, "$1")
	if m := serial.FindStringSubmatch(cell); m != nil {
		return readSerial(m)
	}
	if day, err := readDay(cell, d); !isNoDay(err) {
		return moment{day: day, hasDay: true}, err
	}
	m := dayAndTime.FindStringSubmatch(cell)
	if m == nil {
		return moment{}, errNoDay
	}
	day, err := readDay(strings.TrimRight(m[1], ", "), d)
	if err != nil {
		return moment{}, err
	}
	clock, ok := readClock(m[2])
	if !ok {
		return moment{}, errNoDay
	}
	return moment{day: day, clock: clock, hasDay: true, hasTime: true}, nil
}

// readInstant reads a cell that says how far its clock is from UTC, as programs
// write it: 2026-11-24T09:30:00+01:00.
func readInstant(cell string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05-07"} {
		if t, err := time.Parse(form, cell); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// dayError is why a cell is no day.
type dayError string

func (e dayError) Error() string { return string(e) }

const errNoDay = dayError("a day like 2026-11-24 or 24.11.2026 was expected")

func isNoDay(err error) bool { return errors.Is(err, errNoDay) }

// readSerial reads Excel's number of a day; its fraction is the time of day.
func readSerial(m []string) (moment, error) {
	number, err := strconv.Atoi(m[1])
	if err != nil || number < firstSerial || number > lastSerial {
		return moment{}, errNoDay
	}
	found := moment{day: excelEpoch.Add(number), hasDay: true}
	found.clock, found.hasTime = fraction(m[2])
	return found, nil
}

// fraction is the time of day that a part of a day stands for, to the minute.
func fraction(digits string) (booking.Clock, bool) {
	part, err := strconv.ParseFloat("0."+digits, 64)
	if digits == "" || err != nil {
		return 0, false
	}
	clock := booking.Clock(part*float64(booking.Midnight) + 0.5)
	return clock, clock < booking.Midnight
}

// readDay reads a day, with or without its weekday before it.
func readDay(cell string, d dates) (booking.Date, error) {
	if m := dayNamed.FindStringSubmatch(cell); len(m) > 0 && months[foldMonth(m[1])] > 0 {
		return dateIn(m[3], m[1], m[2])
	}
	if m := weekdayTo.FindStringSubmatch(cell); m != nil {
		return readWeekday(m[1], m[2], d)
	}
	if m := namedDay.FindStringSubmatch(cell); m != nil {
		return dateIn(m[3], m[2], m[1])
	}
	if m := isoDay.FindStringSubmatch(cell); m != nil {
		return dateFrom(m[1], m[2], m[3])
	}
	if m := bareDay.FindStringSubmatch(cell); m != nil {
		return dateFrom(m[1], m[2], m[3])
	}
	if m := dotDay.FindStringSubmatch(cell); m != nil {
		return dateFrom(m[3], m[2], m[1])
	}
	if day, month, ok := yearless(cell); ok {
		return d.nearest(day, month, func(booking.Date) bool { return true })
	}
	m := slashDay.FindStringSubmatch(cell)
	switch {
	case m == nil:
		return booking.Date{}, errNoDay
	case d.slashes == monthFirst:
		return dateFrom(m[3], m[1], m[2])
	case d.slashes == unknownSlashes && m[1] != m[2]:
		return booking.Date{}, dayError("a day that can be read in one way only, like 2026-11-24, was expected")
	}
	return dateFrom(m[3], m[2], m[1])
}

// readWeekday reads a day whose weekday stands before it, and holds it to that.
func readWeekday(weekday, rest string, d dates) (booking.Date, error) {
	named, ok := weekdays[understand.Fold(weekday)]
	if !ok {
		return booking.Date{}, errNoDay
	}
	if day, month, short := yearless(rest); short {
		return d.nearest(day, month, func(x booking.Date) bool { return x.Weekday() == named })
	}
	day, err := readDay(rest, d)
	switch {
	case err != nil:
		return day, err
	case named != day.Weekday():
		return booking.Date{}, dayError(fmt.Sprintf("%v is a %v; one of the two is wrong", day, day.Weekday()))
	}
	return day, nil
}

// weekdays are the weekdays as files name them, folded.
var weekdays = map[string]time.Weekday{
	"mo": time.Monday, "montag": time.Monday, "mon": time.Monday, "monday": time.Monday,
	"di": time.Tuesday, "dienstag": time.Tuesday, "tue": time.Tuesday, "tuesday": time.Tuesday,
	"mi": time.Wednesday, "mittwoch": time.Wednesday, "wed": time.Wednesday, "wednesday": time.Wednesday,
	"do": time.Thursday, "donnerstag": time.Thursday, "thu": time.Thursday, "thursday": time.Thursday,
	"fr": time.Friday, "freitag": time.Friday, "fri": time.Friday, "friday": time.Friday,
	"sa": time.Saturday, "samstag": time.Saturday, "sonnabend": time.Saturday, "sat": time.Saturday, "saturday": time.Saturday,
	"so": time.Sunday, "sonntag": time.Sunday, "sun": time.Sunday, "sunday": time.Sunday,
}

// months are the months as files name them, by their first three letters,
// folded.
var months = map[string]time.Month{
	"jan": time.January, "feb": time.February, "mar": time.March, "apr": time.April, "mai": time.May, "may": time.May,
	"jun": time.June, "jul": time.July, "aug": time.August, "sep": time.September, "okt": time.October, "oct": time.October,
	"nov": time.November, "dez": time.December, "dec": time.December,
}

// foldMonth is the first letters of a month's name: Jänner and März have an
// umlaut in them.
func foldMonth(name string) string {
	letters := []rune(strings.NewReplacer("ä", "a").Replace(strings.ToLower(name)))
	return string(letters[:min(len(letters), 3)])
}

// dateIn makes a date whose month is named.
func dateIn(year, month, day string) (booking.Date, error) {
	number, known := months[foldMonth(month)]
	if !known {
		return booking.Date{}, errNoDay
	}
	return dateFrom(year, strconv.Itoa(int(number)), day)
}

// dateFrom makes a date of its numbers. A year of two digits lies in this
// century.
func dateFrom(year, month, day string) (booking.Date, error) {
	if len(year) == len("26") {
		year = "20" + year
	}
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil {
		return booking.Date{}, errNoDay
	}
	return booking.DateOf(t, time.UTC), nil
}

// readClock reads a time of day: 9:30, 09.30 Uhr, 0930, 9 Uhr, 9 Uhr 30, 8:30:00 AM, or
// the part of a day that Excel stores.
func readClock(cell string) (booking.Clock, bool) {
	if m := partOfDay.FindStringSubmatch(cell); m != nil {
		return fraction(m[1])
	}
	if m := hourMinute.FindStringSubmatch(cell); m != nil {
		cell = m[1] + m[2] + ":" + m[3]
	}
	if m := hourThen.FindStringSubmatch(cell); m != nil {
		cell = m[1] + ":" + m[2]
	}
	m := clockForm.FindStringSubmatch(cell)
	if len(m) == 0 || m[2] == "" && m[3] == "" {
		return 0, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi("0" + m[2])
	half := strings.ReplaceAll(strings.ToLower(m[3]), ".", "")
	switch twelve := half == "am" || half == "pm"; {
	case twelve && (hour < 1 || hour > 12), hour > 23, minute > 59:
		return 0, false
	case half == "pm":
		hour = hour%12 + 12
	case half == "am":
		hour %= 12
	}
	return booking.Clock(hour*60 + minute), true
}

// slashesOf finds out what slashes mean in a column of days: one day later
// than the twelfth tells for all.
func slashesOf(cells []string) slashes {
	for _, cell := range cells {
		if m := weekdayTo.FindStringSubmatch(cell); m != nil {
			cell = m[2]
		}
		date, _, _ := strings.Cut(cell, " ")
		m := slashDay.FindStringSubmatch(strings.TrimRight(date, ","))
		if m == nil {
			continue
		}
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[2])
		switch {
		case first > 12:
			return dayFirst
		case second > 12:
			return monthFirst
		}
	}
	return unknownSlashes
}
