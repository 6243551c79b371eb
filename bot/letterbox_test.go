package bot_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

// letterbox is an inbox and the screens in memory.
type letterbox struct {
	*dialogstest.Memory

	mu       sync.Mutex
	waiting  []dialogs.Update // by number
	turns    map[dialogs.Chat]int64
	drawn    map[dialogs.Chat]dialogs.Drawing
	talked   map[dialogs.Chat]time.Time // when its last turn was
	away     error                      // what looking for what was left says
	faults   []error                    // what the next turns come to
	broken   int                        // so many of them panic
	hang     func(dialogs.Chat)         // is called before each turn, where it is set
	taken    bool                       // another program takes the next turn just before
	shows    bool                       // and draws it
	unread   int                        // so many looks at what waits fail
	unparked int                        // so many updates cannot be set aside
	left     []string                   // who cannot be reached any more
	back     []string                   // who can be reached again
	parked   []string
	open     int // turns under way
}

func (l *letterbox) Receive(_ context.Context, now time.Time, updates ...dialogs.Update) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range updates {
		updates[i].ReceivedAt = now
	}
	l.waiting = append(l.waiting, updates...)
	slices.SortFunc(l.waiting, func(a, b dialogs.Update) int { return cmp.Compare(a.ID, b.ID) })
	return nil
}

func (l *letterbox) oldest(address string, n int) *dialogs.Update {
	for _, u := range l.waiting {
		if u.Address == address {
			if n == 0 {
				return &u
			}
			n--
		}
	}
	return nil
}

func (l *letterbox) Oldest(_ context.Context, chat dialogs.Chat) (*dialogs.Update, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unread > 0 {
		l.unread--
		return nil, errAway
	}
	return l.oldest(chat.Address, 0), nil
}

func (l *letterbox) Answer(
	ctx context.Context, u dialogs.Update, now time.Time, turn func(context.Context, dialogs.Records) error,
) (dialogs.Answered, error) {
	chat := dialogs.Chat{Channel: u.Channel, Address: u.Address}
	l.mu.Lock()
	if l.taken {
		l.taken = false
		l.end(u.ID)
		l.turns[chat]++
		l.talked[chat] = now
		if l.shows {
			l.drawn[chat] = dialogs.Drawing{Chat: chat, Turn: l.turns[chat], Screen: "theirs"}
		}
	}
	first := l.oldest(u.Address, 0)
	if first == nil || first.ID != u.ID {
		l.mu.Unlock()
		return dialogs.Answered{Next: first}, nil
	}
	if len(l.faults) > 0 {
		fault := l.faults[0]
		l.faults = l.faults[1:]
		l.mu.Unlock()
		return dialogs.Answered{}, fault
	}
	l.open++
	if l.broken > 0 {
		l.broken--
		sound := turn
		turn = func(ctx context.Context, r dialogs.Records) error { return sound(ctx, broken{r}) }
	}
	l.mu.Unlock()
	if l.hang != nil {
		l.hang(chat)
	}
	err := l.Memory.Converse(ctx, chat, now, turn)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open--
	if err != nil {
		return dialogs.Answered{}, err
	}
	l.end(u.ID)
	l.turns[chat]++
	l.talked[chat] = now
	return dialogs.Answered{Found: true, Next: l.oldest(u.Address, 0), Turn: l.turns[chat], Screen: l.drawn[chat].Screen}, nil
}

// broken panics in the middle of a turn, with somebody's words.
type broken struct{ dialogs.Records }

func (broken) Recall(context.Context) ([]byte, error) { panic("Erika Muster") }

func (l *letterbox) end(id int64) {
	l.waiting = slices.DeleteFunc(l.waiting, func(u dialogs.Update) bool { return u.ID == id })
}

func (l *letterbox) Park(_ context.Context, _ time.Time, u dialogs.Update, reason string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unparked > 0 {
		l.unparked--
		return errAway
	}
	l.end(u.ID)
	l.parked = append(l.parked, reason)
	return nil
}

func (l *letterbox) Waiting(_ context.Context, channel string, before time.Time) (all []dialogs.Chat, _ error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, u := range l.waiting {
		if u.ReceivedAt.Before(before) {
			all = append(all, dialogs.Chat{Channel: channel, Address: u.Address})
		}
	}
	return all, l.away
}

func (l *letterbox) Left(ctx context.Context, channel string, since, before time.Time) ([]dialogs.Chat, error) {
	waiting, err := l.Waiting(ctx, channel, before)
	undrawn, wrong := l.Undrawn(ctx, channel, since, before)
	return slices.Concat(waiting, undrawn), errors.Join(err, wrong)
}

func (l *letterbox) Drawn(_ context.Context, drawings ...dialogs.Drawing) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, d := range drawings {
		l.drawn[d.Chat] = d
	}
	return nil
}

func (l *letterbox) Undrawn(_ context.Context, _ string, since, before time.Time) (all []dialogs.Chat, _ error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for chat, turns := range l.turns {
		if at := l.talked[chat]; l.drawn[chat].Turn < turns && at.Before(before) && !at.Before(since) {
			all = append(all, chat)
		}
	}
	return all, nil
}

func (l *letterbox) Redraw(
	ctx context.Context, chat dialogs.Chat, now time.Time, show func(context.Context, dialogs.Records) error,
) (dialogs.Answered, error) {
	l.mu.Lock()
	a := dialogs.Answered{Found: l.drawn[chat].Turn < l.turns[chat], Turn: l.turns[chat], Screen: l.drawn[chat].Screen}
	l.mu.Unlock()
	if !a.Found {
		return a, nil
	}
	return a, l.Memory.Converse(ctx, chat, now, show)
}

func (l *letterbox) Unreachable(_ context.Context, chat dialogs.Chat, _ time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.left = append(l.left, chat.Address)
	return nil
}

func (l *letterbox) Reachable(_ context.Context, chat dialogs.Chat) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.back = append(l.back, chat.Address)
	return nil
}
