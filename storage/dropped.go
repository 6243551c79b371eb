package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// TellDropped tells the holders of appointments ahead that the office has given
// up a concern they come for, each once for a concern; and those who were told
// so that it does it again after all. It may run at any time, and twice. It
// returns how many were told.
func (s *Store) TellDropped(ctx context.Context, now time.Time) (told int, err error) {
	all, err := s.dropped(ctx, now)
	if err != nil {
		return 0, fmt.Errorf("look for concerns given up: %w", err)
	}
	for _, d := range all {
		var done bool
		err := s.transact(ctx, now, func(t *tx) (err error) {
			done, err = t.tellDropped(ctx, d)
			return err
		})
		if err != nil {
			return told, fmt.Errorf("tell of concerns given up: %w", err)
		}
		if done {
			told++
		}
	}
	return told, nil
}

// dropping is an appointment with something that is given up, or is done again.
type dropping struct {
	of      booking.AppointmentID
	concern booking.ConcernID
	again   bool // it is done again
}

// dropped compares what is given up with what people were told of it.
func (s *Store) dropped(ctx context.Context, now time.Time) (all []dropping, err error) {
	unserved, err := s.Unserved(ctx, now)
	if err != nil {
		return nil, err
	}
	rows, err := s.pool.Query(ctx, `
		SELECT appointment, concern FROM (
			SELECT DISTINCT ON (h.appointment, h.detail ->> 'concern') h.appointment, h.detail ->> 'concern' AS concern, h.what
			FROM history h JOIN appointment a ON a.id = h.appointment
			WHERE a.state = 'confirmed' AND a.starts > $1 AND h.what IN ($2, $3) AND a.office = ANY ($4)
			ORDER BY h.appointment, h.detail ->> 'concern', h.id DESC) AS latest
		WHERE what = $2`, now, dialogs.WasDropped, dialogs.WasTakenUp, s.files.Load().offices)
	if err != nil {
		return nil, err
	}
	known := map[dropping]bool{}
	for rows.Next() {
		var d dropping
		if err := rows.Scan(&d.of, &d.concern); err != nil {
			return nil, err
		}
		known[d] = true
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, u := range unserved {
		for _, item := range u.Dropped {
			d := dropping{of: u.ID, concern: item.Concern}
			if !known[d] {
				all = append(all, d)
			}
			delete(known, d)
		}
	}
	for d := range known {
		all = append(all, dropping{d.of, d.concern, true})
	}
	return all, nil
}

// tellDropped tells the holder under the appointment's lock, unless the
// appointment has changed meanwhile or somebody else has told them.
func (t *tx) tellDropped(ctx context.Context, d dropping) (bool, error) {
	locks, err := t.locksOf(ctx, d.of)
	if err != nil {
		return false, err
	}
	var a found
	var latest string
	t.queueLock(locks...)
	t.queueReadByID(&a, d.of)
	t.queue(`
		SELECT coalesce((SELECT what FROM history
			WHERE appointment = $1 AND what IN ($2, $3) AND detail ->> 'concern' = $4 ORDER BY id DESC LIMIT 1), '')`,
		int64(d.of), dialogs.WasDropped, dialogs.WasTakenUp, string(d.concern)).
		QueryRow(func(row pgx.Row) error { return row.Scan(&latest) })
	err = t.send(ctx)
	if err != nil {
		return false, err
	}
	what := dialogs.WasDropped
	if d.again {
		what = dialogs.WasTakenUp
	}
	told := latest == what || latest == "" && d.again
	if told || !a.ok || !a.Upcoming(t.now) {
		return false, nil
	}
	t.queueHistory(a.Appointment, systemActor, what, map[string]any{"concern": d.concern})
	return true, t.tell(ctx, a.Appointment, booking.DroppedNotice)
}
