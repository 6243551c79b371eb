package dialogs

import (
	"context"
	"time"
)

// Update is what a network delivered, as it came.
type Update struct {
	Channel string
	ID      int64  // by the network; unique within the channel for about two days
	Address string // the chat it belongs to
	Raw     []byte

	ReceivedAt time.Time // by us; set by the inbox
}

// Answered is what came of an update.
type Answered struct {
	Found  bool    // a turn was run, or is to be drawn again
	Next   *Update // the oldest update of the chat that waits now; nil: none
	Turn   int64   // which turn of the chat it was
	Screen string  // the message in which the chat shows its view; empty where there is none yet
}

// Inbox keeps what networks deliver until its turn is done. Networks deliver
// at least once; the inbox makes that exactly once.
type Inbox interface {
	// Receive keeps updates. Those known already are left out. When it returns
	// without an error they are durable.
	Receive(ctx context.Context, now time.Time, updates ...Update) error
	// Oldest is the oldest update of chat that waits; nil where none does.
	Oldest(ctx context.Context, chat Chat) (*Update, error)
	// Answer runs one turn for update, in the same transaction that ends it.
	// Where update is not the oldest of its chat that waits, no turn is run, and
	// Next is the one that is.
	Answer(ctx context.Context, update Update, now time.Time, turn func(context.Context, Records) error) (Answered, error)
	// Park sets an update aside with the reason why it could not be handled,
	// so that those after it go on.
	Park(ctx context.Context, now time.Time, update Update, reason string) error
	// Waiting is chats of a channel with updates received before a moment that
	// nobody has answered.
	Waiting(ctx context.Context, channel string, before time.Time) ([]Chat, error)
	// Left is the chats of a channel that [Inbox.Waiting] lists, and those that
	// [Screens.Undrawn] does. It may be what was found when another channel was
	// asked about, but never the same a second time. Asked every few seconds, it
	// costs as much for hundreds of towns as for one.
	Left(ctx context.Context, channel string, since, before time.Time) ([]Chat, error)
}

// Drawing is that a chat shows the view of a turn.
type Drawing struct {
	Chat   Chat
	Turn   int64
	Screen string // the message that it stands in, as its network names it
}

// Screens keeps which view each chat shows, so that one that was not drawn in
// a crash is drawn again.
type Screens interface {
	// Drawn notes what chats show.
	Drawn(ctx context.Context, drawings ...Drawing) error
	// Redraw lets show look at a chat whose last turn was not drawn; nothing is
	// found where it was.
	Redraw(ctx context.Context, chat Chat, now time.Time, show func(context.Context, Records) error) (Answered, error)
	// Undrawn is chats of a channel whose last turn ended between two moments and
	// that do not show its view. Those that nothing can be sent to are left out.
	// Some whose turn ended up to an hour before since may be among them.
	Undrawn(ctx context.Context, channel string, since, before time.Time) ([]Chat, error)
	// Unreachable notes that nothing can be sent to chat until somebody writes
	// there again.
	Unreachable(ctx context.Context, chat Chat, now time.Time) error
	// Reachable notes that something can be sent to chat again, though nobody
	// has written there.
	Reachable(ctx context.Context, chat Chat) error
}
