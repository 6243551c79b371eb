package telegramtest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Delivery says how updates travel.
type Delivery struct {
	// Duplicates is how often each update goes out once more though it was
	// taken, by webhook and by polling.
	Duplicates int
	// Reorder has a webhook get updates of one chat in any order, side by side.
	Reorder bool
	// Retry is the pause after the first delivery that failed; it doubles up
	// to RetryMax. Defaults: 50 ms and 1 s.
	Retry, RetryMax time.Duration
	// Reach says where a webhook address really is, such as a loopback port
	// behind a public name. Without it addresses are taken as they are.
	Reach func(address string) string
}

func (d Delivery) withDefaults() Delivery {
	if d.Retry == 0 {
		d.Retry = 50 * time.Millisecond
	}
	if d.RetryMax == 0 {
		d.RetryMax = time.Second
	}
	return d
}

// hook delivers updates to a webhook: lanes side by side, each in order.
// mailbox.mu guards it.
type hook struct {
	server      *Server
	address     string
	target      string
	secret      string
	connections int

	lanes       map[int64]*lane
	ready       []*lane
	changed     *sync.Cond
	closed      bool
	lastError   string
	lastErrorAt time.Time

	ctx     context.Context
	cancel  context.CancelFunc
	client  *http.Client
	workers sync.WaitGroup
}

// lane is the updates of one sender and kind. It is in ready, with a worker,
// or waiting for its next try.
type lane struct {
	key   int64
	queue []*update
	fails int
}

func newHook(s *Server, address, target, secret string, connections int) *hook {
	h := &hook{
		server: s, address: address, target: target, secret: secret, connections: connections,
		lanes: map[int64]*lane{}, changed: sync.NewCond(&s.box.mu),
	}
	h.ctx, h.cancel = context.WithCancel(s.ctx)
	h.client = &http.Client{
		Timeout:       30 * time.Second,
		Transport:     &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return h
}

func (h *hook) start() {
	for range h.connections {
		h.workers.Go(h.work)
	}
}

// close waits for the workers; what they had in hand stays in its lane.
func (h *hook) close() {
	h.server.box.mu.Lock()
	h.closed = true
	h.changed.Broadcast()
	h.server.box.mu.Unlock()
	h.cancel()
	h.workers.Wait()
	h.client.CloseIdleConnections()
}

func (h *hook) push(u *update) {
	key := u.lane
	if h.server.config.Delivery.Reorder {
		key = u.id<<8 | int64(u.handed)
	}
	l := h.lanes[key]
	if l == nil {
		l = &lane{key: key}
		h.lanes[key] = l
		h.makeReady(l)
	}
	l.queue = append(l.queue, u)
}

func (h *hook) makeReady(l *lane) {
	h.ready = append(h.ready, l)
	if last := len(h.ready) - 1; h.server.config.Delivery.Reorder {
		other := rand.IntN(last + 1)
		h.ready[last], h.ready[other] = h.ready[other], h.ready[last]
	}
	h.changed.Signal()
}

func (h *hook) work() {
	mu := &h.server.box.mu
	mu.Lock()
	defer mu.Unlock()
	for {
		for len(h.ready) == 0 && !h.closed {
			h.changed.Wait()
		}
		if h.closed {
			return
		}
		l := h.ready[0]
		h.ready = h.ready[1:]
		u := l.queue[0]
		mu.Unlock()
		err := h.deliver(u)
		now := h.server.Now()
		mu.Lock()
		h.settle(l, u, err, now)
	}
}

// settle takes an update that arrived out of its lane and plans what is next.
func (h *hook) settle(l *lane, u *update, err error, now time.Time) {
	if err != nil && h.closed {
		return
	}
	expired := now.Sub(u.at) >= updateLife
	if err != nil {
		l.fails++
		h.lastError, h.lastErrorAt = err.Error(), now
	}
	if err == nil || expired {
		l.queue, l.fails = l.queue[1:], 0
	}
	if err == nil && u.handed <= h.server.config.Delivery.Duplicates {
		again := *u
		l.queue = append(l.queue, &again)
	}
	switch {
	case len(l.queue) == 0:
		delete(h.lanes, l.key)
	case l.fails > 0:
		time.AfterFunc(h.pause(l.fails), func() { h.retry(l) })
	default:
		h.makeReady(l)
	}
}

func (h *hook) pause(fails int) time.Duration {
	d := h.server.config.Delivery
	return min(d.RetryMax, d.Retry<<min(fails-1, 20))
}

func (h *hook) retry(l *lane) {
	h.server.box.mu.Lock()
	defer h.server.box.mu.Unlock()
	if !h.closed {
		h.makeReady(l)
	}
}

func (h *hook) deliver(u *update) error {
	h.server.handOut(u)
	r, err := http.NewRequestWithContext(h.ctx, http.MethodPost, h.target, bytes.NewReader(u.body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", h.secret)
	}
	answer, err := h.client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(answer.Body, 64<<10))
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("wrong response from the webhook: %s", answer.Status)
	}
	if bytes.Contains(body, []byte(`"method"`)) {
		h.server.mistake("a webhook answered with a method call, which is not served here")
	}
	return nil
}

// remaining are the updates not yet taken, in their order.
func (h *hook) remaining() []*update {
	var all []*update
	for _, l := range h.lanes {
		all = append(all, l.queue...)
	}
	slices.SortFunc(all, func(a, b *update) int { return int(a.id - b.id) })
	return slices.CompactFunc(all, func(a, b *update) bool { return a.id == b.id })
}

func (s *Server) mistake(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mistakes = append(s.mistakes, text)
}
