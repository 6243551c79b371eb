package ledger

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
)

// fault is what is wrong in a line of the file.
type fault struct {
	line   int
	column string // as the file calls it; empty: the line as a whole
	says   string
}

// Error says it without the line.
func (f fault) Error() string {
	if f.column == "" {
		return f.says
	}
	return f.column + ": " + f.says
}

// mostFaults is when a file is given up that is wrong in every line.
const mostFaults = 100_000

// Faulty tells whether anything is wrong that has been noticed yet.
func (b *Book) Faulty() bool { return len(b.faults) > 0 }

// Report writes what is wrong in the order of the file, which goes by name,
// and says in how many lines it is.
func (b *Book) Report(w io.Writer, name string) (lines int) {
	slices.SortStableFunc(b.faults, func(a, b fault) int { return cmp.Compare(a.line, b.line) })
	last := 0
	for _, f := range b.faults {
		fmt.Fprintf(w, "%s:%d: %v\n", name, f.line, f)
		if f.line != last {
			lines, last = lines+1, f.line
		}
	}
	return lines
}

// Refuse notes that the entry at that place was not taken, and why, in the
// column that is to blame.
func (b *Book) Refuse(place int, why error) {
	b.faults = append(b.faults, b.refusal(b.lines[place], b.Entries[place], why))
}

func (b *Book) refusal(line int, e booking.Entry, why error) fault {
	office, _ := b.town.Office(e.Office)
	switch {
	case errors.Is(why, booking.ErrTaken):
		return b.fault(line, columnTime, "every desk is taken at "+when(office, e.Start)+"; nobody is squeezed in")
	case errors.Is(why, booking.ErrClosed):
		return b.closed(line, office, e)
	case errors.Is(why, booking.ErrEntered) && e.Number == "":
		return b.fault(line, columnName, "this appointment is there already; for another at the same time and under the same name give a number")
	case errors.Is(why, booking.ErrEntered):
		return b.fault(line, columnNumber, e.Number.String()+" is there already: this very appointment")
	case errors.Is(why, booking.ErrNumberGiven):
		return b.fault(line, columnNumber, e.Number.String()+" is given already, to another appointment")
	case errors.Is(why, booking.ErrApart):
		return b.fault(line, columnConcerns, "these cannot share one appointment; make it two")
	case errors.Is(why, booking.ErrTooLong):
		return b.fault(line, columnConcerns, fmt.Sprintf("together they take longer than a visit may: %d minutes", minutes(office.Policy.Longest)))
	case errors.Is(why, booking.ErrTooMany):
		return b.fault(line, columnConcerns, "more cases than one appointment may have")
	}
	return fault{line: line, says: why.Error()}
}

// closed tells a day without appointments from hours without.
func (b *Book) closed(line int, office *booking.Office, e booking.Entry) fault {
	date := office.Today(e.Start)
	day := fmt.Sprintf("%s, %s", date.Weekday(), date)
	if reason, closed := office.Calendar.ClosedBecause(date); closed {
		return b.fault(line, columnDate, fmt.Sprintf("the office is closed on %s: %s", day, reason.In("en")))
	}
	if len(office.Calendar.Shifts(date)) == 0 {
		return b.fault(line, columnDate, "there are no appointments on "+day)
	}
	return b.fault(line, columnTime, "no desk that serves this is open at "+when(office, e.Start)+" for as long as it takes")
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
