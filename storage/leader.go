package storage

import (
	"context"
	"time"
)

// Leader lets one of several programs on one database lead: the one that holds
// an advisory lock. A program that dies or loses its connection loses the lock
// with it.
type Leader struct {
	store *Store
	name  string
}

// Leader is the leadership of the given name in the town.
func (s *Store) Leader(name string) *Leader { return &Leader{s, s.network(name)} }

// leadEvery is how often a program tries to become the leader of what others lead,
// or checks that it still is.
const leadEvery = 2 * time.Second

// Lead waits until this program leads, then runs do with a context that ends
// when it no longer leads. It repeats that until ctx ends.
func (l *Leader) Lead(ctx context.Context, do func(context.Context)) {
	for ctx.Err() == nil {
		lost, leads := l.store.helm.await(ctx, l.store.database, l.name)
		if !leads {
			return
		}
		l.whileHeld(ctx, lost, do)
		l.store.helm.leave(ctx, l.name, lost)
	}
}

// whileHeld runs do as long as the lock is held.
func (l *Leader) whileHeld(ctx context.Context, lost chan struct{}, do func(context.Context)) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		do(ctx)
	}()
	defer func() {
		cancel()
		<-done
	}()
	select {
	case <-done:
	case <-ctx.Done():
	case <-lost:
	}
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
