package dialogs

import (
	"reflect"
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// takeStays says back what is chosen where a message says that some of it stays, or who it is for:
// that changes nothing, and nobody has to wonder whether it did.
func (x *taking) takeStays() {
	stays := values[understand.StaysValue](x.said)
	if len(stays) == 0 {
		return
	}
	x.used = true
	for _, w := range x.Draft.Wishes {
		if x.stays(w.Concern, stays) {
			x.took(x.facts.named(w))
		}
	}
}

// sayWhole says back all that is chosen and how many come where a message corrects some of it, unless
// the next view shows that.
func (x *taking) sayWhole() {
	if !x.said.Corrects || len(x.Draft.Wishes) == 0 || x.Screen != noScreen || x.Draft.Changes || showsAll[x.step().name()] {
		return
	}
	whole := []locales.Line{}
	for _, w := range x.Draft.Wishes {
		whole = append(whole, x.facts.named(w))
	}
	whole = append(whole, locales.Say("review.persons", "Count", max(1, x.Draft.Persons)))
	for _, line := range whole {
		if !slices.ContainsFunc(x.echo, func(said locales.Line) bool { return reflect.DeepEqual(said, line) }) {
			x.took(line)
		}
	}
}

// showsAll is the questions whose view shows all that is chosen, or that ask how many there are.
var showsAll = map[string]bool{"review": true, "callersReview": true, "quantity": true, "persons": true, "which": true}

// stays tells whether a message says that a concern stays, and not already how many cases of it.
func (x *taking) stays(id booking.ConcernID, stays []understand.StaysValue) bool {
	for _, v := range values[understand.ConcernValue](x.said) {
		if v.ID == id {
			return false
		}
	}
	for _, v := range stays {
		if v.ID == id || v.ID == "" {
			return true
		}
	}
	return false
}
