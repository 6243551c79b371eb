package dialogs

import "terminbote/locales"

// tellDropped says what of an appointment the office no longer does, as of now.
// Where it does everything again, it says that.
func (f Facts) tellDropped(n Notice) View {
	a, number := n.Appointment, n.Appointment.Number.String()
	dropped := n.Office.Changes(a).Dropped
	if len(dropped) == 0 {
		body := append([]locales.Line{locales.Say("notice.taken_up_text"), {}}, f.kept(a)...)
		return View{Title: locales.Say("notice.taken_up", "Number", number), Body: body}
	}
	var body []locales.Line
	for _, item := range dropped {
		body = append(body, locales.Say("notice.dropped_text", "Concern", locales.Text(item.Name), "Day", f.dayOf(a)))
	}
	rest := locales.Say("notice.dropped_rest", "Phone", n.Office.Phone)
	if len(dropped) == len(a.Items) {
		rest = locales.Say("notice.dropped_all", "Phone", n.Office.Phone)
	}
	choices := []Choice{{ID: cancelChoice, Label: locales.Say("appointment.cancel")}}
	if n.Office.DoesSome(a) {
		choices = append(choices, Choice{ID: moveChoice, Label: locales.Say("appointment.move")})
	}
	return View{
		Title:  locales.Say("notice.dropped", "Number", number),
		Body:   append(body, rest),
		Groups: []Group{{Columns: 1, Choices: choices}},
	}
}
