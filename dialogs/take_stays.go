package dialogs

import (
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
	if x.step().name() != "review" { // which shows how many come
		x.took(locales.Say("review.persons", "Count", max(1, x.Draft.Persons)))
	}
}

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
