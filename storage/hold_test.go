package storage_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func TestTheSameKeyHoldsOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	h := hold(at(9, 0))
	h.Key = "7"
	first := w.must("ada", h)
	if again := w.must("ada", h); again.ID != first.ID {
		t.Errorf("the same key held %d, then %d", first.ID, again.ID)
	}
	if other := w.must("bob", h); other.ID == first.ID {
		t.Error("bob's key is ada's")
	}
	if n := w.count(`SELECT count(*) FROM appointment`); n != 2 {
		t.Errorf("%d holds, want 2", n)
	}
	w.now = w.now.Add(20 * time.Minute)
	if again := w.must("ada", h); again.ID == first.ID || again.HoldExpired(w.now) {
		t.Error("a hold that ran out was not held again")
	}
	w.now = w.now.Add(20 * time.Minute)
	h.Start = monday.Add(1).At(9*60, berlin)
	if again := w.must("ada", h); again.HoldExpired(w.now) || !again.Span.Start.Equal(h.Start) {
		t.Errorf("in place of a hold of another day that ran out, %v is held", again.Span)
	}
}

func TestAHoldThatRanOutFreesItsTimeAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	held := w.must("ada", hold(at(9, 0)))
	w.refuse("bob", hold(at(9, 5)), booking.ErrTaken)
	w.now = held.HeldUntil.Add(-time.Microsecond)
	w.refuse("bob", hold(at(9, 5)), booking.ErrTaken)
	if n := len(w.occupations()); n != 1 {
		t.Errorf("%d keep desks busy before it ran out", n)
	}
	w.now = held.HeldUntil
	if n := len(w.occupations()); n != 0 {
		t.Errorf("%d keep desks busy after it ran out", n)
	}
	w.must("bob", hold(at(9, 5)))
	w.refuse("ada", book(held, "ada"), booking.ErrExpired)
}

// occupations is who sits where on monday.
func (w *world) occupations() []booking.Busy {
	w.Helper()
	facts := w.facts("looker", dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday})
	return facts.Booked[0].Busy
}

func TestTheFormerHoldIsGivenBackOnlyForAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	former := w.must("ada", hold(at(9, 0)))
	w.must("bob", hold(at(10, 0)))

	h := hold(at(10, 0))
	h.Former = former.ID
	w.refuse("ada", h, booking.ErrTaken)
	w.refuse("carl", hold(at(9, 0)), booking.ErrTaken)

	h = hold(at(9, 5)) // over the former's own time
	h.Former = former.ID
	w.must("ada", h)
	w.must("carl", hold(at(8, 45)))

	h = hold(at(11, 0))
	h.Former = former.ID // long gone
	w.must("ada", h)
}

func TestNobodyGivesBackWhatIsAnothers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	adas := w.must("ada", hold(at(9, 0)))
	h := hold(at(9, 0))
	h.Former = adas.ID
	w.refuse("bob", h, booking.ErrTaken)
	w.refuse("bob", dialogs.Release{Hold: adas.ID}, booking.ErrUnknown)
	w.refuse("bob", book(adas, "bob"), booking.ErrUnknown)

	booked := w.must("ada", book(adas, "ada"))
	h.Former = booked.ID
	w.refuse("ada", h, booking.ErrTaken)
	w.refuse("ada", dialogs.Release{Hold: booked.ID}, booking.ErrOver)
}

func TestAReleasedTimeIsFree(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	held := w.must("ada", hold(at(9, 0)))
	w.must("ada", dialogs.Release{Hold: held.ID})
	w.must("ada", dialogs.Release{Hold: held.ID})
	w.must("bob", hold(at(9, 0)))
}

func TestHoldsAreRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	change := func(change func(*dialogs.Hold)) dialogs.Hold {
		h := hold(at(9, 0))
		change(&h)
		return h
	}
	tests := []struct {
		hold dialogs.Hold
		want error
	}{
		{hold(at(12, 0)), booking.ErrClosed},
		{hold(at(9, 2)), booking.ErrClosed},
		{hold(at(6, 0)), booking.ErrTooSoon},
		{hold(monday.Add(22).At(9*60, berlin)), booking.ErrTooFar},
		{change(func(h *dialogs.Hold) { h.Office = "nowhere" }), booking.ErrUnknown},
		{change(func(h *dialogs.Hold) { h.Persons = 6 }), booking.ErrTooMany},
		{change(func(h *dialogs.Hold) { h.Wishes[0].Quantity = 5 }), booking.ErrTooMany},
		{change(func(h *dialogs.Hold) { h.Wishes[0].Concern = "none" }), booking.ErrUnknown},
		{change(func(h *dialogs.Hold) { h.Moving = 99 }), booking.ErrUnknown},
	}
	for _, test := range tests {
		w.refuse("ada", test.hold, test.want)
	}
}

