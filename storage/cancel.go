package storage

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Cancel gives an appointment back, as one transaction.
func (s *Store) Cancel(ctx context.Context, by Actor, now time.Time, c dialogs.Cancel) (booking.Appointment, error) {
	return s.alone(ctx, now, func(w *work) (booking.Appointment, error) { return w.cancel(ctx, by, c) })
}

func (w *work) cancel(ctx context.Context, by Actor, c dialogs.Cancel) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	if a.State == booking.Cancelled {
		return a, nil // a second time: it is done already
	}
	old := a
	a, err = a.Cancel(w.now)
	if err == nil {
		err = w.free(old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	w.save(a)
	w.remark(a, by, dialogs.WasCancelled, nil)
	w.dropMoves(a)
	return a, w.tell(ctx, a, booking.CancelledNotice)
}

// affirm records that the holder comes.
func (w *work) affirm(ctx context.Context, by Actor, c dialogs.Affirm) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Affirm(w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.save(a)
	w.remark(a, by, dialogs.WasAffirmed, nil)
	return a, nil
}

// dropMoves gives back the times held for moving a. They may lie on days that
// are not locked: one that somebody is confirming just now is left to them,
// who will find that there is nothing to move any more.
func (w *work) dropMoves(a booking.Appointment) {
	w.queue(`
		DELETE FROM appointment WHERE id IN (
			SELECT id FROM appointment WHERE claim = $1 AND state = 'held' FOR UPDATE SKIP LOCKED)`, a.ID)
}
