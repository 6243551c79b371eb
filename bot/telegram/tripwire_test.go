package telegram_test

import (
	"context"
	"time"

	"terminbote/dialogs"
	"terminbote/storage"
)

// tripwire is an inbox in which something happens in the middle of a turn.
type tripwire struct {
	*storage.Store
	trip func(chat string)
}

// Answer is the inbox's, with a mishap after the turn and before its commit.
func (w tripwire) Answer(
	ctx context.Context, chat dialogs.Chat, now time.Time, turn func(context.Context, dialogs.Update, dialogs.Records) error,
) (dialogs.Answered, error) {
	return w.Store.Answer(ctx, chat, now, func(ctx context.Context, u dialogs.Update, r dialogs.Records) error {
		return turn(ctx, u, tripRecords{r, func() { w.trip(chat.Address) }})
	})
}

type tripRecords struct {
	dialogs.Records
	trip func()
}

// Remember is where the mishap happens.
func (r tripRecords) Remember(ctx context.Context, state []byte) error {
	r.trip()
	return r.Records.Remember(ctx, state)
}
