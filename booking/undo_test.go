package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

func TestAClerkTakesBackForAWhileAndALeadLonger(t *testing.T) {
	t.Parallel()
	done := at(tuesday, "9:00")
	for _, tt := range []struct {
		role  booking.Role
		after time.Duration
		want  error
	}{
		{booking.Clerk, 10 * time.Minute, nil},
		{booking.Clerk, 10*time.Minute + time.Second, booking.ErrOver},
		{booking.Lead, 24 * time.Hour, nil},
		{booking.Viewer, 0, booking.ErrNotAllowed},
		{booking.Stranger, 0, booking.ErrNotAllowed},
	} {
		if got := tt.role.MayUndo(done, done.Add(tt.after)); !errors.Is(got, tt.want) {
			t.Errorf("%s after %v: got %v, want %v", tt.role, tt.after, got, tt.want)
		}
	}
}

func TestWhatIsRestoredIsNewerThanItsCancellation(t *testing.T) {
	t.Parallel()
	a := sampleAppointment()
	cancelled, err := a.Cancel(at(tuesday, "8:00"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := cancelled.Restore(at(tuesday, "8:05"))
	if err != nil || got.State != booking.Confirmed || got.Sequence != a.Sequence+2 {
		t.Errorf("restored %+v, %v", got, err)
	}
	if _, err := cancelled.Restore(a.Span.Start); !errors.Is(err, booking.ErrOver) {
		t.Errorf("when its time has come: got %v, want %v", err, booking.ErrOver)
	}
}
