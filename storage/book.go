package storage

import (
	"context"
	"errors"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Book confirms a hold, as one transaction.
func (s *Store) Book(ctx context.Context, by Actor, now time.Time, b dialogs.Book) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.book(ctx, by, b) })
}

func (t *tx) book(ctx context.Context, by Actor, b dialogs.Book) (booking.Appointment, error) {
	d, err := t.dayAt(b.Office, b.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	mailMissing := b.Contact.Mail == "" && d.file.Policy.MailRequired && by.audience() == booking.Public
	if b.Contact.Name == "" || mailMissing {
		return booking.Appointment{}, booking.ErrIncomplete
	}
	if b.Hold == 0 {
		return booking.Appointment{}, booking.ErrExpired
	}
	var hold found
	var used limits
	t.queueLock(append(locksOfLimits(by, b.Contact.Mail), t.lockToConfirm(d))...)
	err = t.queueReadLimits(&used, by, b.Contact.Mail)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueReadByID(&hold, b.Hold)
	if by.audience() == booking.Staff {
		t.queueWelcome(b.Contact.Mail)
	}
	err = t.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	d.overrides = used.overrides
	if hold.ok && (hold.State != booking.Held || hold.Moves() || !by.owns(hold.Appointment)) {
		return bookedBefore(hold.Appointment, by)
	}
	if by.audience() == booking.Public {
		err = used.mayBook(d.office(t.now).Policy)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	return t.confirm(ctx, d, by, b, hold, used)
}

// bookedBefore answers a booking whose hold is no hold of the actor's. Booking
// the same a second time returns the appointment.
func bookedBefore(a booking.Appointment, by Actor) (booking.Appointment, error) {
	switch {
	case !by.owns(a), a.Moves():
		return booking.Appointment{}, booking.ErrUnknown
	case a.State != booking.Confirmed:
		return booking.Appointment{}, booking.ErrOver
	}
	return a, nil
}

// lockToConfirm is the lock that keeps the day unchanged. Confirming a hold
// changes no desk, so it shares the day, and people who book at the same time
// need not wait. If the hold must be renewed, the transaction is retried with
// the day locked alone.
func (t *tx) lockToConfirm(d *day) lock {
	l := d.lock()
	l.shared = t.attempt == 1
	return l
}

// confirm books the hold if it is still valid and for what is ordered, and otherwise its
// time again.
func (t *tx) confirm(
	ctx context.Context, d *day, by Actor, b dialogs.Book, hold found, used limits,
) (booking.Appointment, error) {
	stillHeld := hold.ok && !hold.HoldExpired(t.now)
	if stillHeld && !hold.Span.Start.Equal(b.Start) {
		return booking.Appointment{}, booking.ErrExpired
	}
	a := hold.Appointment
	renewed := !stillHeld || !d.serves(a, t.now) || !a.IsFor(b.Wishes, b.Persons)
	var err error
	if renewed && t.attempt == 1 {
		t.retry, err = true, errShared
	} else if renewed {
		a, err = t.renewHold(ctx, d, by, b, stillHeld)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Confirm(used.number, b.Contact, t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Lang = b.Lang
	if renewed {
		t.queueInsert(addition{Appointment: a})
		t.queueBooked(a, by, used.address)
		return a, t.tell(ctx, a, booking.BookedNotice)
	}
	// Last, so that the commit follows at once: until then others who book on the day
	// wait to note that it has changed.
	err = t.tell(ctx, a, booking.BookedNotice)
	t.queueSaveConfirmed(a)
	t.queueBooked(a, by, used.address)
	return a, err
}

// renewHold finds a desk for a hold that has expired, whose desk was closed since, or that was
// for something else than what is ordered. It keeps the ID of the hold, so that booking it twice is recognized.
func (t *tx) renewHold(ctx context.Context, d *day, by Actor, b dialogs.Book, stillHeld bool) (booking.Appointment, error) {
	t.queueReadSeats(d)
	err := t.send(ctx)
	if err != nil {
		return booking.Appointment{}, err
	}
	visit, err := d.office(t.now).VisitOn(d.date, by.audience(), b.Wishes, b.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	a := t.draftVisit(d, by, visit, b.Start)
	a.ID, a.Claim = b.Hold, b.Hold
	placement, err := t.place(d, request(a), b.Start, b.Hold)
	if err != nil {
		return booking.Appointment{}, takenOrExpired(err, stillHeld)
	}
	t.queueDropExpired(d)
	t.queueDropHold(b.Hold)
	t.queueSwaps(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// takenOrExpired is why a time cannot be booked any more: the hold expired,
// unless it was still valid. That it has come too near is true either way, and
// nobody else's doing.
func takenOrExpired(err error, stood bool) error {
	if isRefusal(err) && !stood && !errors.Is(err, booking.ErrTooSoon) {
		return booking.ErrExpired
	}
	return err
}
