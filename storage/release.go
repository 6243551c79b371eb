package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// Release deletes a hold, as one transaction. A hold that does not exist is no
// error.
func (s *Store) Release(ctx context.Context, by Actor, now time.Time, hold booking.AppointmentID) error {
	_, err := s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) {
		return booking.Appointment{}, t.release(ctx, by, hold)
	})
	return err
}

func (t *tx) release(ctx context.Context, by Actor, id booking.AppointmentID) error {
	locks, err := t.locksOf(ctx, id)
	if err != nil || len(locks) == 0 {
		return err
	}
	var hold found
	t.queueLock(locks...)
	t.queueReadByID(&hold, id)
	err = t.send(ctx)
	switch {
	case err != nil:
		return err
	case !hold.ok:
		return nil
	case !by.owns(hold.Appointment):
		return booking.ErrUnknown
	case hold.State != booking.Held:
		return booking.ErrOver
	}
	t.queueDropHold(id)
	return nil
}

// DropHolds deletes expired holds everywhere. Nothing depends on it: bookings
// delete the expired holds of their day.
func (s *Store) DropHolds(ctx context.Context, now time.Time) (dropped int, err error) {
	err = s.transact(ctx, now, func(t *tx) error {
		t.queue(`
			WITH gone AS (
				DELETE FROM appointment WHERE id IN (
					SELECT id FROM appointment WHERE state = 'held' AND held_until <= $1 FOR UPDATE SKIP LOCKED)
				RETURNING id)
			SELECT count(*) FROM gone`, t.now).QueryRow(func(row pgx.Row) error { return row.Scan(&dropped) })
		return t.send(ctx)
	})
	if err != nil {
		return 0, fmt.Errorf("drop holds: %w", err)
	}
	return dropped, nil
}
