package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// staffCancelStep asks once more before a clerk cancels an appointment.
type staffCancelStep struct{}

func (staffCancelStep) name() string { return "strike" }

func (staffCancelStep) need(t *talk) Need { return Need{Staff: StaffNeed{Appointment: t.Chosen}} }

func (staffCancelStep) show(t *talk) View {
	return t.really("staff.cancel_ask", "staff.cancel_ticket", "cancel.yes", "cancel.no")
}

// really asks whether something is to be done with the appointment looked at, or with
// the ticket.
//
//locales:keys staff.cancel_ask staff.cancel_ticket staff.miss_ask staff.miss_ticket cancel.yes cancel.no staff.miss_yes staff.miss_no
func (t *talk) really(ask, ofTicket, yes, no string) View {
	c := t.facts.Staff.Appointment
	if c == nil {
		return staffAppointmentStep{}.show(t)
	}
	a := c.Appointment
	question := locales.Say(ask, "Number", a.Number.String(), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a), "Name", plain(a.Contact.Name))
	if a.IsTicket() {
		question = locales.Say(ofTicket, "Ticket", callName(a))
	}
	return View{
		Body:   []locales.Line{reach(a)},
		Ask:    question,
		Groups: []Group{yesNo(yes, no), navigation(backChoice, homeChoice)},
		Grave:  true,
	}
}

// reach says how the holder of an appointment learns what staff do to it.
func reach(a booking.Appointment) locales.Line {
	switch {
	case a.Holder != 0 || a.Contact.Mail != "":
		return locales.Say("staff.told_by_us")
	case a.Contact.Phone != "":
		return locales.Say("staff.to_be_called", "Phone", plain(a.Contact.Phone))
	}
	return locales.Say("staff.out_of_reach")
}

func (staffCancelStep) choose(t *talk, id string) bool { return t.decide(id, Cancel{t.Chosen}) }

// decide carries out a command that was asked about, or leaves it.
func (t *talk) decide(id string, c Command) bool {
	switch {
	case id == noChoice:
		t.flow.leave(t)
	case id == yesChoice && t.may(booking.Clerk):
		t.do(c)
	default:
		return id == yesChoice
	}
	return true
}

func (staffCancelStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// appointmentCancelled shows the appointment as it is now, with the way to take it back.
func (t *talk) appointmentCancelled(d Result) {
	a := d.Appointment
	t.Chosen, t.Screen = a.ID, staffAppointmentScreen
	t.keepUndo(Undo{What: cancelling, Appointment: a.ID, Number: a.Number})
	t.remark("staff.cancelled", "Number", callName(a))
}
