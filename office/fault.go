package office

import (
	"cmp"
	"slices"
	"strings"
)

// Fault is one thing wrong in an office file, or worth a second look.
type Fault struct {
	File         string
	Line, Column int    // from 1; 0 where the file as a whole is meant
	Text         string // what is wrong and what was expected
	Lang         string // the language of the file, which the text is in where there is a table for it
}

// String writes the fault as file:line:column: text, or as people say that in
// the file's language.
func (f Fault) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Text
	}
	return say("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Text).in(f.Lang)
}

// Faults is everything wrong in one or several office files, by position.
type Faults []Fault

// Error writes one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// err is the faults in order, or nil where there are none.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	f.sort()
	return f
}

func (f Faults) sort() {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// position is where something stands in the file.
type position struct {
	line, column int
}

func (p *position) stand(at position) { *p = at }

// report collects the faults of one file.
type report struct {
	file, lang string
	faults     Faults
	warnings   Faults // what is allowed and most likely a slip
}

// warn reports what may be as it is and hardly ever is meant.
func (r *report) warn(at position, format string, args ...any) {
	r.warnings = append(r.warnings, Fault{r.file, at.line, at.column, say(format, args...).in(r.lang), r.lang})
}

func (r *report) add(at position, format string, args ...any) {
	r.faults = append(r.faults, Fault{r.file, at.line, at.column, say(format, args...).in(r.lang), r.lang})
}
