package storage

import (
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// waiters is people on the waiting list, in its order.
type waiters struct {
	list    []booking.Waiter
	offered map[booking.WaitID][]pastOffer
}

// pastOffer is a time that was offered and not accepted.
type pastOffer struct {
	span booking.Span
	made time.Time
}

// byOffice groups the people by office, with what they were offered before.
func (all waiters) byOffice() map[booking.OfficeID][]booking.Waiter {
	offices := map[booking.OfficeID][]booking.Waiter{}
	for _, w := range all.list {
		for _, past := range all.offered[w.ID] {
			w.Offered = append(w.Offered, past.span)
			if past.made.After(w.Latest) {
				w.Latest = past.made
			}
		}
		offices[w.Office] = append(offices[w.Office], w)
	}
	return offices
}

// knownBefore is the time before which somebody has to have booked to be known, in
// SQL whose $1 is now.
var knownBefore = fmt.Sprintf(`$1::timestamptz - interval '%d seconds'`, int(booking.KnownAfter/time.Second))

// waitersQuery selects people on the waiting list, with what decides about an
// offer: how they are reached, how many appointments they have if that counts,
// whether nothing is known of them, and the time of the appointment that would
// move.
var waitersQuery = `
	SELECT ` + waitColumns + `,
		CASE WHEN EXISTS (SELECT FROM chat c WHERE c.person = w.person AND c.channel = ANY ($2) AND c.unreachable_at IS NULL) THEN 'chat'
			WHEN coalesce(a.mail, w.mail) <> '' AND '` + mailChannel + `' = ANY ($2) THEN 'mail' ELSE '' END,
		CASE WHEN w.appointment IS NULL THEN
			(SELECT count(*) FROM appointment x WHERE x.holder = w.person AND x.state = 'confirmed' AND x.starts > $1) ELSE 0 END,
		CASE WHEN w.appointment IS NULL AND w.mail_key <> '' THEN
			(SELECT count(*) FROM appointment x WHERE x.mail_key = w.mail_key AND x.mail_key <> '' AND x.state = 'confirmed' AND x.starts > $1
				AND x.office = ANY ($3))
			ELSE 0 END,
		w.appointment IS NULL
			AND NOT EXISTS (SELECT FROM person p WHERE p.id = w.person AND p.proved IS NOT NULL)
			AND NOT EXISTS (SELECT FROM appointment x WHERE x.holder = w.person AND x.number IS NOT NULL AND x.created_at <= ` + knownBefore + `),
		coalesce(a.id, 0), coalesce(a.claim, 0), coalesce(a.office, ''), coalesce(a.state, ''), a.starts, a.ends, a.skills
	FROM wait w LEFT JOIN appointment a ON a.id = w.appointment AND a.holder = w.person
	WHERE `

// queueReadWaiters queues the lookup of those on the list who meet a condition,
// which may use arguments from $4 on.
func (t *tx) queueReadWaiters(all *waiters, which string, args ...any) {
	args = append([]any{t.now, t.networks(), t.offices}, args...)
	which = `w.office = ANY ($3) AND ` + which
	t.queue(waitersQuery+which+` ORDER BY w.created_at, w.id`, args...).Query(func(rows pgx.Rows) (err error) {
		all.list, err = pgx.CollectRows(rows, scanWaiter)
		return err
	})
	const these = ` $1::timestamptz IS NOT NULL AND $2::text[] IS NOT NULL AND `
	t.queue(`SELECT p.wait, p.starts, p.ends, p.made_at FROM offer p JOIN wait w ON w.id = p.wait WHERE`+these+which, args...).Query(
		func(rows pgx.Rows) error {
			all.offered = map[booking.WaitID][]pastOffer{}
			for rows.Next() {
				var id booking.WaitID
				var past pastOffer
				if err := rows.Scan(&id, &past.span.Start, &past.span.End, &past.made); err != nil {
					return err
				}
				all.offered[id] = append(all.offered[id], past)
			}
			return rows.Err()
		})
}

func scanWaiter(row pgx.CollectableRow) (w booking.Waiter, err error) {
	var starts, ends *time.Time
	w.Waiting, err = waiting(row, &w.Reach, &w.Ahead, &w.UnderMail, &w.Unproven,
		&w.Old.ID, &w.Old.Claim, &w.Old.Office, &w.Old.State, &starts, &ends, &w.Old.Skills)
	if starts != nil {
		w.Old.Span = booking.Span{Start: *starts, End: *ends}
	}
	return w, err
}
