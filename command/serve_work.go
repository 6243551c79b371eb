package command

import (
	"context"
	"fmt"
	"sync"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/storage"
)

// work connects to the database and runs everything that needs it until ctx
// ends. Work in hand is finished.
func (s *server) work(ctx context.Context, fail context.CancelCauseFunc) error {
	store, err := s.connect(ctx)
	if err != nil || store == nil {
		return err
	}
	s.store.Store(store)
	s.metrics.Loads(s.settings.networks(), s.now, store.Load)
	var own opened
	if s.own != nil {
		if own, err = s.own.open(store); err != nil {
			return err
		}
	}
	s.clocks.theirs = store.ServerTime
	clock := bot.Clock{
		Leader: punctual{store.Leader("clock"), s.clocks}, Log: s.log, Chores: chores(store, s.stores, s.now, s.clocks.only),
	}
	var all sync.WaitGroup
	all.Go(func() { s.clocks.keep(ctx) })
	all.Go(func() {
		s.clocks.while(ctx, astrayMost, func(ctx context.Context) { failWith(fail, s.deliver(ctx, store)) })
	})
	all.Go(func() { clock.Run(ctx) })
	if s.own != nil {
		all.Go(func() { s.own.run(ctx, own, fail) })
	}
	all.Go(func() { s.serveTowns(ctx, store) })
	all.Wait()
	return nil
}

// stores is the store of each town that is being served.
func (s *server) stores() []*storage.Store {
	var all []*storage.Store
	for _, t := range s.towns.each() {
		all = append(all, t.store.Load())
	}
	return all
}

// failWith ends the program if one part of it has failed.
func failWith(fail context.CancelCauseFunc, err error) {
	if err != nil {
		fail(err)
	}
}

// deliver delivers notices until ctx ends. It tries again if the database is away
// at the start.
func (s *server) deliver(ctx context.Context, store *storage.Store) error {
	for {
		err := store.RunAllNotices(ctx)
		if ctx.Err() != nil || !storage.Unreachable(err) {
			return err
		}
		s.log.WarnContext(ctx, "notices wait for the database", "error", err)
		bot.Pause(ctx, connectAgain)
	}
}

// connect migrates and opens the database. It waits for one that is not there
// yet.
func (s *server) connect(ctx context.Context) (*storage.Store, error) {
	for {
		store, err := s.open(ctx)
		switch {
		case err == nil:
			return store, nil
		case ctx.Err() != nil:
			return nil, nil
		case !storage.Unreachable(err):
			return nil, fmt.Errorf("DATABASE_URL: %w", err)
		}
		s.log.WarnContext(ctx, "database not reached yet", "variable", "DATABASE_URL", "error", err)
		bot.Pause(ctx, connectAgain)
	}
}

func (s *server) open(ctx context.Context) (*storage.Store, error) {
	if err := storage.Migrate(ctx, s.settings.DatabaseURL); err != nil {
		return nil, err
	}
	if s.own == nil {
		return storage.Open(ctx, s.settings.DatabaseURL, booking.Town{}, s.now, storage.Options{Log: s.log})
	}
	return storage.Open(ctx, s.settings.DatabaseURL, s.own.offices(), s.now, s.own.storeOptions())
}
