package dialogs

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// appointmentsStep lists what the person has booked.
type appointmentsStep struct{}

func (appointmentsStep) name() string { return "appointments" }

func (appointmentsStep) need(*talk) Need { return Need{Appointments: true} }

func (appointmentsStep) show(t *talk) View {
	v := View{Title: locales.Say("appointments.title"), Ask: locales.Say("appointments.ask")}
	var choices []Choice
	for _, a := range t.facts.Appointments {
		choices = append(choices, Choice{ID: appointmentPrefix + strconv.FormatInt(int64(a.ID), 10), Label: t.facts.ownLabel(a)})
	}
	if len(choices) == 0 {
		v.Ask = locales.Say("appointments.none")
	}
	choices = append(choices, Choice{ID: attachChoice, Label: locales.Say("appointments.attach")},
		Choice{ID: waitingChoice, Label: locales.Say("wait.list")})
	v.Groups = []Group{list(choices...), t.wayBack()}
	return v
}

// ownLabel names an appointment or a ticket where one is to be chosen.
func (f Facts) ownLabel(a booking.Appointment) locales.Line {
	if a.IsTicket() {
		return locales.Say("ticket.title", "Ticket", callName(a))
	}
	return locales.Say("appointments.choice", "Day", shortDateOf(f.date(a)), "Time", f.timeOf(a), "Number", a.Number.String())
}

// wayBack leads back to a booking under way, or to the beginning.
func (t *talk) wayBack() Group {
	if t.Draft.Begun() {
		return navigation(backChoice)
	}
	return navigation(homeChoice)
}

func (appointmentsStep) choose(t *talk, id string) bool {
	digits, ok := strings.CutPrefix(id, appointmentPrefix)
	if !ok {
		return false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return false
	}
	t.Chosen, t.Screen = booking.AppointmentID(n), appointmentScreen
	if a, ok := t.appointment(t.Chosen); ok && a.IsTicket() {
		t.showTicket(a)
	}
	return true
}

// hear takes a number that is typed or read out.
func (appointmentsStep) hear(t *talk, said reading) {
	number, ok := said.appointmentNumber()
	for _, a := range t.facts.Appointments {
		if ok && a.Number == number {
			t.Chosen, t.Screen = a.ID, appointmentScreen
			return
		}
	}
	if ok {
		t.attach(number)
		return
	}
	if said.intent() == understand.Book {
		t.Screen = noScreen
		t.search(said)
		return
	}
	t.miss("remark.choose")
}
