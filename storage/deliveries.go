package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

// deliveriesQuery lists all notices about an appointment, in the order in which
// they were planned.
const deliveriesQuery = `
	SELECT n.appointment, n.kind, n.sequence, n.channel, n.due, coalesce(n.outcome, ''), n.settled_at
	FROM notice n WHERE n.appointment = $1 ORDER BY n.id`

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
