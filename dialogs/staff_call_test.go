package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// Who is at the desk is done and the next one, or the one named, is called to it, however that is said.
func TestAClerkCallsInTheirOwnWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		line   string
		called booking.Number
		done   booking.State // of who was at the desk
	}{
		{"fertig, nächster", "GGG666", booking.Finished},
		{"fertig und nächster bitte", "GGG666", booking.Finished},
		{"done, next", "GGG666", booking.Finished},
		{"done, next please", "GGG666", booking.Finished},
		{"nächster bitte", "GGG666", booking.Finished},
		{"nächster an Schalter 1", "GGG666", booking.Finished},
		{"zu Schalter 1 bitte", "GGG666", booking.Finished},
		{"next to desk 1", "GGG666", booking.Finished},
		{"ruf mal den Schmidt auf", "GGG666", booking.Finished},
		{"call Schmidt to desk 1", "GGG666", booking.Finished},
		{"Schmidt zu Schalter 1", "GGG666", booking.Finished},
		{"Fertig, nächste Person aufrufen", "GGG666", booking.Finished},
		{"nächste Person aufrufen", "GGG666", booking.Finished},
		{"Aufruf zurücknehmen", "", booking.CheckedIn},
		{"fertig", "", booking.Finished},
		{"Fertig an Schalter 1", "", booking.Called}, // whose desk is not looked up: asked for the number
		{"done at desk 1", "", booking.Called},
		{"ruf Meier auf", "", booking.Called}, // who is not here yet
		{"Schalter 1 zu", "", booking.Called}, // a closure
		{"ruf Schmidt an", "", booking.Called},
	} {
		v := clerkOf(t, comers[:5]...).say(t, "aufruf 1")
		if v.stateOf("CCC333") != booking.Called {
			t.Fatalf("%v", v.remarks)
		}
		v = v.say(t, tt.line)
		if got := v.stateOf("CCC333"); got != tt.done {
			t.Errorf("%q: who was at the desk is %s, want %s; %v", tt.line, got, tt.done, v.remarks)
		}
		if tt.called != "" && v.stateOf("GGG666") != booking.Called {
			t.Errorf("%q: at %s nobody is called: %v", tt.line, v.step, v.remarks)
		}
		if tt.called == "" && v.stateOf("GGG666") == booking.Called {
			t.Errorf("%q calls the next one: %v", tt.line, v.remarks)
		}
	}
}

// Somebody who is here or done with is looked for among today's alone, and a sentence at the open list is no search.
func TestTheListIsOfToday(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	v = v.say(t, "finde Beispiel")
	for line, want := range map[string]string{
		"was kostet ein Reisepass?": "find", "heute": "plan", "wer ist der nächste": "queue", "Kowalski": "find", "ich weiß jetzt auch nicht was er wollte": "find",
	} {
		if next := v.say(t, line); next.step != want || next.state.Work.Query != v.state.Work.Query && line != "Kowalski" {
			t.Errorf("%q: at %s for %q", line, next.step, next.state.Work.Query)
		}
	}
}

// Who is called by name from anywhere comes in place of the one at the desk, who is done.
func TestACallByNameFromAnywhereEndsTheVisitAtTheDesk(t *testing.T) {
	t.Parallel()
	for _, place := range [][]string{{"menü"}, {"finde Schmidt"}, {"finde Kowalski"}, {"morgen"}, {"zeige GGG666"}, {"menu"}} {
		for _, line := range []string{"ruf mal den Schmidt auf", "Schmidt aufrufen", "call Schmidt to desk 1"} {
			v := clerkOf(t, comers[:5]...).say(t, append([]string{"aufruf 1"}, place...)...).say(t, line)
			if done, called := v.stateOf("CCC333"), v.stateOf("GGG666"); done != booking.Finished || called != booking.Called {
				t.Errorf("%q at %q: who was at the desk is %s, who is called %s; at %s, %v", line, place, done, called, v.step, v.remarks)
			}
		}
	}
	v := clerkOf(t, append(comers[:5:5], comer{"Gerd Schmidt", 3 * time.Hour, booking.CheckedIn, 0})...).say(t, "aufruf 1", "menü", "ruf Schmidt auf")
	if v = v.tap(t, v.entry("GGG666")); v.stateOf("CCC333") != booking.Finished || v.stateOf("GGG666") != booking.Called {
		t.Errorf("chosen of two: %s, %s; at %s, %v", v.stateOf("CCC333"), v.stateOf("GGG666"), v.step, v.remarks)
	}
}

// Who is called by name before the desk is known is called as soon as it is, and not the next one.
func TestACallByNameAsksForTheDesk(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"ruf mal den Schmidt auf", "Schmidt aufrufen", "next person Schmidt"} {
		for _, desk := range []string{"Schalter 1", "1", "zu Schalter 1 bitte", "aufruf 1", "next to desk 1"} {
			v := clerkOf(t, comers[:5]...).say(t, line)
			if v.step != "desk" || len(v.commands) > 0 {
				t.Errorf("%q: at %s, %v", line, v.step, v.remarks)
			}
			if v = v.say(t, desk); v.stateOf("GGG666") != booking.Called || v.stateOf("CCC333") != booking.CheckedIn || v.step != "queue" {
				t.Errorf("%q, %q: %s, %s; at %s, %v", line, desk, v.stateOf("GGG666"), v.stateOf("CCC333"), v.step, v.remarks)
			}
		}
	}
	v := clerkOf(t, comers[:5]...).say(t, "ruf Schmidt auf", "menü", "wer ist da", "Schalter wechseln", "Schalter 1")
	if v.stateOf("GGG666") != booking.CheckedIn {
		t.Errorf("somebody else is called later; at %s", v.step)
	}
	if v = clerkOf(t, comers[:5]...).say(t, "ruf Meier auf"); v.step == "desk" {
		t.Errorf("the desk is asked for who is not here: %v", v.remarks)
	}
}
