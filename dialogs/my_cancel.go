package dialogs

import (
	"errors"

	"terminbote/booking"
	"terminbote/locales"
)

// cancelStep asks once more before an appointment is given back.
type cancelStep struct{}

func (cancelStep) name() string { return "cancel" }

func (cancelStep) need(*talk) Need { return Need{Appointments: true} }

func (cancelStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	return View{
		Ask:    locales.Say("cancel.ask", "Number", a.Number.String(), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a)),
		Groups: []Group{yesNo("cancel.yes", "cancel.no"), navigation(homeChoice)},
		Grave:  true,
	}
}

func (cancelStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.do(Cancel{t.Chosen})
	case noChoice:
		t.flow.leave(t)
	default:
		return false
	}
	return true
}

func (cancelStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// returned is what it takes to book an appointment again.
func returned(a booking.Appointment) Returned {
	return Returned{Office: a.Office, Wishes: a.Wishes(), Persons: a.Persons, Start: a.Span.Start, Contact: a.Contact}
}

func (t *talk) cancelled(d Result) {
	t.Screen, t.Chosen = appointmentsScreen, 0
	if errors.Is(d.Refused, booking.ErrDayLimit) {
		t.flow.refuse(t, d)
		return
	}
	if d.Refused != nil {
		t.remark("refused.gone", "Phone", t.phone())
		return
	}
	t.Returned = returned(d.Appointment)
	t.remarks = append(t.remarks, locales.Say("cancel.done",
		"Number", d.Appointment.Number.String(), "Day", t.facts.dayOf(d.Appointment), "Time", t.facts.timeOf(d.Appointment)))
}
