package bot

import (
	"context"
	"errors"
	"time"

	"terminbote/dialogs"
)

const (
	// mostPresses is how many presses are acknowledged side by side. Where the
	// network is too slow for that, wheels stop by themselves.
	mostPresses = 64
	// longestWheel is how long somebody looks at a wheel at most.
	longestWheel = 10 * time.Second
	// mostTries is how often something is tried that fails for a passing reason.
	mostTries = 4
	// firstPause is how long to wait after the first try; it doubles.
	firstPause = 300 * time.Millisecond
)

// acknowledge tells the network that a press has arrived, without keeping a
// worker busy.
func (e *Engine) acknowledge(ctx context.Context, press string, try int) {
	if !e.mayAcknowledge() {
		return
	}
	go func() {
		defer e.presses.Done()
		defer func() { <-e.slots }()
		err := e.network.Acknowledge(ctx, press)
		switch wait := pauseAfter(err, try); {
		case err == nil, errors.Is(err, ErrRefused), errors.Is(err, dialogs.ErrUnreachable):
		case try < mostTries && wait < longestWheel:
			afterwards(wait, func() { e.acknowledge(ctx, press, try+1) })
		default:
			e.log.WarnContext(ctx, "press not acknowledged", "error", err)
		}
	}()
}

// mayAcknowledge takes a slot, if there is one and the engine still runs.
func (e *Engine) mayAcknowledge() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return false
	}
	select {
	case e.slots <- struct{}{}:
		e.presses.Add(1)
		return true
	default:
		return false
	}
}

// pauseAfter is how long to wait after a try that failed with err.
func pauseAfter(err error, try int) time.Duration {
	pause := firstPause << (try - 1)
	if later := (dialogs.Later{}); errors.As(err, &later) {
		return max(pause, later.After)
	}
	return pause
}
