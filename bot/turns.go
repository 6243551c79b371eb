package bot

import (
	"context"
	"sync"
	"time"
)

// Turns gives out the turns of a pace that several programs share.
type Turns interface {
	// Take takes so many turns, which lie between apart, and says in how long the
	// first of them comes.
	Take(ctx context.Context, many int, between time.Duration) (in time.Duration, err error)
}

// mostTurns is how many turns are taken at once: so many that asking for them is
// rare, and so few that another program, or something urgent, waits a fraction of
// a second for them.
const mostTurns = 6

// turnsTaken is the turns that this program has of a shared pace, in their order.
type turnsTaken struct {
	from Turns

	mu      sync.Mutex
	ahead   []time.Time
	waiting int  // who want one
	asking  bool // somebody is taking more
}

// next takes the first turn that has come. Otherwise it says in how long the first
// comes, or is false where there is none.
func (t *turnsTaken) next(now time.Time, yields bool) (wait time.Duration, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(t.ahead) > 0 && now.Sub(t.ahead[0]) > jitter {
		t.ahead = t.ahead[1:] // lost: its time is over for the network, too
	}
	if len(t.ahead) == 0 {
		return 0, false
	}
	if wait = t.ahead[0].Sub(now); wait > 0 || yields {
		return max(wait, jitter/10), true
	}
	t.ahead = t.ahead[1:]
	return 0, true
}

// fetch takes as many turns as are wanted, unless somebody is doing so already.
func (t *turnsTaken) fetch(ctx context.Context, between time.Duration) error {
	t.mu.Lock()
	many := min(t.waiting, mostTurns)
	if t.asking || many == 0 {
		t.mu.Unlock()
		Pause(ctx, between)
		return nil
	}
	t.asking = true
	t.mu.Unlock()
	in, err := t.from.Take(ctx, many, between)
	now := time.Now()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.asking = false
	for i := range many {
		if err == nil {
			t.ahead = append(t.ahead, now.Add(in+time.Duration(i)*between))
		}
	}
	return err
}

// want notes that somebody waits for a turn, or no longer does.
func (t *turnsTaken) want(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.waiting += n
}
