package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestWhoIsThereChecksInAroundTheTime(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("erika", at(9, 0))
	here := dialogs.Arrive{Appointment: a.ID}
	w.at(at(8, 44))
	w.refuse("erika", here, booking.ErrTooSoon)
	w.at(at(8, 50))
	w.refuse("otto", here, booking.ErrUnknown)
	for range 2 {
		if got := w.must("erika", here); got.State != booking.CheckedIn {
			t.Errorf("the state is %q", got.State)
		}
	}
	if got := w.count(`SELECT count(*) FROM history WHERE what = 'checked in'`); got != 1 {
		t.Errorf("%d entries in the history", got)
	}
	late := w.booked("otto", at(9, 30))
	w.at(at(9, 36))
	w.refuse("otto", dialogs.Arrive{Appointment: late.ID}, booking.ErrOver)
}

func TestADelayIsThereForStaffToSee(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a, tomorrow := w.booked("erika", at(9, 0)), w.booked("erika", wednesday)
	w.must("erika", dialogs.Delay{Appointment: a.ID, By: 15 * time.Minute})
	w.refuse("erika", dialogs.Delay{Appointment: tomorrow.ID, By: 15 * time.Minute}, booking.ErrTooSoon)
	w.refuse("otto", dialogs.Delay{Appointment: a.ID, By: 15 * time.Minute}, booking.ErrUnknown)
	if got := w.ahead("erika")[0].Late; got != 15*time.Minute {
		t.Errorf("late by %v", got)
	}
	if got := w.count(`SELECT late FROM appointment WHERE id = $1`, int64(a.ID)); got != 15 {
		t.Errorf("late by %d minutes", got)
	}
	if got := w.count(`SELECT (detail->>'minutes')::int FROM history WHERE what = 'delayed'`); got != 15 {
		t.Errorf("the history says %d minutes", got)
	}
	w.at(at(9, 19))
	w.must("erika", dialogs.Arrive{Appointment: a.ID})
}
