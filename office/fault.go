package office

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing wrong in an office file.
type Fault struct {
	File         string
	Line, Column int    // from 1; 0 where the file as a whole is meant
	Text         string // what is wrong and what was expected
}

// String writes the fault as file:line:column: text.
func (f Fault) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Text
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Text)
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
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return f
}

// position is where something stands in the file.
type position struct {
	line, column int
}

func (p *position) stand(at position) { *p = at }

// report collects the faults of one file.
type report struct {
	file   string
	faults Faults
}

func (r *report) add(at position, format string, args ...any) {
	r.faults = append(r.faults, Fault{r.file, at.line, at.column, fmt.Sprintf(format, args...)})
}
