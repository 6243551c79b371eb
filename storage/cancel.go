package storage

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Cancel gives an appointment back, as one transaction.
func (s *Store) Cancel(ctx context.Context, by Actor, now time.Time, c dialogs.Cancel) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.cancel(ctx, by, c) })
}

func (t *tx) cancel(ctx context.Context, by Actor, c dialogs.Cancel) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	if a.State == booking.Cancelled {
		return a, nil // a second time: it is done already
	}
	old := a
	a, err = a.Cancel(t.now)
	if err == nil {
		err = t.queueFreed(old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSave(a)
	t.queueHistory(a, by, dialogs.WasCancelled, nil)
	t.queueDropMoves(a)
	return a, t.tell(ctx, a, booking.CancelledNotice)
}

// affirm records that the holder comes.
func (t *tx) affirm(ctx context.Context, by Actor, c dialogs.Affirm) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Affirm(t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSave(a)
	t.queueHistory(a, by, dialogs.WasAffirmed, nil)
	return a, nil
}

// queueDropMoves gives back the times held for moving a. They may lie on days that
// are not locked: one that somebody is confirming just now is left to them,
// who will find that there is nothing to move any more.
func (t *tx) queueDropMoves(a booking.Appointment) {
	t.queue(`
		DELETE FROM appointment WHERE id IN (
			SELECT id FROM appointment WHERE claim = $1 AND state = 'held' FOR UPDATE SKIP LOCKED)`, a.ID)
}
