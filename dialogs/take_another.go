package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeAnother takes what somebody else needs in an appointment of their own: it is begun where nothing
// else is under way, and else kept in mind until what is chosen is booked. Nothing of this one changes.
func (x *taking) takeAnother() {
	for _, other := range x.said.Another {
		x.used = true
		if x.mayBeginAnother() {
			x.beginAnother(other)
			continue
		}
		for _, w := range x.wantedByAnother(other) {
			x.note(w.Concern)
			x.noteCases(w.Concern, w.Quantity)
			x.noteWhen(understand.ConcernWhen{Concern: w.Concern, When: other.When})
		}
		x.remark("another.noted", "Words", quote(other.Words))
	}
}

// mayBeginAnother tells whether nothing is under way that another appointment would have to wait for.
func (x *taking) mayBeginAnother() bool {
	return x.ownSeen() == understand.SeenAppointment && x.Screen != cancelScreen && !x.Draft.Begun() && len(x.commands) == 0
}

// wantedByAnother is what an appointment of somebody else is for: what is named, or the same as that which is
// chosen, or booked and seen.
func (x *taking) wantedByAnother(other understand.Another) []booking.Wish {
	var wishes []booking.Wish
	for _, v := range other.Concerns {
		if _, known := x.facts.Town.Concern(v.ID); known {
			wishes = append(wishes, booking.Wish{Concern: v.ID, Quantity: v.Quantity})
		}
	}
	if len(wishes) > 0 {
		return wishes
	}
	same := x.Draft.Wishes
	id := x.Chosen
	if x.Screen == appointmentsScreen {
		id = x.onlyUpcoming()
	}
	if a, seen := x.appointment(id); seen && len(same) == 0 {
		same = a.Wishes()
	}
	for _, w := range same {
		wishes = append(wishes, booking.Wish{Concern: w.Concern})
	}
	return wishes
}

// beginAnother begins the booking for somebody else.
func (x *taking) beginAnother(other understand.Another) {
	seen, wishes := x.Chosen, x.wantedByAnother(other)
	x.Screen, x.shown = noScreen, true
	for _, w := range wishes {
		x.want(w.Concern, w.Quantity)
	}
	x.enoughIfAny()
	for _, w := range x.Draft.Wishes {
		x.took(x.facts.named(w))
	}
	x.Draft.After = seen
	if when := pair(other.When); !when.any() {
		x.say(when)
		x.took(when.line())
	}
}
