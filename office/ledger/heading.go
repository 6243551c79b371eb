package ledger

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"terminbote/dialogs/understand"
)

// column is what a column of the file says about each appointment.
type column string

// The columns that are known.
const (
	columnNumber   column = "number"
	columnDate     column = "date"
	columnTime     column = "time"
	columnMinutes  column = "minutes"
	columnConcerns column = "concerns"
	columnPersons  column = "persons"
	columnName     column = "name"
	columnMail     column = "mail"
	columnPhone    column = "phone"
	columnOffice   column = "office"
)

// knownColumns is by which names the columns go, in small letters and without
// hyphens, and what stands in them.
var knownColumns = []struct {
	column
	names []string
	holds string
}{
	{columnDate, []string{"date", "datum", "day", "tag"}, "2026-11-24 or 24.11.2026"},
	{columnTime, []string{"time", "uhrzeit", "zeit"}, "9:30, 09:30 or 9.30"},
	{columnName, []string{"name"}, "whom it is for"},
	{columnMinutes, []string{"minutes", "minuten", "dauer", "length"}, "how long it takes; or as long as its concerns take"},
	{columnConcerns, []string{"concerns", "anliegen", "concern"}, "what it is for: id-card | 2x Reisepass; may be left out where minutes are given"},
	{columnPersons, []string{"persons", "personen"}, "how many come; one where nothing is said"},
	{columnMail, []string{"mail", "email"}, "may be empty"},
	{columnPhone, []string{"phone", "telefon"}, "may be empty"},
	{columnNumber, []string{"number", "nummer", "terminnummer"}, "the appointment's number, such as K7M 4QX; a new one where it is empty"},
	{columnOffice, []string{"office", "standort"}, "which office, where there are several"},
}

// heading is the file's first line: where which column stands, and how it is
// called there.
type heading struct {
	at     map[column]int
	called map[column]string
	width  int
}

// readHeading reads the names of the columns. An unknown one is refused: what
// stands in it would be lost.
func readHeading(first record, offices int) (heading, error) {
	h := heading{map[column]int{}, map[column]string{}, len(first.cells)}
	var wrong []error
	for i, cell := range first.cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		c, ok := columnCalled(cell)
		_, twice := h.at[c]
		switch {
		case !ok:
			wrong = append(wrong, fmt.Errorf("line %d: there is no column %s; %s", first.line, excerpt(cell), nearestColumn(cell)))
		case twice:
			wrong = append(wrong, fmt.Errorf("line %d: %s and %s are the same column", first.line, excerpt(h.called[c]), excerpt(cell)))
		default:
			h.at[c], h.called[c] = i, printable(cell)
		}
	}
	return h, errors.Join(append(wrong, h.missing(first.line, offices)...)...)
}

// missing says which columns have to be there and are not.
func (h heading) missing(line, offices int) []error {
	var wrong []error
	needed := []column{columnDate, columnTime, columnName}
	if offices > 1 {
		needed = append(needed, columnOffice)
	}
	for _, c := range needed {
		if !h.has(c) {
			wrong = append(wrong, fmt.Errorf("line %d: the column %s is missing", line, namesOf(c)))
		}
	}
	if !h.has(columnMinutes) && !h.has(columnConcerns) {
		wrong = append(wrong, fmt.Errorf("line %d: the column %s or %s is missing", line, namesOf(columnMinutes), namesOf(columnConcerns)))
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

func columnCalled(name string) (column, bool) {
	folded := foldColumn(name)
	for _, known := range knownColumns {
		if slices.Contains(known.names, folded) {
			return known.column, true
		}
	}
	return "", false
}

// foldColumn drops what makes no difference: E-Mail, e-mail, E_MAIL.
func foldColumn(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, understand.Fold(name))
}

// nearestColumn says which column was probably meant, or names them all.
func nearestColumn(name string) string {
	var entries []understand.Entry
	var all []string
	for _, known := range knownColumns {
		entries = append(entries, understand.Entry{ID: string(known.column), Names: known.names})
		all = append(all, namesOf(known.column))
	}
	if hits := understand.NewIndex(entries).Search(name, 1); len(hits) > 0 {
		return "did you mean " + namesOf(column(hits[0].ID)) + "?"
	}
	return "there are " + strings.Join(all, ", ")
}

// namesOf is a column in English and in German.
func namesOf(c column) string {
	for _, known := range knownColumns {
		if known.column == c && len(known.names) > 1 {
			return known.names[0] + " (" + known.names[1] + ")"
		}
	}
	return string(c)
}

// DescribeColumns tells an operator what the file may say.
func DescribeColumns(w io.Writer) {
	fmt.Fprintln(w, "The first line of FILE.csv names the columns, in any order, in English or German:")
	for _, known := range knownColumns {
		fmt.Fprintf(w, "  %-21s %s\n", namesOf(known.column), known.holds)
	}
}
