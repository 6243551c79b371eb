package command

import (
	"context"
	"time"

	"terminbote/bot"
	"terminbote/storage"
)

// markMissed is the chore that finds out who did not come.
func (s *server) markMissed(store *storage.Store) bot.Chore {
	return bot.Chore{Name: "mark missed appointments", Every: time.Minute, Do: func(ctx context.Context) error {
		_, err := store.MarkMissed(ctx, s.now())
		return err
	}}
}

// tellLate is the chore that tells those still at home how late their office is.
func (s *server) tellLate(store *storage.Store) bot.Chore {
	return bot.Chore{Name: "tell how late it is", Every: time.Minute, Do: func(ctx context.Context) error {
		_, err := store.TellLate(ctx, s.now())
		return err
	}}
}

// eraseOld is the chore that erases what need not be known any more.
func (s *server) eraseOld(store *storage.Store) bot.Chore {
	return bot.Chore{Name: "erase old personal data", Every: tidyEvery, Do: func(ctx context.Context) error {
		return store.EraseOld(ctx, s.now())
	}}
}
