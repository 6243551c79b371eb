package dialogs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

func TestWhatWasNotedIsTakenBackOneByOne(t *testing.T) {
	t.Parallel()
	facts, booked := offered(0)
	booked.ID, booked.State = 7, booking.Confirmed
	facts.Appointments = []booking.Appointment{booked}
	receipt := dialogs.Decode(nil, "de")
	receipt.Screen, receipt.Chosen = "booked", booked.ID
	receipt.Later = []booking.ConcernID{"passport", "id-card"}
	tests := map[string]struct {
		event dialogs.Event
		want  []booking.ConcernID
	}{
		"the first, by saying no": {dialogs.Said{Text: "nein"}, []booking.ConcernID{"id-card"}},
		"the first, by a tap":     {dialogs.Tapped{Choice: "drop:passport"}, []booking.ConcernID{"id-card"}},
		"the second, by a tap":    {dialogs.Tapped{Choice: "drop:id-card"}, []booking.ConcernID{"passport"}},
		"one that was not noted":  {dialogs.Tapped{Choice: "drop:birth"}, receipt.Later},
		"the first, as it begins": {dialogs.Tapped{Choice: "later"}, []booking.ConcernID{"id-card"}},
	}
	for name, test := range tests {
		reply := dialogs.Turn(receipt, facts, test.event)
		if diff := cmp.Diff(test.want, reply.State.Later); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestNoToTheLastOneNotedLeavesTheReceipt(t *testing.T) {
	t.Parallel()
	town := office.Sample()
	facts := dialogs.Facts{Now: monday, Town: town, Directory: new(dialogs.Directories).Of(town)}
	receipt := dialogs.Decode(nil, "de")
	receipt.Screen, receipt.Later = "booked", []booking.ConcernID{"passport"}
	reply := dialogs.Turn(receipt, facts, dialogs.Said{Text: "nein"})
	if reply.State.Screen != "booked" || len(reply.State.Later) > 0 {
		t.Errorf("the talk is at %q, with %v noted", reply.State.Screen, reply.State.Later)
	}
}

// What needs an appointment of its own is noted once, however often it is wanted.
func TestWhatIsWantedTwiceIsNotedOnce(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Ummeldung für die Familie", "und ein Führungszeugnis", "und ein Führungszeugnis")
	if len(v.state.Later) != 1 {
		t.Errorf("at %s %v are noted", v.step, v.state.Later)
	}
}
