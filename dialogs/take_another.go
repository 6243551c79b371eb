package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeAnother takes what somebody else needs in an appointment of their own: it is begun where nothing
// else is under way, and else kept in mind until what is chosen is booked. Nothing of this one changes.
func (x *taking) takeAnother(before Draft) {
	for _, other := range x.said.Another {
		switch {
		case x.mayBeginAnother():
			x.used = true
			x.beginAnother(other)
		case x.Draft.After != before.After && len(other.Concerns) == 0:
			x.used = true // the rest of the message says what for, and has begun it
		case x.Screen != cancelScreen:
			x.noteAnother(other)
		}
	}
}

// noteAnother keeps in mind what somebody else needs, and when they can come, where that was said.
func (x *taking) noteAnother(other understand.Another) {
	wishes := x.wantedByAnother(other)
	for _, w := range wishes {
		x.note(w.Concern)
		x.noteCases(w.Concern, w.Quantity)
		if when := pair(other.When); !when.any() {
			x.noteWhen(understand.ConcernWhen{Concern: w.Concern, When: other.When})
		}
	}
	if len(wishes) > 0 {
		x.used = true
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
	if a, seen := x.appointment(x.besideAnother()); seen && len(same) == 0 {
		same = a.Wishes()
	}
	for _, w := range same {
		wishes = append(wishes, booking.Wish{Concern: w.Concern})
	}
	return wishes
}

// besideAnother is the appointment that is seen, or the only one of those that are.
func (x *taking) besideAnother() booking.AppointmentID {
	if x.Screen == appointmentsScreen {
		return x.onlyUpcoming()
	}
	return x.Chosen
}

// beginAnother begins the booking for somebody else.
func (x *taking) beginAnother(other understand.Another) {
	seen, wishes := x.besideAnother(), x.wantedByAnother(other)
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
