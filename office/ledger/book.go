package ledger

import (
	"errors"
	"fmt"
	"io"
	"time"

	"terminbote/booking"
)

// Book is the appointments of a file.
type Book struct {
	Entries []booking.Entry // in whose lines nothing is wrong
	Lines   int             // that hold an appointment, right or wrong
	Past    int             // of them left out, their day being over

	town     booking.Town
	now      time.Time
	options  Options
	heading  heading
	slashes  slashes
	concerns map[booking.OfficeID]*concernNames
	numbers  map[booking.Number]int // in which line each was read
	twins    map[twin]int

	lines  []int // of Entries
	faults []fault
}

// twin is what makes two lines without numbers the same appointment.
type twin struct {
	office  booking.OfficeID
	start   int64
	contact booking.Contact
}

// Options is how a file is read.
type Options struct {
	SkipPast bool              // lines of days gone by are left out instead of being wrong
	Ignore   []string          // columns of the file that are left out
	Map      map[string]string // what columns of the file are called here: {"Wer": "name"}
}

// Read reads all of file, as at the moment now. What is wrong in single lines
// is kept for [Book.Report]; an error says that the file as a whole cannot be
// read.
func Read(file io.Reader, town booking.Town, now time.Time, o Options) (*Book, error) {
	b := &Book{
		town: town, now: now, options: o,
		concerns: map[booking.OfficeID]*concernNames{}, numbers: map[booking.Number]int{}, twins: map[twin]int{},
	}
	s, err := open(file, o)
	if err != nil {
		return nil, err
	}
	records, faults, err := all(s)
	switch {
	case err != nil:
		return nil, err
	case len(records) == 0:
		return nil, errors.New("the file is empty; its first line has to name the columns (--help lists them)")
	}
	at := findHeading(records, o)
	if b.heading, err = readHeading(records[at:], len(town.Offices), o); err != nil {
		return nil, fmt.Errorf("the file cannot be read by its heading:\n%w", err)
	}
	b.faults = faults
	b.Lines = len(faults) + len(records) - at - 1
	if b.Lines == 0 {
		return nil, errors.New("the file names its columns, but has no appointments")
	}
	return b, b.takeAll(records[at+1:])
}

// Dropped is the columns that were left out, as the file calls them.
func (b *Book) Dropped() []string { return b.heading.dropped }

func (b *Book) takeAll(records []record) error {
	var days []string
	for _, r := range records {
		days = append(days, b.heading.cell(r, columnDate))
	}
	b.slashes = slashesOf(days)
	for _, r := range records {
		b.take(r)
		if len(b.faults) > mostFaults {
			return errors.New("wrong in every line; is this the right file?")
		}
	}
	return nil
}

// take reads one record and keeps the appointment where nothing is wrong.
func (b *Book) take(rec record) {
	if n := b.heading.width; len(rec.cells) < n || tooMany(rec.cells, n) {
		b.faults = append(b.faults, fault{line: rec.line, says: fmt.Sprintf("%d values were expected, not %d; is a separator missing, or a quotation mark?", n, len(rec.cells))})
		return
	}
	r := row{book: b, record: rec}
	e := r.read()
	if len(r.faults) == 0 {
		r.compare(e)
	}
	switch {
	case r.isPast && b.options.SkipPast:
		b.Past++
	case len(r.faults) > 0:
		b.faults = append(b.faults, r.faults...)
	default:
		b.Entries, b.lines = append(b.Entries, e), append(b.lines, rec.line)
	}
}

// tooMany tells whether there is something beyond the last column. Spreadsheets
// leave empty values there.
func tooMany(cells []string, columns int) bool {
	for _, cell := range cells[min(columns, len(cells)):] {
		if cell != "" {
			return true
		}
	}
	return false
}

// fault is what a column says wrongly, under the file's name for it.
func (b *Book) fault(line int, c column, says string) fault {
	called, ok := b.heading.called[c]
	if !ok {
		called = string(c)
	}
	return fault{line, called, says}
}

// namesAt is how an office's concerns are called.
func (b *Book) namesAt(office *booking.Office) *concernNames {
	names, ok := b.concerns[office.ID]
	if !ok {
		names = newConcernNames(office)
		b.concerns[office.ID] = names
	}
	return names
}
