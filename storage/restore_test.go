package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestACancellationByMistakeIsUndone(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	restore := dialogs.Restore{Appointment: a.ID}
	got := w.orders("anna", restore).Appointment
	if got.State != booking.Confirmed || got.Span != a.Span || got.Desk != a.Desk || got.Sequence != 2 || got.Number != a.Number {
		t.Errorf("restored %+v", got)
	}
	w.orders("anna", restore) // a second time it is done already
	if n := w.told(booking.RestoredNotice, a); n != 2 {
		t.Errorf("%d notices, want one by chat and one by mail", n)
	}
	if n := w.count(`SELECT count(*) FROM freed`); n != 0 {
		t.Errorf("%d freed times", n)
	}
	var n network
	w.at(reminders)
	w.deliver(&n)
	for _, kind := range []booking.NoticeKind{booking.CancelledNotice, booking.BookedNotice} {
		for _, s := range n.all() {
			if s.Kind == kind {
				t.Errorf("told that it is %s", kind)
			}
		}
	}
	w.wantSaid(&n,
		said{booking.RestoredNotice, "test ada"}, said{booking.RestoredNotice, "mail ada@example.org"},
		said{booking.ReminderNotice, "test ada"}, said{booking.ReminderNotice, "mail ada@example.org"})
}

func TestACancellationIsNotUndoneOnceItIsTooLate(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	taken, old, gone := w.booked("ada", wednesday), w.booked("bob", wednesday.Add(time.Hour)), w.booked("carl", wednesday.Add(2*time.Hour))
	w.must("carl", dialogs.Erase{})
	w.denied("anna", dialogs.Restore{Appointment: gone.ID}, booking.ErrOver)
	w.denied("anna", dialogs.Restore{Appointment: 4711}, booking.ErrUnknown)
	for _, a := range []booking.Appointment{taken, old} {
		w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	}
	w.orders("anna", hold(wednesday))
	w.denied("anna", dialogs.Restore{Appointment: taken.ID}, booking.ErrTaken)
	w.at(w.now.Add(booking.UndoWithin + time.Second))
	w.denied("anna", dialogs.Restore{Appointment: old.ID}, booking.ErrOver)
	w.orders("berta", dialogs.Restore{Appointment: old.ID})
}

func TestAnotherDeskDoesWhenTheOldOneIsTaken(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	a := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	first := w.orders("anna", hold(wednesday)).Appointment
	got := w.orders("anna", dialogs.Restore{Appointment: a.ID}).Appointment
	if got.Desk == first.Desk || got.Desk == "" {
		t.Errorf("restored at %q, beside %q", got.Desk, first.Desk)
	}
}

// Only the time that is taken back stops resting, and only what lies over it is no
// longer offered.
func TestWhatElseWasGivenBackStaysAsItIs(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	var all []booking.Appointment
	for i, name := range []string{"ada", "bob", "carl", "dora"} {
		all = append(all, w.booked(name, wednesday.Add(time.Duration(i/2)*time.Hour)))
	}
	late := w.booked("late", wednesday.Add(2*time.Hour))
	w.must("late", improve(late))
	for _, a := range all[1:] {
		w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	}
	if w.match() != 1 {
		t.Fatal("nothing was offered")
	}
	w.orders("anna", dialogs.Cancel{Appointment: all[0].ID})
	before := w.count(`SELECT count(*) FROM freed WHERE id < 900000`)
	offered := w.offer("late")
	for _, a := range all {
		if a.Desk != offered.Desk || !a.Span.Overlaps(offered.Span) {
			w.orders("anna", dialogs.Restore{Appointment: a.ID})
			before--
			if left := w.count(`SELECT count(*) FROM freed WHERE id < 900000`); left != before {
				t.Errorf("%d times rest or are offered, want %d", left, before)
			}
		}
	}
	if got := w.offer("late"); got.ID != offered.ID {
		t.Errorf("offered now: %v, before %v", got, offered)
	}
}

// Who is offered a time that was given back by mistake has lost nothing yet; who
// had it would lose it.
func TestAnOfferOfATimeGivenBackByMistakeIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a, late := w.booked("ada", wednesday), w.booked("bob", wednesday.Add(2*time.Hour))
	w.must("bob", improve(late))
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	if w.match() != 1 {
		t.Fatal("nothing was offered")
	}
	held := w.offer("bob")
	w.orders("anna", dialogs.Restore{Appointment: a.ID})
	w.noOffer("bob")
	w.refuse("bob", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
	if w.match() != 0 {
		t.Error("offered what is taken")
	}
	if n := w.count(doubleBookings, w.now); n != 0 {
		t.Errorf("%d double bookings", n)
	}
}
