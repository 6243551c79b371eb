package storage

import (
	"context"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// helm is the connection that holds the locks of all that a program leads, and asks
// for all that it wants to lead at once: with hundreds of towns a connection, and
// a question every two seconds, for each would leave nothing for turns.
type helm struct {
	mu   sync.Mutex // over what the connection holds, and its use
	conn *pgx.Conn  // nil: none
	held map[string]bool
	lost chan struct{} // closed when the connection, and with it every lock, is gone
	over bool          // for good

	candidates candidates
}

// await waits until the lock of a name is taken. It returns what is closed when the
// lock is lost, or false if ctx ends before.
func (h *helm) await(ctx context.Context, d *database, name string) (lost chan struct{}, leads bool) {
	c := candidate{name: name, elected: make(chan chan struct{}, 1)}
	if h.candidates.stand(&c) {
		go h.keep(context.WithoutCancel(ctx), d)
	}
	select {
	case lost := <-c.elected:
		return lost, true
	case <-ctx.Done():
	}
	if h.candidates.withdraw(&c) {
		return nil, false
	}
	return <-c.elected, true // at the last moment; it is given up at once
}

// keep asks for the locks that are wanted, and whether the connection is still
// there, as long as there is anything to lead.
func (h *helm) keep(ctx context.Context, d *database) {
	for {
		h.ask(ctx, d)
		if !h.candidates.goOn(h.holds) {
			return
		}
		select {
		case <-h.candidates.came:
		case <-time.After(leadEvery):
		}
	}
}

// ask asks for all locks that are wanted, or else whether the connection answers.
// A network that drops everything counts as none.
func (h *helm) ask(ctx context.Context, d *database) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over {
		return
	}
	names := h.candidates.names(h.held)
	ctx, cancel := context.WithTimeout(ctx, answersWithin)
	defer cancel()
	if len(names) == 0 {
		if h.conn != nil && ping(ctx, h.conn) != nil {
			h.drop(ctx)
		}
		return
	}
	if !h.connect(ctx, d) {
		return
	}
	rows, err := h.conn.Query(ctx, `SELECT name FROM unnest($1::text[]) AS name WHERE pg_try_advisory_lock(hashtextextended('lead ' || name, 0))`, names)
	var taken []string
	if err == nil {
		taken, err = pgx.CollectRows(rows, pgx.RowTo[string])
	}
	if err != nil {
		h.drop(ctx)
		return
	}
	h.elect(ctx, taken)
}

// elect has the first candidate for each name lead that was taken. A lock that
// nobody wants any more is given back.
func (h *helm) elect(ctx context.Context, taken []string) {
	for _, name := range taken {
		switch {
		case h.conn == nil:
			return // lost while one was given back
		case h.candidates.elect(name, h.lost):
			h.held[name] = true
		default:
			h.unlock(ctx, name)
		}
	}
}

func (h *helm) connect(ctx context.Context, d *database) bool {
	if h.conn != nil {
		return true
	}
	conn, err := d.watchman(ctx)
	if err != nil {
		return false
	}
	h.conn, h.held, h.lost = conn, map[string]bool{}, make(chan struct{})
	return true
}

// holds tells whether there is anything that is led.
func (h *helm) holds() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.held) > 0
}

// leave gives up the lock that was taken when lost was returned.
func (h *helm) leave(ctx context.Context, name string, lost chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.conn == nil || h.lost != lost {
		return
	}
	delete(h.held, name)
	h.unlock(ctx, name)
}

func (h *helm) unlock(ctx context.Context, name string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	_, err := h.conn.Exec(ctx, `SELECT pg_advisory_unlock(hashtextextended('lead ' || $1, 0))`, name)
	if err != nil {
		h.drop(ctx)
	}
}

// drop ends the connection, and with it every lock.
func (h *helm) drop(ctx context.Context) {
	if h.conn == nil {
		return
	}
	letGo(ctx, h.conn)
	close(h.lost)
	h.conn, h.held = nil, nil
}

// end ends the connection for good.
func (h *helm) end(ctx context.Context) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	h.drop(ctx)
}
