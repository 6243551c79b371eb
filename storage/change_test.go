package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// changeTo is an order that keeps the time of an appointment, and says what it is for
// henceforth.
func changeTo(a booking.Appointment, persons int, wishes ...booking.Wish) dialogs.Order {
	return dialogs.Order{Office: "hall", Start: a.Span.Start, Moving: a.ID, Wishes: wishes, Persons: persons}
}

var (
	onePass = booking.Wish{Concern: "pass", Quantity: 1}
	oneMove = booking.Wish{Concern: "move", Quantity: 1}
)

// changed changes what an appointment is for, at its time.
func (w *world) changed(name string, o dialogs.Order) booking.Appointment {
	w.Helper()
	return w.must(name, dialogs.Move{Order: o, Hold: w.must(name, dialogs.Hold{Order: o}).ID})
}

func TestAChangeTakesAsLongAsWhatItIsForHenceforth(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	got := w.changed("ada", changeTo(a, 2, onePass, oneMove))
	if !got.IsFor([]booking.Wish{onePass, oneMove}, 2) || !got.Span.Start.Equal(at(9, 0)) || got.Span.Length() != 45*time.Minute {
		t.Errorf("changed: %+v", got)
	}
	if len(got.Skills) != 2 || got.Number != a.Number || got.Contact != a.Contact || got.Sequence != 1 {
		t.Errorf("changed: %+v", got)
	}
	w.refuse("bob", hold(at(9, 30)), booking.ErrTaken)
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND sequence = 1 AND kind = 'moved'`, a.ID); n != 2 {
		t.Errorf("%d notices tell of it, want one by chat and one by mail", n)
	}
	if n := w.count(`SELECT moves FROM figure WHERE appointment = $1`, a.ID); n != 0 {
		t.Errorf("it counts as %d moves, want none", n)
	}
}

// Only what is no longer needed is given back, and rests as after a move. That what stays
// was changed makes it no younger.
func TestAChangeFreesWhatItNoLongerNeeds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, resting(1))
	a := w.booked("ada", at(9, 0))
	w.changed("ada", changeTo(a, 1, onePass, oneMove))
	if n := w.count(`SELECT count(*) FROM freed WHERE office = 'hall' AND starts >= $1 AND starts < $2`, at(9, 0), at(9, 45)); n != 0 {
		t.Errorf("%d times are freed by what takes longer", n)
	}
	w.keepsFor(31 * time.Minute)
	w.changed("ada", changeTo(a, 1, onePass))
	if n := w.count(`SELECT count(*) FROM freed WHERE office = 'hall' AND starts = $1 AND ends = $2`, at(9, 15), at(9, 45)); n != 1 {
		t.Errorf("%d times are freed as they should be", n)
	}
	w.refuse("bob", hold(at(9, 15)), booking.ErrTaken)
	w.now = w.now.Add(30 * time.Minute)
	w.must("bob", hold(at(9, 15)))
}

// A hold that is for something else is no excuse: what was seen last is booked, or nothing.
func TestAChangeBooksWhatIsOrdered(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.booked("bob", at(9, 30))
	held := w.must("ada", dialogs.Hold{Order: changeTo(a, 1, oneMove)})
	w.refuse("ada", dialogs.Move{Order: changeTo(a, 1, onePass, oneMove), Hold: held.ID}, booking.ErrTaken)
	got := w.must("ada", dialogs.Move{Order: changeTo(a, 3, onePass), Hold: held.ID})
	if !got.IsFor([]booking.Wish{onePass}, 3) {
		t.Errorf("booked is %+v for %d", got.Items, got.Persons)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE claim = $1 AND state = 'held'`, a.ID); n != 0 {
		t.Errorf("%d holds are left", n)
	}
}

func TestNobodyChangesToWhatTheyMayNotBook(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Concerns[1].PhoneOnly = true
	w := newWorld(t, town)
	a := w.booked("ada", at(9, 0))
	w.refuse("ada", dialogs.Hold{Order: changeTo(a, 1, oneMove)}, booking.ErrPhoneOnly)
	w.refuse("ada", dialogs.Move{Order: changeTo(a, 1, oneMove)}, booking.ErrPhoneOnly)
	if ahead := w.ahead("ada"); len(ahead) != 1 || !ahead[0].IsFor([]booking.Wish{onePass}, 1) || ahead[0].Sequence != 0 {
		t.Errorf("ahead: %+v", ahead)
	}
}

// An offer was made for what the appointment was for then.
func TestAnOfferOfBeforeAChangeIsOver(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", at(10, 0))
	w.must("ada", improve(a))
	b := w.booked("bob", at(9, 0))
	w.must("bob", dialogs.Cancel{Appointment: b.ID})
	w.match()
	offered := w.offer("ada")
	w.changed("ada", changeTo(a, 1, onePass, oneMove))
	w.refuse("ada", dialogs.Accept{Hold: offered.ID}, booking.ErrOver)
}
