package bot

import (
	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/statistics"
)

// Page is what a person sees after a turn, in their language: plain text and
// what can be tapped. Each network draws it in its own way.
type Page struct {
	Lang     string
	Revision int      // of the state; a tap carries it back
	Remarks  []string // on what was just said or done
	Title    string
	Body     []string // one line each; an empty one is a gap
	Table    Table    // after the body; empty: none
	Ask      string
	Typing   bool          // an answer in one's own words is expected
	Field    dialogs.Field // what kind of answer that is
	Groups   []Group
	Notice   booking.NoticeID // whose buttons these are; 0: those of the talk
	Files    []File           // that go along with it
	Handed   bool             // staff hold the talk: their answers come by themselves
	Patient  bool             // may wait while other messages go out
	Part     int              // which part of a list is shown that is too long for one message

	Report *Report // to be drawn once the turn is kept; nil mostly
}

// Report is the figures of an office.
type Report struct {
	Figures *statistics.Report
	Office  *booking.Office
}

// Table is rows with the same columns.
type Table struct {
	Head []string
	Rows [][]string // each as long as Head
}

// Group is buttons that belong together.
type Group struct {
	Title    string
	Columns  int
	Numbered bool // can be chosen by their place
	Buttons  []Button
}

// Button is one choice.
type Button struct {
	ID     string
	Label  string
	Note   string // beside a short label, where there is room for it
	Marked bool
}

// Render puts a view that belongs to no talk into words.
func Render(lang string, v dialogs.View) Page {
	return render(dialogs.State{Lang: locales.Match(lang)}, nil, v)
}

// render puts a view into words.
func render(s dialogs.State, remarks []locales.Line, v dialogs.View) Page {
	p := locales.For(s.Lang)
	page := Page{
		Lang:     s.Lang,
		Revision: s.Revision,
		Remarks:  lines(p, remarks),
		Title:    p.Say(v.Title),
		Body:     lines(p, v.Body),
		Ask:      p.Say(v.Ask),
		Typing:   v.Typing,
		Field:    v.Field,
		Handed:   s.Handed,
	}
	page.Table.Head = lines(p, v.Table.Head)
	for _, row := range v.Table.Rows {
		page.Table.Rows = append(page.Table.Rows, lines(p, row))
	}
	for _, g := range v.Groups {
		group := Group{Title: p.Say(g.Title), Columns: g.Columns, Numbered: g.Numbered}
		for _, c := range g.Choices {
			group.Buttons = append(group.Buttons, Button{ID: c.ID, Label: p.Say(c.Label), Note: noteOf(p, c), Marked: c.Marked})
		}
		page.Groups = append(page.Groups, group)
	}
	return page
}

func noteOf(p *locales.Printer, c dialogs.Choice) string {
	if c.Note.IsZero() {
		return ""
	}
	return p.Say(c.Note)
}

func lines(p *locales.Printer, all []locales.Line) []string {
	var said []string
	for _, l := range all {
		said = append(said, p.Say(l))
	}
	return said
}
