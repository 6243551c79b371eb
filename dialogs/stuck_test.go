package dialogs_test

import (
	"os"
	"strings"
	"testing"
)

// Who gives up, wants a person, does not see why something is asked, or writes in another
// language is told who helps, or why, where they are: it is no name, no address and no wish.
func TestWhoIsStuckIsHelpedWhereTheyAre(t *testing.T) {
	t.Parallel()
	stuck := map[string][]string{
		"de": {
			"das ist mir zu kompliziert", "ich komm nicht klar", "ich komme nicht klar", "ich blick nicht durch", "ich versteh nur bahnhof", "ich kapier das nicht",
			"agent", "mitarbeiter", "sachbearbeiter bitte", "echter mensch bitte",
			"anlamıyorum", "je ne comprends pas", "no entiendo", "не понимаю", "evet", "tak", "hayır", "oui", "si", "да", "türkçe", "polski", "русский", "arabisch",
		},
		"en": {"this is too complicated", "agent", "real person please", "evet", "oui", "türkçe", "je ne comprends pas"},
	}
	for _, place := range []string{"name", "name_en", "mail", "review", "review_en", "number_typed", "when", "booked", "start"} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			script, err := os.ReadFile("testdata/said/" + place + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			at := placeOf(t, headOf(string(script)))
			help := at.memory.Town().Offices[0].Phone
			for _, text := range stuck[at.state.Lang] {
				got := at.say(t, text)
				if said := got.remarkedText("de"); !strings.Contains(said, help) || got.step != at.step || len(got.commands) > 0 || got.state.Draft.Name != at.state.Draft.Name {
					t.Errorf("%q leads to %s with the name %q: %q", text, got.step, got.state.Draft.Name, said)
				}
			}
		})
	}
}

// Whether something has to be is answered with what it is for, and who refuses their name reads
// who helps without it.
func TestWhyIsAnsweredWhereItIsAsked(t *testing.T) {
	t.Parallel()
	for place, want := range map[string][]string{
		"name": {"answer.why_name"}, "mail": {"answer.why_mail"}, "review": {"why.review"}, "number_typed": {"why.code"},
		"name_en": {"answer.why_name"}, "review_en": {"why.review"},
	} {
		script, err := os.ReadFile("testdata/said/" + place + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		at := placeOf(t, headOf(string(script)))
		text := map[string]string{"de": "muss das sein", "en": "do i have to"}[at.state.Lang]
		if got := at.say(t, text); !got.remarked(want[0]) || got.step != at.step {
			t.Errorf("at %s %q is answered %v at %s", place, text, got.remarks, got.step)
		}
	}
	script, err := os.ReadFile("testdata/said/name.txt")
	if err != nil {
		t.Fatal(err)
	}
	at := placeOf(t, headOf(string(script)))
	for _, text := range []string{"nö das sag ich nicht", "das geht Sie nichts an", "ohne Namen"} {
		if got := at.say(t, text); !got.remarked("name.refused") || got.state.Draft.Name != "" {
			t.Errorf("%q is answered %v with the name %q", text, got.remarks, got.state.Draft.Name)
		}
	}
}
