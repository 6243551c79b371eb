package telegram

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"terminbote/dialogs"
)

// gathering lets updates that arrive at the same time go into the inbox
// together: while one lot is being written, the next one gathers. Nobody waits
// for company, and a rush costs a few statements instead of hundreds.
type gathering struct {
	keep func(context.Context, ...dialogs.Update) error

	mu      sync.Mutex
	next    *lot
	writing bool
}

// lot is updates that are written together, and what came of it.
type lot struct {
	updates []dialogs.Update
	done    chan struct{}
	err     error
}

// keepWithin is how long writing a lot may take.
const keepWithin = 10 * time.Second

// add keeps updates; when it returns without an error they are durable.
func (g *gathering) add(ctx context.Context, updates ...dialogs.Update) error {
	mine := g.join(updates) //nolint:contextcheck // a lot belongs to many, and outlives who came first
	select {
	case <-mine.done:
		return mine.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gathering) join(updates []dialogs.Update) *lot {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.next == nil {
		g.next = &lot{done: make(chan struct{})}
	}
	mine := g.next
	mine.updates = append(mine.updates, updates...)
	if !g.writing {
		g.writing = true
		go g.write()
	}
	return mine
}

// write writes lot after lot until none has gathered.
func (g *gathering) write() {
	for {
		g.mu.Lock()
		current := g.next
		g.next = nil
		g.writing = current != nil
		g.mu.Unlock()
		if current == nil {
			return
		}
		// In one order, so that two replicas never wait for each other.
		slices.SortFunc(current.updates, func(a, b dialogs.Update) int { return cmp.Compare(a.ID, b.ID) })
		current.err = within(context.Background(), keepWithin, func(ctx context.Context) error {
			return g.keep(ctx, current.updates...)
		})
		close(current.done)
	}
}
