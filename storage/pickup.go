package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ready tells people that they can fetch what they applied for. It returns
// ErrUnknown for no numbers at all.
func (r *records) ready(ctx context.Context, c dialogs.Ready) ([]dialogs.Readiness, error) {
	if len(c.Numbers) == 0 {
		return nil, booking.ErrUnknown
	}
	return r.tellReady(ctx, r.by, c.Numbers)
}

// TellReady tells people that they can fetch what they applied for at the
// appointments with those numbers. What is wrong with one keeps nobody else from
// being told. It can be called again: nobody is told twice.
func (s *Store) TellReady(ctx context.Context, by Actor, numbers []booking.Number, now time.Time) ([]dialogs.Readiness, error) {
	var all []dialogs.Readiness
	err := s.transact(ctx, now, func(t *tx) (err error) {
		all, err = t.tellReady(ctx, by, numbers)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("tell people to fetch: %w", err)
	}
	return all, nil
}

func (t *tx) tellReady(ctx context.Context, by Actor, numbers []booking.Number) ([]dialogs.Readiness, error) {
	known, err := t.lockNumbers(ctx, numbers)
	if err != nil {
		return nil, err
	}
	var all []dialogs.Readiness
	for _, number := range numbers {
		what := dialogs.ReadyUnknown
		if a, ok := known[number]; ok {
			if what, err = t.tellReadyOne(ctx, by, a); err != nil {
				return nil, err
			}
		}
		all = append(all, dialogs.Readiness{Number: number, What: what})
	}
	return all, nil
}

// lockNumbers finds appointments by their numbers, and locks their rows: of two who
// tell the same person at once, one does.
func (t *tx) lockNumbers(ctx context.Context, numbers []booking.Number) (map[booking.Number]booking.Appointment, error) {
	wanted := make([]string, len(numbers))
	for i, n := range numbers {
		wanted[i] = string(n)
	}
	var all []booking.Appointment
	t.queueReadAll(&all, `
		SELECT `+appointmentColumns+` FROM appointment WHERE number = ANY ($1) AND state <> 'held' ORDER BY id FOR NO KEY UPDATE`, wanted)
	if err := t.send(ctx); err != nil {
		return nil, err
	}
	known := map[booking.Number]booking.Appointment{}
	for _, a := range all {
		known[a.Number] = a
	}
	return known, nil
}

// tellReadyOne tells one person, unless they were told before or cannot be.
func (t *tx) tellReadyOne(ctx context.Context, by Actor, a booking.Appointment) (dialogs.ReadyOutcome, error) {
	if a.Contact.Name == erasedName {
		return dialogs.ReadyErased, nil
	}
	switch err := a.Fetchable(t.now); {
	case errors.Is(err, booking.ErrTooSoon):
		return dialogs.ReadyAhead, nil
	case err != nil:
		return dialogs.ReadyOver, nil
	}
	var told, reached bool
	t.queue(`SELECT EXISTS (SELECT FROM history WHERE appointment = $1 AND what = $2)`, int64(a.ID), dialogs.WasReady).
		QueryRow(func(row pgx.Row) error { return row.Scan(&told) })
	t.queue(`
		SELECT cardinality($1::text[]) = 0 OR 'mail' = ANY ($1) AND $2 <> ''
			OR EXISTS (SELECT FROM chat WHERE person = $3 AND channel = ANY ($1) AND unreachable_at IS NULL)`,
		t.networks(), a.Contact.Mail, int64(a.Holder)).
		QueryRow(func(row pgx.Row) error { return row.Scan(&reached) })
	if err := t.send(ctx); err != nil {
		return "", err
	}
	switch {
	case told:
		return dialogs.ReadyAlready, nil
	case !reached:
		return dialogs.ReadyUnreached, nil
	}
	t.queueHistory(a, by, dialogs.WasReady, nil)
	return dialogs.ReadyTold, t.tell(ctx, a, booking.PickupNotice)
}
