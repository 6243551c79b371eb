package telegram

import (
	"context"
	"encoding/json"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
)

const (
	// pollFor is how long Telegram keeps a poll open while nothing happens.
	pollFor = 25 * time.Second
	// pollAtOnce is how many updates come with one poll.
	pollAtOnce = 100
)

// allowedUpdates is what Telegram is asked to send.
var allowedUpdates = []string{"message", "callback_query", "my_chat_member"}

// poll receives updates for as long as this replica is the one that polls.
func (t *Telegram) poll(ctx context.Context) {
	t.engine.Poll(ctx, t.poller, bot.Polling{Fetch: t.getUpdates, Open: open, Asked: waitAsked})
}

// getUpdates is one long poll.
func (t *Telegram) getUpdates(ctx context.Context, from int64) ([]json.RawMessage, error) {
	within, cancel := context.WithTimeout(ctx, pollFor+botapi.CallTimeout)
	defer cancel()
	raws, err := botapi.Call[[]json.RawMessage](within, t.api, "getUpdates", map[string]any{
		"offset": from, "limit": pollAtOnce, "timeout": int(pollFor.Seconds()), "allowed_updates": allowedUpdates,
	})
	t.polled(ctx, err)
	return raws, err
}
