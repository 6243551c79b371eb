package storage_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// resting is a sample whose freed times rest.
func resting(desks int) booking.Town {
	town := sample(desks)
	town.Offices[0].Policy.Release.Least, town.Offices[0].Policy.Release.Most = 5*time.Minute, 30*time.Minute
	return town
}

// hiddenUntil is when the public sees the one freed time again.
func (w *world) hiddenUntil() (until time.Time) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), `SELECT hidden_until FROM freed`).Scan(&until); err != nil {
		w.Fatal(err)
	}
	return until
}

// keepsFor lets time pass in which everybody keeps what they have booked.
func (w *world) keepsFor(d time.Duration) { w.now = w.now.Add(d) }

func TestACancelledTimeRestsBeforeThePublicSeesIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.keepsFor(31 * time.Minute)
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	until := w.hiddenUntil()
	if rest := until.Sub(w.now); rest < 5*time.Minute || rest > 30*time.Minute {
		t.Errorf("it rests for %v", rest)
	}
	w.refuse("bob", hold(at(9, 0)), booking.ErrTaken)
	if slices.ContainsFunc(w.starts(booking.Public), at(9, 0).Equal) {
		t.Error("the public sees a time that rests")
	}
	if !slices.ContainsFunc(w.starts(booking.Staff), at(9, 0).Equal) {
		t.Error("staff do not see it")
	}
	w.must("bob", hold(at(9, 15)))
	w.now = until.Add(-time.Microsecond)
	w.refuse("carl", hold(at(9, 0)), booking.ErrTaken)
	w.now = until
	w.must("carl", hold(at(9, 0)))
}

// starts is when a quarter of an hour is free on monday.
func (w *world) starts(audience booking.Audience) []time.Time {
	w.Helper()
	r := booking.Request{Length: 15 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: audience}
	return w.office.Day(monday, w.occupations()).Starts(r, w.now)
}

func TestStaffBookAFreedTimeAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	clerk := storage.Actor{Staff: "frau-beispiel"}
	if _, err := w.Hold(w.Context(), clerk, w.now, hold(at(9, 0))); err != nil {
		t.Errorf("staff: %v", err)
	}
}

func TestWhatIsMovedAwayRests(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.keepsFor(31 * time.Minute)
	held := w.must("ada", dialogs.Hold{Order: dialogs.Order{Office: "hall", Start: at(9, 10), Moving: a.ID}})
	w.must("ada", move(a, held))
	w.refuse("bob", hold(at(8, 50)), booking.ErrTaken) // up to 9:05, into what rests
	w.must("bob", hold(at(8, 45)))
	if n := w.count(`SELECT count(*) FROM freed WHERE starts = $1 AND ends = $2`, at(9, 0), at(9, 10)); n != 1 {
		t.Errorf("%d times rest that a moved away from, want the one up to where it is now", n)
	}
}

// Nobody is seated in a resting time to make room for somebody else.
func TestNobodyIsSeatedInARestingTime(t *testing.T) {
	t.Parallel()
	town := resting(2)
	town.Offices[0].Desks[1].Skills = []booking.Skill{"papers"}
	w := newWorld(t, town)
	a := w.booked("ada", at(9, 0)) // at desk 2, which can do less
	b := w.booked("bob", at(9, 0)) // at desk 1
	if a.Desk != "desk 2" || b.Desk != "desk 1" {
		t.Fatalf("they sit at %s and %s", a.Desk, b.Desk)
	}
	w.keepsFor(31 * time.Minute)
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	h := hold(at(9, 0))
	h.Wishes[0].Concern = "move" // only at desk 1, if bob moved over
	w.refuse("carl", h, booking.ErrTaken)
	w.now = w.hiddenUntil()
	w.must("carl", h)
}

func TestWithoutADelayAFreedTimeIsFreeAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.must("bob", hold(at(9, 0)))
}

func TestWhatWasOnlyHeldDoesNotRest(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	held := w.must("ada", hold(at(9, 0)))
	w.must("ada", dialogs.Release{Hold: held.ID})
	w.must("bob", hold(at(9, 0)))
}

// A sender who gives times back again and again hides none for good, and one who
// books only to give back hides none at all.
func TestOnlyTheFirstFewTimesOfASenderRest(t *testing.T) {
	t.Parallel()
	town := resting(8)
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 9, 9
	w := newWorld(t, town)
	quick := w.booked("eve", at(11, 0))
	w.keepsFor(4 * time.Minute) // less than any time rests
	w.must("eve", dialogs.Cancel{Appointment: quick.ID})
	if n := w.count(`SELECT count(*) FROM freed WHERE hidden_until > $1`, w.now); n != 0 {
		t.Error("a time rests that was booked only just now")
	}
	var all []booking.Appointment
	for i := range 4 {
		all = append(all, w.booked("eve", at(10, 15*i)))
	}
	w.keepsFor(31 * time.Minute)
	for _, a := range all {
		w.must("eve", dialogs.Cancel{Appointment: a.ID})
	}
	if n := w.count(`SELECT count(*) FROM freed WHERE hidden_until > $1`, w.now); n != 2 {
		t.Errorf("%d times of one sender rest, want 2", n)
	}
	if n := w.count(`SELECT count(*) FROM freed`); n != 5 {
		t.Errorf("%d freed times for the waiting list, want all 5", n)
	}
}

// How long it was booked counts from the move, and saying that one comes does
// not begin it again.
func TestWhatIsAffirmedStillRests(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.keepsFor(31 * time.Minute)
	w.must("ada", dialogs.Affirm{Appointment: a.ID})
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	if until := w.hiddenUntil(); !until.After(w.now) {
		t.Error("it does not rest")
	}
}

// How long it was booked counts from the last move, whatever was before.
func TestWhatWasMovedJustNowDoesNotRest(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.keepsFor(31 * time.Minute)
	w.must("ada", move(a, w.must("ada", holdMove(a, at(10, 0)))))
	w.keepsFor(4 * time.Minute) // less than any time rests
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	if n := w.count(`SELECT count(*) FROM freed WHERE starts = $1 AND hidden_until <= $2`, at(10, 0), w.now); n != 1 {
		t.Error("it rests")
	}
}
