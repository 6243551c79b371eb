package storage

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
)

const (
	// erasedAtOnce is how many records one step erases.
	erasedAtOnce = 500
	// keepErasures is how long the deletion log is kept.
	keepErasures = 3 * 366 * 24 * time.Hour
)

// EraseOld erases personal data that an office no longer needs: the contacts of
// past appointments, abandoned chats, and codes. Numbers, times and durations
// stay and belong to nobody. It may run at any time, and twice; the deletion log
// says what it did.
func (s *Store) EraseOld(ctx context.Context, now time.Time) error {
	var longest time.Duration
	for _, office := range s.asRead().Known() {
		longest = max(longest, office.Policy.Retention)
		if err := s.repeat(ctx, now, func(t *tx) { t.queueEraseTickets(office) }); err != nil {
			return fmt.Errorf("erase old tickets: %w", err)
		}
		if office.Policy.Retention == 0 {
			continue
		}
		err := s.repeat(ctx, now, func(t *tx) { t.queueEraseAppointments(office) })
		if err != nil {
			return fmt.Errorf("erase old appointments: %w", err)
		}
	}
	if longest > 0 {
		if err := s.repeat(ctx, now, func(t *tx) { t.queueEraseChats(t.now.Add(-longest)) }); err != nil {
			return fmt.Errorf("erase old talks: %w", err)
		}
		if err := s.repeat(ctx, now, func(t *tx) { t.queueEraseHandovers(t.now.Add(-longest)) }); err != nil {
			return fmt.Errorf("erase old talks with staff: %w", err)
		}
		if err := s.tidyMailboxes(ctx, now, now.Add(-s.longestRetention())); err != nil {
			return err
		}
	}
	err := s.transact(ctx, now, func(t *tx) error {
		t.queueErasure(erasedCodes, `gone AS (DELETE FROM code WHERE asked_at < $3 AND expires_at < $2 RETURNING id)`, t.now.Add(-booking.CodesWithin))
		t.queue(`DELETE FROM erasure WHERE at < $1`, t.now.Add(-keepErasures))
		t.queueForgetBusyDays()
		t.queueEraseAudit()
		t.queueForgetDayPosts()
		t.queueForgetRatingLines()
		t.queueForgetAlarms()
		return nil
	})
	if err != nil {
		return fmt.Errorf("erase old codes: %w", err)
	}
	return nil
}

// longestRetention is the longest time for which a town in the database keeps
// anything: the hash of an address does not tell whose it is.
func (d *database) longestRetention() (longest time.Duration) {
	d.towns.Range(func(_, town any) bool {
		if s, ok := town.(*Store); ok {
			for _, office := range s.asRead().Known() {
				longest = max(longest, office.Policy.Retention)
			}
		}
		return true
	})
	return longest
}

// repeat runs steps of erasing, each as a transaction of its own, until one has
// nothing left to do.
func (s *Store) repeat(ctx context.Context, now time.Time, step func(*tx)) error {
	for {
		var before, after int64
		err := s.transact(ctx, now, func(t *tx) error {
			t.queue(lastErasure).QueryRow(scanInto(&before))
			step(t)
			t.queue(lastErasure).QueryRow(scanInto(&after))
			return t.send(ctx)
		})
		if err != nil || after == before {
			return err
		}
	}
}

const lastErasure = `SELECT coalesce(max(id), 0) FROM erasure`

// queueEraseAppointments queues the erasing of contacts from some of an
// office's past appointments.
func (t *tx) queueEraseAppointments(office *booking.Office) {
	t.queueErasure(erasedAppointments, `
		old AS (
			SELECT id FROM appointment
			WHERE office = $3 AND starts < $4 AND ends < $4 AND name <> '`+erasedName+`' AND state <> 'held'
			ORDER BY starts LIMIT $6 FOR UPDATE SKIP LOCKED),
		acted AS (UPDATE history SET actor = 'erased' WHERE appointment IN (SELECT id FROM old) AND actor LIKE 'person %'),
		told AS (UPDATE notice SET address = '' WHERE appointment IN (SELECT id FROM old)),
		asked AS (DELETE FROM code WHERE appointment IN (SELECT id FROM old)),
		mailed AS (DELETE FROM letter WHERE appointment IN (SELECT id FROM old)),
		waited AS (DELETE FROM wait WHERE appointment IN (SELECT id FROM old)),
		gone AS (
			UPDATE appointment SET holder = NULL, name = $5, mail = '', mail_key = '', phone = '', lang = '', note = '', request = NULL
			WHERE id IN (SELECT id FROM old) RETURNING id)`,
		string(office.ID), t.now.Add(-office.Policy.Retention), erasedName, erasedAtOnce)
}

// queueEraseChats queues the deletion of chats without a message since a time,
// whose person has no appointment, and of persons who have nothing left.
func (t *tx) queueEraseChats(since time.Time) {
	t.queue(`DELETE FROM wait WHERE until < $1 AND office = ANY ($2)`, since, t.offices)
	t.queueErasure(erasedTalks, `
		old AS (
			SELECT id FROM chat c
			WHERE active_in <= `+hourOf("$3")+` AND updated_at < $3 AND `+ofTown(`channel`, 5)+`
				AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder = c.person)
				AND NOT EXISTS (SELECT FROM wait w WHERE w.person = c.person)
			ORDER BY active_in LIMIT $4 FOR UPDATE SKIP LOCKED),
		gone AS (DELETE FROM chat WHERE id IN (SELECT id FROM old) RETURNING id)`, since, erasedAtOnce, t.townName())
	t.queueErasure(erasedPersons, `
		old AS (
			SELECT id FROM person p
			WHERE p.created_at < $3 AND NOT EXISTS (SELECT FROM chat c WHERE c.person = p.id)
				AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder = p.id)
				AND NOT EXISTS (SELECT FROM wait w WHERE w.person = p.id)
			ORDER BY p.created_at LIMIT $4 FOR UPDATE SKIP LOCKED),
		gone AS (DELETE FROM person WHERE id IN (SELECT id FROM old) RETURNING id)`, since, erasedAtOnce)
}
