package storage_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
	w.at(w.now.Add(10*time.Minute + time.Second))
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

// A time that is taken back is freed no more, with whatever lies within it; what lies
// beside it, goes beyond it, or is at another desk or office is.
func TestOnlyWhatLiesWithinItIsFreedNoMore(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	a := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Cancel{Appointment: a.ID})
	w.exec(`DELETE FROM freed WHERE id < 900000`)
	stays, called := map[string]bool{}, map[string]string{}
	for name, f := range map[string]struct {
		office, desk string
		from, to     time.Duration // of the appointment's quarter of an hour
		stays        bool
	}{
		"the same": {"hall", string(a.Desk), 0, 15, false}, "its first part": {"hall", string(a.Desk), 0, 5, false}, "its last part": {"hall", string(a.Desk), 10, 15, false},
		"what follows": {"hall", string(a.Desk), 15, 30, true}, "what comes before": {"hall", string(a.Desk), -15, 0, true},
		"begins before": {"hall", string(a.Desk), -5, 15, true}, "ends after": {"hall", string(a.Desk), 0, 20, true},
		"at another desk": {"hall", "elsewhere", 0, 15, true}, "at another office": {"annex", string(a.Desk), 0, 15, true},
	} {
		id := strconv.Itoa(w.count(`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ($1, $2, $3, $4, $5, $5) RETURNING id`,
			f.office, f.desk, a.Span.Start.Add(f.from*time.Minute), a.Span.Start.Add(f.to*time.Minute), w.now))
		stays[name], called[id] = f.stays, name
	}
	w.orders("anna", dialogs.Restore{Appointment: a.ID})
	w.stayed("freed times", stays, w.leftCalled(called, `SELECT id::text FROM freed`))
}

// An offer of the time beside it is nobody's mistake.
func TestAnOfferOfTheTimeBesideItStays(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a, before, after := w.booked("ada", wednesday.Add(15*time.Minute)), w.booked("ben", wednesday), w.booked("cara", wednesday.Add(30*time.Minute))
	for i, name := range []string{"x", "y", "z"} {
		w.must(name, improve(w.booked(name, wednesday.Add(2*time.Hour+time.Duration(i)*15*time.Minute))))
	}
	for _, gone := range []booking.Appointment{a, before, after} {
		w.orders("anna", dialogs.Cancel{Appointment: gone.ID})
	}
	if n := w.match(); n != 3 {
		t.Fatalf("%d are offered a time, want 3", n)
	}
	w.orders("anna", dialogs.Restore{Appointment: a.ID})
	got := w.left(`SELECT to_char(h.starts AT TIME ZONE 'Europe/Berlin', 'HH24:MI') FROM offer o JOIN appointment h ON h.id = o.hold WHERE o.outcome IS NULL AND h.state = 'held' AND o.id < 900000`)
	if diff := cmp.Diff([]string{before.Span.Start.Format("15:04"), after.Span.Start.Format("15:04")}, got); diff != "" {
		t.Errorf("still offered:\n%s", diff)
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
	if n := w.count(`SELECT count(*) FROM offer WHERE hold = $1 AND outcome = 'lapsed'`, int64(held.ID)); n != 1 {
		t.Error("it is kept as one that bob said no to")
	}
	w.refuse("bob", dialogs.Accept{Hold: held.ID}, booking.ErrExpired)
	if w.match() != 0 {
		t.Error("offered what is taken")
	}
	if n := w.count(doubleBookings, w.now); n != 0 {
		t.Errorf("%d double bookings", n)
	}
}
