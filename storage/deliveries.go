package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

const deliveryColumns = `n.appointment, n.kind, n.sequence, n.channel, n.due, coalesce(n.outcome, ''), n.settled_at`

const deliveriesQuery = `SELECT ` + deliveryColumns + ` FROM notice n WHERE n.appointment = $1 ORDER BY n.id`

// ToldOf is everything that was or will be told of an appointment, in the order
// in which it was planned.
func (s *Store) ToldOf(ctx context.Context, id booking.AppointmentID) ([]dialogs.Delivery, error) {
	return s.tellings(ctx, deliveriesQuery, int64(id))
}

// Undelivered is what could not be told since an instant, newest first, at most
// so many: what was given up, and what nobody could be reached with. It leaves
// out what another way told the same person, and what is void since.
func (s *Store) Undelivered(ctx context.Context, since time.Time, most int) ([]dialogs.Delivery, error) {
	return s.tellings(ctx, `
		SELECT `+deliveryColumns+` FROM notice n JOIN appointment a ON a.id = n.appointment
		WHERE n.outcome IN ('unreachable', 'failed') AND n.settled_at >= $1 AND n.sequence = a.sequence
			AND NOT EXISTS (
				SELECT FROM notice other
				WHERE other.appointment = n.appointment AND other.kind = n.kind AND other.sequence = n.sequence
					AND (other.outcome = 'sent' OR other.outcome IS NULL))
		ORDER BY n.settled_at DESC, n.id DESC LIMIT $2`, since, most)
}

// Overdue is how many notices should have been told before an instant and are
// still on their way.
func (s *Store) Overdue(ctx context.Context, before time.Time) (many int, err error) {
	err = s.pool.QueryRow(ctx, `SELECT count(*) FROM notice WHERE outcome IS NULL AND due < $1`, before).Scan(&many)
	if err != nil {
		return 0, fmt.Errorf("count overdue notices: %w", err)
	}
	return many, nil
}

func (s *Store) tellings(ctx context.Context, query string, args ...any) ([]dialogs.Delivery, error) {
	rows, err := s.pool.Query(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("look for notices: %w", err)
	}
	all, err := pgx.CollectRows(rows, scanDelivery)
	if err != nil {
		return nil, fmt.Errorf("look for notices: %w", err)
	}
	return all, nil
}

func scanDelivery(row pgx.CollectableRow) (t dialogs.Delivery, err error) {
	var settled *time.Time
	err = row.Scan(&t.Appointment, &t.Kind, &t.Sequence, &t.Channel, &t.Due, &t.Outcome, &settled)
	if settled != nil {
		t.Settled = *settled
	}
	return t, err
}
