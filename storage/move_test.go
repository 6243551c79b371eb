package storage_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// holdMove is a hold of another time for what is booked.
func holdMove(a booking.Appointment, start time.Time) dialogs.Hold {
	return dialogs.Hold{Order: dialogs.Order{Office: "hall", Start: start, Moving: a.ID}}
}

func move(a, held booking.Appointment) dialogs.Move {
	return dialogs.Move{Order: dialogs.Order{Office: "hall", Start: held.Span.Start, Moving: a.ID}, Hold: held.ID}
}

func TestAMoveKeepsTheOldTimeUntilItIsConfirmed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	old := w.booked("ada", at(9, 0))
	held := w.must("ada", holdMove(old, at(9, 10))) // over its own time
	w.refuse("bob", hold(at(8, 50)), booking.ErrTaken)
	w.refuse("bob", hold(at(9, 20)), booking.ErrTaken)

	w.now = w.now.Add(time.Minute)
	got := w.must("ada", move(old, held))
	want := old
	want.Span = booking.Span{Start: at(9, 10), End: at(9, 25)}
	want.Sequence, want.Updated = 1, w.now
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moved:\n%s", diff)
	}
	if diff := cmp.Diff([]booking.Appointment{want}, w.ahead("ada")); diff != "" {
		t.Errorf("read:\n%s", diff)
	}
	if again := w.must("ada", move(old, held)); again.Sequence != 1 {
		t.Error("the second time it was moved again")
	}
	w.must("bob", hold(at(8, 50)))
	w.must("carl", hold(at(9, 25)))
	if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1`, old.ID); n != 2 {
		t.Errorf("%d entries in the history, want 2", n)
	}
}

func TestAMoveGoesToAnotherDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	old := w.booked("ada", at(9, 0))
	tuesday := monday.Add(1).At(9*60, berlin)
	w.must("ada", move(old, w.must("ada", holdMove(old, tuesday))))
	w.must("bob", hold(at(9, 0)))
	w.refuse("bob", hold(tuesday), booking.ErrTaken)
}

func TestAMoveCountsInNoLimit(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.booked("ada", at(8, 0))
	second := w.booked("ada", at(9, 0))
	w.must("ada", move(second, w.must("ada", holdMove(second, at(10, 0)))))
}

func TestTheHoldOfAMoveIsRenewedWhereItsTimeIsFree(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	old := w.booked("ada", at(9, 0))
	held := w.must("ada", holdMove(old, at(9, 10)))
	w.now = held.HeldUntil
	w.must("ada", move(old, held))

	held = w.must("ada", holdMove(old, at(10, 0)))
	w.now = held.HeldUntil
	w.must("bob", hold(at(10, 5)))
	w.refuse("ada", move(old, held), booking.ErrExpired)
}

func TestNobodyMovesOrCancelsWhatIsAnothersOrOver(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	adas := w.booked("ada", at(9, 0))
	bobs := w.booked("bob", at(9, 0))
	w.refuse("bob", holdMove(adas, at(10, 0)), booking.ErrUnknown)
	held := w.must("ada", holdMove(adas, at(10, 0)))
	w.refuse("bob", move(adas, held), booking.ErrUnknown)
	w.refuse("bob", move(bobs, held), booking.ErrUnknown)
	w.refuse("bob", dialogs.Cancel{Appointment: adas.ID}, booking.ErrUnknown)
	w.refuse("bob", dialogs.Cancel{Appointment: 99}, booking.ErrUnknown)
	w.refuse("ada", dialogs.Cancel{Appointment: held.ID}, booking.ErrUnknown)
	w.refuse("ada", book(held, "ada"), booking.ErrUnknown)

	w.now = at(9, 0)
	w.refuse("ada", holdMove(adas, at(10, 0)), booking.ErrOver)
	w.refuse("ada", move(adas, held), booking.ErrOver)
	w.refuse("ada", dialogs.Cancel{Appointment: adas.ID}, booking.ErrOver)
}

func TestACancelledTimeIsFree(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	held := w.must("ada", holdMove(a, at(10, 0)))
	if got := w.must("ada", dialogs.Cancel{Appointment: a.ID}); got.State != booking.Cancelled {
		t.Errorf("cancelled as %q", got.State)
	}
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	if n := w.count(`SELECT count(*) FROM history WHERE what = 'cancelled'`); n != 1 {
		t.Errorf("%d cancellations in the history, want 1", n)
	}
	w.refuse("ada", move(a, held), booking.ErrOver)
	w.must("bob", hold(at(9, 0)))
	w.must("bob", hold(at(10, 0))) // held for the move
	if got := w.ahead("ada"); len(got) != 0 {
		t.Errorf("ada still has %v", got)
	}
}

// Two chats of one person, or a citizen and a clerk, move and cancel at the
// same time: one comes first, and the other is answered by what is then.
func TestMovingAndCancellingAtOnceEndsInOneOfThem(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	for round := range 20 {
		name := string(rune('a' + round))
		a := w.booked(name, at(8, 0).Add(time.Duration(round%4)*time.Hour))
		held := w.must(name, holdMove(a, monday.Add(1+round%3).At(9*60, berlin)))
		w.exec(`INSERT INTO chat (channel, address, person, created_at, updated_at) VALUES ('test', $1, $2, $3, $3)`, name+name, a.Holder, w.now)
		var all sync.WaitGroup
		var moved, cancelled dialogs.Result
		all.Go(func() { moved = w.do(name, move(a, held)) })
		all.Go(func() { cancelled = w.do(name+name, dialogs.Cancel{Appointment: a.ID}) })
		all.Wait()
		if cancelled.Refused != nil {
			t.Errorf("not cancelled: %v", cancelled.Refused)
		}
		if moved.Refused != nil && !errors.Is(moved.Refused, booking.ErrOver) {
			t.Errorf("not moved: %v", moved.Refused)
		}
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE state <> 'cancelled'`); n != 0 {
		t.Errorf("%d are left", n)
	}
}

