package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"terminbote/dialogs"
)

// pollAgain is how long to wait after a poll that failed.
const pollAgain = 2 * time.Second

// Polling is how updates are fetched from a network that numbers them.
type Polling struct {
	// Fetch waits for updates from a number on. It leaves them as they came: one
	// that cannot be decoded must not hold up the others.
	Fetch func(ctx context.Context, from int64) ([]json.RawMessage, error)
	// Open reads whose update it is.
	Open func(raw []byte) (dialogs.Update, error)
	// Asked is how long the network asks to wait by an error of Fetch.
	Asked func(error) time.Duration
}

// Poll receives updates for as long as this replica is the one that polls.
func (e *Engine) Poll(ctx context.Context, poller Elector, p Polling) {
	poller.Lead(ctx, func(ctx context.Context) {
		var from int64
		for ctx.Err() == nil {
			next, err := e.pollOnce(ctx, p, from)
			if err != nil && ctx.Err() == nil {
				e.log.WarnContext(ctx, "poll", "error", err)
				Pause(ctx, max(pollAgain, p.Asked(err)))
				continue
			}
			from = next
		}
	})
}

// pollOnce waits for updates and returns the number that acknowledges them: it
// is raised only after they are durable.
func (e *Engine) pollOnce(ctx context.Context, p Polling, from int64) (int64, error) {
	raws, err := p.Fetch(ctx, from)
	if err != nil {
		return from, err
	}
	var updates []dialogs.Update
	next := from
	for _, raw := range raws {
		update, err := p.Open(raw)
		if err != nil {
			e.log.ErrorContext(ctx, "update without a number left out")
			continue
		}
		updates = append(updates, update)
		next = max(next, update.ID+1)
	}
	if len(updates) == 0 {
		return next, nil
	}
	if err := e.Receive(ctx, updates...); err != nil {
		return from, fmt.Errorf("keep updates: %w", err)
	}
	return next, nil
}
