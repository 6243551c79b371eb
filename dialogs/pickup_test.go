package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// One tap under the notice leads to the times for the pick-up: what is asked first
// of others, whether they have been told, is not asked.
func TestOneTapBooksThePickUp(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	a := v.ahead[0]
	a.State = booking.Finished
	v.memory.Put(a)
	v.now = v.now.AddDate(0, 0, 14)
	notice := v.memory.Notify(booking.PickupNotice, a)
	v = v.turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"})
	if w := v.state.Draft.Wishes; len(w) != 1 || w[0].Concern != "pickup-document" || v.step != "when" {
		t.Fatalf("at %s with %+v", v.step, v.state.Draft)
	}
	busy := v.say(t, "Anfang", "ja", "Reisepass").turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"})
	if busy.step != "resume" {
		t.Errorf("a booking under way is given up unasked: at %s", busy.step)
	}
	a.State = booking.Missed
	v.memory.Put(a)
	v.now = v.now.Add(time.Hour)
	if over := v.turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"}); !over.remarked("notice.over") {
		t.Errorf("of one that nobody came to: %+v", over.remarks)
	}
}
