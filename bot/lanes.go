package bot

import (
	"context"
	"sync"

	"terminbote/dialogs"
)

// Lanes lets many chats be worked on side by side, and each of them by one
// worker at a time.
type Lanes struct {
	work func(context.Context, dialogs.Chat)

	mu    sync.Mutex
	awake *sync.Cond
	line  []dialogs.Chat             // those that wait for a worker
	state map[dialogs.Chat]laneState // those that wait or are worked on
	done  bool
}

type laneState int

const (
	inLine laneState = iota
	inWork
	inWorkAndWoken // to be worked on once more
)

// NewLanes makes lanes on which work is done for a chat each time it is woken.
// Waking it while it is worked on has it worked on once more afterwards.
func NewLanes(work func(context.Context, dialogs.Chat)) *Lanes {
	l := &Lanes{work: work, state: map[dialogs.Chat]laneState{}}
	l.awake = sync.NewCond(&l.mu)
	return l
}

// Wake has chat worked on soon.
func (l *Lanes) Wake(chat dialogs.Chat) {
	l.mu.Lock()
	defer l.mu.Unlock()
	state, known := l.state[chat]
	switch {
	case l.done || (known && state != inWork):
	case known:
		l.state[chat] = inWorkAndWoken
	default:
		l.state[chat] = inLine
		l.line = append(l.line, chat)
		l.awake.Signal()
	}
}

// Run works with so many workers until ctx ends, and returns once what was in
// hand is done. Work gets a context that goes on after ctx.
func (l *Lanes) Run(ctx context.Context, workers int) {
	stop := context.AfterFunc(ctx, l.close)
	defer stop()
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for {
				chat, ok := l.next()
				if !ok {
					return
				}
				l.work(context.WithoutCancel(ctx), chat)
				l.finish(chat)
			}
		})
	}
	all.Wait()
}

func (l *Lanes) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done = true
	l.awake.Broadcast()
}

// next waits for a chat to work on; false once the lanes are closed.
func (l *Lanes) next() (dialogs.Chat, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.line) == 0 && !l.done {
		l.awake.Wait()
	}
	if l.done {
		return dialogs.Chat{}, false
	}
	chat := l.line[0]
	l.line = l.line[1:]
	l.state[chat] = inWork
	return chat, true
}

func (l *Lanes) finish(chat dialogs.Chat) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.state[chat] == inWorkAndWoken && !l.done {
		l.state[chat] = inLine
		l.line = append(l.line, chat)
		l.awake.Signal()
		return
	}
	delete(l.state, chat)
}
