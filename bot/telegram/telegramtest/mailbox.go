package telegramtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"
)

// updateLife is how long Telegram keeps an update that nobody fetches.
const updateLife = 24 * time.Hour

// update is one update on its way to the bot.
type update struct {
	id     int64
	chat   int64
	lane   int64 // updates of one lane go through a webhook one after the other
	body   json.RawMessage
	at     time.Time
	handed int // how often it went out
}

// Delivered tells that an update went out to the bot.
type Delivered struct {
	Update int64
	Chat   int64
	At     time.Time // by the real clock
	Times  int       // 1 at the first try
}

// mailbox keeps updates until the bot has them. Its lock is taken after
// Server.mu, never before.
type mailbox struct {
	server *Server

	mu      sync.Mutex
	lastID  int64
	allowed []string // nil means the usual ones
	pending []*update
	wake    chan struct{}
	poller  *poller
	hook    *hook // nil while the bot polls
}

func newMailbox(s *Server) *mailbox {
	return &mailbox{server: s, lastID: 870_000_000, wake: make(chan struct{})}
}

// put queues an update of a kind; Server.mu is held.
func (b *mailbox) put(kind string, chat, lane int64, payload any) {
	body, err := json.Marshal(payload)
	if err != nil {
		panic(fmt.Sprintf("telegramtest: marshal update: %v", err))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.allows(kind) {
		b.putRaw(chat, lane, strconv.Quote(kind)+":"+string(body))
	}
}

func (b *mailbox) putRaw(chat, lane int64, fields string) int64 {
	b.lastID++
	u := &update{id: b.lastID, chat: chat, lane: lane, at: b.server.now()}
	u.body = json.RawMessage(fmt.Sprintf(`{"update_id":%d,%s}`, u.id, fields))
	if b.hook != nil {
		b.hook.push(u)
		return u.id
	}
	b.pending = append(b.pending, u)
	b.alarm()
	return u.id
}

// alarm wakes the poller; b.mu is held.
func (b *mailbox) alarm() {
	close(b.wake)
	b.wake = make(chan struct{})
}

func (b *mailbox) allows(kind string) bool {
	if len(b.allowed) > 0 {
		return slices.Contains(b.allowed, kind)
	}
	return kind != "chat_member" && kind != "message_reaction" && kind != "message_reaction_count"
}

func (b *mailbox) close() {
	b.mu.Lock()
	hook := b.hook
	b.mu.Unlock()
	if hook != nil {
		hook.close()
	}
}

// Inject queues an update with the fields given as JSON, without the braces:
// for updates that no person of this package can cause. It returns its id.
func (s *Server) Inject(fields string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	return s.box.putRaw(0, -s.box.lastID, fields)
}

// SetNextUpdateID has the next update carry an id: after a quiet week Telegram
// starts again somewhere else.
func (s *Server) SetNextUpdateID(id int64) {
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	s.box.lastID = id - 1
}

// PendingUpdates counts the updates that the bot has not confirmed.
func (s *Server) PendingUpdates() int {
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	return s.box.count()
}

func (b *mailbox) count() int {
	if b.hook != nil {
		return len(b.hook.remaining())
	}
	return len(b.pending)
}
