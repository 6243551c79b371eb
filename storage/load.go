package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Load is how much waits at the moment now, and how many connections there are.
func (s *Store) Load(ctx context.Context, now time.Time) (dialogs.Load, error) {
	l := dialogs.Load{Jobs: map[string]int{}, Connections: s.connections()}
	batch := &pgx.Batch{}
	backlog := func(into *[]dialogs.Backlog) func(pgx.Rows) error {
		return func(rows pgx.Rows) (err error) {
			*into, err = pgx.CollectRows(rows, pgx.RowToStructByPos[dialogs.Backlog])
			return err
		}
	}
	batch.Queue(`SELECT channel, count(*), min(due) FROM notice WHERE outcome IS NULL AND due <= $1 GROUP BY channel`, now).Query(backlog(&l.Notices))
	batch.Queue(`SELECT channel, count(*), min(received_at) FROM inbox WHERE done_at IS NULL GROUP BY channel`).Query(backlog(&l.Updates))
	batch.Queue(`SELECT state::text, count(*) FROM river_job GROUP BY state`).Query(func(rows pgx.Rows) error {
		var state string
		var many int
		_, err := pgx.ForEachRow(rows, []any{&state, &many}, func() error {
			l.Jobs[state] = many
			return nil
		})
		return err
	})
	batch.Queue(`
		SELECT b.office, (SELECT count(*) FROM deed d WHERE d.office = b.office AND d.what = 'came' AND d.at > $1), b.usual, b.since IS NOT NULL
		FROM brake b`, now.Add(-booking.NewcomersWithin)).Query(func(rows pgx.Rows) (err error) {
		l.Rushes, err = pgx.CollectRows(rows, pgx.RowToStructByPos[dialogs.Rush])
		return err
	})
	counters := newCounterLoads(s.asRead())
	counters.queueIn(batch, now)
	if err := s.pool.SendBatch(ctx, batch).Close(); err != nil {
		return dialogs.Load{}, fmt.Errorf("look at the load: %w", err)
	}
	l.Counters = counters.all
	return l, nil
}

func (s *Store) connections() dialogs.Connections {
	stat := s.pool.Stat()
	return dialogs.Connections{
		Used: int(stat.AcquiredConns()), Idle: int(stat.IdleConns()), Most: int(stat.MaxConns()),
		Waits: stat.EmptyAcquireCount(), Waited: stat.EmptyAcquireWaitTime(),
	}
}
