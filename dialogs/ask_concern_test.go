package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// Who picked a concern from the list and says no to "Noch etwas?" goes on; where nothing is
// picked yet, a no answers nothing.
func TestNoToSomethingElseGoesOn(t *testing.T) {
	t.Parallel()
	list := arrive(t, office.Sample()).tap(t, "category:identity")
	if list.step != "concern" {
		t.Fatalf("at %s", list.step)
	}
	picked := list.tap(t, "concern:id-card")
	for _, said := range []string{"nein", "nein danke", "nee", "nö", "das wars"} {
		if v := picked.say(t, said); v.step == "concern" || !v.wants("id-card") {
			t.Errorf("%q: at %s, and the ID card is wanted: %t", said, v.step, v.wants("id-card"))
		}
		if v := list.say(t, said); v.step != "concern" {
			t.Errorf("%q where nothing is picked: at %s", said, v.step)
		}
	}
}
