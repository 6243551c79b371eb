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

func (t *talk) forget(id booking.ConcernID) {
	t.Later = slices.DeleteFunc(slices.Clone(t.Later), func(noted booking.ConcernID) bool { return noted == id })
	t.LaterOn = slices.DeleteFunc(slices.Clone(t.LaterOn), func(noted understand.ConcernWhen) bool { return noted.Concern == id })
	if len(t.LaterOn) == 0 {
		t.LaterOn = nil
	}
}

// noted is what is kept in mind, one line.
func (t *talk) noted() []locales.Line {
	if len(t.Later) == 0 {
		return nil
	}
	var names locales.List
	for _, id := range t.Later {
		names = append(names, say(t.facts.concern(id).Name))
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
	t.forget(id)
	t.wish(id)
	t.enoughIfAny()
}
