package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

const againChoice = "again"

// missed tells somebody kindly that they were not seen, and the way to a new
// appointment.
func (t *talk) missed(a booking.Appointment) View {
	return View{
		Title: locales.Say("notice.missed"),
		Body: []locales.Line{locales.Say("notice.missed_text",
			"Number", a.Number.String(), "Day", t.dayOf(a), "Time", t.timeOf(a), "Phone", t.phone())},
		Ask:    locales.Say("notice.missed_ask"),
		Groups: []Group{{Columns: 1, Choices: []Choice{{ID: againChoice, Label: locales.Say("notice.again")}}}},
	}
}
