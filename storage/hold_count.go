package storage

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

// countedInsertQuery counts a hold in the statement that inserts it, since
// every hold pays for the count.
const countedInsertQuery = `
	WITH counted AS (
		UPDATE person SET
			holds = CASE WHEN holds_since > $24 THEN holds + 1 ELSE 1 END,
			holds_since = CASE WHEN holds_since > $24 THEN holds_since ELSE $22 END
		WHERE id = $23)` + insertQuery

// queueInsertHold queues the insertion of a hold, made by request, and counts
// it for its person. The count restarts when it is old.
func (t *tx) queueInsertHold(a booking.Appointment, by Actor, request string) {
	t.queue(countedInsertQuery, append(insertArgs(a, request), int64(by.Person), t.now.Add(-booking.HoldsWithin))...)
}

// queueBookedHistory queues the history entry of a booking, and resets the
// count of holds.
func (t *tx) queueBookedHistory(a booking.Appointment, by Actor) {
	t.queue(`
		WITH earnest AS (UPDATE person SET holds = 0 WHERE id = $6 AND holds > 0)
		INSERT INTO history (appointment, at, actor, what, detail, staff) VALUES ($1, $2, $3, $4, $5, $7)`,
		int64(a.ID), t.now, by.String(), dialogs.WasBooked, map[string]any{"starts": a.Span.Start}, int64(by.Person),
		by.Role != booking.Stranger)
	t.queueChannel(a, by)
}
