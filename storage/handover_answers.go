package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

var _ dialogs.Answers = (*Store)(nil)

// mostUnseen is how many lines are read at once.
const mostUnseen = 200

// Unseen lists what people on a channel, or one of them, have not seen yet.
func (s *Store) Unseen(ctx context.Context, channel, address string) ([]dialogs.HandoverLine, error) {
	return s.handoverLines(ctx, `l.told_at IS NULL AND l.kind NOT IN `+toStaff+` AND c.channel = $1 AND ($2 = '' OR c.address = $2)`, s.network(channel), address)
}

// handoverLines looks up lines in the order in which they were written.
func (s *Store) handoverLines(ctx context.Context, which string, args ...any) ([]dialogs.HandoverLine, error) {
	args = append(args, s.files.Load().offices)
	rows, err := s.pool.Query(ctx, fmt.Sprintf(`
		SELECT l.id, l.handover, l.kind, l.text, l.place, h.lang, coalesce(c.channel, ''), coalesce(c.address, '')
		FROM handover_line l JOIN handover h ON h.id = l.handover LEFT JOIN chat c ON c.id = h.chat
		WHERE %s AND h.office = ANY ($%d) ORDER BY l.id LIMIT %d`, which, len(args), mostUnseen), args...)
	if err != nil {
		return nil, fmt.Errorf("look up lines of talks with staff: %w", err)
	}
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (l dialogs.HandoverLine, err error) {
		err = row.Scan(&l.ID, &l.Handover, &l.Kind, &l.Text, &l.Place, &l.Lang, &l.Chat.Channel, &l.Chat.Address)
		l.Chat.Channel = unstored(l.Chat.Channel)
		return l, err
	})
	if err != nil {
		return nil, fmt.Errorf("look up lines of talks with staff: %w", err)
	}
	return all, nil
}

// Seen remembers that a line was shown.
func (s *Store) Seen(ctx context.Context, line int64, now time.Time) error {
	return s.exec(ctx, "remember what was shown", `UPDATE handover_line SET told_at = $2 WHERE id = $1 AND told_at IS NULL AND handover IN `+ours(3), line, now, s.files.Load().offices)
}

// Unreached ends the talk of a person who cannot be reached any more, and tells
// staff.
func (s *Store) Unreached(ctx context.Context, id dialogs.HandoverID, now time.Time) error {
	return s.exec(ctx, "end a talk with somebody out of reach", `
		WITH void AS (UPDATE handover_line SET told_at = $2 WHERE handover = $1 AND handover IN `+ours(3)+` AND told_at IS NULL AND kind NOT IN `+toStaff+`),
			over AS (UPDATE handover SET ended_at = $2 WHERE id = $1 AND office = ANY ($3) AND ended_at IS NULL RETURNING id)
		INSERT INTO handover_line (handover, kind, at) SELECT id, 'left', $2 FROM over`, int64(id), now, s.files.Load().offices)
}
