package storage

import (
	"context"
	"errors"
	"slices"

	"terminbote/booking"
	"terminbote/dialogs"
)

// next calls the person whose turn it is to a desk. The lock of the day makes
// sure that two clerks who press at once call two people.
func (t *tx) next(ctx context.Context, by Actor, c dialogs.Next) (booking.Appointment, error) {
	d, err := t.dayAt(c.Office, t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	var waiting []booking.Appointment
	t.queueLock(d.lock())
	t.queueReadOfDay(&waiting, d.file, d.date, `state = 'checked in'`)
	if err := t.send(ctx); err != nil {
		return booking.Appointment{}, err
	}
	if c.Appointment != 0 {
		waiting = slices.DeleteFunc(waiting, func(a booking.Appointment) bool { return a.ID != c.Appointment })
	}
	a, err := d.file.Next(c.Desk, waiting, t.now)
	if err == nil {
		a, err = a.Call(c.Desk, t.now)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasCalled, map[string]any{"desk": c.Desk})
	return a, t.tell(ctx, a, booking.CalledNotice)
}

// uncall takes a call back: the citizen waits again, at a desk reserved for
// them if one is free. A visit that rests needs none.
func (t *tx) uncall(ctx context.Context, by Actor, c dialogs.Uncall) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case a.State == booking.CheckedIn:
		return a, nil // taken back before
	case a.State == booking.Called:
		err = by.Role.MayUndo(a.Updated, t.now)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Uncall(t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	if a.Visit.Parked.IsZero() {
		a, err = t.reseatArrived(ctx, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasUncalled, nil)
	return a, t.correct(ctx, a, booking.CalledNotice, booking.UncalledNotice)
}

// reseatArrived finds a desk at the time of a person who has arrived. If none
// is free they wait without one: the next desk that is ready calls them.
func (t *tx) reseatArrived(ctx context.Context, a booking.Appointment) (booking.Appointment, error) {
	d, err := t.dayAt(a.Office, a.Span.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	if a.IsTicket() {
		a.Desk = "" // none was set aside for them
		return a, nil
	}
	t.queueReadRules(d)
	t.queueReadSeats(d)
	if err := t.send(ctx); err != nil {
		return booking.Appointment{}, err
	}
	placement, err := t.placeAgain(d, a, nil)
	switch {
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrClosed):
		a.Desk = ""
		return a, nil
	case err != nil:
		return booking.Appointment{}, err
	}
	t.queueDropExpired(d)
	t.queueSwaps(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// finish records that a visit is over.
func (t *tx) finish(ctx context.Context, by Actor, c dialogs.Finish) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil || a.State == booking.Finished { // done before
		return a, err
	}
	a, err = a.Finish(t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasFinished, nil)
	return a, t.askRating(ctx, a)
}

// miss records that nobody came, and tells the holder.
func (t *tx) miss(ctx context.Context, by Actor, c dialogs.Miss) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	if err != nil || a.State == booking.Missed { // done before
		return a, err
	}
	if office, ok := t.town.Office(a.Office); ok {
		err = office.Policy.MissedCall(a, t.now)
	}
	if err == nil {
		a, err = a.Miss(t.now)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasMissed, nil)
	t.queueDropMoves(a)
	return a, t.tell(ctx, a, booking.MissedNotice)
}
