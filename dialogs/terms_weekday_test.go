package dialogs_test

import (
	"testing"

	"terminbote/office"
)

func TestAWeekdayIsTheOneOfTheDaysSpokenOf(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		said []string
		want string // the first day wanted; today is Monday, 23 November
	}{
		"nothing said":              {[]string{"Führungszeugnis am Donnerstag"}, "2026-11-26"},
		"within the week named":     {[]string{"Führungszeugnis nächste Woche", "Donnerstag"}, "2026-12-03"},
		"within the days named":     {[]string{"Führungszeugnis Anfang Dezember", "lieber freitags", "Freitag"}, "2026-12-04"},
		"from a day on":             {[]string{"Führungszeugnis ab dem 7.12.", "mittwoch"}, "2026-12-09"},
		"beside the day named":      {[]string{"Führungszeugnis am 8.12.", "doch lieber Mittwoch"}, "2026-12-09"},
		"beside the time chosen":    {[]string{"Führungszeugnis am 8.12. um 9 Uhr", "nee, Donnerstag"}, "2026-12-10"},
		"beside what is booked":     {[]string{"Führungszeugnis am 8.12. um 9 Uhr", "Jens Vogt", "jens@vogt.de", "ja", "doch lieber Freitag"}, "2026-12-11"},
		"not behind us":             {[]string{"Führungszeugnis heute", "Sonntag ist schlecht, dann Dienstag"}, "2026-11-24"},
		"the one after that day":    {[]string{"Führungszeugnis am 8.12.", "am Montag drauf"}, "2026-12-14"},
		"of the week after":         {[]string{"Führungszeugnis am 8.12.", "die Woche drauf", "am Dienstag drauf"}, "2026-12-15"},
		"instead of what is booked": {[]string{"Führungszeugnis am 8.12. um 9 Uhr", "Jens Vogt", "jens@vogt.de", "ja", "ich kann am Dienstag doch nicht, lieber am Mittwoch"}, "2026-12-09"},
		"another week, said again":  {[]string{"Führungszeugnis nächste Woche", "diesen Donnerstag"}, "2026-11-26"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			days := arrive(t, office.Sample()).say(t, test.said...).state.Draft.Days
			if len(days.Spans) == 0 {
				t.Fatalf("%q: no days are wanted", test.said)
			}
			first := days.Spans[0].From
			for days.Weekdays != 0 && !days.Weekdays.Has(first.Weekday()) {
				first = first.Add(1)
			}
			if first.String() != test.want {
				t.Errorf("%q: wanted are %v, not %s", test.said, days, test.want)
			}
		})
	}
}
