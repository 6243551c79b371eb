package bot

import (
	"context"
	"time"
)

const (
	// persistSoon is how long to wait before a step is tried once more; it
	// doubles.
	persistSoon = 300 * time.Millisecond
	// persistMost is how long to wait at most, unless the network asks for more.
	persistMost = 5 * time.Second
)

// Persist tries a step until it is done, failed for good, or ctx ends. failed
// tells of an error whether it is final, and for how long the network asks to
// wait.
func Persist(
	ctx context.Context, step func(context.Context) error, failed func(error) (final bool, asked time.Duration),
) error {
	for wait := persistSoon; ctx.Err() == nil; wait = min(2*wait, persistMost) {
		err := step(ctx)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			break
		}
		final, asked := failed(err)
		if final {
			return err
		}
		Pause(ctx, max(wait, asked))
	}
	return nil
}

// Pause waits for d or until ctx ends.
func Pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
