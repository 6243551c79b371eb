package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Who is said to need something counts it, no matter who comes: of what is named, or of the only thing that is chosen.
func TestCasesAreCountedByWhoNeedsThem(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]int{
		"die beiden Kinder brauchen einen Ausweis":                  2,
		"brauchen beide einen neuen Ausweis":                        2,
		"mein Ausweis und der von meinem Freund":                    2,
		"wir sind zu viert, zwei von uns brauchen noch nen Ausweis": 2,
		"meine zwei Söhne brauchen einen Ausweis":                   2,
		"drei von uns brauchen einen Ausweis":                       3,
		"meine Kinder brauchen beide einen":                         2,
		"zwei von uns brauchen einen":                               2,
		"nur meine Frau braucht einen Ausweis":                      0,
		"meine Tochter braucht einen Ausweis":                       0,
		"our two kids need one each":                                2,
		"three of us need one":                                      3,
		"both kids need an ID card":                                 2,
		"my ID card and my wife's":                                  2,
		"we are four, two of us need an ID card":                    2,
		"two of us need one":                                        2,
		"my daughter needs an ID card":                              0,
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectWhen, Chosen: []booking.Wish{{Concern: "id-card"}}, Comes: true}
		got := 0
		for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, in)) {
			got = max(got, v.Quantity)
		}
		if got != want && !(want == 0 && got == 1) {
			t.Errorf("%q are %d, want %d", said, got, want)
		}
	}
}

// For how many something that is chosen is, which of its kinds is meant, and that what was left out is wanted after all.
func TestWhatIsChosenIsCounted(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]int{
		"ja aber das Führungszeugnis für zwei, mich und meine Tochter": 2,
		"das Führungszeugnis für uns beide":                            2,
		"das Führungszeugnis für drei Personen":                        3,
		"normales zweimal":          2,
		"das normale zweimal bitte": 2,
		"das erweiterte hab ich nicht gesagt, das weg. normales zweimal": 2,
		"the normal one twice":                                         2,
		"the ordinary one three times":                                 3,
		"I didn't say the extended one, drop it. the normal one twice": 2,
	} {
		in := atReview()
		in.Chosen = []booking.Wish{{Concern: "conduct"}, {Concern: "conduct-extended"}}
		if said[0] == 'j' || said[0] == 'y' {
			in.Chosen = in.Chosen[:1]
		}
		got := 0
		for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, in)) {
			if v.ID == "conduct" {
				got = v.Quantity
			}
		}
		if got != want {
			t.Errorf("%q are %d, want %d", said, got, want)
		}
	}
	for _, said := range []string{"yes but the passport for two, me and my son", "the passport for both of us", "the passport for two people", "the passport for my two kids", "ja, den Pass für uns beide"} {
		got := 0
		for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, atReview())) {
			got = v.Quantity
		}
		if got != 2 {
			t.Errorf("%q are %d, want 2", said, got)
		}
	}
	for said, want := range map[string]bool{
		"dann bitte beides": true, "doch beides": true, "bitte doch beides": true, "both please after all": true, "both please": true, "then everything please": true,
		"beide Kinder kommen mit": false, "wir beide": false, "both of us come": false,
	} {
		in := atReview()
		in.Expect, in.Binds, in.Dropped = understand.ExpectWhen, false, []booking.Wish{{Concern: "id-card"}}
		got := false
		for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, in)) {
			got = got || v.ID == "id-card"
		}
		if got != want {
			t.Errorf("%q wants what was left out again: %v", said, got)
		}
	}
}

// What was a slip does not count beside what is right.
func TestWhatIsPutRightCounts(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]string{
		"Dienstag 14 Uhr, quatsch 15 Uhr": "15:00", "um 10, sorry, 11": "11:00", "Dienstag um 10, ich meine um 12": "12:00", "10 Uhr, äh 9 Uhr": "09:00",
		"tuesday at 10, sorry, 11": "11:00", "at 2pm, oops, 3pm": "15:00", "at 9, I mean 10": "10:00", "monday at 9, no wait, at 11": "11:00",
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectWhen, Chosen: []booking.Wish{{Concern: "id-card"}}}
		for _, v := range understand.Values[understand.HoursValue](reader.Read(said, in)) {
			if len(v.Times) != 1 || v.Times[0].String() != want {
				t.Errorf("%q is at %v, want %s", said, v.Times, want)
			}
		}
	}
	for said, want := range map[string]int{
		"two, sorry, three passports": 3, "drei, äh zwei Pässe": 2, "three, I mean two passports": 2,
	} {
		got := 0
		read := reader.Read(said, understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}})
		for _, v := range understand.Values[understand.ConcernValue](read) {
			got = v.Quantity
		}
		if got != want {
			t.Errorf("%q are %d, want %d: %+v", said, got, want, read.Found)
		}
	}
}
