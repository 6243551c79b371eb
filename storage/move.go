package storage

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Move confirms the hold of a move, as one transaction.
func (s *Store) Move(ctx context.Context, by Actor, now time.Time, m dialogs.Move) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.move(ctx, by, m) })
}

func (t *tx) move(ctx context.Context, by Actor, m dialogs.Move) (booking.Appointment, error) {
	d, err := t.dayAt(m.Office, m.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	var hold found
	var f freeing
	old, err := t.take(ctx, by, m.Moving, func() {
		t.queueReadRules(d)
		t.queueReadByID(&hold, m.Hold)
		t.queueReadFreeing(&f, by, m.Moving)
	}, d)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !hold.ok && old.Sequence > 0 && old.Span.Start.Equal(m.Start) && m.IsFor(old):
		return old, nil // the same move, done before
	case old.Office != m.Office:
		return booking.Appointment{}, booking.ErrUnknown
	case !old.Upcoming(t.now):
		return booking.Appointment{}, booking.ErrOver
	}
	if err := f.deeds.may(booking.MovedTime); err != nil {
		return booking.Appointment{}, err
	}
	target, swaps, err := t.target(ctx, d, by, m, old, hold)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err := old.MoveTo(target, t.now)
	if err == nil {
		err = t.queueFreed(by, f, old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueDeed(by, booking.MovedTime, a.Office, 0)
	t.queueFollowed(by, a)
	t.queueDropHold(m.Hold)
	t.queueSwaps(swaps)
	t.queueSave(a)
	t.queueMovedHistory(a, by, old)
	return a, t.tell(ctx, a, booking.MovedNotice)
}

// queueMovedHistory queues what the history says of a move. Who only changes what the
// appointment is for has it at its time as long as before.
func (t *tx) queueMovedHistory(a booking.Appointment, by Actor, old booking.Appointment) {
	if a.Span.Start.Equal(old.Span.Start) {
		t.queueHistory(a, by, dialogs.WasChanged, map[string]any{"from": old.Items, "to": a.Items})
		return
	}
	t.queueHistory(a, by, dialogs.WasMoved, map[string]any{"from": old.Span.Start, "to": a.Span.Start})
}

// target is where the appointment goes: to its hold if that is still valid and for what is
// ordered, and otherwise to the same time, if it is free.
func (t *tx) target(
	ctx context.Context, d *day, by Actor, m dialogs.Move, old booking.Appointment, hold found,
) (booking.Appointment, []booking.Swap, error) {
	stillHeld := hold.ok && !hold.HoldExpired(t.now)
	switch {
	case hold.ok && (!hold.Moves() || hold.Claim != old.Claim):
		return booking.Appointment{}, nil, booking.ErrUnknown
	case stillHeld && !hold.Span.Start.Equal(m.Start):
		return booking.Appointment{}, nil, booking.ErrExpired
	case stillHeld && d.serves(hold.Appointment, t.now) && m.IsFor(hold.Appointment):
		return hold.Appointment, nil, nil
	}
	t.queueReadSeats(d)
	err := t.send(ctx)
	if err != nil {
		return booking.Appointment{}, nil, err
	}
	moved, err := t.holdAsOrdered(d, by, old, m.Order)
	if err != nil {
		return booking.Appointment{}, nil, err
	}
	placement, err := t.place(d, request(moved), m.Start, m.Hold)
	if err != nil {
		return booking.Appointment{}, nil, takenOrExpired(err, stillHeld)
	}
	t.queueDropExpired(d)
	moved.Desk = placement.Desk
	return moved, placement.Swaps, nil
}

// holdAsOrdered is the hold of a move. Where the order says what the appointment is for
// henceforth, all holds for it that does for a new booking.
func (t *tx) holdAsOrdered(d *day, by Actor, old booking.Appointment, o dialogs.Order) (booking.Appointment, error) {
	office := d.office(t.now)
	a := holdToMove(office, old, o.Start, t.now.Add(d.file.Policy.Hold), t.now)
	if len(o.Wishes) == 0 {
		return a, nil
	}
	visit, err := office.VisitOn(d.date, by.audience(), o.Wishes, o.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Span.End = o.Start.Add(visit.Length())
	a.Items, a.Persons, a.Skills = visit.Promised(d.date), visit.Persons, visit.Skills()
	return a, nil
}

// holdToMove is a hold that shares the claim of the appointment that moves, and
// keeps its concerns.
func holdToMove(office *booking.Office, old booking.Appointment, start, until, now time.Time) booking.Appointment {
	a := old
	a.ID, a.Number, a.Contact, a.Sequence = 0, "", booking.Contact{}, 0
	a.Span = booking.Span{Start: start, End: start.Add(old.Span.Length())}
	a.State, a.HeldUntil, a.Updated = booking.Held, until, now
	a.Items = office.Renewed(old.Items, office.Today(start))
	return a
}

// take reads one of the actor's appointments under the lock of its day and of
// further days; more queues further lookups under these locks.
func (t *tx) take(
	ctx context.Context, by Actor, id booking.AppointmentID, more func(), further ...*day,
) (booking.Appointment, error) {
	// The person's lock keeps their other chats from moving it before its day
	// is locked.
	t.queueLock(locksOfLimits(by, "")...)
	locks, err := t.locksOf(ctx, id)
	if err != nil {
		return booking.Appointment{}, err
	}
	var a found
	own := locks
	for _, d := range further {
		locks = append(locks, d.lock())
	}
	t.queueLock(locks...)
	t.queueReadByID(&a, id)
	more()
	err = t.send(ctx)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !a.ok, a.State == booking.Held, !by.owns(a.Appointment):
		return booking.Appointment{}, booking.ErrUnknown
	}
	return a.Appointment, t.checkNotMoved(a.Appointment, own)
}

// checkNotMoved returns an error, and has the transaction retried, if an
// appointment was moved to another day before its day was locked.
func (t *tx) checkNotMoved(a booking.Appointment, own []lock) error {
	date, err := t.dayOf(a)
	if err == nil && (len(own) != 1 || own[0] != lockOfDay(a.Office, date)) {
		t.retry = true
		err = errMoved
	}
	return err
}
