package storage

import "github.com/jackc/pgx/v5"

// What the deletion log calls what was erased.
const (
	erasedAppointments = "appointments"       // name and addresses, after the office's time
	erasedTalks        = "talks"              // chats nobody went on with
	erasedPersons      = "persons"            // of whom nothing was left
	erasedCodes        = "codes"              // one-time codes that were out of date
	erasedOnRequest    = "persons on request" // who asked for it
)

// queueErasure queues statements of a WITH, of which that named gone returns one
// row for each record that is erased, and how many that was for the deletion
// log. Where it was nothing, nothing is logged.
func (t *tx) queueErasure(what, erase string, args ...any) {
	all := append([]any{what, t.now}, args...)
	t.queue(`
		WITH `+erase+`
		INSERT INTO erasure (what, at, many) SELECT $1, $2, count(*) FROM gone HAVING count(*) > 0`, all...)
}

func scanInto(to *int64) func(pgx.Row) error {
	return func(row pgx.Row) error { return row.Scan(to) }
}
