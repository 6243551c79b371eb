package storage_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/storage"
)

func TestOneOfManyLeads(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ctx, stop := context.WithCancel(t.Context())
	var leading, times atomic.Int32
	led := make(chan int, 10)
	var all sync.WaitGroup
	var abdicate [3]context.CancelFunc
	for i := range abdicate {
		var own context.Context
		own, abdicate[i] = context.WithCancel(ctx)
		store := w.reopen(sample(1))
		all.Go(func() {
			store.Leader("something").Lead(own, func(ctx context.Context) {
				if leading.Add(1) > 1 {
					t.Error("two lead at once")
				}
				times.Add(1)
				led <- i
				<-ctx.Done()
				leading.Add(-1)
			})
		})
	}
	for range 2 { // each time the leader ends, another one takes over
		select {
		case i := <-led:
			abdicate[i]()
		case <-time.After(20 * time.Second):
			t.Fatal("nobody leads")
		}
	}
	stop()
	all.Wait()
	if times.Load() < 2 {
		t.Errorf("%d have led, want at least 2", times.Load())
	}
}

func TestWhoLosesTheConnectionLeadsNoMore(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	began, ended := make(chan struct{}, 10), make(chan struct{}, 10)
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.Leader("something").Lead(ctx, func(ctx context.Context) {
			began <- struct{}{}
			<-ctx.Done()
			ended <- struct{}{}
		})
	}()
	<-began
	w.exec(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Fatal("it still leads")
	}
	<-began
	stop()
	<-done
}

// Every town has something to lead, and turns need the connections.
func TestLeadingManyThingsTakesOneConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ctx, stop := context.WithCancel(t.Context())
	const many = 100 // of which the pool has fewer
	var all sync.WaitGroup
	led := make(chan struct{}, many)
	for i := range many {
		all.Go(func() {
			w.Leader(fmt.Sprint("thing ", i)).Lead(ctx, func(ctx context.Context) {
				led <- struct{}{}
				<-ctx.Done()
			})
		})
	}
	for range many {
		select {
		case <-led:
		case <-time.After(time.Minute):
			t.Fatal("not everything is led")
		}
	}
	if n := w.count(`SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`); n != 1 {
		t.Errorf("%d connections hold the locks, want 1", n)
	}
	w.booked("erika", at(9, 0)) // and turns go on
	stop()
	all.Wait()
	if n := w.count(`SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`); n != 0 {
		t.Errorf("%d locks are left", n)
	}
}

// A replica that leads nothing asks for everything at once: with hundreds of towns,
// one question for each would keep the database busy.
func TestWantingToLeadManyThingsIsOneQuestion(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ctx, stop := context.WithCancel(t.Context())
	const many = 200
	var all sync.WaitGroup
	led := make(chan struct{}, 2*many)
	lead := func(leaders interface{ Leader(string) *storage.Leader }) {
		for i := range many {
			all.Go(func() {
				leaders.Leader(fmt.Sprint("thing ", i)).Lead(ctx, func(ctx context.Context) {
					led <- struct{}{}
					<-ctx.Done()
				})
			})
		}
	}
	lead(w.Store)
	for range many {
		<-led
	}
	lead(w.reopen(sample(1)))
	asked := func() int {
		return w.count(`SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()`)
	}
	time.Sleep(2 * time.Second) // the first question comes at once
	before := asked()
	time.Sleep(5 * time.Second)
	if n := asked() - before; n > many {
		t.Errorf("%d questions in five seconds, want some twenty for everything that two programs do", n)
	}
	stop()
	all.Wait()
}

// Who no longer wants to lead is not given the lead in place of somebody who does.
func TestWhoGaveUpWaitingIsNotElected(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	leads, err := w.pool.Acquire(t.Context())
	w.none(err)
	defer leads.Release()
	other := func(do string) {
		_, err := leads.Exec(t.Context(), `SELECT `+do+`(hashtextextended('lead something', 0))`)
		w.none(err)
	}
	other("pg_advisory_lock")
	waits, giveUp := context.WithCancel(t.Context())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		w.Leader("something").Lead(waits, func(context.Context) { t.Error("somebody leads beside another one") })
	}()
	w.wait("nobody wants to lead", func() bool {
		return w.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT name FROM unnest%pg_try_advisory_lock%'`) > 0
	})
	giveUp()
	<-gone
	other("pg_advisory_unlock")
	ctx, stop := context.WithCancel(t.Context())
	led, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		w.Leader("something").Lead(ctx, func(ctx context.Context) {
			close(led)
			<-ctx.Done()
		})
	}()
	select {
	case <-led:
	case <-time.After(20 * time.Second):
		t.Error("the lead went to somebody who is gone")
	}
	stop()
	<-done
}

// Who is elected just when they give up waiting is told so, and can give the lead back:
// else nobody would lead any more.
func TestWhoIsElectedAtTheLastMomentLearnsIt(t *testing.T) {
	t.Parallel()
	for range 40 { // either is seen first, by chance
		if !storage.ElectedLast(t.Context()) {
			t.Fatal("nobody knows of the lead")
		}
	}
}

// Who comes to give up a lead that was lost meanwhile leaves it to who has it now.
func TestWhatWasLostIsNotGivenUpForOthers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	conn, err := w.pool.Acquire(t.Context())
	w.none(err)
	defer conn.Release()
	if !storage.LeavesLate(t.Context(), conn.Conn()) {
		t.Error("it is given up, or kept when it should not be")
	}
}
