package dialogs_test

import (
	"bytes"
	"strings"
	"testing"

	"terminbote/dialogs"
)

// Whatever was said before, a talk that was erased remembers the language alone.
func TestATalkThatWasErasedRemembersNobody(t *testing.T) {
	t.Parallel()
	greeted := arrive(t, smallOffice(t))
	booked := greeted.say(t, "Perso", "morgen 10:00", "Erika Beispiel", "erika@beispiel.de", "ja")
	for name, before := range map[string]visitor{
		"in a booking":         greeted.say(t, "Perso", "morgen 10:00", "Erika Beispiel"),
		"after a booking":      booked,
		"after a cancellation": booked.say(t, "meine termine").tap(t, booked.say(t, "meine termine").view.Groups[0].Choices[0].ID).say(t, "absagen", "ja"),
		"in a code":            greeted.say(t, "termin mit nummer holen", "K7M4QX"),
	} {
		stored, err := before.state.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(stored), "Erika") && name == "after a cancellation" {
			t.Fatalf("%s nothing is remembered that could be erased: %s", name, stored)
		}
		after := before.turn(t, dialogs.Asked{For: "erase"}).tap(t, "yes")
		if !after.remarked("erase.done") {
			t.Fatalf("%s: %v", name, after.remarks)
		}
		clean := dialogs.Decode(nil, "de")
		clean.Revision = after.state.Revision
		want, err := clean.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := after.state.Encode(); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: erased, it remembers %s, want %s (%v)", name, got, want, err)
		}
	}
}
