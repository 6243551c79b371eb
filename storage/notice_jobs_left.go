package storage

import (
	"context"
	"time"
)

const (
	// leftAfter is how long a delivery may run before its program must have
	// died; findLeftEvery is how often such deliveries are looked for.
	leftAfter     = time.Minute
	findLeftEvery = 10 * time.Second
	// neverRescue keeps River from doing the same by the machine's clock.
	neverRescue = 100 * 365 * 24 * time.Hour
)

// takeUpLeft makes deliveries run again that a program left running when it
// died, until ctx ends.
func (s *Store) takeUpLeft(ctx context.Context) {
	ticker := time.NewTicker(findLeftEvery)
	defer ticker.Stop()
	for {
		if err := s.freeLeft(ctx); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "deliveries that a crash left wait", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// freeLeft makes deliveries available again that a program left running. The
// try that it began counts.
func (s *Store) freeLeft(ctx context.Context) error {
	now := s.now()
	_, err := s.pool.Exec(ctx, `
		UPDATE river_job SET state = 'available', scheduled_at = $1
		WHERE state = 'running' AND kind = $2 AND attempted_at < $3`,
		now, deliveryJob{}.Kind(), now.Add(-leftAfter))
	return err
}
