package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// offerLetter is what the mail about an offer leads to.
type offerLetter struct {
	waits     []booking.Waiting // one, or none
	hold, old found
}

// readOfferLetter queues the look-up of the offer that a token leads to.
func (w *work) readOfferLetter(o *offerLetter, token string) {
	const which = `letter l JOIN offer o ON o.id = l.offer JOIN wait w ON w.id = o.wait WHERE l.token = $1`
	hash := hashToken(token)
	w.queue(`SELECT `+waitColumns+` FROM `+which, hash).Query(func(rows pgx.Rows) (err error) {
		o.waits, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (booking.Waiting, error) { return waiting(row) })
		return err
	})
	w.read(&o.hold, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'held' AND id = (SELECT o.hold FROM `+which+` AND o.outcome IS NULL)`, hash)
	w.read(&o.old, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'confirmed' AND id = (SELECT w.appointment FROM `+which+`)`, hash)
}

// letter is the mail with the offer as it is now; false where there is none.
func (o offerLetter) letter(now time.Time) (dialogs.Letter, bool) {
	if len(o.waits) == 0 {
		return dialogs.Letter{}, false
	}
	l := dialogs.Letter{Wait: &o.waits[0], Appointment: o.hold.Appointment, Old: o.old.Appointment}
	if !o.hold.ok || o.hold.Ran(now) {
		l.Appointment = booking.Appointment{State: booking.Expired, Office: l.Wait.Office, Lang: l.Wait.Lang}
	}
	return l, true
}

// AcceptBy takes the time that a token leads to an offer of.
func (s *Store) AcceptBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	l, err := s.Letter(ctx, token, now)
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !l.Open(now):
		return booking.Appointment{}, booking.ErrExpired
	}
	return s.Accept(ctx, reader(l), now, dialogs.Accept{Hold: l.Appointment.ID})
}

// DeclineBy passes the time on that a token leads to an offer of.
func (s *Store) DeclineBy(ctx context.Context, token string, now time.Time) error {
	l, err := s.Letter(ctx, token, now)
	switch {
	case err != nil:
		return err
	case !l.Open(now):
		return booking.ErrExpired
	}
	return s.Decline(ctx, reader(l), now, dialogs.Decline{Hold: l.Appointment.ID})
}

// LeaveBy takes whoever a token leads to an offer for off the waiting list.
func (s *Store) LeaveBy(ctx context.Context, token string, now time.Time) error {
	l, err := s.Letter(ctx, token, now)
	switch {
	case err != nil:
		return err
	case l.Wait == nil:
		return booking.ErrUnknown
	}
	return s.work(ctx, now, func(w *work) error {
		return w.endWait(ctx, Actor{Person: l.Wait.Person}, l.Wait.ID)
	})
}
