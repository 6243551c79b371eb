package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// missed tells somebody kindly that they were not seen, and the way to a new
// appointment.
func (f Facts) missed(a booking.Appointment) View {
	return View{
		Title: locales.Say("notice.missed"),
		Body: []locales.Line{locales.Say("notice.missed_text",
			"Number", a.Number.String(), "Day", f.dayOf(a), "Time", f.timeOf(a), "Phone", f.Town.Offices[0].Phone)},
		Ask:    locales.Say("notice.missed_ask"),
		Groups: []Group{{Columns: 1, Choices: []Choice{{ID: againChoice, Label: locales.Say("notice.again")}}}},
	}
}
