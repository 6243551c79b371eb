package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// linkedPlace is the place on the waiting list that a mail is about.
type linkedPlace struct {
	places    []booking.Waiting // one, or none
	offer     bool              // the mail offers a time
	hold, old found             // which, and what would move there
}

// queueReadLinkedPlace queues the lookup of what a token leads to on the
// waiting list.
func (t *tx) queueReadLinkedPlace(l *linkedPlace, token string) {
	const offer = `letter l JOIN offer o ON o.id = l.offer JOIN wait w ON w.id = o.wait WHERE l.token = $1`
	hash := hashToken(token)
	t.queue(`
		SELECT `+waitColumns+`, o.id IS NOT NULL
		FROM letter l LEFT JOIN offer o ON o.id = l.offer JOIN wait w ON w.id = o.wait OR w.appointment = l.appointment
		WHERE l.token = $1`, hash).Query(func(rows pgx.Rows) (err error) {
		l.places, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (booking.Waiting, error) { return waiting(row, &l.offer) })
		return err
	})
	t.queueRead(&l.hold, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'held' AND id = (SELECT o.hold FROM `+offer+` AND o.outcome IS NULL)`, hash)
	t.queueRead(&l.old, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'confirmed' AND id = (SELECT w.appointment FROM `+offer+`)`, hash)
}

// letter is a mail about an appointment, or one with an offer as it is now;
// false if there is neither.
func (l linkedPlace) letter(a found, now time.Time) (dialogs.Letter, bool) {
	letter := dialogs.Letter{Appointment: a.Appointment, Offer: l.offer, Old: l.old.Appointment}
	if len(l.places) > 0 {
		letter.Wait = &l.places[0]
	}
	switch {
	case !l.offer:
		return letter, a.ok
	case l.hold.ok && !l.hold.HoldExpired(now):
		letter.Appointment = l.hold.Appointment
	default:
		letter.Appointment = booking.Appointment{State: booking.Expired, Office: letter.Wait.Office, Lang: letter.Wait.Lang}
	}
	return letter, true
}

// AcceptBy accepts the offer that a token leads to.
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

// DeclineBy declines the offer that a token leads to.
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

// WaitBy puts the appointment that a token leads to on the waiting list. A
// holder without a chat becomes a person, who can be sent mails.
func (s *Store) WaitBy(ctx context.Context, token string, now time.Time) error {
	l, err := s.Letter(ctx, token, now)
	if err != nil {
		return err
	}
	return s.transact(ctx, now, func(t *tx) error {
		a, err := t.take(ctx, reader(l), l.Appointment.ID, func() {})
		switch {
		case err != nil:
			return err
		case !a.Upcoming(t.now):
			return booking.ErrOver
		case a.Holder == 0:
			t.queue(`INSERT INTO person (created_at) VALUES ($1) RETURNING id`, t.now).QueryRow(
				func(row pgx.Row) error { return row.Scan(&a.Holder) })
			if err := t.send(ctx); err != nil {
				return err
			}
			t.queueSave(a)
		}
		t.queue(`
			INSERT INTO wait (person, appointment, office, weekdays, from_minute, to_minute, until, lang, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (appointment) WHERE appointment IS NOT NULL DO NOTHING`,
			int64(a.Holder), int64(a.ID), string(a.Office), int(booking.AnyWeekday), 0, int(booking.Midnight),
			l.Office.Today(a.Span.Start).At(0, time.UTC), a.Lang, t.now)
		return nil
	})
}

// LeaveBy ends the place on the waiting list that a token leads to.
func (s *Store) LeaveBy(ctx context.Context, token string, now time.Time) error {
	l, err := s.Letter(ctx, token, now)
	switch {
	case err != nil:
		return err
	case l.Wait == nil:
		return booking.ErrUnknown
	}
	return s.transact(ctx, now, func(t *tx) error {
		return t.endWait(ctx, Actor{Person: l.Wait.Person}, l.Wait.ID)
	})
}