func TestDesksAreExchangedToMakeRoom(t *testing.T) {
	t.Parallel()
	town := sample(2)
	town.Offices[0].Desks[1].Skills = []booking.Skill{"papers"} // only desk 1 can register
	w := newWorld(t, town)
	w.must("ada", hold(at(9, 0))) // takes desk 2, which can do less
	w.exec(`UPDATE appointment SET desk = 'desk 1'`)
	h := hold(at(9, 0))
	h.Wishes = []booking.Wish{{Concern: "move", Quantity: 1}}
	if got := w.must("bob", h); got.Desk != "desk 1" {
		t.Errorf("bob sits at %q", got.Desk)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE desk = 'desk 2' AND holder = 1`); n != 1 {
		t.Error("ada was not seated elsewhere")
	}
}

func TestStaffBookForCallers(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Policy.LeadTime = 3 * time.Hour
	w := newWorld(t, town)
	w.refuse("ada", hold(at(9, 0)), booking.ErrTooSoon)
	clerk := storage.Actor{Staff: "clerk Kaya"}
	held, err := w.Hold(t.Context(), clerk, w.now, hold(at(9, 0)))
	if err != nil {
		t.Fatal(err)
	}
	order := book(held, "caller")
	order.Contact.Mail = ""
	booked, err := w.Book(t.Context(), clerk, w.now, order)
	if err != nil {
		t.Fatal(err)
	}
	if booked.Holder != 0 || booked.Audience != booking.Staff {
		t.Errorf("booked as %+v", booked)
	}
	if n := w.count(`SELECT count(*) FROM history WHERE actor = 'clerk Kaya'`); n != 1 {
		t.Error("the history does not name the clerk")
	}
	if err := w.Release(t.Context(), clerk, w.now, booked.ID); !errors.Is(err, booking.ErrOver) {
		t.Errorf("released what is booked: %v", err)
	}
}

func TestHoldsThatRanOutAreDropped(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	w.must("ada", hold(at(9, 0)))
	w.booked("bob", at(9, 0))
	dropped, err := w.DropHolds(t.Context(), w.now)
	if err != nil || dropped != 0 {
		t.Errorf("dropped %d, %v, before they ran out", dropped, err)
	}
	dropped, err = w.DropHolds(t.Context(), w.now.Add(time.Hour))
	if err != nil || dropped != 1 {
		t.Errorf("dropped %d, %v, want 1", dropped, err)
	}
}

// A time is kept for as long as the office says: for who is known or new, for a move, and
// for a caller.
func TestATimeIsKeptForAsLongAsTheOfficeSays(t *testing.T) {
	t.Parallel()
	town := sample(4)
	town.Offices[0].Policy.Hold = 7 * time.Minute
	w := newWorld(t, town)
	w.employ("lea", booking.Lead)
	known := w.booked("ada", at(9, 0))
	w.now = w.now.AddDate(0, 0, -3).Add(24 * time.Hour)
	w.exec(`UPDATE appointment SET created_at = $1 WHERE id = $2`, w.now.Add(-24*time.Hour), int64(known.ID))
	for name, held := range map[string]booking.Appointment{
		"who is new":   w.must("bob", hold(at(9, 0))),
		"who is known": w.must("ada", hold(at(10, 0))),
		"a caller":     w.orders("lea", hold(at(10, 0))).Appointment,
		"a move":       w.must("ada", holdMove(known, at(11, 0))),
	} {
		if want := w.now.Add(7 * time.Minute); !held.HeldUntil.Equal(want) {
			t.Errorf("for %s it is kept until %v, want %v", name, held.HeldUntil, want)
		}
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND held_until = $2`, int64(held.ID), held.HeldUntil); n != 1 {
			t.Errorf("for %s it is stored otherwise", name)
		}
	}
}

// What has begun, is over or was given back takes no place among the appointments that
// somebody may have ahead.
func TestOnlyWhatIsAheadCountsForTheLimit(t *testing.T) {
	t.Parallel()
	town := sample(3)
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 1, 1
	w := newWorld(t, town)
	a := w.booked("ada", at(9, 0))
	other := w.must("bob", hold(at(11, 0)))
	under := book(other, "bob")
	under.Contact.Mail = "ada@example.org"
	for now, full := range map[time.Time]bool{a.Span.Start.Add(-just): true, a.Span.Start: false} {
		w.now = now
		var want, wantMail error
		if full {
			want, wantMail = booking.ErrLimit, booking.ErrMailLimit
		}
		limited := func(name string, c dialogs.Command, want error) {
			t.Helper()
			if got := tried(name, c)(&counting{world: w}); !errors.Is(got, want) {
				t.Errorf("%v after it begins, %s: %T is refused with %v, want %v", now.Sub(a.Span.Start), name, c, got, want)
			}
		}
		limited("ada", hold(at(11, 0)), want)
		limited("ada", wish("ada"), want)
		place := wish("carl")
		place.Contact.Mail = "ada@example.org"
		limited("carl", place, wantMail)
		w.exec(`UPDATE appointment SET held_until = $2 WHERE id = $1`, int64(other.ID), now.Add(time.Hour))
		limited("bob", under, wantMail)
	}
}

// What is booked gives no room to a hold of its holder's, as a hold does that gives way.
func TestOnlyAHoldGivesWayToTheNext(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	booked := w.booked("ada", at(9, 0))
	held := w.must("ada", hold(at(10, 0)))
	others := w.must("bob", hold(at(11, 0)))
	instead := func(start time.Time, former booking.AppointmentID) dialogs.Hold {
		h := hold(start)
		h.Former = former
		return h
	}
	w.refuse("ada", instead(at(9, 0), booked.ID), booking.ErrTaken)
	w.refuse("ada", instead(at(11, 0), others.ID), booking.ErrTaken)
	w.refuse("ada", instead(at(10, 0), 0), booking.ErrTaken)
	w.must("ada", instead(at(10, 0), held.ID))
	if n := w.count(`SELECT count(*) FROM appointment WHERE id < 900000 AND (id = $1 AND state = 'confirmed' OR state = 'held')`, int64(booked.ID)); n != 3 {
		t.Errorf("%d are there, want what was booked and two holds", n)
	}
}
