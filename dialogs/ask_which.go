package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// whichStep asks which of a few concerns was meant, where the words fit more
// than one.
type whichStep struct{}

func (whichStep) name() string { return "which" }

func (whichStep) need(*talk) Need { return Need{Appointments: true} }

func (whichStep) open(t *talk) bool { return len(t.Draft.Between) > 0 }

func (whichStep) reopen(t *talk) bool {
	given := len(t.Draft.Between) > 0
	t.Draft.Between, t.Draft.Doubts, t.Draft.Cases = nil, nil, 0
	return given
}

func (whichStep) show(t *talk) View {
	var choices []Choice
	for _, id := range t.Draft.Between {
		choices = append(choices, Choice{ID: concernPrefix + string(id), Label: concernLabel(t.facts.concern(id))})
	}
	v := View{Body: t.basket(), Ask: locales.Say("which.ask")}
	other := Choice{ID: otherConcernChoice, Label: locales.Say("which.other")}
	if len(choices) == 1 {
		name := locales.Text(t.facts.concern(t.Draft.Between[0]).Name)
		v.Ask = locales.Say("which.ask_one", "Concern", name)
		if len(t.Draft.Wishes) > 0 {
			v.Ask = locales.Say("which.ask_also", "Concern", name)
			other = Choice{ID: noChoice, Label: locales.Say("choice.no")}
		}
	}
	v.Groups = []Group{list(append(choices, other)...), navigation(backChoice, homeChoice)}
	return v
}

func (whichStep) choose(t *talk, id string) bool {
	name, isConcern := strings.CutPrefix(id, concernPrefix)
	switch {
	case id == noChoice && len(t.Draft.Between) == 1:
		t.Draft.Between, t.Draft.Cases = nil, 0
		t.nextDoubt()
		t.enoughIfAny()
	case id == otherConcernChoice, id == noChoice:
		t.Draft.Between, t.Draft.Doubts, t.Draft.Cases = nil, nil, 0
	case id == yesChoice && len(t.Draft.Between) == 1:
		t.settleOn(t.Draft.Between[0])
	case isConcern && slices.Contains(t.Draft.Between, booking.ConcernID(name)):
		t.settleOn(booking.ConcernID(name))
	default:
		return false
	}
	return true
}

// settleOn takes the one of several concerns that was meant.
func (t *talk) settleOn(id booking.ConcernID) {
	cases := t.Draft.Cases
	t.Draft.Between, t.Draft.Cases = nil, 0
	t.want(id, cases)
	t.nextDoubt()
	t.enoughIfAny()
}

// nextDoubt asks about the next concern that may be needed as well.
func (t *talk) nextDoubt() {
	for len(t.Draft.Between) == 0 && len(t.Draft.Doubts) > 0 {
		id := t.Draft.Doubts[0]
		t.Draft.Doubts = t.Draft.Doubts[1:]
		if !t.wished(id) {
			t.Draft.Between = []booking.ConcernID{id}
		}
	}
}

func (whichStep) hear(t *talk, said reading) {
	switch {
	case !said.undecided():
		t.miss("remark.choose")
	case len(t.Draft.Between) == 1 && len(t.Draft.Wishes) > 0:
		t.miss("which.undecided_also")
	default:
		t.miss("which.undecided")
	}
}

// want adds a concern, with how many cases where that was said. What is wanted
// already stays.
func (t *talk) want(id booking.ConcernID, cases int) {
	if !t.wished(id) {
		t.wish(id)
	}
	if t.Draft.Category == "" {
		t.Draft.Category = t.facts.concern(id).Category
	}
	switch {
	case cases > 0 && t.wished(id):
		t.setCases(id, cases)
	case cases > 0:
		t.noteCases(id, cases)
	}
}

// enoughIfAny ends the choice of concerns, once there is one.
func (t *talk) enoughIfAny() {
	if len(t.Draft.Wishes) > 0 && len(t.Draft.Between) == 0 && (t.Draft.Moving == 0 || t.Draft.Changes) {
		t.enough()
	}
}

// setCases says how many cases of a concern there are; more than fit are
// refused.
func (t *talk) setCases(id booking.ConcernID, cases int) {
	i := slices.IndexFunc(t.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == id })
	if i >= 0 {
		quantityStep{}.set(t, i, cases)
	}
}
