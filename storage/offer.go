package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Accept accepts an offer, as one transaction.
func (s *Store) Accept(ctx context.Context, by Actor, now time.Time, c dialogs.Accept) (booking.Appointment, error) {
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) { return t.accept(ctx, by, c.Hold) })
}

// Decline declines an offer, as one transaction.
func (s *Store) Decline(ctx context.Context, by Actor, now time.Time, c dialogs.Decline) error {
	_, err := s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) {
		return booking.Appointment{}, t.decline(ctx, by, c.Hold)
	})
	return err
}

// openOffer is an offer, read under the locks of everything it touches.
type openOffer struct {
	hold   found
	old    found // the appointment that moves; none for a first appointment
	id     int64
	wait   booking.WaitID
	limits limits
	day    *day

	freeing freeing // of the time that the move leaves
}

// accept gives the person the time that is held for them. It returns ErrExpired
// if the offer is no longer open, ErrOver if the appointment to move is gone or
// is earlier or for something else by now, ErrTaken if the office has closed the desk, and ErrLimit.
func (t *tx) accept(ctx context.Context, by Actor, hold booking.AppointmentID) (booking.Appointment, error) {
	o, err := t.takeOffer(ctx, by, hold)
	if err != nil {
		return booking.Appointment{}, err
	}
	if !o.day.serves(o.hold.Appointment, t.now) {
		return booking.Appointment{}, booking.ErrTaken
	}
	if o.hold.Moves() {
		return t.acceptMove(ctx, by, o)
	}
	err = o.day.office(t.now).Policy.Admits(o.limits.ofPerson, o.limits.underMail)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err := o.hold.Confirm(o.limits.number, o.hold.Contact, t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueServed(o, a)
	t.queueSave(a)
	t.queueBooked(a, by, ownAddress)
	return a, t.tell(ctx, a, booking.BookedNotice)
}

func (t *tx) acceptMove(ctx context.Context, by Actor, o openOffer) (booking.Appointment, error) {
	old := o.old.Appointment
	if !o.old.ok || old.Holder != o.hold.Holder || !o.hold.Span.Start.Before(old.Span.Start) || !o.hold.IsFor(old.Wishes(), old.Persons) {
		return booking.Appointment{}, booking.ErrOver
	}
	a, err := old.MoveTo(o.hold.Appointment, t.now)
	if err == nil {
		err = t.queueFreed(by, o.freeing, old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueServed(o, a)
	t.queueDropHold(o.hold.ID)
	t.queueSave(a)
	t.queueHistory(a, by, dialogs.WasMoved, map[string]any{"from": old.Span.Start, "to": a.Span.Start})
	return a, t.tell(ctx, a, booking.MovedNotice)
}

// queueServed queues that the place on the list ends, and the offer with it.
// The link of its mail then leads to the appointment a.
func (t *tx) queueServed(o openOffer, a booking.Appointment) {
	t.queue(`UPDATE letter SET appointment = $2, offer = NULL WHERE offer = $1`, o.id, int64(a.ID))
	t.queue(`DELETE FROM wait WHERE id = $1`, int64(o.wait))
}

// decline passes an offered time to the next person: for a moment nobody else
// sees it.
func (t *tx) decline(ctx context.Context, by Actor, hold booking.AppointmentID) error {
	o, err := t.takeOffer(ctx, by, hold)
	if err != nil {
		return err
	}
	t.queueDropHold(hold)
	t.queue(`UPDATE offer SET outcome = 'declined' WHERE hold = $1 AND outcome IS NULL`, int64(hold))
	t.queue(`UPDATE freed SET desk = $2, hidden_until = $3 WHERE hold = $1`,
		int64(hold), string(o.hold.Desk), t.now.Add(booking.PassOn))
	return nil
}

// takeOffer reads an open offer of the actor's under the locks of its day, of
// the day of the appointment that would move, of the person and of the mail
// address.
func (t *tx) takeOffer(ctx context.Context, by Actor, id booking.AppointmentID) (o openOffer, err error) {
	var before found
	t.queueReadByID(&before, id)
	err = t.send(ctx)
	switch {
	case err != nil:
		return o, err
	case !before.ok, !by.owns(before.Appointment):
		return o, booking.ErrExpired
	}
	whose := Actor{Person: before.Holder} // even if somebody else answers for them
	t.queueLock(locksOfLimits(whose, before.Contact.Mail)...)
	err = t.queueReadLimits(&o.limits, whose, before.Contact.Mail)
	if err != nil {
		return o, err
	}
	locks, err := t.locksOf(ctx, before.Claim)
	if err != nil {
		return o, err
	}
	own := locks
	o.day, err = t.dayAt(before.Office, before.Span.Start)
	if err != nil {
		return o, err
	}
	t.queueLock(append(locks[:len(locks):len(locks)], o.day.lock())...)
	t.queueReadRules(o.day)
	t.queueReadByID(&o.hold, id)
	if before.Moves() {
		t.queueReadByID(&o.old, before.Claim)
		t.queueReadFreeing(&o.freeing, by, before.Claim)
	}
	t.queue(`SELECT id, wait FROM offer WHERE hold = $1 AND outcome IS NULL`, int64(id)).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(&o.id, &o.wait); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	err = t.send(ctx)
	switch {
	case err != nil:
		return o, err
	case o.wait == 0, !o.hold.ok, o.hold.State != booking.Held, o.hold.HoldExpired(t.now):
		return o, booking.ErrExpired
	case o.old.ok:
		return o, t.checkNotMoved(o.old.Appointment, own)
	}
	return o, nil
}
