package bot

import (
	"context"
	"sync"

	"terminbote/dialogs"
)

// Lanes lets many chats be worked on side by side, and each of them by one
// worker at a time. Quiet chats go first. Chats that write much at once wait in a
// second line, which at most half of the workers serve.
type Lanes struct {
	work func(context.Context, dialogs.Chat) (again bool)

	mu        sync.Mutex
	awake     *sync.Cond
	quiet     []dialogs.Chat // that wait for a worker
	busy      []dialogs.Chat // likewise, behind the quiet ones
	state     map[dialogs.Chat]laneState
	busyAt    int // how many workers have a chat of the busy line in hand
	mostBusy  int // how many may
	sinceBusy int // how many quiet chats were taken since the last busy one
	done      bool
}

type laneState int

const (
	inLine laneState = iota
	inWork
	inWorkAndWoken // to be worked on once more
)

// quietPerBusy is how many quiet chats pass a busy one at most.
const quietPerBusy = 8

// NewLanes makes lanes on which work is done for a chat each time it is woken,
// and once more where work returns true. Waking it while it is worked on has it
// worked on once more afterwards.
func NewLanes(work func(context.Context, dialogs.Chat) (again bool)) *Lanes {
	l := &Lanes{work: work, state: map[dialogs.Chat]laneState{}}
	l.awake = sync.NewCond(&l.mu)
	return l
}

// Wake has chat worked on soon; one that is busy behind those that are not.
func (l *Lanes) Wake(chat dialogs.Chat, busy bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	state, known := l.state[chat]
	switch {
	case l.done || (known && state != inWork):
	case known:
		l.state[chat] = inWorkAndWoken
	default:
		l.enqueue(chat, busy)
	}
}

func (l *Lanes) enqueue(chat dialogs.Chat, busy bool) {
	l.state[chat] = inLine
	if busy {
		l.busy = append(l.busy, chat)
	} else {
		l.quiet = append(l.quiet, chat)
	}
	l.awake.Signal()
}

// Run works with so many workers until ctx ends, and returns once what was in
// hand is done. Work gets a context that goes on after ctx.
func (l *Lanes) Run(ctx context.Context, workers int) {
	l.mu.Lock()
	l.mostBusy = max(1, workers/2)
	l.mu.Unlock()
	stop := context.AfterFunc(ctx, l.close)
	defer stop()
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for {
				chat, busy, ok := l.next()
				if !ok {
					return
				}
				again := l.work(context.WithoutCancel(ctx), chat)
				l.finish(chat, busy, again)
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

// next waits for a chat to work on; not ok once the lanes are closed.
func (l *Lanes) next() (chat dialogs.Chat, busy, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.done {
		mayBusy := len(l.busy) > 0 && l.busyAt < l.mostBusy
		switch {
		case mayBusy && (len(l.quiet) == 0 || l.sinceBusy >= quietPerBusy):
			chat, l.busy = l.busy[0], l.busy[1:]
			l.busyAt, l.sinceBusy = l.busyAt+1, 0
			l.state[chat] = inWork
			return chat, true, true
		case len(l.quiet) > 0:
			chat, l.quiet = l.quiet[0], l.quiet[1:]
			l.sinceBusy++
			l.state[chat] = inWork
			return chat, false, true
		}
		l.awake.Wait()
	}
	return dialogs.Chat{}, false, false
}

// finish ends the work on a chat. One that has more to do goes behind the quiet
// ones.
func (l *Lanes) finish(chat dialogs.Chat, busy, again bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if busy {
		l.busyAt--
		l.awake.Signal() // another busy one may be taken
	}
	if (again || l.state[chat] == inWorkAndWoken) && !l.done {
		l.enqueue(chat, true)
		return
	}
	delete(l.state, chat)
}
