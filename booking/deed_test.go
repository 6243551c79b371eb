package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// A freed time rests if it was somebody's for longer than that, and only twice a
// day for one sender.
func TestAFreedTimeRestsOnlyWhereThatHidesNothing(t *testing.T) {
	t.Parallel()
	const delay = 10 * time.Minute
	tests := map[string]struct {
		freeing booking.Freeing
		delay   time.Duration
		want    bool
	}{
		"of yesterday":                {booking.Freeing{BookedFor: 24 * time.Hour}, delay, true},
		"the second of the sender's":  {booking.Freeing{BookedFor: 24 * time.Hour, Rested: 1}, delay, true},
		"the third of the sender's":   {booking.Freeing{BookedFor: 24 * time.Hour, Rested: 2}, delay, false},
		"booked for as long":          {booking.Freeing{BookedFor: delay}, delay, false},
		"booked for a second longer":  {booking.Freeing{BookedFor: delay + time.Second}, delay, true},
		"booked for a second less":    {booking.Freeing{BookedFor: delay - time.Second}, delay, false},
		"an office that has no delay": {booking.Freeing{BookedFor: time.Hour}, 0, false},
	}
	for name, test := range tests {
		if got := test.freeing.Rests(test.delay); got != test.want {
			t.Errorf("%s: rests: %v, want %v", name, got, test.want)
		}
	}
}

// Each deed that has a limit is possible so often a day, and no more.
func TestDeedsHaveTheirLimitADay(t *testing.T) {
	t.Parallel()
	limits := map[booking.Deed]int{
		booking.BookedTime: 10, booking.MovedTime: 10, booking.CancelledTime: 10, booking.JoinedList: 10, booking.AskedStaff: 10,
		booking.HeldTime: 0, booking.RestedTime: 0, booking.AskedCode: 0, booking.GuessedCode: 0, booking.NamedAddress: 0,
	}
	for deed, limit := range limits {
		if limit == 0 {
			if err := booking.MayDo(deed, 1000); err != nil {
				t.Errorf("%s has other limits: %v", deed, err)
			}
			continue
		}
		if before, after := booking.MayDo(deed, limit-1), booking.MayDo(deed, limit); before != nil || !errors.Is(after, booking.ErrDayLimit) {
			t.Errorf("%s: %v and %v, want the %dth to be the last", deed, before, after, limit)
		}
	}
}

// While the brake is on a newcomer keeps a time as long as the office says, and never
// longer than anybody does.
func TestNewcomersKeepTimesNoLongerThanOthers(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		hold   time.Duration
		brakes bool
		want   time.Duration
	}{
		{5 * time.Minute, true, 5 * time.Minute},
		{5 * time.Minute, false, 15 * time.Minute},
		{30 * time.Minute, true, 15 * time.Minute},
		{0, true, 15 * time.Minute},
	} {
		if got := (booking.Newcomers{Hold: test.hold}).Lasts(15*time.Minute, test.brakes); got != test.want {
			t.Errorf("%v, on: %v: %v, want %v", test.hold, test.brakes, got, test.want)
		}
	}
}
