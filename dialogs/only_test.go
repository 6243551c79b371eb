package dialogs_test

import (
	"testing"

	"terminbote/office"
)

// Who says that they want only one of the things chosen takes the others off; what was not
// chosen yet comes beside them.
func TestOnlyOneOfTheThingsChosenIsKept(t *testing.T) {
	t.Parallel()
	for said, want := range map[string][2]bool{ // ID card, passport
		"nur den perso":                {true, false},
		"doch nur reisepass":           {false, true},
		"perso":                        {true, true},
		"nur ein führungszeugnis noch": {true, true},
	} {
		v := arrive(t, office.Sample()).say(t, "perso und reisepass").say(t, said)
		if got := [2]bool{v.wants("id-card"), v.wants("passport")}; got != want {
			t.Errorf("%q: wanted are %v, want %v at %s: %s", said, got, want, v.step, v.seen("de"))
		}
	}
}
