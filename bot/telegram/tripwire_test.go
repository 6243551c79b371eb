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
	ctx context.Context, update dialogs.Update, now time.Time, turn func(context.Context, dialogs.Records) error,
) (dialogs.Answered, error) {
	return w.Store.Answer(ctx, update, now, func(ctx context.Context, r dialogs.Records) error {
		return turn(ctx, tripRecords{r, func() { w.trip(update.Address) }})
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
