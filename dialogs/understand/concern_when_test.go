package understand

import (
	"strings"
	"testing"
)

// TestConcernsAreWantedOnDaysOfTheirOwn reads messages that name a day for each concern. The others
// name days for all of them, or leave one without.
func TestConcernsAreWantedOnDaysOfTheirOwn(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "pass", Names: []string{"Reisepass", "passport"}},
		{ID: "id", Names: []string{"Personalausweis", "ID card"}, Synonyms: []string{"Perso"}},
		{ID: "move", Names: []string{"Wohnung ummelden"}, Synonyms: []string{"Ummeldung"}},
	}})
	for text, want := range map[string]string{
		"perso am dienstag und reisepass am mittwoch":            "id 24. | pass 25.",
		"ummeldung montag, reisepass donnerstag nachmittag":      "move 23. | pass 26. 12:00-18:00",
		"am dienstag perso, am mittwoch um 10 reisepass":         "id 24. | pass 25. 10:00",
		"perso und reisepass am dienstag, ummeldung am mittwoch": "id 24. | pass 24. | move 25.",
		"passport on tuesday and id card on wednesday afternoon": "pass 24. | id 25. 12:00-18:00",
		"perso und reisepass am dienstag oder mittwoch":          "",
		"perso am dienstag und reisepass":                        "",
		"am dienstag perso und reisepass":                        "",
		"perso am dienstag oder reisepass am mittwoch":           "",
		"perso am dienstag und reisepass am dienstag":            "",
		"perso am dienstag oder am mittwoch":                     "",
		"perso am dienstag vormittag oder mittwoch ab 15":        "",
	} {
		var all []string
		for _, a := range r.Read(text, Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60}).Apart {
			all = append(all, string(a.Concern)+" "+writtenWhen(a.When))
		}
		if got := strings.Join(all, " | "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
