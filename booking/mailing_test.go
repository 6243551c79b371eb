package booking_test

import (
	"errors"
	"slices"
	"testing"

	"terminbote/booking"
)

// What somebody else causes never takes from what an appointment needs: who is
// mailed too much by themselves gets no more, and strangers' mails wait.
func TestMailsAreCountedForWhoCausesThem(t *testing.T) {
	t.Parallel()
	policy := booking.Policy{MailsPerDay: 20, NewAddresses: 60}
	tests := map[string]struct {
		mailing booking.Mailing
		want    error
	}{
		"a usual mail":                        {booking.Mailing{Caused: 19, Strangers: 20}, nil},
		"too many of one's own":               {booking.Mailing{Caused: 20}, booking.ErrLimit},
		"strangers have sent as many":         {booking.Mailing{Stranger: true, Open: true, Strangers: 20}, booking.ErrTooOften},
		"strangers have sent one less":        {booking.Mailing{Stranger: true, Open: true, Strangers: 19}, nil},
		"the stranger has sent as many":       {booking.Mailing{Stranger: true, Caused: 20, Strangers: 20}, booking.ErrLimit},
		"one new address too many":            {booking.Mailing{Stranger: true, Opened: 60}, booking.ErrTooOften},
		"the last new address":                {booking.Mailing{Stranger: true, Opened: 59}, nil},
		"an address that was written to":      {booking.Mailing{Stranger: true, Opened: 60, Open: true}, nil},
		"a stranger's cancellation":           {booking.Mailing{Kind: booking.CancelledNotice, Stranger: true, Strangers: 20, Open: true}, booking.ErrTooOften},
		"the cancellation of what is known":   {booking.Mailing{Kind: booking.CancelledNotice, Stranger: true, Told: true, Caused: 99, Strangers: 99}, nil},
		"the cancellation of one's own":       {booking.Mailing{Kind: booking.CancelledNotice, Caused: 99, Strangers: 99}, nil},
		"a closure, no matter who sent what":  {booking.Mailing{Kind: booking.ClosedNotice, Stranger: true, Caused: 99, Strangers: 99, Opened: 99}, nil},
		"a reminder, no matter who sent what": {booking.Mailing{Kind: booking.ReminderNotice, Stranger: true, Caused: 99, Strangers: 99, Opened: 99}, nil},
		"a confirmation, after all of these":  {booking.Mailing{Kind: booking.BookedNotice, Caused: 99}, booking.ErrLimit},
	}
	for name, test := range tests {
		if got := policy.MayMail(test.mailing); !errors.Is(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	if got := (booking.Policy{}).MayMail(booking.Mailing{Stranger: true, Caused: 99, Strangers: 99, Opened: 99}); got != nil {
		t.Errorf("an office without limits: %v", got)
	}
}

// Mails say what is of use later; who has a chat is asked and told of delays there.
func TestWhatIsMailedToThoseWithAChat(t *testing.T) {
	t.Parallel()
	never, elsewhere := []booking.NoticeKind{booking.CalledNotice, booking.UncalledNotice}, []booking.NoticeKind{booking.LateNotice, booking.RatingNotice}
	for _, kind := range booking.NoticeKinds() {
		if got, want := kind.Mailed(), !slices.Contains(never, kind); got != want {
			t.Errorf("%s is mailed: %v, want %v", kind, got, want)
		}
		if got, want := kind.MailedAnyway(), !slices.Contains(append(never, elsewhere...), kind); got != want {
			t.Errorf("%s is mailed to those with a chat: %v, want %v", kind, got, want)
		}
	}
}
