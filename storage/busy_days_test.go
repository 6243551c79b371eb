package storage_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// week is what a store sees of the week that is looked at.
func (w *world) week(s *storage.Store) []dialogs.Booked {
	w.Helper()
	need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday.Add(6)}
	facts, err := s.Facts(w.Context(), 0, w.now, need)
	if err != nil {
		w.Fatal(err)
	}
	for i := range facts.Booked {
		facts.Booked[i].Found = nil // is not what is booked
	}
	return facts.Booked
}

// What was found on a day is kept for the next who ask, until the day changes, and by
// itself when something on it ends by the clock.
func TestWhatWasFoundIsKeptUntilTheDayChanges(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(3))
	w.booked("ada", at(9, 0))
	w.booked("bob", at(9, 0).AddDate(0, 0, 1))
	found := func() (first, second, last *booking.Found) {
		facts := w.facts("carla", dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday.Add(4)})
		return facts.Booked[0].Found, facts.Booked[1].Found, facts.Booked[4].Found
	}
	first, second, last := found()
	same := func(what string, here, there, empty bool) {
		t.Helper()
		a, b, c := found()
		if got := [3]bool{a == first, b == second, c == last}; got != [3]bool{here, there, empty} {
			t.Errorf("%s: kept %v, want %v", what, got, [3]bool{here, there, empty})
		}
		first, second, last = a, b, c
	}
	same("nothing happens", true, true, true)
	w.must("dora", hold(at(10, 0)))
	same("somebody chooses a time", false, true, true)
	w.now = w.now.Add(time.Hour)
	same("it is theirs no more", false, true, true)
	w.booked("emil", at(9, 0).AddDate(0, 0, 4))
	same("somebody books on the last day", false, true, false)
}

// Whatever changes what keeps a desk busy, by whichever program or hand, a
// program that has read the day before sees it.
func TestADayThatWasReadBeforeIsSeenAsItIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(3))
	w.booked("ada", at(9, 0))
	w.must("bob", hold(at(10, 0)))
	changes := []string{
		`UPDATE appointment SET starts = starts + interval '1 day', ends = ends + interval '1 day' WHERE state = 'confirmed'`,
		`UPDATE appointment SET desk = 'desk 3'`,
		`UPDATE appointment SET ends = ends + interval '5 minutes'`,
		`UPDATE appointment SET skills = '{papers,register}'`,
		`UPDATE appointment SET audience = 'staff'`,
		`UPDATE appointment SET claim = id + 1000 WHERE state = 'held'`,
		`UPDATE appointment SET state = 'checked in', arrived_at = $1 WHERE state = 'confirmed'`,
		`UPDATE appointment SET state = 'called', called_at = $1 WHERE state = 'checked in'`,
		`UPDATE appointment SET held_until = held_until + interval '1 minute' WHERE state = 'held'`,
		`UPDATE appointment SET held_until = $1 WHERE state = 'held'`,
		`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) SELECT 'hall', 'desk 2', starts, ends, $1, $1::timestamptz + interval '1 hour' FROM appointment LIMIT 1`,
		`UPDATE freed SET hidden_until = $1`,
		`DELETE FROM freed`,
		`DELETE FROM appointment WHERE state = 'held'`,
		`UPDATE appointment SET state = 'cancelled', desk = NULL`,
	}
	for _, change := range changes {
		w.week(w.Store)
		if strings.Contains(change, "$1") {
			w.exec(change, w.now)
		} else {
			w.exec(change)
		}
		if diff := cmp.Diff(w.week(w.reopen(sample(3))), w.week(w.Store)); diff != "" {
			t.Errorf("after %s (-there +seen):\n%s", change, diff)
		}
	}
}

// What keeps desks busy on a day is seen whole and in order of time, however its rows lie
// in the database: what is booked, held or rests, on both days in UTC, and long after too.
func TestADayIsSeenInOrderHoweverItLies(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(3))
	var want []string
	for _, clock := range []booking.Clock{11 * 60, 0, 9*60 + 30, 30, 10 * 60, 23*60 + 30, 8 * 60, 9 * 60} { // the first of them lie in sunday in UTC
		a := w.booked("ada "+clock.String(), at(9, 0).AddDate(0, 0, 1))
		start := monday.At(clock, berlin)
		w.exec(`UPDATE appointment SET starts = $2, ends = $2::timestamptz + interval '15 minutes' WHERE id = $1`, int64(a.ID), start)
		want = append(want, clock.String()+" booked")
	}
	for _, clock := range []booking.Clock{8*60 + 30, 60, 12 * 60, 10*60 + 30} {
		w.exec(`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ('hall', 'desk 3', $1, $1::timestamptz + interval '15 minutes', $2, $2::timestamptz + interval '1 year')`,
			monday.At(clock, berlin), w.now)
		want = append(want, clock.String()+" rests")
	}
	slices.Sort(want)
	seen := func(s *storage.Store) (all []string) {
		for _, b := range w.week(s)[0].Busy {
			what := map[bool]string{true: " rests", false: " booked"}[b.Cooldown]
			all = append(all, booking.ClockOf(b.Span.Start, berlin).String()+what)
		}
		return all
	}
	for range 2 {
		for name, s := range map[string]*storage.Store{"as before": w.Store, "once more": w.reopen(sample(3)), "as it lies": w.unsorted(sample(3), storage.Options{})} {
			if diff := cmp.Diff(want, seen(s)); diff != "" {
				t.Errorf("read at %v %s:\n%s", w.now, name, diff)
			}
		}
		w.now = w.now.AddDate(0, 2, 0)
	}
}

