package telegram

import (
	"context"
	"sync"
	"time"

	"terminbote/dialogs"
)

const (
	// perChat is how long lies between two notices to one chat
	// (https://core.telegram.org/bots/faq#broadcasting-to-users).
	perChat = time.Second
	// jitter is how late somebody may come for their turn before it is lost:
	// sleeping is not exact, and the pace should be.
	jitter = 100 * time.Millisecond
	// longestQueue is how long a notice waits for its chat before it goes back
	// to be tried later.
	longestQueue = 3 * time.Second
	// longestWait is how long it waits among all others before it does so: its
	// time is limited, and enough of that has to be left for sending it. One
	// that is cut off in the middle of that would be sent twice.
	longestWait = 8 * time.Second
	// mostChats is how many chats are remembered before old ones are forgotten.
	mostChats = 10_000
)

// pacer keeps notices to the pace that Telegram allows, in all and per chat.
// Answers in a talk do not wait for it: they are paced by who writes. Where
// several wait, the patient ones let the others pass.
type pacer struct {
	between time.Duration // two messages; 0: no limit in all

	mu     sync.Mutex
	next   time.Time           // when the next message may go
	chats  map[int64]time.Time // likewise, by chat
	urgent int                 // how many wait that are not patient
}

// newPacer makes a pacer for so many messages a second; 0 is no limit.
func newPacer(rate float64) *pacer {
	p := &pacer{chats: map[int64]time.Time{}}
	if rate > 0 {
		p.between = time.Duration(float64(time.Second) / rate)
	}
	return p
}

// wait returns when a message may go to chat. Where that would take long
// because of the chat itself, or took long because of the others, it returns
// Later.
func (p *pacer) wait(ctx context.Context, chat int64, patient bool) error {
	if p.between == 0 {
		return nil
	}
	if !patient {
		p.hurry(1)
		defer p.hurry(-1)
	}
	for began := time.Now(); ; {
		wait := p.take(time.Now(), chat, patient)
		if wait <= 0 {
			return nil
		}
		if wait > longestQueue || time.Since(began) > longestWait {
			return dialogs.Later{After: max(wait, perChat)}
		}
		pause(ctx, wait)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func (p *pacer) hurry(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.urgent += n
}

// take takes the turn of a message to chat, or says when to ask again.
func (p *pacer) take(now time.Time, chat int64, patient bool) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if wait := p.chats[chat].Sub(now); wait > 0 {
		return wait
	}
	if wait := p.next.Sub(now); wait > 0 {
		return wait
	}
	if patient && p.urgent > 0 {
		return p.between
	}
	if now.Sub(p.next) > jitter {
		p.next = now
	}
	p.next = p.next.Add(p.between)
	p.forget(now)
	p.chats[chat] = now.Add(perChat)
	return 0
}

// forget drops the chats that need not wait any more.
func (p *pacer) forget(now time.Time) {
	if len(p.chats) < mostChats {
		return
	}
	for chat, next := range p.chats {
		if !next.After(now) {
			delete(p.chats, chat)
		}
	}
}
