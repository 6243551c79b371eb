package dialogs_test

import (
	"os"
	"testing"
)

// What binds, or takes something away, is done with a plain yes, also one that says thanks; not
// with thanks alone, and not with a question.
func TestOnlyAPlainYesBinds(t *testing.T) {
	t.Parallel()
	yes := map[string][]string{"de": {"ja", "ja, danke", "passt"}, "en": {"yes", "yes thanks", "sounds good"}}
	thanked := map[string][]string{"de": {"ok danke", "alles klar danke", "perfekt danke"}, "en": {"ok thanks", "alright thanks"}}
	none := map[string][]string{
		"de": {"danke", "vielen dank", "ja?", "ok?", "ok danke?", "ja, oder?", "danke für die info"},
		"en": {"thanks", "thank you very much", "yes?", "ok?", "ok thanks?"},
	}
	for place, grave := range map[string]bool{"review": false, "review_en": false, "move_review": false, "wait_review": false, "cancel": true, "erase": true} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			script, err := os.ReadFile("testdata/said/" + place + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			at := placeOf(t, headOf(string(script)))
			does := func(texts []string, want bool) {
				for _, text := range texts {
					if got := at.say(t, text); (len(got.commands) > 0) != want {
						t.Errorf("%q does %v at %s", text, kindsOf(got.commands), got.step)
					}
				}
			}
			does(yes[at.state.Lang], true)
			does(thanked[at.state.Lang], !grave)
			does(none[at.state.Lang], false)
		})
	}
}
