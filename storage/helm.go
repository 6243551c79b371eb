package storage

import (
	"context"
	"sync"

	"github.com/jackc/pgx/v5"
)

// helm is the connection that holds the locks of all that a program leads. One
// for each would take a connection from turns for every town.
type helm struct {
	mu     sync.Mutex
	conn   *pgx.Conn // nil: none
	held   map[string]bool
	keeper string        // whose leader asks whether the connection is still there
	lost   chan struct{} // closed when the connection, and with it every lock, is gone
}

// take tries to get the lock of a name. It returns what is closed when the lock is
// lost.
func (h *helm) take(ctx context.Context, d *database, name string) (lost chan struct{}, leads bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.held[name] {
		return nil, false // a lock is no obstacle to who holds it
	}
	// Who gives up in the middle of it must not take the connection from others.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), answersWithin)
	defer cancel()
	if h.conn == nil {
		conn, err := d.watchman(ctx)
		if err != nil {
			return nil, false
		}
		h.conn, h.held, h.lost = conn, map[string]bool{}, make(chan struct{})
	}
	err := h.conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(hashtextextended('lead ' || $1, 0))`, name).Scan(&leads)
	if err != nil {
		h.drop(ctx)
		return nil, false
	}
	if leads {
		h.held[name] = true
		h.choose()
	}
	return h.lost, leads
}

// choose has one of the leaders ask whether the connection is still there.
func (h *helm) choose() {
	for name := range h.held {
		if h.held[h.keeper] {
			return
		}
		h.keeper = name
	}
}

// check ends every leadership if the connection does not answer. A network that
// drops everything counts as none.
func (h *helm) check(ctx context.Context, name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.conn != nil && h.keeper == name && ping(context.WithoutCancel(ctx), h.conn) != nil {
		h.drop(ctx)
	}
}

// leave gives up the lock that was taken when lost was returned.
func (h *helm) leave(ctx context.Context, name string, lost chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.conn == nil || h.lost != lost {
		return
	}
	delete(h.held, name)
	h.choose()
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
	h.drop(ctx)
}
