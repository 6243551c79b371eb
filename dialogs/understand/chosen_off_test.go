package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What is booked may be said to go in many words; a question, and what only stays, takes nothing off.
func TestWhatIsBookedMayGo(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]booking.ConcernID{
		"den Pass doch nicht":            "passport",
		"der Pass soll raus":             "passport",
		"der Pass kann weg":              "passport",
		"streich den Perso":              "id-card",
		"den Perso bitte löschen":        "id-card",
		"den Reisepass doch nicht mehr":  "passport",
		"the passport should go":         "passport",
		"not the passport after all":     "passport",
		"please drop the ID card":        "id-card",
		"the passport can go":            "passport",
		"remove the passport":            "passport",
		"delete the ID card please":      "id-card",
		"der Anhänger soll raus":         "vehicle-off",
		"soll der Pass raus?":            "",
		"der Pass bleibt":                "",
		"can the passport be removed?":   "",
		"wann kann ich den Pass abholen": "",
	} {
		in := understand.Context{
			Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Seen: understand.SeenAppointment, Changes: true, Booked: true, Comes: true,
			Chosen: []booking.Wish{{Concern: "id-card"}, {Concern: "passport"}, {Concern: "vehicle-off"}},
		}
		var got booking.ConcernID
		for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, in)) {
			if v.Negated {
				got = v.ID
			}
		}
		if got != want {
			t.Errorf("%q takes off %q, want %q", said, got, want)
		}
	}
}

// Several appointments are called off, or the one that is seen.
func TestSeveralAppointmentsMayGo(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, several := range map[string]bool{
		"lösch die zwei extra Termine":      true,
		"die beiden Termine können weg":     true,
		"delete the two extra appointments": true,
		"lösch den extra Termin":            false,
		"delete the extra appointment":      false,
	} {
		in := understand.Context{
			Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Seen: understand.SeenAppointment, Changes: true, Booked: true,
			Chosen: []booking.Wish{{Concern: "passport"}},
		}
		if read := reader.Read(said, in); read.Several != several || len(understand.Values[understand.IntentValue](read)) != 1 {
			t.Errorf("%q: several %v, %+v", said, read.Several, read.Found)
		}
	}
}
