package dialogs

import (
	"strconv"
	"strings"

	"terminbote/locales"
)

// View is what is seen after a turn, for any network to draw: no markup, no
// sizes, every sentence a line of the locales.
type View struct {
	Title  locales.Line
	Body   []locales.Line // one line each; a zero line is a gap
	Table  Table          // after the body; empty: none
	Ask    locales.Line   // the one question
	Groups []Group        // what can be tapped, and typed just as well
	Typing bool           // an answer in one's own words is expected
	Field  Field          // what kind of answer that is
	Grave  bool           // its yes takes something away: only a plain yes is one
}

// Field is the kind of answer that is typed, for networks that can help with
// it: a keyboard for addresses, a name that the browser knows.
type Field string

// The kinds of answer. Any other has none.
const (
	NameField   Field = "name"
	MailField   Field = "mail"
	NumberField Field = "number" // of an appointment
	CodeField   Field = "code"   // that was sent once
)

// Table is rows with the same columns: the appointments of a day. A network
// that has no tables writes a line for each row.
type Table struct {
	Head []locales.Line
	Rows [][]locales.Line // each as long as Head
}

// Group is choices that belong together.
type Group struct {
	Title    locales.Line
	Columns  int  // how many stand side by side where there is room
	Numbered bool // can be chosen by their place: "2"
	Choices  []Choice
}

// Choice is one thing to tap. Its ID is short, for networks that carry it.
type Choice struct {
	ID     string
	Label  locales.Line
	Note   locales.Line // beside a short label, where there is room for it; none: the label says all
	Marked bool         // chosen already; a second tap goes on with it
}

// navigation is the last group of a view: the ways out.
func navigation(ids ...string) Group {
	labels := map[string]locales.Line{
		backChoice:         locales.Say("choice.back"),
		homeChoice:         locales.Say("choice.home"),
		appointmentsChoice: locales.Say("choice.appointments"),
	}
	g := Group{Columns: len(ids)}
	for _, id := range ids {
		g.Choices = append(g.Choices, Choice{ID: id, Label: labels[id]})
	}
	return g
}

// list is a group of numbered choices below each other.
func list(choices ...Choice) Group {
	return Group{Columns: 1, Numbered: true, Choices: choices}
}

// soonest is the first day or time listed; where one says when one can come,
// the choice that any will do.
func (v View) soonest() (string, bool) {
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			for _, prefix := range []string{dayPrefix, timePrefix, waitDayPrefix + anyChoice, waitHoursPrefix + anyChoice} {
				if strings.HasPrefix(c.ID, prefix) {
					return c.ID, true
				}
			}
		}
	}
	return "", false
}

// offers tells whether the view has the choice.
func (v View) offers(id string) bool {
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if c.ID == id {
				return true
			}
		}
	}
	return false
}

// numbered is how many choices have a number.
func (v View) numbered() int {
	n := 0
	for _, g := range v.Groups {
		if g.Numbered {
			n += len(g.Choices)
		}
	}
	return n
}

// lastListed is the last choice of the first list.
func (v View) lastListed() (Choice, bool) {
	for _, g := range v.Groups {
		if g.Numbered && len(g.Choices) > 0 {
			return g.Choices[len(g.Choices)-1], true
		}
	}
	return Choice{}, false
}

// nth is the n-th numbered choice, from 1 on.
func (v View) nth(n int) (Choice, bool) {
	for _, g := range v.Groups {
		if !g.Numbered {
			continue
		}
		if n >= 1 && n <= len(g.Choices) {
			return g.Choices[n-1], true
		}
		n -= len(g.Choices)
	}
	return Choice{}, false
}

// onward is the group with the one way forward.
func onward() Group {
	return Group{Columns: 1, Choices: []Choice{{ID: nextChoice, Label: locales.Say("choice.enough")}}}
}

func otherLanguages(lang string) []Choice {
	var all []Choice
	for _, other := range locales.Languages() {
		if other != lang {
			all = append(all, Choice{ID: languagePrefix + other, Label: locales.Plain(locales.Name(other))})
		}
	}
	return all
}

// yesNo is the two answers to a question, in words of their own.
//
//locales:keys choice.yes choice.no cancel.yes cancel.no erase.yes erase.no
//locales:keys staff.miss_yes staff.miss_no staff.closing_yes staff.closing_no staff.opening_yes staff.opening_no
//locales:keys ticket.leave_yes ticket.leave_no
//locales:keys staff.reopen_yes staff.withdraw_yes staff.minutes_yes staff.minutes_no
func yesNo(yes, no string) Group {
	return Group{Columns: 2, Numbered: true, Choices: []Choice{
		{ID: yesChoice, Label: locales.Say(yes)},
		{ID: noChoice, Label: locales.Say(no)},
	}}
}

// numbers is the choices from 1 to most.
func numbers(most int) Group {
	g := Group{Columns: 5, Numbered: true}
	for n := 1; n <= most; n++ {
		g.Choices = append(g.Choices, Choice{
			ID:    numberPrefix + strconv.Itoa(n),
			Label: locales.Say("choice.number", "Number", n),
		})
	}
	return g
}
