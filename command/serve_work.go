package command

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
	"terminbote/storage"
)

// work connects to the database and runs everything that needs it until ctx
// ends. Work in hand is finished.
func (s *server) work(ctx context.Context, fail context.CancelCauseFunc) error {
	store, err := s.connect(ctx)
	if err != nil || store == nil {
		return err
	}
	store.Use(s.files.Current())
	s.store.Store(store)
	s.metrics.Loads(s.settings.networks(), s.now, store.Load)
	s.openPages(store)
	host := &bot.Host{
		Conversations: store, Staff: store, Inbox: store, Screens: store,
		Now: s.now, Away: storage.Unreachable, Log: s.log, Metrics: s.metrics,
	}
	s.openSite(store, host)
	t, err := s.openTelegram(store, host)
	if err != nil {
		return err
	}
	staff, err := s.openMattermost(store, host)
	if err != nil {
		return err
	}
	s.clocks.theirs = store.ServerTime
	clock := bot.Clock{
		Leader: punctual{store.Leader("clock"), s.clocks}, Log: s.log, Chores: chores(store, s.now, s.clocks.only),
	}
	var all sync.WaitGroup
	all.Go(func() { s.clocks.keep(ctx) })
	all.Go(func() { s.probe(ctx, t, staff) })
	all.Go(func() {
		s.clocks.while(ctx, astrayMost, func(ctx context.Context) { failWith(fail, s.deliver(ctx, store, s.courier(t))) })
	})
	all.Go(func() { clock.Run(ctx) })
	all.Go(func() { s.watchFiles(ctx) })
	if s.mail != nil {
		all.Go(func() { s.learnMail(ctx) })
	}
	if t != nil {
		all.Go(func() { failWith(fail, t.Run(ctx)) })
	}
	if staff != nil {
		all.Go(func() { staff.Run(ctx) })
		all.Go(func() { s.passOnAnswers(ctx, store, t) })
		all.Go(func() { s.findLead(ctx, staff, store) })
	}
	all.Wait()
	return nil
}

// failWith ends the program if one part of it has failed.
func failWith(fail context.CancelCauseFunc, err error) {
	if err != nil {
		fail(err)
	}
}

// deliver delivers notices until ctx ends. It tries again if the database is away
// at the start.
func (s *server) deliver(ctx context.Context, store *storage.Store, courier bot.Courier) error {
	for {
		err := store.RunNotices(ctx, courier, s.noticed)
		if ctx.Err() != nil || !storage.Unreachable(err) {
			return err
		}
		s.log.WarnContext(ctx, "notices wait for the database", "error", err)
		pause(ctx, connectAgain)
	}
}

// pause waits for d or until ctx ends.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

func (s *server) noticed(kind booking.NoticeKind, outcome storage.Outcome) {
	s.metrics.Notice(string(kind), string(outcome))
}

// courier brings notices to people on the networks that are on.
func (s *server) courier(t *telegram.Telegram) bot.Courier {
	c := bot.Courier{Senders: map[string]bot.Sender{}, Messengers: map[string]dialogs.Messenger{}, Now: s.now}
	if t != nil {
		c.Senders[telegram.Channel] = t
	}
	if s.mail != nil {
		c.Messengers[mail.Channel] = s.mail
	}
	return c
}

// storeOptions is what the store needs for the networks that are on.
func (s *server) storeOptions() storage.Options {
	o := storage.Options{Log: s.log, Reachable: s.settings.wantsMattermost()}
	if s.settings.wantsWeb() && s.settings.PublicURL != nil {
		o.Site = strings.TrimSuffix(s.settings.PublicURL.String(), "/")
	}
	if s.settings.wantsTelegram() {
		o.Channels = append(o.Channels, telegram.Channel)
	}
	if s.mail != nil {
		o.Mailer, o.Channels, o.PlainMail = s.mail, append(o.Channels, mail.Channel), s.mail.Plain
	}
	return o
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
		pause(ctx, connectAgain)
	}
}

func (s *server) open(ctx context.Context) (*storage.Store, error) {
	if err := storage.Migrate(ctx, s.settings.DatabaseURL); err != nil {
		return nil, err
	}
	return storage.Open(ctx, s.settings.DatabaseURL, s.files.Current(), s.now, s.storeOptions())
}