// What ends by itself ends although nothing is read again.
func TestADayThatWasReadBeforeGoesByTheClock(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.must("bob", hold(at(10, 0)))
	if busy := w.week(w.Store)[0].Busy; len(busy) != 1 {
		t.Fatalf("%d are busy", len(busy))
	}
	w.now = w.now.Add(16 * time.Minute)
	if busy := w.week(w.Store)[0].Busy; len(busy) != 0 {
		t.Errorf("a hold that has run out is seen: %v", busy)
	}
	w.booked("ada", at(9, 0))
	first, again := w.week(w.Store)[0].Busy, w.week(w.Store)[0].Busy
	if len(first) != 1 || &first[0] != &again[0] {
		t.Error("a day that has not changed was read again")
	}
}

// What was booked on a day is seen after its version is gone.
func TestADayLongPastIsSeenWithoutItsVersion(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.booked("ada", at(9, 0))
	w.now = w.now.AddDate(0, 2, 0)
	w.exec(`DELETE FROM busy_day`)
	if busy := w.week(w.Store)[0].Busy; len(busy) != 1 || !busy[0].Span.Start.Equal(at(9, 0)) {
		t.Errorf("busy are %v", busy)
	}
}

// A day of the office lies in two days in UTC.
func TestADayThatBeginsBeforeMidnightInUTCIsSeenWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.booked("ada", at(9, 0))
	w.booked("bob", at(10, 0))
	midnight := monday.At(0, at(9, 0).Location())
	w.exec(`UPDATE appointment SET starts = $1, ends = $1::timestamptz + interval '5 minutes' WHERE starts = $2`, midnight, at(10, 0))
	for _, s := range []*storage.Store{w.Store, w.reopen(sample(1))} {
		busy := w.week(s)[0].Busy
		if len(busy) != 2 || !busy[0].Span.Start.Equal(midnight) || !busy[1].Span.Start.Equal(at(9, 0)) {
			t.Errorf("busy are %v", busy)
		}
	}
}

// A turn sees its own changes. If it comes to nothing, nobody takes them for true.
func TestWhatATurnSeesOfItselfIsGoneWithIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday}
	fails := errors.New("the turn fails")
	err := w.Converse(t.Context(), dialogs.Chat{Channel: "test", Address: "ada"}, w.now, func(ctx context.Context, r dialogs.Records) error {
		if _, err := r.Do(ctx, hold(at(10, 0))); err != nil {
			return err
		}
		facts, err := r.Facts(ctx, need)
		if err != nil || len(facts.Booked[0].Busy) != 1 {
			t.Errorf("the turn sees %v, %v", facts.Booked, err)
		}
		return fails
	})
	if !errors.Is(err, fails) {
		t.Fatal(err)
	}
	w.must("bob", hold(at(11, 0)))
	busy := w.week(w.Store)[0].Busy
	if len(busy) != 1 || !busy[0].Span.Start.Equal(at(11, 0)) {
		t.Errorf("busy are %v", busy)
	}
}

// What was found is kept of so many days, and of so much that is booked on them, that
// all of it fits into memory; what is one too many begins again.
func TestWhatWasFoundIsKeptOfSoMany(t *testing.T) {
	t.Parallel()
	const full = storage.MostKept / 50
	for _, tt := range []struct{ days, booked, kept int }{
		{storage.MostFound, 1, storage.MostFound}, {storage.MostFound + 1, 1, 1}, {50, full, 50}, {51, full, 1},
	} {
		if kept, size := storage.Found(tt.days, tt.booked); kept != tt.kept || size != tt.kept*tt.booked {
			t.Errorf("of %d days with %d: kept of %d, in all %d", tt.days, tt.booked, kept, size)
		}
	}
}
