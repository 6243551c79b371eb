package storage

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
)

const (
	// erasedAtOnce is how much one step of erasing takes on.
	erasedAtOnce = 500
	// keepErasures is how long the deletion log is kept.
	keepErasures = 3 * 366 * 24 * time.Hour
)

// EraseOld erases the personal data that an office need not know any more:
// whose past appointments were, talks that nobody went on with, and codes.
// Numbers, times and durations stay and belong to nobody. It may run at any
// time, and twice; the deletion log says what it did.
func (s *Store) EraseOld(ctx context.Context, now time.Time) error {
	var longest time.Duration
	for _, office := range s.town.Offices {
		longest = max(longest, office.Policy.Retention)
		if office.Policy.Retention == 0 {
			continue
		}
		err := s.repeat(ctx, now, func(w *work) { w.eraseAppointments(office) })
		if err != nil {
			return fmt.Errorf("erase old appointments: %w", err)
		}
	}
	if longest > 0 {
		if err := s.repeat(ctx, now, func(w *work) { w.eraseTalks(w.now.Add(-longest)) }); err != nil {
			return fmt.Errorf("erase old talks: %w", err)
		}
	}
	err := s.work(ctx, now, func(w *work) error {
		w.logErasure(erasedCodes, `gone AS (DELETE FROM code WHERE asked_at < $3 AND expires_at < $2 RETURNING id)`, w.now.Add(-booking.CodesWithin))
		w.queue(`DELETE FROM erasure WHERE at < $1`, w.now.Add(-keepErasures))
		w.eraseTrail()
		w.forgetDayPosts()
		return nil
	})
	if err != nil {
		return fmt.Errorf("erase old codes: %w", err)
	}
	return nil
}

// repeat does steps of erasing, each a transaction of its own, until one has
// nothing more to do.
func (s *Store) repeat(ctx context.Context, now time.Time, step func(*work)) error {
	for {
		var before, after int64
		err := s.work(ctx, now, func(w *work) error {
			w.queue(lastErasure).QueryRow(scanInto(&before))
			step(w)
			w.queue(lastErasure).QueryRow(scanInto(&after))
			return w.send(ctx)
		})
		if err != nil || after == before {
			return err
		}
	}
}

const lastErasure = `SELECT coalesce(max(id), 0) FROM erasure`

// eraseAppointments queues that some of an office's past appointments are
// nobody's any more.
func (w *work) eraseAppointments(office *booking.Office) {
	w.logErasure(erasedAppointments, `
		old AS (
			SELECT id FROM appointment
			WHERE office = $3 AND starts < $4 AND ends < $4 AND name <> $5 ORDER BY starts LIMIT $6 FOR UPDATE SKIP LOCKED),
		acted AS (UPDATE history SET actor = 'erased' WHERE appointment IN (SELECT id FROM old) AND actor LIKE 'person %'),
		told AS (UPDATE notice SET address = '' WHERE appointment IN (SELECT id FROM old)),
		asked AS (DELETE FROM code WHERE appointment IN (SELECT id FROM old)),
		mailed AS (DELETE FROM letter WHERE appointment IN (SELECT id FROM old)),
		waited AS (DELETE FROM wait WHERE appointment IN (SELECT id FROM old)),
		gone AS (
			UPDATE appointment SET holder = NULL, name = $5, mail = '', mail_key = '', phone = '', lang = '', request = NULL
			WHERE id IN (SELECT id FROM old) RETURNING id)`,
		string(office.ID), w.now.Add(-office.Policy.Retention), erasedName, erasedAtOnce)
}

// eraseTalks queues that chats end which nobody has gone on with since an
// instant and whose person has no appointment left, and persons of whom nothing
// is left.
func (w *work) eraseTalks(since time.Time) {
	w.queue(`DELETE FROM wait WHERE until < $1`, since)
	w.queue(`DELETE FROM letter WHERE appointment IS NULL AND created_at < $1`, since)
	w.logErasure(erasedTalks, `
		old AS (
			SELECT id FROM chat c
			WHERE updated_at < $3 AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder = c.person)
				AND NOT EXISTS (SELECT FROM wait w WHERE w.person = c.person)
			ORDER BY updated_at LIMIT $4 FOR UPDATE SKIP LOCKED),
		gone AS (DELETE FROM chat WHERE id IN (SELECT id FROM old) RETURNING id)`, since, erasedAtOnce)
	w.logErasure(erasedPersons, `
		old AS (
			SELECT id FROM person p
			WHERE created_at < $3 AND NOT EXISTS (SELECT FROM chat c WHERE c.person = p.id)
				AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder = p.id)
				AND NOT EXISTS (SELECT FROM wait w WHERE w.person = p.id)
			LIMIT $4 FOR UPDATE SKIP LOCKED),
		gone AS (DELETE FROM person WHERE id IN (SELECT id FROM old) RETURNING id)`, since, erasedAtOnce)
}
