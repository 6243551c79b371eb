package storage_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// sharedChore is a chore of which all replicas see at once that it is to be done, and how
// many are told of it.
type sharedChore struct {
	prepare func(*tellingWorld) // has it to be done on monday
	do      func(*storage.Store, context.Context, time.Time) (int, error)
	kind    booking.NoticeKind
	told    int
}

var sharedChores = map[string]sharedChore{
	"who did not come": {func(w *tellingWorld) {
		w.office.Policy.ArrivalsRecorded = true
		w.booked("erika", at(9, 0))
		there := w.booked("otto", at(9, 0))
		w.at(at(9, 20))
		w.arrived(there)
	}, (*storage.Store).MarkMissed, booking.MissedNotice, 1},
	"how late it is": {func(w *tellingWorld) {
		w.office.Policy.Late = booking.Usual().Late
		w.booked("ada", at(9, 30))
		w.at(at(7, 59))
		w.callAll(25 * time.Minute)
		w.at(at(8, 50))
	}, (*storage.Store).TellLate, booking.LateNotice, 1},
	"what a file no longer serves": {func(w *tellingWorld) {
		w.booked("ada", at(9, 0))
		w.office.Calendar.Week[time.Monday] = nil
	}, (*storage.Store).TellUnserved, booking.ClosedNotice, 1},
	"a concern that is given up": {func(w *tellingWorld) {
		w.booked("ada", at(9, 0))
		w.office.Concerns = w.office.Concerns[1:]
	}, (*storage.Store).TellDropped, booking.DroppedNotice, 1},
	"a time that was freed": {func(w *tellingWorld) {
		p := resting(2).Offices[0].Policy
		p.Offer = booking.Usual().Offer
		w.office.Policy.Release, w.office.Policy.Offer, w.office.Policy.PerPerson = p.Release, p.Offer, 9
		w.at(at(8, 0).AddDate(0, 0, -3))
		first, late := w.booked("ada", at(9, 0)), w.booked("bob", at(11, 0))
		w.must("bob", improve(late))
		w.at(w.now.Add(time.Hour))
		w.must("ada", dialogs.Cancel{Appointment: first.ID})
	}, (*storage.Store).OfferTimes, booking.OfferNotice, 1},
}

// All replicas look at once, and wait at once for the day. The first does what is to
// be done, and the others find that it is done: people are told once.
func TestWhatAllReplicasSeeIsDoneOnce(t *testing.T) {
	t.Parallel()
	for name, chore := range sharedChores {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTellingWorld(t, test)
			chore.prepare(w)
			replicas := []*storage.Store{w.on(test), w.on(test), w.on(test)}
			kind, key := storage.LockOfDay("hall", monday).Numbers()
			release := keep(t, w.pool, advisory, kind, key)
			var told atomic.Int64
			var all sync.WaitGroup
			for _, s := range replicas {
				all.Go(func() {
					n, err := chore.do(s, context.WithoutCancel(t.Context()), w.now)
					if err != nil {
						t.Error(err)
					}
					told.Add(int64(n))
				})
			}
			waiting := w.awaitWaiting(len(replicas))
			release()
			all.Wait()
			if waiting != len(replicas) {
				t.Errorf("%d of %d wait for who works on the day", waiting, len(replicas))
			}
			if n := w.count(`SELECT count(*) FROM notice WHERE kind = $1 AND appointment < 900000`, string(chore.kind)); n != chore.told || int(told.Load()) != chore.told {
				t.Errorf("%d notices, and %d told, want %d", n, told.Load(), chore.told)
			}
		})
	}
}

// awaitWaiting waits until so many wait for an advisory lock of the database, and
// says how many do in the end.
func (w *world) awaitWaiting(want int) (n int) {
	w.Helper()
	for range 6000 {
		n = w.count(`SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND locktype = 'advisory' AND NOT granted`)
		if n >= want {
			return n
		}
		time.Sleep(10 * time.Millisecond)
	}
	return n
}
