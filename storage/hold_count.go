package storage

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

// Every hold and every booking pays for the count, so that it rides on a
// statement that is written anyway.
const countedInsertQuery = `
	WITH counted AS (
		UPDATE person SET
			holds = CASE WHEN holds_since > $24 THEN holds + 1 ELSE 1 END,
			holds_since = CASE WHEN holds_since > $24 THEN holds_since ELSE $22 END
		WHERE id = $23)` + insertQuery

// queueInsertHold queues the writing of a hold, made by request, and that its person
// has held once more. The count begins anew once it is old.
func (t *tx) queueInsertHold(a booking.Appointment, by Actor, request string) {
	t.queue(countedInsertQuery, append(insertArgs(a, request), int64(by.Person), t.now.Add(-booking.HoldsWithin))...)
}

// queueBookedHistory queues that a has been booked, and that what its booker held
// before was in earnest.
func (t *tx) queueBookedHistory(a booking.Appointment, by Actor) {
	t.queue(`
		WITH earnest AS (UPDATE person SET holds = 0 WHERE id = $6 AND holds > 0)
		INSERT INTO history (appointment, at, actor, what, detail, staff) VALUES ($1, $2, $3, $4, $5, $7)`,
		int64(a.ID), t.now, by.String(), dialogs.WasBooked, map[string]any{"starts": a.Span.Start}, int64(by.Person),
		by.Role != booking.Stranger)
}
