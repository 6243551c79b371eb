package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
)

// Whatever a clerk looks at, or is asked for a caller, what they type about the person
// at their desk means that person.
func TestThePersonAtTheDeskIsMeantFromEverywhere(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	for _, look := range [][]string{nil, {"morgen"}, {"woche"}, {"finde Groß"}, {"frei morgen"}, {"statistik"}, {"neu"}, {"hilfe"}} {
		for said, done := range map[string]string{
			"fertig": "staff.finished", "/termin fertig": "staff.finished", "nochmal aufrufen": "staff.called_again",
			"zurückstellen": "staff.parked", "weiterleiten Abholschalter Foto fehlt": "staff.sent_on", "/termin nicht erschienen": "",
		} {
			v := arriveAsClerk(t, town, booking.Lead).say(t, "aufruf 1")
			v = v.say(t, append([]string{"menü"}, look...)...).say(t, said)
			if v.remarked("staff.which") || done != "" && (!v.remarked(done) || v.step != "queue") || done == "" && v.step != "miss" {
				t.Errorf("%v, then %q: step %s, %v", look, said, v.step, v.remarks)
			}
		}
	}
	for _, said := range []string{"weiter mit", "/termin weiter mit K7M 4QX", "go on with k7m4qx"} {
		v := arriveAsClerk(t, town, booking.Lead).say(t, "aufruf 1", "zurückstellen")
		number, _ := v.remarks[0].Args["Number"].(string)
		said = strings.NewReplacer("K7M 4QX", number, "k7m4qx", strings.ToLower(strings.ReplaceAll(number, " ", ""))).Replace(said)
		if v = v.say(t, "morgen", said); !v.remarked("staff.called") || v.step != "queue" {
			t.Errorf("%q: step %s, %v", said, v.step, v.remarks)
		}
		if v = v.say(t, "weiter mit W9"); !v.remarked("staff.which_parked") {
			t.Errorf("somebody who is not on hold: %v", v.remarks)
		}
	}
	for _, said := range []string{"weiter mit", "fertig", "weiterleiten"} {
		if v := arriveAsClerk(t, town, booking.Viewer).say(t, said); v.step != "menu" {
			t.Errorf("a viewer sees %s by %q", v.step, said)
		}
	}
	v := arriveAsClerk(t, town, booking.Lead).say(t, "fertig")
	if !v.remarked("staff.which") {
		t.Errorf("with nobody at the desk: %v", v.remarks)
	}
}
