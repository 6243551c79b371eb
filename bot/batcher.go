package bot

import (
	"context"
	"sync"
	"time"
)

// Batcher handles in one batch what arrives at the same moment: while one batch
// is under way, the next one gathers. Nobody waits for company, and a rush costs
// a few statements instead of hundreds.
type Batcher[T any] struct {
	Do func(context.Context, []T) error // handles a batch

	mu   sync.Mutex
	next *batch[T]
	busy bool
}

// batch is items that are handled together, and what came of it.
type batch[T any] struct {
	items []T
	done  chan struct{}
	err   error
}

// batchWithin is how long one batch may take.
const batchWithin = 10 * time.Second

// Join adds items to the next batch and waits for it. Without an error they are
// handled.
func (b *Batcher[T]) Join(ctx context.Context, items ...T) error {
	mine := b.join(items)
	select {
	case <-mine.done:
		return mine.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (b *Batcher[T]) join(items []T) *batch[T] {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = &batch[T]{done: make(chan struct{})}
	}
	mine := b.next
	mine.items = append(mine.items, items...)
	if !b.busy {
		b.busy = true
		go b.work()
	}
	return mine
}

// work handles batch after batch until none has gathered.
func (b *Batcher[T]) work() {
	for {
		b.mu.Lock()
		current := b.next
		b.next = nil
		b.busy = current != nil
		b.mu.Unlock()
		if current == nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), batchWithin)
		current.err = b.Do(ctx, current.items)
		cancel()
		close(current.done)
	}
}
