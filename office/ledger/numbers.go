package ledger

import (
	"errors"
	"io"
	"slices"
	"strings"

	"terminbote/booking"
)

// Numbers is the appointment numbers that a file lists.
type Numbers struct {
	Numbers []booking.Number // each once
	Wrong   []WrongNumber
}

// WrongNumber is a line that has something else instead.
type WrongNumber struct {
	Line int
	Text string
}

// ReadNumbers reads a file that lists appointment numbers: in a column that its
// heading calls so, or else in the first one. An error says that the file as a
// whole cannot be read.
func ReadNumbers(file io.Reader) (Numbers, error) {
	var n Numbers
	s, err := open(file, Options{})
	if err != nil {
		return n, err
	}
	records, faults, err := all(s)
	switch {
	case err != nil:
		return n, err
	case len(records)+len(faults) == 0:
		return n, errors.New("the file is empty; it lists appointment numbers, one a line")
	}
	for _, f := range faults {
		n.Wrong = append(n.Wrong, WrongNumber{f.line, f.says})
	}
	column, from := numberColumn(records)
	for _, rec := range records[from:] {
		n.take(rec, column)
	}
	return n, nil
}

// numberColumn finds the column of the numbers, and the first line below the
// heading if there is one.
func numberColumn(records []record) (at, from int) {
	for i, rec := range records[:min(len(records), titles)] {
		for c, cell := range rec.cells {
			if called, ok := columnCalled(cell); ok && called == columnNumber {
				return c, i + 1
			}
		}
	}
	return 0, 0
}

func (n *Numbers) take(rec record, column int) {
	cell := ""
	if column < len(rec.cells) {
		cell = strings.TrimSpace(rec.cells[column])
	}
	number, ok := booking.ParseNumber(cell)
	switch {
	case !ok:
		n.Wrong = append(n.Wrong, WrongNumber{rec.line, excerpt(cell)})
	case !slices.Contains(n.Numbers, number):
		n.Numbers = append(n.Numbers, number)
	}
}
