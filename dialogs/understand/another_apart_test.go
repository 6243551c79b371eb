package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Who comes at a time of their own needs an appointment of their own, for what the first is for.
func TestWhoComesAtAnotherTimeNeedsAnotherAppointment(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]int{
		"Perso für mich am Dienstag, für meinen Mann am Mittwoch":         1,
		"Perso für mich am Dienstag und für meine Frau am Mittwoch":       1,
		"Reisepass für mich am Montag, meine Frau kommt am Donnerstag":    1,
		"Perso für mich am Dienstag um 9":                                 0,
		"Perso für mich und meinen Mann am Dienstag oder Mittwoch":        0,
		"Perso für mich am Dienstag, mein Mann hat am Mittwoch frei":      0,
		"ID card for me on Tuesday, for my husband on Wednesday":          1,
		"ID card for me on Tuesday and for my wife on Wednesday":          1,
		"ID card for me and my husband on Tuesday":                        0,
		"I need an ID card on Tuesday, or Wednesday if that is better":    0,
		"I need an ID card on Tuesday, my husband drives me on Wednesday": 0,
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}}
		if got := reader.Read(said, in).Another; len(got) != want {
			t.Errorf("%q: %d more, want %d", said, len(got), want)
		}
	}
	in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectWhen, Chosen: []booking.Wish{{Concern: "conduct", Quantity: 2}}}
	for _, said := range []string{"zwei Termine: ich früh um 8, er nachmittags", "ich am Dienstag, meine Frau am Mittwoch", "me on Tuesday, my wife on Wednesday"} {
		read := reader.Read(said, in)
		counts := understand.Values[understand.ConcernValue](read)
		if len(read.Another) != 1 || len(counts) != 1 || counts[0].Quantity != 1 {
			t.Errorf("%q: %d more, %v", said, len(read.Another), counts)
		}
	}
}
