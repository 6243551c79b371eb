package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"terminbote/booking"
	"terminbote/storage"
)

// importFault is what is wrong in a line of the file.
type importFault struct {
	line   int
	column string // as the file calls it; empty: the line as a whole
	says   string
}

// Error says it without the line.
func (f importFault) Error() string {
	if f.column == "" {
		return f.says
	}
	return f.column + ": " + f.says
}

// mostFaults is when a file is given up that is wrong in every line.
const mostFaults = 100_000

// report writes faults in the order of the file and says in how many lines
// they are.
func report(w io.Writer, path string, faults []importFault) (lines int) {
	slices.SortStableFunc(faults, func(a, b importFault) int { return cmp.Compare(a.line, b.line) })
	last := 0
	for _, f := range faults {
		fmt.Fprintf(w, "%s:%d: %v\n", path, f.line, f)
		if f.line != last {
			lines, last = lines+1, f.line
		}
	}
	return lines
}

// refusedIn says why storage did not take an appointment, in the column that
// is to blame.
func (s *importSheet) refusedIn(i storage.Imported, err error) importFault {
	office, _ := s.town.Office(i.Office)
	switch {
	case errors.Is(err, booking.ErrTaken):
		return s.fault(i.Line, columnTime, "every desk is taken at "+when(office, i.Start)+"; nobody is squeezed in")
	case errors.Is(err, booking.ErrClosed):
		return s.closed(office, i)
	case errors.Is(err, storage.ErrNumberGiven):
		return s.fault(i.Line, columnNumber, i.Number.String()+" is given already, to another appointment")
	case errors.Is(err, booking.ErrApart):
		return s.fault(i.Line, columnConcerns, "these cannot share one appointment; make it two")
	case errors.Is(err, booking.ErrTooLong):
		return s.fault(i.Line, columnConcerns, fmt.Sprintf("together they take longer than a visit may: %d minutes", minutes(office.Policy.Longest)))
	case errors.Is(err, booking.ErrTooMany):
		return s.fault(i.Line, columnConcerns, "more cases than one appointment may have")
	}
	return importFault{line: i.Line, says: err.Error()}
}

// closed tells a day without appointments from hours without.
func (s *importSheet) closed(office *booking.Office, i storage.Imported) importFault {
	date := office.Today(i.Start)
	day := fmt.Sprintf("%s, %s", date.Weekday(), date)
	if reason, closed := office.Calendar.ClosedBecause(date); closed {
		return s.fault(i.Line, columnDate, fmt.Sprintf("the office is closed on %s: %s", day, reason.In("en")))
	}
	if len(office.Calendar.Shifts(date)) == 0 {
		return s.fault(i.Line, columnDate, "there are no appointments on "+day)
	}
	return s.fault(i.Line, columnTime, "no desk that serves this is open at "+when(office, i.Start)+" for as long as it takes")
}

// when is an instant on the office's wall.
func when(office *booking.Office, t time.Time) string {
	return fmt.Sprintf("%v on %v", booking.ClockOf(t, office.Calendar.Zone), office.Today(t))
}

func minutes(d time.Duration) int { return int(d / time.Minute) }

// excerpt quotes what stands in the file, where it is long its beginning.
func excerpt(text string) string {
	const most = 40
	text = strings.TrimSpace(text)
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return strconv.Quote(text)
}

// printable drops what would disturb a terminal.
func printable(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, text))
}
