package dialogs

import (
	"cmp"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffAppointmentStep shows one appointment with all that is known of it, and what can be
// done with it as it stands.
type staffAppointmentStep struct{}

func (staffAppointmentStep) name() string { return "case" }

const (
	connectChoice = "connect"
	finishChoice  = "finish"
	missChoice    = "miss"
	uncallChoice  = "uncall"
	restoreChoice = "restore"
	unmarkChoice  = "unmark"
)

func (staffAppointmentStep) need(t *talk) Need {
	return Need{Staff: StaffNeed{Appointment: t.Chosen, Colleagues: true}}
}

func (staffAppointmentStep) show(t *talk) View {
	c := t.facts.Staff.Appointment
	if c == nil {
		return View{Ask: locales.Say("staff.refused.over"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	a := c.Appointment
	v := View{Title: locales.Say("staff.appointment", "Number", callName(a), "State", stateLine(a.State)), Ask: locales.Say("appointment.ask")}
	v.Body = append(t.facts.staffCard(a), t.facts.deliveryLines(c.Deliveries, a)...)
	v.Body = append(v.Body, t.facts.historyLines(c.History, a)...)
	v.Groups = t.undoable()
	if t.facts.allows(booking.Clerk) {
		choices := t.appointmentCommands(a)
		if t.unmarkable(a) {
			choices = append(choices, Choice{ID: unmarkChoice, Label: unmarkLine(a.State)})
		}
		if t.restorable(c) {
			choices = append(choices, Choice{ID: restoreChoice, Label: locales.Say("staff.do.restore")})
		}
		if len(choices) > 0 {
			v.Groups = append(v.Groups, list(choices...))
		}
		v.Groups = append(v.Groups, t.attendingGroups(a)...)
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// staffCard is an appointment as staff see it.
func (f Facts) staffCard(a booking.Appointment) []locales.Line {
	lines := f.brief(a)
	lines = append(lines, locales.Say("review.persons", "Count", a.Persons),
		locales.Say("review.name", "Name", plain(cmp.Or(understand.OneLine(a.Contact.Name), "–"))))
	if a.Contact.Phone != "" {
		lines = append(lines, locales.Say("staff.appointment.phone", "Phone", plain(a.Contact.Phone)))
	}
	if a.Contact.Mail != "" {
		lines = append(lines, locales.Say("review.mail", "Mail", plain(a.Contact.Mail)))
	}
	if o, ok := f.Town.Office(a.Office); ok && a.Desk != "" {
		lines = append(lines, locales.Say("staff.appointment.desk", "Desk", deskLine(o, a.Desk)))
	}
	if a.Visit.Note != "" {
		lines = append(lines, locales.Say("staff.note", "Note", plain(a.Visit.Note)))
	}
	if coming := comingLine(Entry{Appointment: a}); !coming.IsZero() {
		lines = append(lines, coming)
	}
	return append(lines, f.changeLines(a)...)
}

// appointmentCommands is what can be done with an appointment in its state.
func (t *talk) appointmentCommands(a booking.Appointment) []Choice {
	here := Choice{ID: hereChoice, Label: locales.Say("staff.do.here")}
	miss := Choice{ID: missChoice, Label: locales.Say("staff.do.miss")}
	begun := !t.facts.Now.Before(a.Span.Start)
	var choices []Choice
	switch a.State {
	case booking.Confirmed:
		if t.facts.date(a) == t.today() {
			choices = append(choices, here)
		}
		if begun {
			return append(choices, miss)
		}
		return append(choices,
			Choice{ID: moveChoice, Label: locales.Say("appointment.move")},
			Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
			Choice{ID: connectChoice, Label: locales.Say("staff.do.connect")})
	case booking.CheckedIn:
		if begun {
			choices = append(choices, miss)
		}
		return append(choices, Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")})
	case booking.Called:
		return append(servingChoices(), miss)
	case booking.Missed:
		return append(choices, here)
	}
	return nil
}

// servingChoices is what can be done with somebody who was called.
func servingChoices() []Choice {
	return []Choice{
		{ID: finishChoice, Label: locales.Say("staff.do.finish")},
		{ID: uncallChoice, Label: locales.Say("staff.do.uncall")},
	}
}

func (staffAppointmentStep) choose(t *talk, id string) bool {
	action, known := map[string]understand.Action{
		moveChoice: understand.ToMove, cancelChoice: understand.ToCancel, connectChoice: understand.ToConnect,
		hereChoice: understand.ToArrive, finishChoice: understand.ToFinish, missChoice: understand.ToMiss,
	}[id]
	switch {
	case known:
		t.runFor(action, t.Chosen)
	case id == uncallChoice && t.may(booking.Clerk):
		t.do(Uncall{t.Chosen})
	case id == unmarkChoice:
		t.runFor(understand.ToUndo, t.Chosen)
	case id == restoreChoice && t.may(booking.Lead):
		t.do(Restore{t.Chosen})
	case t.attend(booking.Appointment{ID: t.Chosen}, id), t.resumeVisit(id):
	default:
		return id == uncallChoice || id == restoreChoice
	}
	return true
}

func (staffAppointmentStep) hear(t *talk, said reading) { t.notUnderstood(said) }
