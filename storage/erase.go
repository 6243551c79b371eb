package storage

import (
	"context"
	"fmt"

	"terminbote/booking"
	"terminbote/dialogs"
)

// erasedName replaces an erased name.
const erasedName = "-"

// erase forgets the person who talks: upcoming appointments are cancelled, all
// of them lose name and address, and the chats end. What stays are numbers and
// durations that belong to nobody.
func (r *records) erase(ctx context.Context) error {
	var ahead []booking.Appointment
	r.queueReadUpcoming(&ahead, r.by.Person)
	if err := r.send(ctx); err != nil {
		return err
	}
	for _, a := range ahead {
		if !a.Upcoming(r.now) {
			continue
		}
		if _, err := r.cancelOf(ctx, r.by, dialogs.Cancel{Appointment: a.ID}, ""); err != nil {
			return fmt.Errorf("cancel what is erased: %w", err)
		}
	}
	person := int64(r.by.Person)
	r.queue(`DELETE FROM appointment WHERE holder = $1 AND state = 'held'`, person)
	r.queue(`
		DELETE FROM notice n
		WHERE EXISTS (SELECT FROM appointment a WHERE a.id = n.appointment AND a.holder = $1)
		   OR EXISTS (SELECT FROM chat c WHERE c.person = $1 AND c.channel = n.channel AND c.address = n.address)`, person)
	// That mails went out counts on for its day, or one could flood an address by
	// booking and erasing. Their links lead nowhere, and nothing says whose they were.
	r.queue(`
		UPDATE letter SET appointment = NULL, offer = NULL, notice = NULL, cause = NULL
		WHERE cause = $1 OR appointment IN (SELECT id FROM appointment WHERE holder = $1)
		   OR offer IN (SELECT o.id FROM offer o JOIN wait w ON w.id = o.wait WHERE w.person = $1)`, person)
	r.queue(`UPDATE history SET actor = 'erased' WHERE actor = $1`, r.by.String())
	r.queue(`
		UPDATE appointment SET holder = NULL, name = $2, mail = '', mail_key = '', phone = '', lang = '', note = '', request = NULL
		WHERE holder = $1`, person, erasedName)
	r.queue(`
		UPDATE inbox i SET address = '', raw = NULL FROM chat c
		WHERE c.person = $1 AND i.channel = c.channel AND i.address = c.address AND i.done_at IS NOT NULL`, person)
	r.queueEraseHandoversOf(person)
	r.queue(`DELETE FROM chat WHERE person = $1`, person)
	r.queueErasure(erasedOnRequest, `gone AS (DELETE FROM person WHERE id = $3 RETURNING id)`, person)
	r.erased = true
	return r.send(ctx)
}
