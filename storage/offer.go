package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Accept takes an offered time, as one transaction.
func (s *Store) Accept(ctx context.Context, by Actor, now time.Time, c dialogs.Accept) (booking.Appointment, error) {
	return s.alone(ctx, now, func(w *work) (booking.Appointment, error) { return w.accept(ctx, by, c.Hold) })
}

// Decline passes an offered time on, as one transaction.
func (s *Store) Decline(ctx context.Context, by Actor, now time.Time, c dialogs.Decline) error {
	_, err := s.alone(ctx, now, func(w *work) (booking.Appointment, error) {
		return booking.Appointment{}, w.decline(ctx, by, c.Hold)
	})
	return err
}

// offered is an offer, read under the locks of all that it touches.
type offered struct {
	hold   found
	old    found // what moves there; none for a first appointment
	id     int64
	wait   booking.WaitID
	stands standing
	day    *day
}

// accept gives the person the time that is held for them. It returns
// ErrExpired where the offer is not open any more, ErrOver where what was to
// move is gone or earlier by now, ErrTaken where the office has closed the
// desk, and ErrLimit.
func (w *work) accept(ctx context.Context, by Actor, hold booking.AppointmentID) (booking.Appointment, error) {
	o, err := w.takeOffer(ctx, by, hold)
	if err != nil {
		return booking.Appointment{}, err
	}
	if !o.day.serves(o.hold.Appointment, w.now) {
		return booking.Appointment{}, booking.ErrTaken
	}
	if o.hold.Moves() {
		return w.acceptMove(ctx, by, o)
	}
	err = o.day.office(w.now).Policy.Admits(o.stands.ofPerson, o.stands.underMail)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err := o.hold.Confirm(o.stands.number, o.hold.Contact, w.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	w.served(o, a)
	w.save(a)
	w.remark(a, by, dialogs.WasBooked, map[string]any{"starts": a.Span.Start})
	return a, w.tell(ctx, a, booking.BookedNotice)
}

func (w *work) acceptMove(ctx context.Context, by Actor, o offered) (booking.Appointment, error) {
	old := o.old.Appointment
	if !o.old.ok || old.Holder != o.hold.Holder || !o.hold.Span.Start.Before(old.Span.Start) {
		return booking.Appointment{}, booking.ErrOver
	}
	a, err := old.MoveTo(o.hold.Appointment, w.now)
	if err == nil {
		err = w.free(old, a)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	w.served(o, a)
	w.drop(o.hold.ID)
	w.save(a)
	w.remark(a, by, dialogs.WasMoved, map[string]any{"from": old.Span.Start, "to": a.Span.Start})
	return a, w.tell(ctx, a, booking.MovedNotice)
}

// served queues that the place in the list is done with, and the offer with it.
// The link of its mail leads to what came of it, a.
func (w *work) served(o offered, a booking.Appointment) {
	w.queue(`UPDATE letter SET appointment = $2, offer = NULL WHERE offer = $1`, o.id, int64(a.ID))
	w.queue(`DELETE FROM wait WHERE id = $1`, int64(o.wait))
}

// decline gives an offered time to the next who waits: for a moment nobody
// else sees it.
func (w *work) decline(ctx context.Context, by Actor, hold booking.AppointmentID) error {
	o, err := w.takeOffer(ctx, by, hold)
	if err != nil {
		return err
	}
	w.drop(hold)
	w.queue(`UPDATE offer SET outcome = 'declined' WHERE hold = $1 AND outcome IS NULL`, int64(hold))
	w.queue(`UPDATE freed SET desk = $2, hidden_until = $3 WHERE hold = $1`,
		int64(hold), string(o.hold.Desk), w.now.Add(booking.PassOn))
	return nil
}

// takeOffer reads an open offer of the actor's under the locks of its day, of
// the day of what would move there, of the person and of the mail address.
func (w *work) takeOffer(ctx context.Context, by Actor, id booking.AppointmentID) (o offered, err error) {
	var before found
	w.readByID(&before, id)
	err = w.send(ctx)
	switch {
	case err != nil:
		return o, err
	case !before.ok, !by.owns(before.Appointment):
		return o, booking.ErrExpired
	}
	whose := Actor{Person: before.Holder} // whoever answers for them
	w.lock(locksOfLimits(whose, before.Contact.Mail)...)
	err = w.readStanding(&o.stands, whose, before.Contact.Mail)
	if err != nil {
		return o, err
	}
	locks, err := w.locksOf(ctx, before.Claim)
	if err != nil {
		return o, err
	}
	own := locks
	o.day, err = w.aim(before.Office, before.Span.Start)
	if err != nil {
		return o, err
	}
	w.lock(append(locks[:len(locks):len(locks)], o.day.lock())...)
	w.readRules(o.day)
	w.readByID(&o.hold, id)
	if before.Moves() {
		w.readByID(&o.old, before.Claim)
	}
	w.queue(`SELECT id, wait FROM offer WHERE hold = $1 AND outcome IS NULL`, int64(id)).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(&o.id, &o.wait); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	err = w.send(ctx)
	switch {
	case err != nil:
		return o, err
	case o.wait == 0, !o.hold.ok, o.hold.State != booking.Held, o.hold.Ran(w.now):
		return o, booking.ErrExpired
	case o.old.ok:
		return o, w.stayed(o.old.Appointment, own)
	}
	return o, nil
}
