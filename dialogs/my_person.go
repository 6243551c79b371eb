package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// enoughMisses is the number of messages in a row, none of them understood, after
// which the talk offers somebody of the office.
const enoughMisses = 3

// personStep offers to go on with somebody of the office.
type personStep struct{}

func (personStep) name() string { return "person" }

func (personStep) need(*talk) Need { return Need{Reach: true} }

func (personStep) show(t *talk) View {
	v := View{Title: locales.Say("person.title")}
	offices := t.facts.reachable()
	for _, o := range offices {
		if len(offices) > 1 {
			v.Body = append(v.Body, locales.Say("text", "Text", t.amongst(o, offices)))
		}
		v.Body = append(v.Body, stateLines(o, t.facts.Now)...)
	}
	v.Body = append(v.Body, locales.Say("talk.person", "Phone", t.phone()))
	switch len(offices) {
	case 0:
		v.Body = slices.Insert(v.Body, 0, locales.Say("person.nobody"))
	case 1:
		v.Ask = locales.Say("person.ask")
		v.Groups = []Group{list(Choice{ID: yesChoice, Label: locales.Say("person.yes")})}
	default:
		v.Ask = locales.Say("person.ask_where")
		v.Groups = []Group{list(t.officesToTalkTo(offices)...)}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// toOfficePrefix stands before the office with whose staff a talk goes on.
const toOfficePrefix = "to:"

func (t *talk) officesToTalkTo(offices []*booking.Office) []Choice {
	var all []Choice
	for _, o := range offices {
		all = append(all, Choice{ID: toOfficePrefix + string(o.ID), Label: locales.Say("person.at", "Office", t.amongst(o, offices))})
	}
	return all
}

func (personStep) choose(t *talk, id string) bool {
	offices := t.facts.reachable()
	for _, o := range offices {
		if id == yesChoice && len(offices) == 1 || id == toOfficePrefix+string(o.ID) {
			t.askForPerson(o)
			return true
		}
	}
	return false
}

func (personStep) hear(t *talk, said reading) {
	v := t.view()
	if id, ok := said.choice(v); ok {
		t.choose(id)
		return
	}
	if len(t.facts.reachable()) > 1 {
		t.miss("remark.choose")
		return
	}
	t.miss("remark.yes_or_no")
}

// askForPerson asks for staff to go on with the talk, and tells them what it was
// about.
func (t *talk) askForPerson(o *booking.Office) {
	c := HandOver{Office: o.ID, Lang: t.Lang}
	for _, w := range t.Draft.Wishes {
		c.Concerns = append(c.Concerns, w.Concern)
	}
	t.do(c)
}

// view is what is seen where the talk stands. Who was not understood again and
// again can choose to talk to somebody.
func (t *talk) view() View {
	v := t.step().show(t)
	if t.offersPerson() && !v.offers(personChoice) {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: personChoice, Label: locales.Say("person.offer")}}})
	}
	return v
}

func (t *talk) offersPerson() bool {
	return t.Misses >= enoughMisses && !t.Handed && t.Screen != personScreen && len(t.facts.reachable()) > 0
}

// reachNeed tells whether an event, or what is seen, depends on who can be
// reached.
func (t *talk) reachNeed(event Event) bool {
	if !t.facts.Reachable && !t.Handed {
		return false
	}
	switch e := event.(type) {
	case nil:
		return t.Handed || t.Screen == personScreen || t.Misses >= enoughMisses
	case Said:
		return true
	case Tapped:
		return t.Handed || t.Screen == personScreen || e.Choice == personChoice || strings.HasPrefix(e.Choice, toOfficePrefix)
	case Result:
		return false
	}
	return t.Handed
}
