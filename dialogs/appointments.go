package dialogs

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// appointmentsStep lists what the person has booked.
type appointmentsStep struct{}

const appointmentPrefix = "a:"

func (appointmentsStep) need(*talk) Need { return Need{Appointments: true} }

func (appointmentsStep) show(t *talk) View {
	v := View{Title: locales.Say("appointments.title"), Ask: locales.Say("appointments.ask")}
	var choices []Choice
	for _, a := range t.facts.Appointments {
		choices = append(choices, Choice{
			ID: appointmentPrefix + strconv.FormatInt(int64(a.ID), 10),
			Label: locales.Say("appointments.choice",
				"Day", shortDateOf(t.date(a)), "Time", t.timeOf(a), "Number", a.Number.String()),
		})
	}
	if len(choices) == 0 {
		v.Ask = locales.Say("appointments.none")
	}
	choices = append(choices, Choice{ID: attachChoice, Label: locales.Say("appointments.attach")},
		Choice{ID: waitingChoice, Label: locales.Say("wait.list")})
	v.Groups = []Group{list(choices...), t.wayBack()}
	return v
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
	return true
}

// hear takes a number that is typed or read out.
func (appointmentsStep) hear(t *talk, text string) {
	number, ok := booking.ParseNumber(understand.Fold(text))
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
	t.remark("remark.choose")
}

// appointmentStep shows one appointment and what can be done with it.
type appointmentStep struct{}

const (
	moveChoice   = "move"
	cancelChoice = "cancel"
)

func (appointmentStep) need(*talk) Need { return Need{Appointments: true} }

func (appointmentStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	return t.appointmentView(a)
}

func (t *talk) appointmentView(a booking.Appointment) View {
	v := View{Title: locales.Say("appointment.title", "Number", a.Number.String()), Body: t.card(a)}
	if today := t.dayOfChoices(a); len(today) > 0 {
		v.Ask = locales.Say("appointment.ask")
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: today})
	}
	if a.Late > 0 && a.State == booking.Confirmed {
		v.Body = append(v.Body, locales.Line{}, locales.Say("late.known", "Length", locales.Minutes(a.Late.Minutes())))
	}
	if a.State == booking.CheckedIn {
		v.Body = append(v.Body, locales.Line{}, locales.Say("here.known"))
	}
	if a.Upcoming(t.facts.Now) {
		v.Ask = locales.Say("appointment.ask")
		v.Groups = append(v.Groups, list(
			Choice{ID: moveChoice, Label: locales.Say("appointment.move")},
			Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
			Choice{ID: waitChoice, Label: locales.Say("wait.improve")},
		))
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
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

// change begins to look for another time, or to wait for an earlier one, as
// the choice says. The appointment stays until the other is booked; a booking
// under way is not given up unasked.
func (t *talk) change(choice string) {
	a, ok := t.appointment(t.Chosen)
	switch {
	case !ok || !a.Upcoming(t.facts.Now):
		t.remark("refused.gone", "Phone", t.phone())
		t.Screen = appointmentsScreen
	case t.Draft.Begun():
		t.interrupt(choice)
	default:
		t.release()
		t.Draft = Draft{Moving: a.ID, Office: a.Office, Wait: WaitDraft{On: choice == waitChoice}}
		t.Screen = noScreen
	}
}

func (appointmentStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// card is an appointment with all that one has to know on the day.
func (t *talk) card(a booking.Appointment) []locales.Line {
	lines := t.brief(a)
	if o, ok := t.facts.Town.Office(a.Office); ok {
		lines = append(lines, bringLines(o.Booked(a), t.date(a))...)
	}
	return lines
}

// brief is what an appointment is for, when and where.
func (t *talk) brief(a booking.Appointment) []locales.Line {
	lines := []locales.Line{locales.Say("card.time",
		"Day", t.dayOf(a), "Time", t.timeOf(a), "Length", locales.Minutes(a.Span.Length().Minutes()))}
	for _, item := range a.Items {
		lines = append(lines, locales.Say("bring.item", "Item", caseLine(item.Name, item.Quantity)))
	}
	o, ok := t.facts.Town.Office(a.Office)
	if !ok {
		return lines
	}
	lines = append(lines, placeLine(o))
	if hint := o.Address.Hint; len(hint) > 0 {
		lines = append(lines, say(hint))
	}
	return lines
}

func (t *talk) dayOf(a booking.Appointment) locales.Date { return dateOf(t.date(a)) }

func (t *talk) date(a booking.Appointment) booking.Date {
	return booking.DateOf(a.Span.Start, t.zone(a))
}

func (t *talk) timeOf(a booking.Appointment) locales.Clock {
	return locales.Clock(a.Span.Start.In(t.zone(a)))
}

func (t *talk) zone(a booking.Appointment) *time.Location {
	if o, ok := t.facts.Town.Office(a.Office); ok {
		return o.Calendar.Zone
	}
	return t.facts.Town.Offices[0].Calendar.Zone
}
