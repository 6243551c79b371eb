package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// heading is the line that names the columns: where which one stands, and how
// it is called there.
type heading struct {
	at      map[column]int
	called  map[column]string
	width   int
	dropped []string // columns that are left out, as the file calls them
}

// titles is how many lines may stand above the heading.
const titles = 10

// findHeading is the place of the line that names the columns: the first that
// names two of them. Where there is none it is the first line, whose faults are
// told.
func findHeading(records []record, o Options) int {
	for i, r := range records[:min(titles, len(records))] {
		if o.named(r.cells) > 1 {
			return i
		}
	}
	return 0
}

// named is how many of the cells name a column.
func (o Options) named(cells []string) int {
	n := 0
	for _, cell := range cells {
		if _, ok := o.column(cell); ok {
			n++
		}
	}
	return n
}

// column is what a name in the heading means.
func (o Options) column(name string) (column, bool) {
	for theirs, ours := range o.Map {
		if foldColumn(theirs) == foldColumn(name) {
			return columnCalled(ours)
		}
	}
	return columnCalled(name)
}

// drops tells whether a column is to be left out.
func (o Options) drops(name string) bool {
	same := func(x string) bool { return foldColumn(x) == foldColumn(name) }
	return slices.ContainsFunc(o.Ignore, same) || slices.ContainsFunc(notKept, same)
}

// readHeading reads the names of the columns. An unknown one is refused: what
// stands in it would be lost.
func readHeading(records []record, offices int, o Options) (heading, error) {
	first := records[0]
	h := heading{at: map[column]int{}, called: map[column]string{}, width: len(first.cells)}
	wrong := o.unused(first)
	for i, cell := range first.cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		c, ok := o.column(cell)
		_, twice := h.at[c]
		switch {
		case o.drops(cell):
			h.dropped = append(h.dropped, printable(cell))
		case !ok:
			wrong = append(wrong, fmt.Errorf("line %d: there is no column %s; %s", first.line, excerpt(cell), nearestColumn(cell)))
		case twice:
			wrong = append(wrong, fmt.Errorf("line %d: %s and %s are the same column", first.line, excerpt(h.called[c]), excerpt(cell)))
		default:
			h.at[c], h.called[c] = i, printable(cell)
		}
	}
	if len(h.at) == 0 {
		return h, nameless(first)
	}
	h.settle()
	return h, errors.Join(append(wrong, h.missing(first.line, offices, h.spans(records))...)...)
}

// nameless says that a line names no column, where it had to name all of them. It
// says so once, not of each: it may be an appointment, or another kind of file.
func nameless(r record) error {
	return fmt.Errorf("line %d: %s names no column; a line above the appointments has to, such as Datum;Uhrzeit;Name;Anliegen. There are %s (--map gives them the names that the file has)",
		r.line, excerpt(strings.Join(r.cells, "; ")), allColumns())
}

// unused is what the options say of columns that the file does not have.
func (o Options) unused(first record) []error {
	has := func(name string) bool {
		return slices.ContainsFunc(first.cells, func(cell string) bool { return foldColumn(cell) == foldColumn(name) })
	}
	var wrong []error
	for _, name := range o.Ignore {
		if !has(name) {
			wrong = append(wrong, fmt.Errorf("--ignore: the file has no column %s", excerpt(name)))
		}
	}
	for theirs, ours := range o.Map {
		if !has(theirs) {
			wrong = append(wrong, fmt.Errorf("--map: the file has no column %s", excerpt(theirs)))
		}
		if _, ok := columnCalled(ours); !ok {
			wrong = append(wrong, fmt.Errorf("--map: there is no column %s; %s", excerpt(ours), nearestColumn(ours)))
		}
	}
	return wrong
}

// settle gives names their meaning that they have together: without a day
// beside it, “von” is the day and the time.
func (h heading) settle() {
	if h.has(columnDate) || !h.has(columnTime) {
		return
	}
	h.at[columnDate], h.called[columnDate] = h.at[columnTime], h.called[columnTime]
	delete(h.at, columnTime)
	delete(h.called, columnTime)
}

// spans tells whether the column of the time says from when to when, so that no
// other has to say how long it takes.
func (h heading) spans(records []record) bool {
	i, ok := h.at[columnTime]
	return ok && slices.ContainsFunc(records, func(r record) bool {
		if i >= len(r.cells) {
			return false
		}
		_, _, span := timeSpan(strings.TrimSpace(r.cells[i]))
		return span
	})
}

// missing says which columns have to be there and are not.
func (h heading) missing(line, offices int, spans bool) []error {
	var wrong []error
	lack := func(columns ...column) {
		if slices.ContainsFunc(columns, h.has) {
			return
		}
		var names []string
		for _, c := range columns {
			names = append(names, namesOf(c))
		}
		wrong = append(wrong, fmt.Errorf("line %d: the column %s is missing", line, strings.Join(names, " or ")))
	}
	lack(columnDate)
	lack(columnName, columnFamily, columnSubject)
	if offices > 1 {
		lack(columnOffice)
	}
	if !spans {
		lack(columnMinutes, columnEnd, columnConcerns)
	}
	return wrong
}

func (h heading) has(c column) bool { _, ok := h.at[c]; return ok }

// cell is what a record says in a column; empty where there is no such column.
func (h heading) cell(r record, c column) string {
	i, ok := h.at[c]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}
