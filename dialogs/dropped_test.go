package dialogs_test

import (
	"testing"

	"terminbote/booking"
)

// Where the office does nothing any more of what an appointment is for, no other
// time is offered, whichever way somebody asks for one; for the rest there is one.
func TestAnAppointmentForWhatIsGivenUpIsOnlyCancelled(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	o := town.Offices[0]
	start := booking.Date{Year: 2026, Month: 11, Day: 25}.At(9*60, o.Calendar.Zone)
	gone := booking.Item{Concern: "fax", Name: booking.Text{"de": "Fax beglaubigen"}, Quantity: 1}
	done := booking.Item{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}
	for name, test := range map[string]struct {
		items []booking.Item
		want  string
	}{
		"all":  {[]booking.Item{gone}, "appointment"},
		"some": {[]booking.Item{gone, done}, "when"},
		"none": {[]booking.Item{done}, "when"},
	} {
		v := arrive(t, town)
		v.memory = v.memory.Clone()
		v.memory.Put(booking.Appointment{
			ID: 77, Number: "KKK999", Office: o.ID, Desk: "desk-1", State: booking.Confirmed, Items: test.items, Holder: 1,
			Span: booking.Span{Start: start, End: start.Add(o.Concerns[0].First)},
		})
		for _, said := range []string{"verschieben", "Termin KKK 999 verschieben"} {
			got := v.say(t, said)
			if got.step != test.want || got.remarked("own.begun") {
				t.Errorf("%s: %q leads to %s, want %s:\n%s", name, said, got.step, test.want, got.seen("de"))
			}
		}
		card := v.say(t, "meine termine", "1")
		if offered := has(card.view, "move"); offered != (test.want == "when") || !has(card.view, "cancel") {
			t.Errorf("%s: the card at %s offers %+v", name, card.step, card.view.Groups)
		}
	}
}
