package bot

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"terminbote/dialogs"
	"terminbote/locales"
)

// Network is what the engine needs of a chat network. Its errors end up in the
// log, so they hold nothing of what people write. Those of Show and Hand are
// dialogs.Later where the network asks to wait, dialogs.ErrUnreachable where
// nothing can be sent to the chat, ErrRefused where the network will never take
// that message, and any other where trying again may help.
type Network interface {
	// Read makes an event of an update as it came. It calls nobody. The error
	// says that the update cannot be read.
	Read(raw []byte) (Incoming, error)
	// Show draws a page, beginning where at says, and returns how far it came:
	// after an error too, so that the next try goes on there.
	Show(ctx context.Context, address string, page Page, at Place) (Place, error)
	// Hand sends a file that goes along with a page.
	Hand(ctx context.Context, address string, file File) error
	// Acknowledge tells the network that a button press has arrived.
	Acknowledge(ctx context.Context, press string) error
}

// ErrRefused says that a network does not take a message, however often it is
// sent.
var ErrRefused = errors.New("the network refuses this message")

// Place is where a page stands in its chat.
type Place struct {
	Message string // that shows its buttons; empty: a fresh one has to
	Sent    int    // how many messages of it stand already, where it needs several
}

// Incoming is what a network makes of an update.
type Incoming struct {
	Event   dialogs.Event // nil: nothing that the dialogs would answer
	Lang    string        // in which the person's client speaks
	Press   string        // the button press to acknowledge; empty: none
	Message string        // the message whose button was pressed
	Part    int           // which part of a long page is asked for, from 1 on; 0: none
	Say     locales.Line  // what is said without a turn, as in a group
	Left    bool          // the person has blocked the bot
	Back    bool          // or lets it speak again
}

const (
	// workers is how many chats are worked on side by side.
	workers = 24
	// sweepEvery is how often chats left unanswered or undrawn by a crash are
	// looked for.
	sweepEvery = 5 * time.Second
	// sweepBack is how old a turn may be that a later look still draws: another
	// replica's crash is seen long before.
	sweepBack = 2 * time.Hour
	// leftAlone is how long they must have been left for that.
	leftAlone = 10 * time.Second
	// leftAtStart is the same for what is unanswered when a program starts: a turn
	// takes milliseconds, and what its predecessor left, nobody has in hand. A page
	// may take longer, and is not drawn twice.
	leftAtStart = time.Second
)

// Engine receives what one network delivers, has the dialogs answer each update
// once and in its chat's order, and draws what is to be seen. Neither a crash
// nor a network that refuses a call loses anything: what was not drawn is drawn
// later.
type Engine struct {
	channel string
	network Network
	host    *Host
	log     *slog.Logger
	lanes   *Lanes

	received Batcher[dialogs.Update]
	drawn    Batcher[dialogs.Drawing]

	presses sync.WaitGroup // acknowledgements under way
	slots   chan struct{}  // one for each that may be

	mu     sync.Mutex
	chats  map[dialogs.Chat]*inHand
	closed bool
}

// NewEngine makes the engine of a network, which is called channel.
func NewEngine(channel string, network Network, host *Host) *Engine {
	e := &Engine{
		channel: channel, network: network, host: host, log: host.Log.With("channel", channel),
		chats: map[dialogs.Chat]*inHand{}, slots: make(chan struct{}, mostPresses),
	}
	e.lanes = NewLanes(e.work)
	e.received.Do = func(ctx context.Context, updates []dialogs.Update) error {
		return host.Inbox.Receive(ctx, host.Now(), updates...)
	}
	e.drawn.Do = func(ctx context.Context, drawings []dialogs.Drawing) error {
		return host.Screens.Drawn(ctx, drawings...)
	}
	return e
}

// Run answers until ctx ends; turns in hand are finished first.
func (e *Engine) Run(ctx context.Context) {
	var all sync.WaitGroup
	all.Go(func() { e.lanes.Run(ctx, workers) })
	all.Go(func() { e.sweep(ctx) })
	all.Wait()
	e.mu.Lock()
	e.closed = true
	e.mu.Unlock()
	e.presses.Wait()
}

// Receive makes updates durable and has them answered. After an error the
// network has to deliver them again.
func (e *Engine) Receive(ctx context.Context, updates ...dialogs.Update) error {
	if err := e.received.Join(ctx, updates...); err != nil {
		return err
	}
	for _, u := range updates {
		if u.Address != "" {
			e.wake(u)
		}
	}
	return nil
}

// wake has the chat of an update answered.
func (e *Engine) wake(u dialogs.Update) {
	u.Channel, u.ReceivedAt = e.channel, e.host.Now()
	chat := dialogs.Chat{Channel: e.channel, Address: u.Address}
	e.mu.Lock()
	h := e.inHand(chat)
	if h.next == nil {
		h.next = &u
	}
	busy := h.busy()
	e.mu.Unlock()
	e.lanes.Wake(chat, busy)
}

// sweep wakes the chats that a crash, of this program or of another replica,
// left unanswered or undrawn.
func (e *Engine) sweep(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	var since time.Time // the first look goes back as far as there is anything
	for {
		before := e.host.Now().Add(-leftAlone)
		chats, err := e.left(ctx, since, before)
		if err == nil {
			since = before.Add(-sweepBack)
		} else if ctx.Err() == nil {
			e.log.ErrorContext(ctx, "look for what was left", "error", err)
		}
		for _, chat := range chats {
			e.lanes.Wake(chat, true)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// left is the chats that nobody answers or draws, left before a moment: with a zero
// since, all that there are, also what a program that was killed just now had in hand.
func (e *Engine) left(ctx context.Context, since, before time.Time) ([]dialogs.Chat, error) {
	if !since.IsZero() {
		return e.host.Inbox.Left(ctx, e.channel, since, before)
	}
	waiting, err := e.host.Inbox.Waiting(ctx, e.channel, before.Add(leftAlone-leftAtStart))
	undrawn, wrong := e.host.Screens.Undrawn(ctx, e.channel, since, before)
	return slices.Concat(waiting, undrawn), errors.Join(err, wrong)
}

// afterwards does something after a while, by the machine's clock: it spaces
// what goes out, and decides nothing.
func afterwards(wait time.Duration, do func()) { time.AfterFunc(wait, do) }
