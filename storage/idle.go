package storage

import (
	"context"
	"fmt"
	"time"
)

// ForgetTalks forgets what was said in the chats of a channel with which nobody
// has gone on since an instant. Whose chats they are stays, and with it the
// appointments.
func (s *Store) ForgetTalks(ctx context.Context, channel string, since time.Time) error {
	_, err := s.pool.Exec(ctx, `UPDATE chat SET state = NULL WHERE channel = $1 AND state IS NOT NULL AND updated_at <= $2`, channel, since)
	if err != nil {
		return fmt.Errorf("forget talks: %w", err)
	}
	return nil
}
