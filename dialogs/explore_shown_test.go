package dialogs_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"terminbote/dialogs"
	"terminbote/locales"
)

// shown is what the explorer saw: which sentences each step says and what it
// offers, and what was remarked and asked of the office anywhere. What a talk no
// longer says or does is seen by it, though it leads on.
type shown map[string]bool

// see notes what a visitor sees.
func (s shown) see(v visitor) {
	note := func(how string, lines ...locales.Line) {
		for _, l := range lines {
			s.line(v.step+" "+how, l)
		}
	}
	note("says", v.view.Title, v.view.Ask)
	note("says", v.view.Body...)
	note("says", v.view.Table.Head...)
	for _, row := range v.view.Table.Rows {
		note("says", row...)
	}
	for _, g := range v.view.Groups {
		note("says", g.Title)
		for _, c := range g.Choices {
			kind, _, _ := strings.Cut(c.ID, ":")
			s[v.step+" offers "+kind] = true
			note("offers", c.Label, c.Note)
		}
	}
	for _, l := range v.remarks {
		s.line("remarks", l) // most can be made at any step
	}
	for _, c := range v.commands {
		s["commands "+kindsOf([]dialogs.Command{c})] = true
	}
}

// line notes a sentence, and those in its gaps.
func (s shown) line(where string, l locales.Line) {
	if l.Key != "" {
		s[where+" "+l.Key] = true
	}
	for _, arg := range l.Args {
		switch arg := arg.(type) {
		case locales.Line:
			s.line(where, arg)
		case []locales.Line:
			for _, part := range arg {
				s.line(where, part)
			}
		}
	}
}

// checkShown compares what was seen with what is stored.
func checkShown(t *testing.T, name string, seen shown) {
	t.Helper()
	checkFile(t, "testdata/shown/"+name, strings.Join(slices.Sorted(maps.Keys(seen)), "\n")+"\n")
}
