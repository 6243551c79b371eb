package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// Chat names one conversation: a network and somebody's address there.
type Chat struct {
	Channel string // "terminal", "telegram"
	Address string // unique within the channel
}

// Conversations holds one conversation at a time.
type Conversations interface {
	// Converse runs one turn of chat at the moment now as one transaction:
	// everything that turn does through Records is kept, or nothing is. Turns of one
	// chat run one after the other. The error is turn's, or a fault.
	Converse(ctx context.Context, chat Chat, now time.Time, turn func(context.Context, Records) error) error
}

// Records is what a turn may look up and change.
type Records interface {
	// Recall is the state remembered last; nil in a new conversation.
	Recall(ctx context.Context) ([]byte, error)
	// Facts looks up what is needed.
	Facts(ctx context.Context, need Need) (Facts, error)
	// Do carries out a command. What the rules of the office refuse comes back
	// in Done.Refused, and the turn goes on; an error is a fault.
	Do(ctx context.Context, command Command) (Result, error)
	// Count counts the turn for statistics, once and with what is remembered.
	// Turns of staff count nowhere.
	Count(course Course)
	// Remember keeps the state for the next turn.
	Remember(ctx context.Context, state []byte) error
}

// Course is how a turn went, for statistics. It holds nothing that was said.
type Course struct {
	Step   string // at which the talk stands after it
	Booked bool   // it booked something
	Heard  bool   // a message was typed
	Missed bool   // and was not understood
}

// Staff holds the conversations of staff.
type Staff interface {
	// Serve runs one turn of a clerk's conversation as [Conversations] does of a
	// citizen's. name is how history and trail name the clerk, whose role is
	// looked up by the chat in the same transaction. What the role does not allow
	// comes back refused with booking.ErrNotAllowed, whatever the dialog asked
	// for.
	Serve(ctx context.Context, chat Chat, name string, now time.Time, turn func(context.Context, Records) error) error
	// RoleOf is the role of the colleague who talks in chat.
	RoleOf(ctx context.Context, chat Chat) (booking.Role, error)
}
