package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// Tell is what a notice says.
func Tell(n Notice) View {
	t := talk{facts: Facts{Town: booking.Town{Offices: []*booking.Office{n.Office}}}}
	number := n.Appointment.Number.String()
	switch n.Kind {
	case booking.ReminderNotice:
		return View{
			Title:  locales.Say("notice.reminder", "Number", number, "Day", t.dayOf(n.Appointment), "Time", t.timeOf(n.Appointment)),
			Body:   append(t.brief(n.Appointment), tickLines(n.Office.Booked(n.Appointment), t.date(n.Appointment))...),
			Ask:    locales.Say("notice.coming"),
			Groups: []Group{answers()},
		}
	case booking.OfferNotice:
		return t.tellOffer(n)
	case booking.CancelledNotice:
		return View{Title: locales.Say("notice.cancelled", "Number", number), Body: t.brief(n.Appointment)}
	case booking.MissedNotice:
		return t.missed(n.Appointment)
	case booking.MovedNotice:
		return View{Title: locales.Say("notice.moved", "Number", number), Body: t.kept(n.Appointment)}
	case booking.RestoredNotice:
		return t.tellRestored(n)
	case booking.ClosedNotice:
		return t.tellClosed(n)
	case booking.CalledNotice:
		return View{Title: locales.Say("notice.called", "Number", number, "Desk", deskName(n.Office, n.Appointment.Desk))}
	case booking.LateNotice:
		return t.tellLate(n)
	}
	return View{Title: locales.Say("notice.booked", "Number", number), Body: t.kept(n.Appointment)}
}

// kept is an appointment's card with what to do if one cannot come.
func (t *talk) kept(a booking.Appointment) []locales.Line {
	return append(t.card(a), locales.Line{}, locales.Say("booked.keep"))
}

const comingChoice = "coming"

// answers is what can be answered to a reminder. It is still there on the day,
// when somebody is late.
func answers() Group {
	return Group{Columns: 1, Choices: []Choice{
		{ID: comingChoice, Label: locales.Say("notice.yes")},
		{ID: lateChoice, Label: locales.Say("late.choice")},
		{ID: moveChoice, Label: locales.Say("appointment.move")},
		{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
	}}
}

// EventTitle names an appointment in somebody's calendar.
func EventTitle(n Notice) locales.Line {
	return locales.Say("notice.event", "Office", locales.Text(n.Office.Name), "Number", n.Appointment.Number.String())
}
