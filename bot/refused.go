package bot

import (
	"context"
	"sync"
	"time"
)

// sayAgain is how long the log keeps quiet about refused calls of one kind: who
// forges them must not fill it.
const sayAgain = time.Minute

// refusedCalls is when refused calls were logged last. Its zero value is ready.
type refusedCalls struct {
	mu   sync.Mutex
	said map[string]time.Time
	left map[string]int // not logged since
}

// Refused counts a call from a network that was not allowed, and logs it at most
// once a minute for each reason, with args as in slog. Those left out are
// counted in the line that follows.
func (h *Host) Refused(ctx context.Context, channel, why string, args ...any) {
	h.Metrics.Refused(channel, why)
	if more, say := h.refused.say(channel+" "+why, h.Now()); say {
		args = append([]any{"channel", channel, "why", why, "more", more}, args...)
		h.Log.WarnContext(ctx, "call refused", args...)
	}
}

// say tells whether a call of a kind is logged, and how many were not since the
// last one.
func (r *refusedCalls) say(kind string, now time.Time) (more int, say bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.said == nil {
		r.said, r.left = map[string]time.Time{}, map[string]int{}
	}
	if last, ok := r.said[kind]; ok && now.Sub(last) < sayAgain {
		r.left[kind]++
		return 0, false
	}
	more = r.left[kind]
	r.said[kind], r.left[kind] = now, 0
	return more, true
}
