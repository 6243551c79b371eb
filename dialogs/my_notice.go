package dialogs

import "terminbote/booking"

// again books what an appointment was for once more. A booking under way
// goes first.
func (t *talk) again(a booking.Appointment) {
	if t.Draft.Begun() {
		t.interrupt("")
		return
	}
	t.reset()
	for _, item := range a.Items {
		if c, known := t.facts.Town.Concern(item.Concern); known && !t.wished(c.ID) {
			t.Draft.Category = c.Category
			t.wish(c.ID)
		}
	}
	t.enoughIfAny()
}

// respond handles the answer to a notice that still holds.
func (t *talk) respond(e Responded) {
	told := t.facts.Notice
	if told == nil || told.ID != e.Notice || !t.holds(*told, e.Choice) {
		t.remark("notice.over")
		return
	}
	if told.Kind == booking.OfferNotice {
		if !t.answerOffer(told.Appointment.ID, e.Choice) {
			t.remark("offer.over")
		}
		return
	}
	if told.Kind == booking.RatingNotice {
		if !t.rate(*told, e.Choice) {
			t.remark("notice.over")
		}
		return
	}
	switch e.Choice {
	case againChoice:
		t.again(told.Appointment)
	case pickupChoice:
		t.fetch(told.Appointment)
	case comingChoice:
		t.do(Affirm{told.Appointment.ID})
	case lateChoice:
		t.late(told.Appointment)
	case moveChoice:
		t.Chosen = told.Appointment.ID
		t.change(moveChoice)
	case cancelChoice:
		t.Chosen, t.Screen = told.Appointment.ID, cancelScreen
	default:
		t.remark("notice.over")
	}
}

// holds tells whether a notice can still be answered. Somebody late can say
// so when the appointment has begun, too.
func (t *talk) holds(told ReceivedNotice, choice string) bool {
	a := told.Appointment
	if told.True(a, t.facts.Now) {
		return true
	}
	o, ok := t.facts.Town.Office(a.Office)
	return ok && choice == lateChoice && told.Sequence == a.Sequence && t.facts.canDelay(o, a)
}

// affirmed thanks who said that they come, and shows what they come to unless
// a booking is under way.
func (t *talk) affirmed(d Result) {
	if d.Refused != nil {
		t.remark("notice.over")
		return
	}
	t.remark("notice.thanks", "Day", t.facts.dayOf(d.Appointment), "Time", t.facts.timeOf(d.Appointment))
	if !t.Draft.Begun() {
		t.Chosen, t.Screen = d.Appointment.ID, appointmentScreen
	}
}
