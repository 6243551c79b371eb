package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// What a file may hold, so that one that is none of ours fills no memory.
const (
	largestFile = 32 << 20
	longestLine = 64 << 10 // a line, and all lines of one appointment together
	mostRecords = 100_000
)

// What the first bytes of a file say about its format.
const (
	sheetOpening    = "PK\x03\x04"
	oldOpening      = "\xd0\xcf\x11\xe0" // Excel before 2007, and spreadsheets with a password
	calendarOpening = "BEGIN:VCALENDAR"
)

// source is the records of a file, one after the other.
type source interface {
	// next is the next record that holds anything; io.EOF ends them. A fault
	// comes with its line, and the records after it can be read.
	next() (record, error)
}

// record is the values of one line, or of several where a value in
// quotation marks has line breaks.
type record struct {
	line  int // where it begins
	cells []string
}

// open reads all of file, in whichever format it is: a table as text, a
// spreadsheet or a calendar.
func open(file io.Reader, o Options) (source, error) {
	content, err := io.ReadAll(io.LimitReader(file, largestFile+1))
	if err != nil {
		return nil, err
	}
	if len(content) > largestFile {
		return nil, fmt.Errorf("the file is larger than %d MB; split it", largestFile>>20)
	}
	if bytes.HasPrefix(content, []byte(sheetOpening)) {
		return openSheet(content)
	}
	if bytes.HasPrefix(content, []byte(oldOpening)) {
		return nil, errors.New("a spreadsheet of an old Excel, or one with a password; save it as .xlsx without a password, or as CSV")
	}
	text, err := decode(content)
	if err != nil {
		return nil, err
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	if strings.HasPrefix(strings.TrimSpace(text), calendarOpening) {
		return openCalendar(text)
	}
	if err := checkLines(text); err != nil {
		return nil, err
	}
	return newTable(text, o), nil
}

// rows is records that were all read at once.
type rows []record

func (r *rows) next() (record, error) {
	if len(*r) == 0 {
		return record{}, io.EOF
	}
	first := (*r)[0]
	*r = (*r)[1:]
	return first, nil
}

// all reads a source to its end. What is wrong in single lines comes beside.
func all(s source) ([]record, []fault, error) {
	var records []record
	var faults []fault
	for {
		r, err := s.next()
		var f fault
		switch {
		case errors.Is(err, io.EOF):
			return records, faults, nil
		case errors.As(err, &f):
			faults = append(faults, f)
		case err != nil:
			return nil, nil, err
		default:
			records = append(records, r)
		}
		switch {
		case len(records) > mostRecords:
			return nil, nil, fmt.Errorf("more than %d appointments; split the file", mostRecords)
		case len(faults) > mostFaults:
			return nil, nil, errors.New("wrong in every line; is this the right file?")
		}
	}
}
