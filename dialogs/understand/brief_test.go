package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// A clerk's line has the name where the caller said it, and speaks of the caller as
// of somebody else.
func TestAClerksLineSaysWhoCallsAndWhoComes(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	tests := []struct {
		line, name string
		persons    int
	}{
		{"Schmidt perso morgen nachmittag 0171 2345678", "Schmidt", 0},
		{"perso morgen nachmittag Schmidt 0171 2345678", "Schmidt", 0},
		{"Grünlich reisepass donnerstag", "Grünlich", 0},
		{"Frau Karin Özdemir, reisepass für sie und die zwei kinder, donnerstag früh", "Karin Özdemir", 3},
		{"Mrs Ann Khan, passports for her and the two kids", "Ann Khan", 3},
	}
	for _, test := range tests {
		read := reader.Read(test.line, understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Now: 8 * 60, Brief: true})
		name, persons := "", 0
		for _, f := range read.Found {
			switch v := f.Value.(type) {
			case understand.NameValue:
				name = v.Name
			case understand.PersonsValue:
				persons = v.Count
			}
		}
		if name != test.name || persons != test.persons {
			t.Errorf("%q: %q and %d people, want %q and %d: %+v", test.line, name, persons, test.name, test.persons, read.Found)
		}
	}
}
