package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestStaffSeeThatNobodyIsRemindedOfWhatIsGone(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 23, 11, 0, 0, 0, time.UTC)
	stands := booking.Appointment{
		State: booking.Confirmed, Sequence: 1, Span: booking.Span{Start: now.Add(24 * time.Hour), End: now.Add(25 * time.Hour)},
	}
	gone := stands
	gone.State, gone.Sequence = booking.Cancelled, 2
	reminder := dialogs.Delivery{Kind: booking.ReminderNotice, Sequence: 1, Due: now.Add(time.Hour)}
	before, told := reminder, reminder
	before.Sequence, told.Outcome = 0, "sent"
	for _, test := range []struct {
		name    string
		telling dialogs.Delivery
		of      booking.Appointment
		want    string
	}{
		{"still to come", reminder, stands, ""},
		{"of the time before the move", before, stands, "void"},
		{"of what was cancelled", reminder, gone, "void"},
		{"told before it was cancelled", told, gone, "sent"},
	} {
		if got := test.telling.OutcomeAt(test.of, now); got != test.want {
			t.Errorf("%s: came to %q, want %q", test.name, got, test.want)
		}
	}
}
