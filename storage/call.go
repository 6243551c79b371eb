package storage

import (
	"context"
	"errors"

	"terminbote/booking"
	"terminbote/dialogs"
)

// next calls the one whose turn it is to a desk. The day's lock makes that one
// claim: whoever presses at the same time gets the next but one.
func (w *work) next(ctx context.Context, by Actor, c dialogs.Next) (booking.Appointment, error) {
	d, err := w.aim(c.Office, w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	var waiting []booking.Appointment
	w.lock(d.lock())
	w.readOfDay(&waiting, d.file, d.date, `state = 'checked in'`)
	if err := w.send(ctx); err != nil {
		return booking.Appointment{}, err
	}
	a, err := d.file.Next(c.Desk, waiting)
	if err == nil {
		a, err = a.Call(c.Desk, w.now)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	w.mark(a)
	w.remark(a, by, dialogs.WasCalled, map[string]any{"desk": c.Desk})
	return a, w.tell(ctx, a, booking.CalledNotice)
}

// uncall takes a call back: the citizen waits again, at a desk that is set aside
// for them where there still is one.
func (w *work) uncall(ctx context.Context, by Actor, c dialogs.Uncall) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case a.State == booking.CheckedIn:
		return a, nil // a second time: it is done already
	case a.State == booking.Called:
		err = by.Role.MayUndo(a.CalledAt, w.now)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Uncall(w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = w.sitDown(ctx, a)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.mark(a)
	w.remark(a, by, dialogs.WasUncalled, nil)
	return a, nil
}

// sitDown finds a desk at the time of somebody who is there. Where there is none
// any more they wait without: the next desk that is ready calls them.
func (w *work) sitDown(ctx context.Context, a booking.Appointment) (booking.Appointment, error) {
	d, err := w.aim(a.Office, a.Span.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.readRules(d)
	w.readSeats(d)
	if err := w.send(ctx); err != nil {
		return booking.Appointment{}, err
	}
	placement, err := w.seatAgain(d, a, nil)
	switch {
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrClosed):
		a.Desk = ""
		return a, nil
	case err != nil:
		return booking.Appointment{}, err
	}
	w.clear(d)
	w.swap(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// finish ends a visit.
func (w *work) finish(ctx context.Context, by Actor, c dialogs.Finish) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil || a.State == booking.Finished { // a second time it is done already
		return a, err
	}
	a, err = a.Finish(w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.mark(a)
	w.remark(a, by, dialogs.WasFinished, nil)
	return a, nil
}

// miss records that nobody came, and tells whose appointment it was.
func (w *work) miss(ctx context.Context, by Actor, c dialogs.Miss) (booking.Appointment, error) {
	a, err := w.take(ctx, by, c.Appointment, func() {})
	if err != nil || a.State == booking.Missed { // a second time it is done already
		return a, err
	}
	a, err = a.Miss(w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.mark(a)
	w.remark(a, by, dialogs.WasMissed, nil)
	w.dropMoves(a)
	return a, w.tell(ctx, a, booking.MissedNotice)
}
