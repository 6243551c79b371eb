package storage

import (
	"context"
	"fmt"
	"time"
)

// ServerTime is the time by the clock of the database's machine. Nothing is
// decided by it: it is there to be compared with ours.
func (s *Store) ServerTime(ctx context.Context) (now time.Time, err error) {
	if err := s.pool.QueryRow(ctx, `SELECT clock_timestamp()`).Scan(&now); err != nil {
		return now, fmt.Errorf("ask for the database's time: %w", err)
	}
	return now, nil
}
