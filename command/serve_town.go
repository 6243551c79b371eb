package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/mattermost"
	"terminbote/bot/telegram"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
)

// town is a town that the program serves: its offices, networks, pages and mails,
// and its part of the database. Towns share a process and know nothing of each
// other.
type town struct {
	id       booking.TownID // empty: the town without a name
	settings settings
	files    *office.Files
	now      func() time.Time
	log      *slog.Logger
	metrics  *bot.Metrics
	claims   *claims
	memory   *memory
	mail     *mail.Mail                  // nil where mails are off
	site     *web.Site                   // nil where the browser is off
	channels map[booking.OfficeID]string // of the staff, in Mattermost

	// These are nil until the database is reached.
	store    atomic.Pointer[storage.Store]
	telegram atomic.Pointer[telegram.Telegram]

	updates, pages, staffCalls pending // from Telegram, from mails' links and from Mattermost
}

// prepare reads the office files, and prepares networks that need no database.
// The error names everything that is wrong, in the settings too, which err says.
func (s *town) prepare(err error) error {
	files, wrong := office.OpenFiles(s.settings.Office)
	if wrong != nil {
		return errors.Join(err, fmt.Errorf("OFFICE: %w", wrong))
	}
	channels, wrong := s.settings.MattermostChannels.of(files.Current())
	if err := errors.Join(err, wrong); err != nil {
		return err
	}
	s.files, s.channels = files, channels
	s.mail, err = s.settings.mail(s.now, s.log, func(err error) { s.metrics.Seen(mail.Channel, s.now(), err) })
	if err != nil {
		return err
	}
	s.site = s.newSite()
	return errors.Join(s.claims.variables(s.id, s.settings), s.claims.offices(s.id, files.Current()))
}

// enter enters what the town answers by HTTP into mux.
func (s *town) enter(mux *http.ServeMux) {
	if s.settings.TelegramSecret != "" {
		mux.Handle(webhookPath, &s.updates)
	}
	s.enterPages(mux)
	if s.settings.wantsMattermost() {
		mux.Handle(mattermost.Path, &s.staffCalls)
	}
}

// offices is the town as its files say.
func (s *town) offices() booking.Town {
	offices := s.files.Current()
	offices.ID = s.id
	return offices
}

// opened is the networks of a town that need the database; nil: off.
type opened struct {
	telegram *telegram.Telegram
	staff    *mattermost.Mattermost
}

// open lets the town work with its part of the database.
func (s *town) open(store *storage.Store) (n opened, err error) {
	store.Use(s.offices())
	s.store.Store(store)
	s.openPages(store)
	host := &bot.Host{
		Conversations: store, Staff: store, Inbox: store, Screens: store,
		Now: s.now, Away: storage.Unreachable, Log: s.log, Metrics: s.metrics,
	}
	s.openSite(store, host)
	if n.telegram, err = s.openTelegram(store, host); err != nil {
		return n, err
	}
	if n.staff, err = s.openMattermost(store, host); err != nil {
		return n, err
	}
	store.Delivers(s.courier(n.telegram), s.noticed)
	return n, nil
}

// run does everything that the town does by itself, until ctx ends. Work in hand
// is finished. failed is told why its bot cannot go on.
func (s *town) run(ctx context.Context, n opened, failed func(error)) {
	store := s.store.Load()
	var all sync.WaitGroup
	all.Go(func() { s.probe(ctx, n.telegram, n.staff) })
	all.Go(func() { s.watchFiles(ctx) })
	if s.mail != nil {
		all.Go(func() { s.learnMail(ctx) })
	}
	if n.telegram != nil {
		all.Go(func() {
			if err := n.telegram.Run(ctx); err != nil {
				failed(err)
			}
		})
	}
	if n.staff != nil {
		all.Go(func() { n.staff.Run(ctx) })
		all.Go(func() { s.passOnAnswers(ctx, store, n.telegram) })
		all.Go(func() { s.findLead(ctx, n.staff, store) })
	}
	all.Wait()
}

func (s *town) noticed(kind booking.NoticeKind, outcome storage.Outcome) {
	s.metrics.Notice(string(kind), string(outcome))
}

// courier brings notices to people on the networks that are on.
func (s *town) courier(t *telegram.Telegram) bot.Courier {
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
func (s *town) storeOptions() storage.Options {
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
