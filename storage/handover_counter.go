package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var _ dialogs.Counter = (*Store)(nil)

// Attend notes that staff of an office can be reached; see [dialogs.Counter].
func (s *Store) Attend(ctx context.Context, office booking.OfficeID, now time.Time) error {
	if !s.files.Load().knows(office) {
		return booking.ErrUnknown
	}
	_, err := s.pool.Exec(ctx, `INSERT INTO counter (office, at) VALUES ($1, $2) ON CONFLICT (office) DO UPDATE SET at = $2`, string(office), now)
	if err != nil {
		return fmt.Errorf("note that staff are there: %w", err)
	}
	return nil
}

// toStaff is the kinds of line that go to the thread.
const toStaff = `('citizen', 'left', 'ended')`

// Handovers lists the talks of an office that its thread keeper works on.
func (s *Store) Handovers(ctx context.Context, office booking.OfficeID) ([]dialogs.Handover, error) {
	if !s.files.Load().knows(office) {
		return nil, nil
	}
	rows, err := s.pool.Query(ctx, `
		SELECT id, office, network, lang, concerns, opened_at, ended_at, coalesce(thread, ''), erased_at IS NOT NULL
		FROM handover h
		WHERE office = $1 AND (ended_at IS NULL OR erased_at IS NOT NULL
			OR EXISTS (SELECT FROM handover_line l WHERE l.handover = h.id AND l.told_at IS NULL AND l.kind IN `+toStaff+`))
		ORDER BY id`, string(office))
	if err != nil {
		return nil, fmt.Errorf("look up talks with staff: %w", err)
	}
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (h dialogs.Handover, err error) {
		var ended *time.Time
		err = row.Scan(&h.ID, &h.Office, &h.Network, &h.Lang, &h.Concerns, &h.Opened, &ended, &h.Thread, &h.Erased)
		if ended != nil {
			h.Ended = *ended
		}
		return h, err
	})
	if err != nil {
		return nil, fmt.Errorf("look up talks with staff: %w", err)
	}
	return all, nil
}

// Begun remembers the thread of a talk.
func (s *Store) Begun(ctx context.Context, id dialogs.HandoverID, thread string) error {
	return s.exec(ctx, "remember a thread", `UPDATE handover SET thread = $2 WHERE id = $1 AND office = ANY ($3)`, int64(id), thread, s.files.Load().offices)
}

// Untold lists the lines that do not stand in the thread of a talk yet.
func (s *Store) Untold(ctx context.Context, id dialogs.HandoverID) ([]dialogs.HandoverLine, error) {
	return s.handoverLines(ctx, `l.handover = $1 AND l.told_at IS NULL AND l.kind IN `+toStaff, int64(id))
}

// Told remembers the post in which a line stands.
func (s *Store) Told(ctx context.Context, line int64, post string, now time.Time) error {
	return s.exec(ctx, "remember a line's post", `UPDATE handover_line SET post = $2, told_at = $3 WHERE id = $1 AND handover IN `+ours(4), line, post, now, s.files.Load().offices)
}

// Reply passes on what a clerk wrote in a post, once.
func (s *Store) Reply(ctx context.Context, id dialogs.HandoverID, post, text string, now time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error {
		var over, known bool
		t.queue(`SELECT ended_at IS NOT NULL FROM handover WHERE id = $1 AND office = ANY ($2) FOR NO KEY UPDATE`, int64(id), t.offices).
			QueryRow(func(row pgx.Row) error { return row.Scan(&over) })
		t.queue(`SELECT EXISTS (SELECT FROM handover_line WHERE post = $1)`, post).
			QueryRow(func(row pgx.Row) error { return row.Scan(&known) })
		switch err := t.send(ctx); {
		case errors.Is(err, pgx.ErrNoRows), err == nil && over && !known:
			return booking.ErrOver
		case err != nil:
			return err
		case known:
			return nil
		}
		t.queue(`INSERT INTO handover_line (handover, kind, text, post, at) VALUES ($1, 'clerk', $2, $3, $4)`, int64(id), text, post, t.now)
		t.queue(`UPDATE handover SET answered_at = $2 WHERE id = $1 AND answered_at IS NULL`, int64(id), t.now)
		return nil
	})
	if err != nil {
		return fmt.Errorf("pass on an answer: %w", err)
	}
	return nil
}

// Finish ends a talk by a clerk's wish, and tells the person and the thread.
func (s *Store) Finish(ctx context.Context, id dialogs.HandoverID, now time.Time) error {
	return s.exec(ctx, "end a talk with staff", `
		WITH over AS (UPDATE handover SET ended_at = $2 WHERE id = $1 AND office = ANY ($3) AND ended_at IS NULL RETURNING id)
		INSERT INTO handover_line (handover, kind, at) SELECT id, kind, $2 FROM over, unnest('{over,ended}'::text[]) AS kind`, int64(id), now, s.files.Load().offices)
}

// Lost ends a talk whose thread is gone, and tells the person. What was still to
// be posted there has no place any more.
func (s *Store) Lost(ctx context.Context, id dialogs.HandoverID, now time.Time) error {
	return s.exec(ctx, "end a talk whose thread is gone", `
		WITH void AS (UPDATE handover_line SET told_at = $2, text = '' WHERE handover = $1 AND handover IN `+ours(3)+` AND told_at IS NULL AND kind IN `+toStaff+`),
			over AS (UPDATE handover SET ended_at = $2, thread = NULL WHERE id = $1 AND office = ANY ($3) AND ended_at IS NULL RETURNING id)
		INSERT INTO handover_line (handover, kind, at) SELECT id, 'lost', $2 FROM over`, int64(id), now, s.files.Load().offices)
}

// TellPlaces tells those who wait where fewer are before them than they know.
func (s *Store) TellPlaces(ctx context.Context, office booking.OfficeID, now time.Time) error {
	if !s.files.Load().knows(office) {
		return booking.ErrUnknown
	}
	return s.exec(ctx, "tell places", `
		WITH now AS (
				SELECT id, row_number() OVER (ORDER BY id) - 1 AS ahead
				FROM handover WHERE office = $1 AND ended_at IS NULL AND answered_at IS NULL),
			nearer AS (
				UPDATE handover h SET place = now.ahead FROM now WHERE h.id = now.id AND now.ahead < h.place RETURNING h.id, h.place)
		INSERT INTO handover_line (handover, kind, place, at) SELECT id, 'place', place, $2 FROM nearer`, string(office), now)
}

// Forget forgets a talk whose thread was taken away.
func (s *Store) Forget(ctx context.Context, id dialogs.HandoverID) error {
	return s.exec(ctx, "forget a talk with staff", `DELETE FROM handover WHERE id = $1 AND office = ANY ($2) AND erased_at IS NOT NULL`, int64(id), s.files.Load().offices)
}

// ours selects the talks with staff of the offices in the argument $n.
func ours(n int) string { return fmt.Sprintf(`(SELECT id FROM handover WHERE office = ANY ($%d))`, n) }

// exec runs one statement; doing says what for.
func (s *Store) exec(ctx context.Context, doing, sql string, args ...any) error {
	if _, err := s.pool.Exec(ctx, sql, args...); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
