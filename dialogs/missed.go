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

// again begins a booking of what an appointment was for. One that is under way
// goes first.
func (t *talk) again(a booking.Appointment) {
	if t.Draft.Begun() {
		t.interrupt("")
		return
	}
	t.reset()
	for _, item := range a.Items {
		if c, known := t.facts.Town.Concern(item.Concern); known && !t.wished(c.ID) {
			t.Draft.Category = c.Category
			t.wish(c.ID)
		}
	}
}
