package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func newHoldingWorld(t *testing.T) *world {
	t.Helper()
	town := sample(4)
	town.Offices[0].Policy.HoldsPerHour = 3
	return newWorld(t, town)
}

func TestWhoHoldsAgainAndAgainWithoutBookingIsSlowedDown(t *testing.T) {
	t.Parallel()
	w := newHoldingWorld(t)
	former := booking.AppointmentID(0)
	for i := range 3 {
		again := hold(at(9, 15*i))
		again.Former, again.Key = former, "key"
		again.Key += string(rune('a' + i))
		held := w.must("erika", again)
		if same := w.must("erika", again); same.ID != held.ID {
			t.Error("the same request held twice")
		}
		former = held.ID
	}
	w.refuse("erika", hold(at(10, 0)), booking.ErrTooOften)
	w.must("otto", hold(at(10, 0)))
	if _, err := w.Hold(t.Context(), storage.Actor{Staff: "clerk"}, w.now, hold(at(11, 0))); err != nil {
		t.Errorf("staff: %v", err)
	}
	w.now = w.now.Add(time.Hour)
	w.must("erika", hold(at(10, 30)))
}

func TestWhoBooksHasHeldInEarnest(t *testing.T) {
	t.Parallel()
	w := newHoldingWorld(t)
	w.must("erika", hold(at(9, 0)))
	w.must("erika", hold(at(9, 30)))
	w.booked("erika", at(10, 0))
	for i := range 3 {
		w.must("erika", hold(at(11, 15*i)))
	}
	w.refuse("erika", hold(at(10, 30)), booking.ErrTooOften)
}

func TestMovingTheSameAppointmentAgainAndAgainIsSlowedDownToo(t *testing.T) {
	t.Parallel()
	w := newHoldingWorld(t)
	a := w.booked("erika", at(9, 0))
	to := func(minute int) dialogs.Order {
		return dialogs.Order{Office: "hall", Start: at(10, minute), Moving: a.ID}
	}
	for i := range 3 {
		held := w.must("erika", dialogs.Hold{Order: to(15 * i)})
		w.must("erika", dialogs.Move{Order: to(15 * i), Hold: held.ID})
	}
	w.refuse("erika", dialogs.Hold{Order: to(50)}, booking.ErrTooOften)
}
