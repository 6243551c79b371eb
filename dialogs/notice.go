package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// Tell is what a notice says.
func Tell(n Notice) View {
	f := n.facts()
	number := n.Appointment.Number.String()
	if n.Kind == booking.UncalledNotice || n.Kind == booking.UnmissedNotice {
		return f.tellMistake(n)
	}
	if n.Appointment.IsTicket() {
		return tellTicket(n)
	}
	switch n.Kind {
	case booking.ReminderNotice:
		return View{
			Title:  locales.Say("notice.reminder", "Number", number, "Day", f.dayOf(n.Appointment), "Time", f.timeOf(n.Appointment)),
			Body:   append(append(f.brief(n.Appointment), f.tickCard(n.Appointment)...), AppealLines(n)...),
			Ask:    locales.Say("notice.coming"),
			Groups: []Group{answers()},
		}
	case booking.OfferNotice:
		return f.tellOffer(n)
	case booking.CancelledNotice:
		return View{Title: locales.Say("notice.cancelled", "Number", number), Body: f.brief(n.Appointment)}
	case booking.MissedNotice:
		return f.missed(n.Appointment)
	case booking.MovedNotice:
		return View{Title: locales.Say("notice.moved", "Number", number), Body: f.kept(n.Appointment)}
	case booking.RestoredNotice:
		return f.tellRestored(n)
	case booking.ClosedNotice:
		return f.tellClosed(n)
	case booking.DroppedNotice:
		return f.tellDropped(n)
	case booking.CalledNotice:
		return View{Title: locales.Say("notice.called", "Number", number, "Desk", deskName(n.Office, n.Appointment.Desk))}
	case booking.LateNotice:
		return f.tellLate(n)
	case booking.RatingNotice:
		return f.tellRating(n)
	case booking.PickupNotice:
		return f.tellPickup(n)
	}
	return View{Title: locales.Say("notice.booked", "Number", number), Body: f.kept(n.Appointment)}
}

// kept is an appointment's card with what to do if one cannot come.
func (f Facts) kept(a booking.Appointment) []locales.Line {
	return append(f.card(a), locales.Line{}, locales.Say("booked.keep"))
}

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

// facts is the little that a notice knows of its town: the one office.
func (n Notice) facts() Facts { return factsOf(n.Office) }

func factsOf(o *booking.Office) Facts {
	return Facts{Town: booking.Town{Offices: []*booking.Office{o}}}
}
