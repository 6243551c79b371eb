package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
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

// leadEvery is how often a program tries to become the leader, or checks that
// it still is.
const leadEvery = 2 * time.Second

// Lead waits until this program leads, then runs do with a context that ends
// when it no longer leads. It repeats that until ctx ends.
func (l *Leader) Lead(ctx context.Context, do func(context.Context)) {
	for ctx.Err() == nil {
		conn, leads := l.take(ctx)
		if !leads {
			sleep(ctx, leadEvery)
			continue
		}
		l.whileHeld(ctx, conn, do)
		letGo(ctx, conn.Hijack()) // rather than given back, so that the lock ends with it
	}
}

func (l *Leader) take(ctx context.Context) (*pgxpool.Conn, bool) {
	conn, err := l.store.pool.Acquire(ctx)
	if err != nil {
		return nil, false
	}
	ctx, cancel := context.WithTimeout(ctx, answersWithin)
	defer cancel()
	var leads bool
	err = conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(hashtextextended('lead ' || $1, 0))`, l.name).Scan(&leads)
	if err != nil || !leads {
		conn.Release()
		return nil, false
	}
	return conn, true
}

// whileHeld runs do as long as conn answers.
func (l *Leader) whileHeld(ctx context.Context, conn *pgxpool.Conn, do func(context.Context)) {
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
	for {
		select {
		case <-done:
			return
		case <-ctx.Done():
			return
		case <-time.After(leadEvery):
			if !answers(ctx, conn) {
				return
			}
		}
	}
}

// answers tells whether the connection, and with it the lock, still exists. A
// network that drops everything counts as none.
func answers(ctx context.Context, conn *pgxpool.Conn) bool {
	return ping(ctx, conn.Conn()) == nil
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
