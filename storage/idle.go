package storage

import (
	"context"
	"fmt"
	"time"
)

// ForgetTalks forgets what was said in the chats of a channel with which nobody
// has gone on since an instant; staff who hold such a talk are told. Whose chats
// they are stays, and with it the appointments.
func (s *Store) ForgetTalks(ctx context.Context, channel string, since time.Time) error {
	_, err := s.pool.Exec(ctx, `
		WITH idle AS (UPDATE chat SET state = NULL WHERE channel = $1 AND open AND active_in <= `+hourOf("$2")+` AND updated_at <= $2 RETURNING id),
			over AS (UPDATE handover SET ended_at = $2 WHERE chat IN (SELECT id FROM idle) AND ended_at IS NULL RETURNING id)
		INSERT INTO handover_line (handover, kind, at) SELECT id, 'left', $2 FROM over`, s.network(channel), since)
	if err != nil {
		return fmt.Errorf("forget talks: %w", err)
	}
	return nil
}