// By the link in a mail an appointment goes to no time that the public is not
// offered, though staff booked it.
func TestALinkLeadsToNoTimeOfTheStaffs(t *testing.T) {
	t.Parallel()
	town := sample(1)
	week := &town.Offices[0].Calendar.Week[time.Monday]
	*week = append(*week, booking.Shift{From: 7 * 60, To: 8 * 60, Internal: true})
	town.Offices[0].Policy.LeadTime = time.Hour
	w := newWorld(t, town)
	w.now = at(7, 0)
	staff := storage.Actor{Staff: "berta"}
	held, err := w.Hold(t.Context(), staff, w.now, hold(at(9, 0)))
	if err != nil {
		t.Fatal(err)
	}
	a, err := w.Book(t.Context(), staff, w.now, book(held, "ada"))
	if err != nil {
		t.Fatal(err)
	}
	token, err := w.Post(t.Context(), dialogs.Posting{To: "ada@example.org", Appointment: a.ID, Office: "hall", Notice: 1}, w.now)
	if err != nil {
		t.Fatal(err)
	}
	for name, start := range map[string]time.Time{
		"the staff's own hour": at(7, 30), "within the lead time": at(7, 45), "a time off the grid": at(10, 2),
		"after hours": at(12, 0), "another year": at(9, 0).AddDate(1, 0, 0),
	} {
		if _, err := w.MoveBy(t.Context(), token, start, w.now); !errors.Is(err, booking.ErrTaken) {
			t.Errorf("%s: %v, want that it is taken", name, err)
		}
	}
	if _, err := w.MoveBy(t.Context(), token, a.Span.Start, w.now); !errors.Is(err, booking.ErrTaken) {
		t.Errorf("the time at which it is: %v, want that it is taken", err)
	}
	for range 2 { // the second time it is there
		if moved, err := w.MoveBy(t.Context(), token, at(10, 0), w.now); err != nil || !moved.Span.Start.Equal(at(10, 0)) || moved.Sequence != 1 {
			t.Errorf("a time of the public's: %+v, changed %d times, %v", moved.Span, moved.Sequence, err)
		}
	}
}

// An appointment is moved within its office, whatever a request names, and to the
// time of its hold alone.
func TestAMoveStaysInItsOfficeAndGoesWhereItsHoldIs(t *testing.T) {
	t.Parallel()
	town := sample(1)
	annex := *town.Offices[0]
	annex.ID, annex.Desks = "annex", []booking.Desk{{ID: "annex desk", Skills: []booking.Skill{"papers", "register"}}}
	town.Offices = append(town.Offices, &annex)
	w := newWorld(t, town)
	a := w.booked("ada", at(9, 0))
	elsewhere := dialogs.Order{Office: "annex", Start: at(10, 0), Moving: a.ID}
	w.refuse("ada", dialogs.Hold{Order: elsewhere}, booking.ErrUnknown)
	w.refuse("ada", dialogs.Move{Order: elsewhere}, booking.ErrUnknown)
	held := w.must("ada", holdMove(a, at(10, 0)))
	w.refuse("ada", dialogs.Move{Order: elsewhere, Hold: held.ID}, booking.ErrUnknown)
	other := move(a, held)
	other.Start = at(11, 0)
	w.refuse("ada", other, booking.ErrExpired)
	if got := w.ahead("ada"); len(got) != 1 || !got[0].Span.Start.Equal(at(9, 0)) || got[0].Office != "hall" {
		t.Errorf("ada has %+v", got)
	}
}

// What is moved to another day is promised what holds on that day.
func TestAMoveIsPromisedWhatHoldsOnItsNewDay(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Concerns[0].Fees = []booking.Fee{
		{From: monday, Rates: []booking.Rate{{Amount: 3700}}}, {From: monday.Add(1), Rates: []booking.Rate{{Amount: 7000}}},
	}
	w := newWorld(t, town)
	a := w.booked("ada", at(9, 0))
	moved := w.must("ada", move(a, w.must("ada", holdMove(a, monday.Add(1).At(9*60, berlin)))))
	later := w.must("ada", dialogs.Move{Order: dialogs.Order{Office: "hall", Start: monday.At(10*60, berlin), Moving: a.ID}})
	for want, got := range map[booking.Cents]booking.Appointment{3700: later, 7000: moved} {
		if fee := got.Items[0].Promise.Fee; fee == nil || fee.Rates[0].Amount != want {
			t.Errorf("on %v the promise is %+v, want %d", got.Span.Start, fee, want)
		}
	}
}

// What others held and did not book stands in nobody's way who moves there.
func TestAMoveTakesTheTimeOfAHoldThatRanOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	held := w.must("ada", holdMove(a, at(10, 0)))
	w.now = w.now.Add(16 * time.Minute)
	w.must("bob", hold(at(10, 0)))
	w.refuse("ada", move(a, held), booking.ErrExpired)
	w.now = w.now.Add(16 * time.Minute)
	if got := w.must("ada", move(a, held)); !got.Span.Start.Equal(at(10, 0)) {
		t.Errorf("she is at %v", got.Span.Start)
	}
}
