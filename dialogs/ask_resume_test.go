package dialogs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

func TestAnAnswerToANoticeLeavesTheBookingUnderWay(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		kind       booking.NoticeKind
		choice     string
		wantScreen dialogs.Screen
	}{
		"to move":            {booking.ReminderNotice, "move", "resume"},
		"to cancel":          {booking.ReminderNotice, "cancel", "cancel"},
		"to say: I come":     {booking.ReminderNotice, "coming", ""},
		"to take an offer":   {booking.OfferNotice, "accept", ""},
		"to leave an offer":  {booking.OfferNotice, "decline", ""},
		"to book once again": {booking.MissedNotice, "again", "resume"},
	}
	for name, test := range tests {
		facts, told := offered(1)
		if test.kind != booking.OfferNotice {
			told.ID, told.State = 7, booking.Confirmed
		}
		if test.kind == booking.MissedNotice {
			told.State = booking.Missed
		}
		facts.Appointments = []booking.Appointment{told}
		facts.Notice = &dialogs.ReceivedNotice{Notice: booking.Notice{ID: 3, Kind: test.kind}, Appointment: told}
		s := dialogs.Decode(nil, "de")
		s.Draft = dialogs.Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, Persons: 2, Hold: 5}
		reply := dialogs.Turn(s, facts, dialogs.Responded{Notice: 3, Choice: test.choice})
		if diff := cmp.Diff(s.Draft, reply.State.Draft); diff != "" {
			t.Errorf("%s: the booking (-want +got):\n%s", name, diff)
		}
		if reply.State.Screen != test.wantScreen || len(reply.Remarks) > 0 {
			t.Errorf("%s: shows %q and says %v, want %q", name, reply.State.Screen, reply.Remarks, test.wantScreen)
		}
	}
}

// TestANameGoesOnWithTheBooking types the name that the booking waits for where
// the assistant asks whether to go on.
func TestANameGoesOnWithTheBooking(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Reisepass", "1")
	v = v.say(t, "/start")
	if v.state.Screen != "resume" {
		t.Fatalf("shows %q, want the question whether to go on", v.state.Screen)
	}
	v = v.say(t, "Jens Vogt")
	if v.state.Screen != "" || v.state.Draft.Name != "Jens Vogt" {
		t.Errorf("shows %q and notes the name %q", v.state.Screen, v.state.Draft.Name)
	}
}
