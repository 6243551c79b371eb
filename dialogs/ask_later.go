package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	dropPrefix = "drop:"
)

// note keeps a concern in mind that needs an appointment of its own. It is
// asked about once this one is booked.
func (t *talk) note(id booking.ConcernID) {
	if !slices.Contains(t.Later, id) {
		t.Later = append(slices.Clone(t.Later), id)
	}
}

// noteWhen keeps in mind when a concern is wanted that was noted.
func (t *talk) noteWhen(a understand.ConcernWhen) {
	t.LaterOn = slices.DeleteFunc(slices.Clone(t.LaterOn), func(noted understand.ConcernWhen) bool { return noted.Concern == a.Concern })
	t.LaterOn = append(t.LaterOn, a)
}

// noteCases keeps in mind how many cases there are of a concern that was noted.
func (t *talk) noteCases(id booking.ConcernID, cases int) {
	if cases < 1 || !slices.Contains(t.Later, id) {
		return
	}
	t.LaterCases = append(withoutConcern(t.LaterCases, id), booking.Wish{Concern: id, Quantity: min(cases, max(1, t.facts.concern(id).MaxQuantity))})
}

// casesLater is how many cases there are of a concern that was noted; 0: that was not said.
func (t *talk) casesLater(id booking.ConcernID) int {
	for _, w := range t.LaterCases {
		if w.Concern == id {
			return w.Quantity
		}
	}
	return 0
}

// withoutConcern is wishes without those for a concern.
func withoutConcern(wishes []booking.Wish, id booking.ConcernID) []booking.Wish {
	return slices.DeleteFunc(slices.Clone(wishes), func(w booking.Wish) bool { return w.Concern == id })
}

func (t *talk) forget(id booking.ConcernID) {
	t.Later = slices.DeleteFunc(slices.Clone(t.Later), func(noted booking.ConcernID) bool { return noted == id })
	t.LaterOn = slices.DeleteFunc(slices.Clone(t.LaterOn), func(noted understand.ConcernWhen) bool { return noted.Concern == id })
	if len(t.LaterOn) == 0 {
		t.LaterOn = nil
	}
	if t.LaterCases = withoutConcern(t.LaterCases, id); len(t.LaterCases) == 0 {
		t.LaterCases = nil
	}
}

// noted is what is kept in mind, one line.
func (t *talk) noted() []locales.Line {
	if len(t.Later) == 0 {
		return nil
	}
	var names locales.List
	for _, id := range t.Later {
		names = append(names, t.facts.named(booking.Wish{Concern: id, Quantity: t.casesLater(id)}))
	}
	return []locales.Line{locales.Say("later.noted", "Concerns", names)}
}

// dropChoices takes each noted concern back.
func (t *talk) dropChoices() []Choice {
	var choices []Choice
	for _, id := range t.Later {
		choices = append(choices, Choice{
			ID:    dropPrefix + string(id),
			Label: locales.Say("later.drop", "Concern", locales.Text(t.facts.concern(id).Name)),
		})
	}
	return choices
}

func (t *talk) chooseDrop(choice string) bool {
	id, ok := strings.CutPrefix(choice, dropPrefix)
	if !ok || !slices.Contains(t.Later, booking.ConcernID(id)) {
		return false
	}
	t.forget(booking.ConcernID(id))
	return true
}

// bookNoted begins the appointment for what was noted first.
func (t *talk) bookNoted() bool {
	if len(t.Later) == 0 {
		return false
	}
	t.bookLater(t.Later[0])
	return true
}

// bookLater begins the appointment for one of the concerns that were noted, when it is wanted.
func (t *talk) bookLater(id booking.ConcernID) {
	t.Screen, t.Draft = noScreen, Draft{Category: t.facts.concern(id).Category}
	for _, a := range t.LaterOn {
		if a.Concern == id {
			t.say(pair(a.When))
		}
	}
	cases := t.casesLater(id)
	t.forget(id)
	t.want(id, cases)
	t.enoughIfAny()
}
