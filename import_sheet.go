package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"terminbote/booking"
	"terminbote/storage"
)

// importSheet is a file of appointments as it is being read.
type importSheet struct {
	town     booking.Town
	now      time.Time
	skipPast bool

	heading  heading
	concerns map[booking.OfficeID]*concernNames
	numbers  map[booking.Number]int // in which line each was read
	twins    map[twin]int

	list   []storage.Imported
	lines  int // that hold an appointment, right or wrong
	past   int // of them left out, their day being over
	faults []importFault
}

// twin is what makes two lines without numbers the same appointment.
type twin struct {
	office  booking.OfficeID
	start   int64
	contact booking.Contact
}

// readSheet reads all of the file at path. What is wrong in single lines ends
// up among the faults; an error says that the file as a whole cannot be read.
func (s *importSheet) readSheet(path string) error {
	table, err := openCSV(path)
	if err != nil {
		return err
	}
	s.concerns, s.numbers, s.twins = map[booking.OfficeID]*concernNames{}, map[booking.Number]int{}, map[twin]int{}
	first, err := table.next()
	switch {
	case errors.Is(err, io.EOF):
		return fmt.Errorf("%s is empty; its first line has to name the columns (--help lists them)", path)
	case err != nil:
		return fmt.Errorf("%s: %w", path, err)
	}
	if s.heading, err = readHeading(first, len(s.town.Offices)); err != nil {
		return fmt.Errorf("%s cannot be read by its first line:\n%w", path, err)
	}
	if err := s.readRecords(table); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if s.lines == 0 {
		return fmt.Errorf("%s names its columns, but has no appointments", path)
	}
	return nil
}

func (s *importSheet) readRecords(table *csvTable) error {
	for {
		record, err := table.next()
		var fault importFault
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &fault):
			s.faults = append(s.faults, fault)
		case err != nil:
			return err
		default:
			s.take(record)
		}
		s.lines++
		switch {
		case s.lines > mostRecords:
			return fmt.Errorf("more than %d appointments; split the file", mostRecords)
		case len(s.faults) > mostFaults:
			return errors.New("wrong in every line; is this the right file?")
		}
	}
}

// take reads one record and keeps the appointment where nothing is wrong.
func (s *importSheet) take(record csvRecord) {
	if n := s.heading.width; len(record.cells) < n || tooMany(record.cells, n) {
		s.faults = append(s.faults, importFault{line: record.line, says: fmt.Sprintf("%d values were expected, not %d; is a separator missing, or a quotation mark?", n, len(record.cells))})
		return
	}
	row := importRow{sheet: s, record: record}
	i := row.read()
	if len(row.faults) == 0 {
		row.compare(i)
	}
	switch {
	case row.isPast && s.skipPast:
		s.past++
	case len(row.faults) > 0:
		s.faults = append(s.faults, row.faults...)
	default:
		s.list = append(s.list, i)
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

func (s *importSheet) fault(line int, c column, says string) importFault {
	called, ok := s.heading.called[c]
	if !ok {
		called = string(c)
	}
	return importFault{line, called, says}
}

// namesAt is how an office's concerns are called.
func (s *importSheet) namesAt(office *booking.Office) *concernNames {
	names, ok := s.concerns[office.ID]
	if !ok {
		names = newConcernNames(office)
		s.concerns[office.ID] = names
	}
	return names
}
