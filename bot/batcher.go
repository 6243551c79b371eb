package bot

import (
	"context"
	"sync"
	"time"
)

// Batcher lets things that come at the same moment be done together: while one
// lot is under way, the next one gathers. Nobody waits for company, and a rush
// costs a few statements instead of hundreds.
type Batcher[T any] struct {
	Do func(context.Context, []T) error // carries out a lot

	mu   sync.Mutex
	next *lot[T]
	busy bool
}

// lot is things that are done together, and what came of it.
type lot[T any] struct {
	things []T
	done   chan struct{}
	err    error
}

// lotWithin is how long one lot may take.
const lotWithin = 10 * time.Second

// Join has things done with those of others; when it returns without an error
// they are.
func (g *Batcher[T]) Join(ctx context.Context, things ...T) error {
	mine := g.join(things)
	select {
	case <-mine.done:
		return mine.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Batcher[T]) join(things []T) *lot[T] {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.next == nil {
		g.next = &lot[T]{done: make(chan struct{})}
	}
	mine := g.next
	mine.things = append(mine.things, things...)
	if !g.busy {
		g.busy = true
		go g.work()
	}
	return mine
}

// work does lot after lot until none has gathered.
func (g *Batcher[T]) work() {
	for {
		g.mu.Lock()
		current := g.next
		g.next = nil
		g.busy = current != nil
		g.mu.Unlock()
		if current == nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), lotWithin)
		current.err = g.Do(ctx, current.things)
		cancel()
		close(current.done)
	}
}
