package storage

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

// countedInsertQuery counts a hold in the statement that inserts it, since
// every hold pays for the count.
const countedInsertQuery = `
	WITH counted AS (
		INSERT INTO deed (sender, what, office, at)
		SELECT $24, what, $4, $22 FROM unnest($25::text[]) AS what WHERE $24 <> ''::bytea)` + insertQuery

// queueInsertHold queues the insertion of a hold, and counts for its sender what
// they did.
func (t *tx) queueInsertHold(a addition, by Actor, did []booking.Deed) {
	t.queue(countedInsertQuery, append(insertArgs(a), []byte(t.sender(by)), did)...)
}

// heldQuery counts the times that a sender has held since an instant and since
// the last booking, which shows that the holds before it were in earnest.
const heldQuery = `(
	SELECT count(*) FROM deed
	WHERE sender = $4 AND what = 'held' AND at > $3
		AND id > coalesce((SELECT max(id) FROM deed WHERE sender = $4 AND what = 'booked' AND at > $3), 0))`

// queueBookedHistory queues the history entry of a booking, and counts it.
func (t *tx) queueBookedHistory(a booking.Appointment, by Actor) {
	t.queue(`
		WITH counted AS (
			INSERT INTO deed (sender, what, office, at) SELECT $6, $8, $9, $2 WHERE $6 <> ''::bytea)
		INSERT INTO history (appointment, at, actor, what, detail, staff) VALUES ($1, $2, $3, $4, $5, $7)`,
		int64(a.ID), t.now, by.entry(), dialogs.WasBooked, map[string]any{"starts": a.Span.Start}, []byte(t.sender(by)),
		by.Role != booking.Stranger, string(booking.BookedTime), string(a.Office))
	t.queueChannel(a, by)
}
