package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
)

// source is a file that faults are planted in.
type source struct {
	path   string
	pkg    string
	text   []byte
	faults []*fault
	limits map[string]bool // the package's constants that are numbers
}

// fault is what can be wrong at a place: insertions that do nothing unless it is
// switched on.
type fault struct {
	id    int
	where token.Position
	what  string
	risky bool                   // the compiler may refuse it
	edits func(on string) []edit // on is Go for "this fault is planted"
}

// edit puts text in at an offset.
type edit struct {
	at   int
	text string
}

// String is where it is, and what is wrong there.
func (f *fault) String() string {
	return fmt.Sprintf("%s:%d: %s", f.where.Filename, f.where.Line, f.what)
}

// constantText is a constant that holds SQL or another long text. As a variable
// it can have a fault.
var constantText = regexp.MustCompile("(?m)^const (\\w+ = [^\\n]*`)")

// number is a constant that is a number or a time.
var number = regexp.MustCompile(`(?m)^(?:const |\t)(\w+)(?: +[\w.]+)? += +(?:[0-9][0-9_.]*(?: \*.*)?|time\.\w+|[\w*. ]*\* ?time\.\w+)(?: *//.*)?$`)

// limitsIn is the constants of some files that are numbers.
func limitsIn(paths []string) (map[string]bool, error) {
	all := map[string]bool{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for _, found := range number.FindAllSubmatch(text, -1) {
			all[string(found[1])] = true
		}
	}
	return all, nil
}

// readSource finds the faults of a file.
func readSource(path string, limits map[string]bool) (*source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text = constantText.ReplaceAll(text, []byte("var $1"))
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, text, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	s := &source{path: path, pkg: file.Name.Name, text: text, limits: limits}
	f := &finder{source: s, fset: fset}
	ast.Walk(f, file)
	return s, nil
}

// faulty is the file with all of its faults, each behind its switch. Lines stay
// where they are, so that what the compiler says leads to the faults it means.
func (s *source) faulty() []byte {
	var all []edit
	for _, f := range s.faults {
		all = append(all, f.edits(fmt.Sprintf("mutPlanted(%d)", f.id))...)
	}
	// An insertion that begins further out comes first; one that ends further
	// out comes last. Edits are listed outermost first.
	slices.SortStableFunc(all, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	var out strings.Builder
	at := 0
	for _, group := range chunks(all) {
		out.Write(s.text[at:group[0].at])
		at = group[0].at
		opens, ends := "", ""
		for _, e := range group {
			if text, ok := strings.CutPrefix(e.text, closing); ok {
				ends = text + ends
			} else {
				opens += e.text
			}
		}
		out.WriteString(ends + opens)
	}
	out.Write(s.text[at:])
	return []byte(out.String())
}

// closing marks an insertion that ends something.
const closing = "\x00"

// chunks parts edits by where they are.
func chunks(all []edit) (groups [][]edit) {
	for i, e := range all {
		if i == 0 || all[i-1].at != e.at {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], e)
	}
	return groups
}

// drop leaves out the faults of a line; it tells whether there were any.
func (s *source) drop(line int, riskyAlone bool) bool {
	before := len(s.faults)
	s.faults = slices.DeleteFunc(s.faults, func(f *fault) bool { return f.where.Line == line && (f.risky || !riskyAlone) })
	return len(s.faults) < before
}
