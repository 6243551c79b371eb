package booking_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// What most offices do is what the handbook of the office file says they do where
// nothing else stands in it. A change of one of these is one for every office that
// says nothing.
func TestWhatIsUsual(t *testing.T) {
	t.Parallel()
	var want booking.Policy
	want.Reminder = 17 * 60
	want.Appeal, want.Grace, want.Retention = 100, 15*time.Minute, 30*24*time.Hour
	want.MailsPerDay, want.NewAddresses, want.HoldsPerHour = 20, 60, 12
	want.Newcomers = booking.Newcomers{Least: 60, Most: 600, Share: 20, Hold: 5 * time.Minute}
	want.Arrive.Before, want.Arrive.After = 15*time.Minute, 5*time.Minute
	want.Release.Least, want.Release.Most = 5*time.Minute, 15*time.Minute
	want.Offer.Chat, want.Offer.Mail, want.Offer.Hours = 6*time.Minute, time.Hour, hours("8:00", "20:00")
	want.Late.From, want.Late.Change = 15*time.Minute, 10*time.Minute
	want.DayPost.At = 7 * 60
	want.WalkIns = booking.WalkIns{Rule: booking.DueFirst, Due: 5 * time.Minute, Close: 30 * time.Minute}
	want.Calls = booking.Calls{Times: 1}
	if diff := cmp.Diff(want, booking.Usual()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
