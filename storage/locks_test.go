package storage_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// locked is a world with somebody who keeps a lock, and a store that waits for
// none of them for long.
type locked struct {
	*world
	hurried *storage.Store
}

func newLocked(t *testing.T, change ...func(*booking.Office)) *locked {
	t.Helper()
	town := waitingTown(2)
	for _, c := range change {
		c(town.Offices[0])
	}
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 9, 9
	w := newWaitingWorld(t, town)
	address := w.pool.Config().ConnString()
	joined := map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")]
	hurried, err := storage.Open(t.Context(), address+joined+"lock_timeout=150ms", town, w.present, storage.Options{Channels: []string{"test", "mail"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(hurried.Close)
	return &locked{w, hurried}
}

// waits tells whether a command waits while somebody else has done what keeping
// does and has not come to its end.
func (l *locked) waits(name string, command dialogs.Command, keeping string, args ...any) bool {
	l.Helper()
	defer keep(l.T, l.pool, keeping, args...)()
	err := l.hurried.Converse(l.Context(), chat(name), l.now, func(ctx context.Context, r dialogs.Records) error {
		done, err := r.Do(ctx, command)
		return errors.Join(err, done.Refused, errUndone)
	})
	if !errors.Is(err, errUndone) && !storage.Unreachable(err) {
		l.Fatalf("%T: %v", command, err)
	}
	return storage.Unreachable(err)
}

// errUndone rolls back what was only tried.
var errUndone = errors.New("only tried")

// keep does something in a transaction that ends when the result is called.
func keep(t *testing.T, pool *pgxpool.Pool, order string, args ...any) (end func()) {
	t.Helper()
	tx, err := pool.Begin(t.Context())
	if err == nil {
		_, err = tx.Exec(t.Context(), order, args...)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = tx.Rollback(context.WithoutCancel(t.Context())) }
}

const advisory = `SELECT pg_advisory_xact_lock($1, $2)`

// Two who change the same things at once must wait for each other. Whether they
// do is seen while a lock is kept by somebody else.
func TestEveryCommandWaitsForTheLocksOfWhatItChanges(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	old := l.booked("ada", at(9, 0))
	toMove := l.must("ada", holdMove(old, at(11, 0)))
	other := l.booked("ada", at(10, 0))
	nextDay := l.must("ada", holdMove(other, monday.Add(1).At(9*60, berlin)))
	held := l.must("ada", hold(at(8, 0)))
	person := old.Holder
	mail, today, tomorrow := "ada@example.org", monday, monday.Add(1)
	moving := move(other, nextDay)
	instead := hold(at(8, 30))
	instead.Former = nextDay.ID
	for _, test := range []struct {
		name    string
		command dialogs.Command
		locks   map[string]storage.Lock
	}{
		{"hold", hold(at(8, 30)), map[string]storage.Lock{"day": storage.LockOfDay("hall", today)}},
		{"hold instead of another day", instead, map[string]storage.Lock{
			"day given back": storage.LockOfDay("hall", tomorrow), "new day": storage.LockOfDay("hall", today),
		}},
		{"hold to move to another day", holdMove(old, tomorrow.At(10*60, berlin)), map[string]storage.Lock{
			"old day": storage.LockOfDay("hall", today), "new day": storage.LockOfDay("hall", tomorrow),
		}},
		{"release", dialogs.Release{Hold: held.ID}, map[string]storage.Lock{"day": storage.LockOfDay("hall", today)}},
		{"book", book(held, "ada"), map[string]storage.Lock{
			"person": storage.LockOfPerson(person), "mail": storage.LockOfMail(mail), "day": storage.LockOfDay("hall", today),
		}},
		{"move", move(old, toMove), map[string]storage.Lock{"person": storage.LockOfPerson(person), "day": storage.LockOfDay("hall", today)}},
		{"move to another day", moving, map[string]storage.Lock{
			"old day": storage.LockOfDay("hall", today), "new day": storage.LockOfDay("hall", tomorrow),
		}},
		{"cancel", dialogs.Cancel{Appointment: old.ID}, map[string]storage.Lock{
			"person": storage.LockOfPerson(person), "day": storage.LockOfDay("hall", today),
		}},
		{"wait", improve(old), map[string]storage.Lock{"person": storage.LockOfPerson(person)}},
	} {
		for what, lock := range test.locks {
			kind, key := lock.Numbers()
			if !l.waits("ada", test.command, advisory, kind, key) {
				t.Errorf("%s does not wait for the lock of the %s", test.name, what)
			}
		}
		kind, key := storage.LockOfPerson(person + 1000).Numbers()
		if l.waits("ada", test.command, advisory, kind, key) {
			t.Errorf("%s waits for the lock of somebody else", test.name)
		}
	}
}

// An import waits for those who work on one of its days.
func TestAnImportWaitsForTheLocksOfItsDays(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	list := []booking.Entry{entry(1, at(9, 0)), entry(2, monday.Add(1).At(9*60, berlin))}
	for day, want := range map[booking.Date]bool{monday: true, monday.Add(1): true, monday.Add(2): false} {
		kind, key := storage.LockOfDay("hall", day).Numbers()
		end := keep(t, l.pool, advisory, kind, key)
		if _, err := l.hurried.ImportAppointments(t.Context(), importer, l.now, list, true, nil); storage.Unreachable(err) != want {
			t.Errorf("%v is locked: it waits %v (%v), want %v", day, storage.Unreachable(err), err, want)
		}
		end()
	}
}

// An offer is made and accepted under the locks of everything it touches: the
// place on the list, which may be given up, as well.
func TestOffersWaitForTheLocksOfWhatTheyTouch(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	first := l.booked("ada", at(9, 0))
	l.booked("eve", at(9, 0))
	late := l.booked("bob", monday.Add(1).At(11*60, berlin))
	l.must("bob", improve(late))
	l.must("ada", dialogs.Cancel{Appointment: first.ID})
	kind, key := storage.LockOfDay("hall", monday).Numbers()
	for what, keeping := range map[string]func() func(){
		"place": func() func() { return keep(t, l.pool, `SELECT FROM wait FOR SHARE`) }, // which a reference to it would not wait for
		"day":   func() func() { return keep(t, l.pool, advisory, kind, key) },
	} {
		end := keeping()
		if _, err := l.hurried.OfferTimes(t.Context(), l.now); !storage.Unreachable(err) {
			t.Errorf("offering does not wait for the lock of the %s: %v", what, err)
		}
		end()
	}
	l.match()
	offered := l.offer("bob")
	for what, lock := range map[string]storage.Lock{
		"person": storage.LockOfPerson(late.Holder), "mail": storage.LockOfMail("bob@example.org"),
		"day": storage.LockOfDay("hall", monday), "old day": storage.LockOfDay("hall", monday.Add(1)),
	} {
		kind, key := lock.Numbers()
		for name, command := range map[string]dialogs.Command{
			"accepting": dialogs.Accept{Hold: offered.ID}, "declining": dialogs.Decline{Hold: offered.ID},
		} {
			if !l.waits("bob", command, advisory, kind, key) {
				t.Errorf("%s does not wait for the lock of the %s", name, what)
			}
		}
	}
}

// What was offered counts as what was booked: nobody gets more than the office
// allows, and nobody is moved to a later time than they have by now.
func TestAnAcceptedOfferCountsAndIsEarlier(t *testing.T) {
	t.Parallel()
	town := waitingTown(1)
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 1, 9
	town.Offices[0].Policy.Horizon = 0
	for day := range town.Offices[0].Calendar.Week {
		town.Offices[0].Calendar.Week[day] = []booking.Shift{{From: 9 * 60, To: 10 * 60}}
	}
	w := newWaitingWorld(t, town)
	full := w.fullMorning()
	w.must("ada", wish("ada"))
	w.must("q3", dialogs.Cancel{Appointment: full[2].ID})
	w.match()
	offered := w.offer("ada")
	w.exec(`UPDATE appointment SET holder = $2 WHERE id = $1`, int64(full[3].ID), int64(offered.Holder)) // ada books elsewhere meanwhile
	w.refuse("ada", dialogs.Accept{Hold: offered.ID}, booking.ErrLimit)
	w.exec(`UPDATE appointment SET holder = $2, mail_key = 'ada@example.org' WHERE id = $1`, int64(full[3].ID), int64(full[3].Holder))
	town.Offices[0].Policy.PerPerson, town.Offices[0].Policy.PerMail = 9, 1
	w.refuse("ada", dialogs.Accept{Hold: offered.ID}, booking.ErrLimit)
}

func TestAnOfferThatIsNoEarlierByNowIsOver(t *testing.T) {
	t.Parallel()
	for name, now := range map[string]int{"the same time": 0, "an earlier one": -30} {
		w := newWaitingWorld(t, waitingTown(1))
		first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
		w.must("bob", improve(late))
		w.must("ada", dialogs.Cancel{Appointment: first.ID})
		w.match()
		offered := w.offer("bob")
		// Only a fault could have put it there, or a clerk who knows of no offer.
		w.exec(`UPDATE appointment SET starts = $2, ends = $3, desk = 'elsewhere' WHERE id = $1`,
			int64(late.ID), at(9, now), at(9, now+15))
		w.refuse("bob", dialogs.Accept{Hold: offered.ID}, booking.ErrOver)
		if t.Failed() {
			t.Log(name)
		}
	}
}

// awaits tells whether somebody waits for a lock that somebody else keeps.
func (l *locked) awaits(lock storage.Lock) bool {
	l.Helper()
	kind, key := lock.Numbers()
	return l.count(`SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = ($1::bigint & 4294967295)::oid AND objid = ($2::bigint & 4294967295)::oid
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, int64(kind), int64(key)) > 0
}

// movedMeanwhile is the ways to change an appointment under the lock of its day, which is
// tuesday when they begin.
var movedMeanwhile = map[string]func(l *locked, a booking.Appointment) (name string, c dialogs.Command){
	"cancelling": func(_ *locked, a booking.Appointment) (string, dialogs.Command) {
		return "bob", dialogs.Cancel{Appointment: a.ID}
	},
	"attaching": func(l *locked, a booking.Appointment) (string, dialogs.Command) {
		l.employ("lea", booking.Lead)
		return "eve", dialogs.Attach{Number: a.Number, Code: l.orders("lea", dialogs.GiveCode{Appointment: a.ID}).Code}
	},
	"moving": func(l *locked, a booking.Appointment) (string, dialogs.Command) {
		return "bob", move(a, l.must("bob", holdMove(a, at(11, 0))))
	},
	"accepting": func(l *locked, a booking.Appointment) (string, dialogs.Command) {
		first := l.booked("ada", at(9, 0))
		l.must("bob", improve(a))
		l.must("ada", dialogs.Cancel{Appointment: first.ID})
		l.match()
		return "bob", dialogs.Accept{Hold: l.offer("bob").ID}
	},
}

// Who waits for the lock of a day while the appointment moves to another one waits for
// the lock of that one, too, before anything is changed.
func TestWhatMovesMeanwhileIsLockedWhereItIs(t *testing.T) {
	t.Parallel()
	for what, prepare := range movedMeanwhile {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			l := newLocked(t)
			before, after := monday.Add(1), monday.Add(2)
			a := l.booked("bob", before.At(11*60, berlin))
			name, command := prepare(l, a)
			moved := l.moves(a, before)
			end := l.keepsDay(after)
			done := beside(func() error {
				return l.Converse(l.Context(), chat(name), l.now, func(ctx context.Context, r dialogs.Records) error {
					done, err := r.Do(ctx, command)
					return errors.Join(err, done.Refused)
				})
			})
			l.wait("does not wait for the old day", func() bool { return l.awaits(storage.LockOfDay("hall", before)) })
			moved()
			ended := false
			l.wait("neither ends nor waits", func() bool {
				ended = len(done) > 0
				return ended || l.awaits(storage.LockOfDay("hall", after))
			})
			if ended {
				t.Error("does not wait for the new day")
			}
			end()
			if err := <-done; err != nil {
				t.Error(err)
			}
		})
	}
}

// keepsDay keeps the lock of a day until the result is called.
func (l *locked) keepsDay(day booking.Date) (end func()) {
	l.Helper()
	kind, key := storage.LockOfDay("hall", day).Numbers()
	return keep(l.T, l.pool, advisory, kind, key)
}

// moves keeps the lock of the day on which an appointment is, and moves it to the next
// one when the result is called.
func (l *locked) moves(a booking.Appointment, day booking.Date) (moved func()) {
	l.Helper()
	kind, key := storage.LockOfDay("hall", day).Numbers()
	mover, err := l.pool.Begin(l.Context())
	l.none(err)
	_, err = mover.Exec(l.Context(), advisory, kind, key)
	l.none(err)
	return func() {
		_, err := mover.Exec(l.Context(), `UPDATE appointment SET starts = starts + interval '1 day', ends = ends + interval '1 day' WHERE id = $1`, int64(a.ID))
		l.none(err)
		l.none(mover.Commit(l.Context()))
	}
}

// beside does something beside the test, and returns where its end is told.
func beside(do func() error) chan error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	return done
}
