package ledger

import (
	"cmp"
	"errors"
	"fmt"
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
	Line  int
	Text  string
	Fault string // what is wrong with the line as such; empty: its Text is no number
}

// String says what is wrong.
func (w WrongNumber) String() string {
	if w.Fault != "" {
		return fmt.Sprintf("line %d: %s", w.Line, w.Fault)
	}
	return fmt.Sprintf("line %d: %s is no appointment number", w.Line, w.Text)
}

// ReadNumbers reads a file that lists appointment numbers: in a column that its
// heading calls so, or else in any. Of several it is the one with the most numbers. An
// error says that the file as a whole cannot be read.
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
		n.Wrong = append(n.Wrong, WrongNumber{Line: f.line, Fault: f.says})
	}
	column, from := numberColumn(records)
	for _, rec := range records[from:] {
		n.take(rec, column)
	}
	slices.SortStableFunc(n.Wrong, func(a, b WrongNumber) int { return cmp.Compare(a.Line, b.Line) })
	return n, nil
}

// numberColumn finds the column of the numbers, and the first line below the
// heading if there is one.
func numberColumn(records []record) (at, from int) {
	for i, rec := range records[:min(len(records), titles)] {
		var called []int
		for c, cell := range rec.cells {
			if what, ok := columnCalled(cell); ok && what == columnNumber {
				called = append(called, c)
			}
		}
		if len(called) > 0 {
			return mostNumbers(records[i+1:], called), i + 1
		}
	}
	widest := []int{0}
	for _, rec := range records {
		for len(widest) < len(rec.cells) {
			widest = append(widest, len(widest))
		}
	}
	return mostNumbers(records, widest), 0
}

// mostNumbers is the column of some that has the most appointment numbers, the first
// of several.
func mostNumbers(records []record, columns []int) int {
	best, most := columns[0], -1
	for _, c := range columns {
		count := 0
		for _, rec := range records {
			if _, ok := rec.number(c); ok {
				count++
			}
		}
		if count > most {
			best, most = c, count
		}
	}
	return best
}

// number is the appointment number in a cell. Spreadsheets write an apostrophe before
// what shall stay a text.
func (rec record) number(column int) (booking.Number, bool) {
	if column >= len(rec.cells) {
		return "", false
	}
	return booking.ParseNumber(strings.TrimPrefix(strings.TrimSpace(rec.cells[column]), "'"))
}

func (n *Numbers) take(rec record, column int) {
	cell := ""
	if column < len(rec.cells) {
		cell = strings.TrimSpace(rec.cells[column])
	}
	number, ok := rec.number(column)
	switch {
	case !ok:
		n.Wrong = append(n.Wrong, WrongNumber{Line: rec.line, Text: excerpt(cell)})
	case !slices.Contains(n.Numbers, number):
		n.Numbers = append(n.Numbers, number)
	}
}
