package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"terminbote/dialogs"
)

const (
	// pollFor is how long Telegram keeps a poll open while nothing happens.
	pollFor = 25 * time.Second
	// pollAtOnce is how many updates come with one poll.
	pollAtOnce = 100
	// pollAgain is how long to wait after a poll that failed.
	pollAgain = 2 * time.Second
)

// allowedUpdates is what Telegram is asked to send.
var allowedUpdates = []string{"message", "callback_query", "my_chat_member"}

// poll receives updates for as long as this replica is the one that polls.
func (t *Telegram) poll(ctx context.Context) {
	t.poller.Lead(ctx, func(ctx context.Context) {
		var offset int64
		for ctx.Err() == nil {
			next, err := t.pollOnce(ctx, offset)
			if err != nil && ctx.Err() == nil {
				t.log.WarnContext(ctx, "poll", "error", err)
				pause(ctx, max(pollAgain, waitAsked(err)))
				continue
			}
			offset = next
		}
	})
}

// pollOnce waits for updates from offset on and returns the offset that
// acknowledges them: it is raised only after they are durable.
func (t *Telegram) pollOnce(ctx context.Context, offset int64) (int64, error) {
	raws, err := t.getUpdates(ctx, offset)
	if err != nil {
		return offset, err
	}
	var updates []dialogs.Update
	next := offset
	for _, raw := range raws {
		update, err := open(raw)
		if err != nil {
			t.log.ErrorContext(ctx, "update without a number left out")
			continue
		}
		updates = append(updates, update)
		next = max(next, update.ID+1)
	}
	if len(updates) == 0 {
		return next, nil
	}
	if err := t.engine.Receive(ctx, updates...); err != nil {
		return offset, fmt.Errorf("keep updates: %w", err)
	}
	return next, nil
}

// getUpdates is one long poll. Its updates stay as they came: one that cannot
// be decoded must not hold up the others.
func (t *Telegram) getUpdates(ctx context.Context, offset int64) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, pollFor+callTimeout)
	defer cancel()
	return call[[]json.RawMessage](ctx, t, "getUpdates", map[string]any{
		"offset": offset, "limit": pollAtOnce, "timeout": int(pollFor.Seconds()), "allowed_updates": allowedUpdates,
	})
}

// pause waits for d or until ctx ends.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
