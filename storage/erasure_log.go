package storage

import "github.com/jackc/pgx/v5"

// The kinds of erased data, as the deletion log names them.
const (
	erasedAppointments = "appointments"       // name and addresses, after the office's time
	erasedTalks        = "talks"              // abandoned chats
	erasedPersons      = "persons"            // who had nothing left
	erasedTickets      = "tickets"            // of people without an appointment, after their day
	erasedCodes        = "codes"              // one-time codes that were out of date
	erasedHandovers    = "talks with staff"   // after the time of talks
	erasedOnRequest    = "persons on request" // at their request
)

// queueErasure queues the parts of a WITH, one of them named gone with a row
// for each erased record, and an entry with their number in the deletion log.
// If nothing was erased, nothing is logged.
func (t *tx) queueErasure(what, erase string, args ...any) {
	all := append([]any{what, t.now}, args...)
	t.queue(`
		WITH `+erase+`
		INSERT INTO erasure (what, at, many) SELECT $1, $2, count(*) FROM gone HAVING count(*) > 0`, all...)
}

func scanInto(to *int64) func(pgx.Row) error {
	return func(row pgx.Row) error { return row.Scan(to) }
}
