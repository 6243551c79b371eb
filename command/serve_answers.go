package command

import (
	"context"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/storage"
)

// passOnAnswers brings what staff write to citizens on Telegram, by one replica at
// a time. Browsers and terminals look for it themselves.
func (s *town) passOnAnswers(ctx context.Context, store *storage.Store, t *telegram.Telegram) {
	if t == nil {
		return
	}
	store.Leader("pass on answers").Lead(ctx, func(ctx context.Context) {
		board := bot.Switchboard{Answers: store, Senders: map[string]bot.Sender{telegram.Channel: t}, Now: s.now, Log: s.log}
		board.Run(ctx)
	})
}
