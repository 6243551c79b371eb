package storage

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Cancel cancels an appointment, as one transaction.
func (s *Store) Cancel(ctx context.Context, by Actor, now time.Time, c dialogs.Cancel) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.cancel(ctx, by, c) })
}

func (t *tx) cancel(ctx context.Context, by Actor, c dialogs.Cancel) (booking.Appointment, error) {
	return t.cancelOf(ctx, by, c, booking.CancelledTime)
}

// cancelOf cancels an appointment, unless the sender has done what, or anything
// where it is empty, too often today.
func (t *tx) cancelOf(ctx context.Context, by Actor, c dialogs.Cancel, what booking.Deed) (booking.Appointment, error) {
	var f freeing
	a, err := t.take(ctx, by, c.Appointment, func() { t.queueReadFreeing(&f, by, c.Appointment) })
	if err != nil {
		return booking.Appointment{}, err
	}
	if a.State == booking.Cancelled {
		return a, nil // done before
	}
	if a.IsTicket() {
		return t.returnTicket(ctx, by, a)
	}
	old := a
	a, err = a.Cancel(t.now)
	if err == nil {
		err = f.deeds.may(what)
	}
	if err == nil {
		err = t.queueFreed(by, f, old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueDeed(by, booking.CancelledTime, a.Office, 0)
	t.queueFollowed(by, a)
	t.queueSave(a)
	t.queueHistory(a, by, dialogs.WasCancelled, nil)
	t.queueDropMoves(a)
	return a, t.tell(ctx, a, booking.CancelledNotice)
}

// affirm records that the holder will come.
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

// queueDropMoves queues the deletion of holds for moving a. They may be on days
// that are not locked. One that is being confirmed right now is left alone:
// that transaction will find that there is nothing to move.
func (t *tx) queueDropMoves(a booking.Appointment) {
	t.queue(`
		DELETE FROM appointment WHERE id IN (
			SELECT id FROM appointment WHERE claim = $1 AND state = 'held' FOR UPDATE SKIP LOCKED)`, a.ID)
}
