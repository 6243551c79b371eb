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
// died, until ctx ends or deliveries stand still.
func (s *Store) takeUpLeft(ctx context.Context) (stalled bool) {
	ticker := time.NewTicker(s.findLeft)
	defer ticker.Stop()
	for {
		if err := s.freeLeft(ctx); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "deliveries that a crash left wait", "error", err)
		}
		select {
		case <-ctx.Done():
			return false
		case <-ticker.C:
		}
		before := stalled
		if stalled = s.standsStill(ctx); stalled && before {
			return true
		}
	}
}

// standsStill tells whether deliveries have been due for a while and nobody carries
// one out. River ends without a word what fetches them if a connection breaks while
// that begins.
func (s *Store) standsStill(ctx context.Context) bool {
	var still bool
	err := s.pool.QueryRow(ctx, `
		SELECT EXISTS (SELECT FROM river_job WHERE kind = $1 AND state = 'available' AND scheduled_at < $2)
			AND NOT EXISTS (SELECT FROM river_job WHERE kind = $1 AND state = 'running')`,
		deliveryJob{}.Kind(), s.now().Add(-leftAfter)).Scan(&still)
	return err == nil && still
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
