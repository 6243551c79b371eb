package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"time"

	"terminbote/dialogs"
)

const (
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

// Limiter keeps notices to the pace that a network allows, in all and per chat.
// Answers in a talk do not wait for it: they are paced by who writes. Where
// several wait, the patient ones let the others pass.
type Limiter struct {
	between time.Duration // two messages; 0: no limit at all
	perChat time.Duration // two messages to one chat
	shared  *turnsTaken   // nil: nobody else sends for the same account

	mu     sync.Mutex
	next   time.Time            // when the next message may go
	chats  map[string]time.Time // likewise, by chat
	urgent int                  // how many wait that are not patient
}

// NewLimiter makes a limiter for so many messages a second in all, and one to a
// chat in perChat; a rate of 0 is no limit at all.
func NewLimiter(rate float64, perChat time.Duration) *Limiter {
	l := &Limiter{perChat: perChat, chats: map[string]time.Time{}}
	if rate > 0 {
		l.between = time.Duration(float64(time.Second) / rate)
	}
	return l
}

// Share has the limiter keep to the pace together with other programs, which take
// their turns from the same place.
func (l *Limiter) Share(turns Turns) { l.shared = &turnsTaken{from: turns} }

// ShareAs does so for an account of a network, if there is a place to take turns
// from. A hash stands for the token there.
func (l *Limiter) ShareAs(network, token string, turns func(sender string) Turns) *Limiter {
	if turns == nil || l.between == 0 {
		return l
	}
	sum := sha256.Sum256([]byte(token))
	l.Share(turns(network + " " + hex.EncodeToString(sum[:16])))
	return l
}

// Wait returns when a message may go to chat. Where that would take long
// because of the chat itself, or took long because of the others, it returns
// Later.
func (l *Limiter) Wait(ctx context.Context, chat string, patient bool) error {
	if l.between == 0 {
		return nil
	}
	if !patient {
		l.hurry(1)
		defer l.hurry(-1)
	}
	if l.shared != nil {
		l.shared.want(1)
		defer l.shared.want(-1)
	}
	for began := time.Now(); ; {
		wait := l.take(time.Now(), chat, patient)
		if wait == noTurn {
			if err := l.fetch(ctx, began); err != nil {
				return err
			}
			continue
		}
		if wait == 0 {
			return nil
		}
		if wait > longestQueue || time.Since(began) > longestWait {
			return dialogs.Later{After: max(wait, l.perChat)}
		}
		Pause(ctx, wait)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func (l *Limiter) hurry(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.urgent += n
}

// fetch takes turns of the shared pace. Where there are none for too long, it
// returns Later.
func (l *Limiter) fetch(ctx context.Context, began time.Time) error {
	err := l.shared.fetch(ctx, l.between)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil || time.Since(began) > longestWait:
		return dialogs.Later{After: l.perChat}
	}
	return nil
}

// noTurn is the wait for a turn that has to be taken first.
const noTurn = time.Duration(-1)

// take takes the turn of a message to chat, or says when to ask again.
func (l *Limiter) take(now time.Time, chat string, patient bool) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if wait := l.chats[chat].Sub(now); wait > 0 {
		return wait
	}
	if wait := l.turn(now, patient && l.urgent > 0); wait != 0 {
		return wait
	}
	l.forget(now)
	l.chats[chat] = now.Add(l.perChat)
	return 0
}

// turn takes the next turn in all, or says when to ask again: who yields lets others
// pass.
func (l *Limiter) turn(now time.Time, yields bool) time.Duration {
	if l.shared != nil {
		wait, ok := l.shared.next(now, yields)
		if !ok {
			return noTurn
		}
		return wait
	}
	if wait := l.next.Sub(now); wait > 0 {
		return wait
	}
	if yields {
		return l.between
	}
	if now.Sub(l.next) > jitter {
		l.next = now
	}
	l.next = l.next.Add(l.between)
	return 0
}

// forget drops the chats that need not wait any more.
func (l *Limiter) forget(now time.Time) {
	if len(l.chats) < mostChats {
		return
	}
	for chat, next := range l.chats {
		if !next.After(now) {
			delete(l.chats, chat)
		}
	}
}
