package dialogs

import "terminbote/locales"

// tellClosed says that the office cannot keep an appointment, and asks what to
// do about it.
func (f Facts) tellClosed(n Notice) View {
	a := n.Appointment
	body := []locales.Line{locales.Say("notice.closed_text", "Day", f.dayOf(a), "Time", f.timeOf(a))}
	if n.Office.GivenUp {
		return f.tellGivenUp(n, body)
	}
	if reason, ok := n.Office.ClosedFor(a); ok {
		body = append(body, locales.Say("notice.closed_reason", "Reason", locales.Text(reason)))
	}
	return View{
		Title: locales.Say("notice.closed", "Number", a.Number.String()),
		Body:  body,
		Ask:   locales.Say("notice.closed_ask"),
		Groups: []Group{{Columns: 1, Choices: []Choice{
			{ID: moveChoice, Label: locales.Say("notice.choose")},
			{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
		}}},
	}
}

// tellGivenUp says that the office is no more. There is no other time there; who
// cancels can book elsewhere at once.
func (f Facts) tellGivenUp(n Notice, body []locales.Line) View {
	return View{
		Title:  locales.Say("notice.closed", "Number", n.Appointment.Number.String()),
		Body:   append(body, locales.Say("notice.given_up", "Office", formerLine(n.Office), "Phone", n.Office.Phone)),
		Ask:    locales.Say("notice.given_up_ask"),
		Groups: []Group{{Columns: 1, Choices: []Choice{{ID: cancelChoice, Label: locales.Say("appointment.cancel")}}}},
	}
}

// tellRestored says that an appointment stands after all.
func (f Facts) tellRestored(n Notice) View {
	body := append([]locales.Line{locales.Say("notice.restored_text"), {}}, f.kept(n.Appointment)...)
	return View{Title: locales.Say("notice.restored", "Number", n.Appointment.Number.String()), Body: body}
}

// tellLate says how much later than agreed somebody's turn will be, or that it
// will be as agreed after all.
func (f Facts) tellLate(n Notice) View {
	a := n.Appointment
	number, at := a.Number.String(), f.timeOf(a)
	if a.Behind == 0 {
		return View{
			Title: locales.Say("notice.on_time"),
			Body:  []locales.Line{locales.Say("notice.on_time_text", "Number", number, "Time", at)},
		}
	}
	return View{
		Title: locales.Say("notice.late", "Length", locales.Minutes(a.Behind.Minutes())),
		Body: []locales.Line{locales.Say("notice.late_text",
			"Number", number, "Time", at, "Expected", clockOf(a.Span.Start.Add(a.Behind), n.Office))},
	}
}
