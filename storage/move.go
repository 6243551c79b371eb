package storage

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Move confirms the hold of a move, as one transaction.
func (s *Store) Move(ctx context.Context, by Actor, now time.Time, m dialogs.Move) (booking.Appointment, error) {
	return s.alone(ctx, now, func(w *work) (booking.Appointment, error) { return w.move(ctx, by, m) })
}

func (w *work) move(ctx context.Context, by Actor, m dialogs.Move) (booking.Appointment, error) {
	d, err := w.aim(m.Office, m.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	var hold found
	old, err := w.take(ctx, by, m.Moving, func() {
		w.readRules(d)
		w.readByID(&hold, m.Hold)
	}, d)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !hold.ok && old.Sequence > 0 && old.Span.Start.Equal(m.Start):
		return old, nil // the same move a second time: it is done already
	case old.Office != m.Office:
		return booking.Appointment{}, booking.ErrUnknown
	case !old.Upcoming(w.now):
		return booking.Appointment{}, booking.ErrOver
	}
	target, swaps, err := w.target(ctx, d, m, old, hold)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err := old.MoveTo(target, w.now)
	if err == nil {
		err = w.free(old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	w.drop(m.Hold)
	w.swap(swaps)
	w.save(a)
	w.remark(a, by, dialogs.WasMoved, map[string]any{"from": old.Span.Start, "to": a.Span.Start})
	return a, w.tell(ctx, a, booking.MovedNotice)
}

// target is where the appointment goes: to its hold where that still stands,
// and otherwise to the same time, should it be free.
func (w *work) target(
	ctx context.Context, d *day, m dialogs.Move, old booking.Appointment, hold found,
) (booking.Appointment, []booking.Swap, error) {
	stands := hold.ok && !hold.Ran(w.now)
	switch {
	case hold.ok && (!hold.Moves() || hold.Claim != old.Claim):
		return booking.Appointment{}, nil, booking.ErrUnknown
	case stands && !hold.Span.Start.Equal(m.Start):
		return booking.Appointment{}, nil, booking.ErrExpired
	case stands && d.serves(hold.Appointment, w.now):
		return hold.Appointment, nil, nil
	}
	w.readSeats(d)
	err := w.send(ctx)
	if err != nil {
		return booking.Appointment{}, nil, err
	}
	anew := holdToMove(old, m.Start, w.now.Add(d.file.Policy.Hold), w.now)
	placement, err := w.place(d, request(anew), m.Start, m.Hold)
	if err != nil {
		return booking.Appointment{}, nil, tooLate(err, stands)
	}
	w.clear(d)
	anew.Desk = placement.Desk
	return anew, placement.Swaps, nil
}

// holdToMove is a hold that shares its claim with what it moves, and keeps
// what that was booked for.
func holdToMove(old booking.Appointment, start, until, now time.Time) booking.Appointment {
	a := old
	a.ID, a.Number, a.Contact, a.Sequence = 0, "", booking.Contact{}, 0
	a.Span = booking.Span{Start: start, End: start.Add(old.Span.Length())}
	a.State, a.HeldUntil, a.Updated = booking.Held, until, now
	return a
}

// take reads one of the actor's appointments under the lock of its day and of
// further ones; more queues what is to be read under these locks besides.
func (w *work) take(
	ctx context.Context, by Actor, id booking.AppointmentID, more func(), further ...*day,
) (booking.Appointment, error) {
	// The person's lock keeps their other chats from moving it before its day
	// is locked.
	w.lock(locksOfLimits(by, "")...)
	locks, err := w.locksOf(ctx, id)
	if err != nil {
		return booking.Appointment{}, err
	}
	var a found
	own := locks
	for _, d := range further {
		locks = append(locks, d.lock())
	}
	w.lock(locks...)
	w.readByID(&a, id)
	more()
	err = w.send(ctx)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !a.ok, a.State == booking.Held, !by.owns(a.Appointment):
		return booking.Appointment{}, booking.ErrUnknown
	}
	return a.Appointment, w.stayed(a.Appointment, own)
}

// stayed returns a fault, and has the work done anew, where an appointment was
// moved to another day before its day was locked.
func (w *work) stayed(a booking.Appointment, own []lock) error {
	date, err := w.dayOf(a)
	if err == nil && (len(own) != 1 || own[0] != lockOfDay(a.Office, date)) {
		w.again = true
		err = errMoved
	}
	return err
}
