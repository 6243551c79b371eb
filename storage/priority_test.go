package storage_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/storage"
)

// Of what is due at once, reminders go last: they can wait.
func TestRemindersGoLast(t *testing.T) {
	t.Parallel()
	for _, kind := range []booking.NoticeKind{
		booking.BookedNotice, booking.MovedNotice, booking.CancelledNotice, booking.OfferNotice, booking.MissedNotice, booking.ClosedNotice,
		booking.RestoredNotice, booking.DroppedNotice, booking.LateNotice, booking.CalledNotice, booking.PickupNotice, booking.RatingNotice,
	} {
		if storage.Priority(kind) >= storage.Priority(booking.ReminderNotice) { // the lower number goes first
			t.Errorf("%s goes no earlier than a reminder", kind)
		}
	}
}
