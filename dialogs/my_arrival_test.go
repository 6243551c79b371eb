package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// Who was called and says again that they are there, at the door or in words, reads
// where to go, and so does who looks at the appointment.
func TestWhoWasCalledReadsWhereToGo(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	a := v.ahead[0]
	v.now = a.Span.Start
	a.State, a.Arrived, a.CalledAt, a.Desk = booking.Called, v.now, v.now, "desk-2"
	v.memory.Put(a)
	v = v.say(t, "Anfang")
	for name, there := range map[string]visitor{
		"the code at the door": v.turn(t, dialogs.Started{Payload: dialogs.HereLink}), "in words": v.say(t, "Ich bin da"),
	} {
		if !there.remarked("ticket.called") || there.remarked("here.done") {
			t.Errorf("%s: %v", name, there.remarks)
		}
	}
	if seen := v.say(t, "meine Termine"); !bodySays(seen.say(t, "1").view, "ticket.called") {
		t.Errorf("the appointment does not say it: at %s, %+v", seen.step, seen.say(t, "1").view.Body)
	}
}

func TestHowLateSomebodyComesIsSaidInAnyUnit(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	v.now = v.ahead[0].Span.Start.Add(-30 * time.Minute)
	v = v.say(t, "Ich komme später")
	for said, late := range map[string]time.Duration{
		"15": 15 * time.Minute, "10 min": 10 * time.Minute, "eine halbe Stunde": 30 * time.Minute, "half an hour": 30 * time.Minute,
		"eine Viertelstunde": 15 * time.Minute, "zwei Stunden": 0, "12,5": 0,
	} {
		w := v
		w.memory = v.memory.Clone()
		w = w.say(t, said)
		if got := w.ahead[0].Late; got != late {
			t.Errorf("%q: %v late, want %v (%v)", said, got, late, w.remarks)
		}
	}
}

// TestHowLateIsTakenWithTheMessageThatTellsIt asks only who does not say it.
func TestHowLateIsTakenWithTheMessageThatTellsIt(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	v.now = v.ahead[0].Span.Start.Add(-30 * time.Minute)
	for said, late := range map[string]time.Duration{
		"steh im stau komm 20 min später": 30 * time.Minute, "ich komme 10 Minuten später": 10 * time.Minute,
		"hab Verspätung, etwa 15 Minuten": 15 * time.Minute, "stehe im Stau": 0, "wir zwei kommen zu spät": 0,
	} {
		w := v
		w.memory = v.memory.Clone()
		w = w.say(t, said)
		if got := w.ahead[0].Late; got != late {
			t.Errorf("%q: %v late, want %v (at %s, %v)", said, got, late, w.step, w.remarks)
		}
	}
}
