package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// appointmentStep shows one appointment and what can be done with it.
type appointmentStep struct{}

func (appointmentStep) name() string { return "appointment" }

func (appointmentStep) need(*talk) Need { return Need{Appointments: true} }

func (appointmentStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	return t.facts.appointmentView(a)
}

func (f Facts) appointmentView(a booking.Appointment) View {
	v := View{Title: locales.Say("appointment.title", "Number", a.Number.String()), Body: f.card(a)}
	if today := f.dayOfChoices(a); len(today) > 0 {
		v.Ask = locales.Say("appointment.ask")
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: today})
	}
	if a.Late > 0 && a.State == booking.Confirmed {
		v.Body = append(v.Body, locales.Line{}, locales.Say("late.known", "Length", locales.Minutes(a.Late.Minutes())))
	}
	switch o, ok := f.Town.Office(a.Office); {
	case a.State == booking.CheckedIn:
		v.Body = append(v.Body, locales.Line{}, locales.Say("here.known"))
	case a.State == booking.Called && ok:
		v.Body = append(v.Body, locales.Line{}, CallLine(o, a))
	}
	if a.Upcoming(f.Now) {
		v.Ask = locales.Say("appointment.ask")
		v.Groups = append(v.Groups, f.changeChoices(a))
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// changeChoices is what can become of an appointment ahead. Where the office is
// given up, or all that it is for, there is no other time.
func (f Facts) changeChoices(a booking.Appointment) Group {
	if !f.movable(a) {
		return list(Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")})
	}
	return list(
		Choice{ID: moveChoice, Label: locales.Say("appointment.move")},
		Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
		Choice{ID: waitChoice, Label: locales.Say("wait.improve")},
	)
}

func (appointmentStep) choose(t *talk, id string) bool {
	switch id {
	case moveChoice, waitChoice:
		t.change(id)
	case cancelChoice:
		t.Screen = cancelScreen
	case hereChoice:
		t.do(Arrive{t.Chosen})
	case lateChoice:
		t.Screen = lateScreen
	default:
		return false
	}
	return true
}

func (appointmentStep) hear(t *talk, _ reading) { t.miss("remark.choose") }
