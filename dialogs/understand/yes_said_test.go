package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// A yes that takes something away is plain, or says why and no more.
func TestAYesMaySayWhy(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]bool{
		"ja": true, "ja, bitte": true, "ja, ich bin krank": true, "Tut mir leid, bin krank geworden. Ja": true,
		"ja, hab woanders was früheres bekommen": true, "ja, mein Kind ist krank": true,
		"yes, I'm sick": true, "yes, I have found it again": true,
		"ja, moment": false, "ja, warte": false, "ja, was passiert dann": false, "ja, aber erst morgen": false, "ja, lieber später": false,
		"ja, ich muss erst fragen": false, "ja, und neuen Termin bitte": false, "ja, oder?": false, "ja, ist er noch da?": false, "ja, nein": false,
		"ja, ich überlege noch": false, "nein, ich bin krank": false, "ich bin krank": false, "": false, "yes, but wait": false, "yes, hold on": false,
	} {
		if got := understand.SaysYes(said, "de"); got != want {
			t.Errorf("%q says yes: %v", said, got)
		}
	}
}
