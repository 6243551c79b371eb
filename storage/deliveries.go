package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

// deliveriesQuery lists all notices about an appointment, in the order in which
// they were planned.
const deliveriesQuery = `
	SELECT n.appointment, n.kind, n.sequence, n.channel, n.due, coalesce(n.outcome, ''), n.settled_at
	FROM notice n WHERE n.appointment = $1 ORDER BY n.id`

// Overdue is how many notices were due before a time and have not been sent.
func (s *Store) Overdue(ctx context.Context, before time.Time) (many int, err error) {
	err = s.pool.QueryRow(ctx, `
		SELECT count(*) FROM notice n JOIN appointment a ON a.id = n.appointment
		WHERE outcome IS NULL AND due < $1 AND a.office = ANY ($2)`, before, s.files.Load().offices).Scan(&many)
	if err != nil {
		return 0, fmt.Errorf("count overdue notices: %w", err)
	}
	return many, nil
}

// scanDelivery reads a delivery from its columns.
func scanDelivery(row pgx.CollectableRow) (t dialogs.Delivery, err error) {
	var settled *time.Time
	err = row.Scan(&t.Appointment, &t.Kind, &t.Sequence, &t.Channel, &t.Due, &t.Outcome, &settled)
	t.Channel = unstored(t.Channel)
	if settled != nil {
		t.Settled = *settled
	}
	return t, err
}
