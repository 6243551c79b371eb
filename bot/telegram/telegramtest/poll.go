package telegramtest

import (
	"encoding/json"
	"slices"
	"time"

	"terminbote/booking/clocktest"
)

// poller is a getUpdates that waits.
type poller struct {
	offset, limit int64
	ended         chan struct{} // closed when something else takes over
	reason        string
}

func (c *call) getUpdates() (any, *refusal) {
	p, err := c.startPolling()
	if err != nil {
		return nil, err
	}
	defer c.box.endPolling(p)
	timeout := time.NewTimer(time.Duration(min(c.int("timeout"), 50)) * time.Second)
	defer timeout.Stop()
	for {
		batch, wake := c.box.batch(p, c.Now())
		if len(batch) > 0 {
			return batch, nil
		}
		select {
		case <-wake:
		case <-p.ended:
			return nil, conflict(p.reason)
		case <-timeout.C:
			return []json.RawMessage{}, nil
		case <-c.hungUp:
			return []json.RawMessage{}, nil
		case <-c.ctx.Done():
			return []json.RawMessage{}, nil
		}
	}
}

// startPolling confirms what lies before the offset and sends away the client that
// polls already, as Telegram does.
func (c *call) startPolling() (*poller, *refusal) {
	p := &poller{offset: c.int("offset"), limit: 100, ended: make(chan struct{})}
	if c.text("limit") != "" {
		p.limit = c.int("limit")
	}
	if p.limit < 1 || p.limit > 100 || c.int("timeout") < 0 {
		return nil, blame("strict: limit must be 1 to 100, timeout not negative")
	}
	b := c.box
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.hook != nil {
		return nil, conflict(textHookActive)
	}
	b.interrupt(textOtherPoller)
	b.poller = p
	if err := b.allow(c); err != nil {
		return nil, err
	}
	b.confirm(p.offset)
	return p, nil
}

// allow takes over allowed_updates, which hold until others are named.
func (b *mailbox) allow(c *call) *refusal {
	text := c.text("allowed_updates")
	if text == "" {
		return nil
	}
	var kinds []string
	if json.Unmarshal([]byte(text), &kinds) != nil {
		return blame("can't parse allowed_updates JSON object")
	}
	known := c.config.Description
	for _, k := range kinds {
		if known == nil {
			break
		}
		if _, ok := known.objects["Update"].fields[k]; !ok {
			return blame("strict: there is no update %q to allow", k)
		}
	}
	b.allowed = kinds
	return nil
}

// Polling says whether the bot waits for updates right now.
func (s *Server) Polling() bool {
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	return s.box.poller != nil
}

// interrupt ends a waiting poll with a conflict; b.mu is held.
func (b *mailbox) interrupt(reason string) {
	if b.poller != nil {
		b.poller.reason = reason
		close(b.poller.ended)
		b.poller = nil
	}
}

func (b *mailbox) endPolling(p *poller) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.poller == p {
		b.poller = nil
	}
}

// confirm forgets what lies before a positive offset, and all but the last
// updates for a negative one. Updates that are to go out several times stay
// until they have.
func (b *mailbox) confirm(offset int64) {
	if offset < 0 {
		b.pending = b.pending[max(0, int64(len(b.pending))+offset):]
		return
	}
	b.pending = slices.DeleteFunc(b.pending, func(u *update) bool {
		return u.id < offset && u.handed > b.server.config.Delivery.Duplicates
	})
}

// batch is what a poll gets now, and what to wait for if that is nothing.
func (b *mailbox) batch(p *poller, now time.Time) ([]json.RawMessage, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pending = slices.DeleteFunc(b.pending, func(u *update) bool { return now.Sub(u.at) >= updateLife })
	var batch []json.RawMessage
	for _, u := range b.pending[:min(len(b.pending), int(p.limit))] {
		b.server.handOut(u)
		batch = append(batch, u.body)
	}
	return batch, b.wake
}

// handOut counts a delivery and tells who wants to know.
func (s *Server) handOut(u *update) {
	u.handed++
	if s.config.OnDeliver != nil {
		s.config.OnDeliver(Delivered{Update: u.id, Chat: u.chat, At: clocktest.Now(), Times: u.handed})
	}
}
