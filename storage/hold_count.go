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

// queueBooked queues what is noted of a booking in one statement: its history, what
// counts for the sender, and by which way it came, for statistics. It follows the
// statement that books, which makes the figure.
func (t *tx) queueBooked(a booking.Appointment, by Actor, address addressFacts) {
	did, about := []booking.Deed{booking.BookedTime}, [][]byte{nil}
	if !address.Known {
		did, about = append(did, booking.NamedAddress), append(about, t.mailbox(a.Contact.Mail))
	}
	t.queue(`
		WITH counted AS (
			INSERT INTO deed (sender, what, office, mailbox, at)
			SELECT $6, what, $8, mailbox, $2 FROM unnest($9::text[], $10::bytea[]) AS did (what, mailbox) WHERE $6 <> ''::bytea),
		came AS (
			UPDATE figure SET channel = $11 WHERE appointment = $1)
		INSERT INTO history (appointment, at, actor, what, detail, staff) VALUES ($1, $2, $3, $4, $5, $7)`,
		int64(a.ID), t.now, by.entry(), dialogs.WasBooked, map[string]any{"starts": a.Span.Start}, []byte(t.sender(by)),
		by.Role != booking.Stranger, string(a.Office), did, about, by.channel())
}
