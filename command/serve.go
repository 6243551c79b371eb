package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
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
	"terminbote/storage"
)

const (
	// stopWithin is how long what is in hand may take once the program is told
	// to stop.
	stopWithin = 9 * time.Second
	// connectAgain is how long is waited for a database that is not there yet.
	connectAgain = 2 * time.Second
	// offerEvery is how often is looked for times to offer to those who wait.
	offerEvery = 20 * time.Second
	// tidyEvery is how often is forgotten what need not be known any more.
	tidyEvery = time.Hour
	// slowest is how long a request's header, and then its body, may take.
	slowest = 15 * time.Second
)

func runServe(ctx context.Context, c console, args []string) error {
	set := c.flags("serve")
	set.Usage = func() { describeSettings(c.err) }
	if _, err := parse(set, args); err != nil {
		return err
	}
	s, err := readSettings(os.Environ())
	town, wrong := loadTown(s.Office)
	var channels map[booking.OfficeID]string
	if wrong != nil {
		err = errors.Join(err, fmt.Errorf("OFFICE: %w", wrong))
	} else {
		channels, wrong = s.MattermostChannels.of(town)
		err = errors.Join(err, wrong)
	}
	if err != nil {
		return wrongCall{"the environment is not in order:\n" + err.Error()}
	}
	stayModest()
	log := slog.New(slog.NewJSONHandler(c.err, nil))
	post, err := s.mail(c.now, log)
	if err != nil {
		return wrongCall{err.Error()}
	}
	return (&server{settings: s, town: town, now: c.now, log: log, metrics: bot.NewMetrics(), mail: post, channels: channels}).run(ctx)
}

// modest is how many bytes the program's memory may grow to before the
// collector works harder: in a rush it would rather take twice as much.
const modest = 56 << 20

// stayModest keeps memory small, as towns' machines are. GOMEMLIMIT says
// otherwise.
func stayModest() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(modest)
	}
}

// server is the program in production.
type server struct {
	settings settings
	town     booking.Town
	now      func() time.Time
	log      *slog.Logger
	metrics  *bot.Metrics
	mail     *mail.Mail                        // nil where mails are off
	store    atomic.Pointer[storage.Store]     // nil until the database is reached
	telegram atomic.Pointer[telegram.Telegram] // nil until then
	pages    atomic.Pointer[web.Pages]         // likewise
	channels map[booking.OfficeID]string       // of the staff, in Mattermost
	counter  atomic.Pointer[mattermost.Mattermost]
}

// run serves until ctx ends or something is wrong for good. The HTTP server
// comes first, so that it can be asked what is still missing.
func (s *server) run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.settings.Listen)
	if err != nil {
		return wrongCall{"LISTEN: " + err.Error()}
	}
	web := s.web()
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			cancel(err)
		}
	}()
	s.log.InfoContext(ctx, "serving", "address", listener.Addr().String())
	late, done := lateness(ctx)
	defer done()
	err = s.untilLate(ctx, late, cancel)
	cancel(err)
	if shutdown := web.Shutdown(late); shutdown != nil {
		_ = web.Close()
	}
	<-served
	// What is still in hand would hold its connection, and so the end, up.
	if store := s.store.Load(); store != nil && late.Err() == nil {
		store.Close()
	}
	s.log.InfoContext(ctx, "stopped")
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// lateness is a context that ends when all must be done: stopWithin after ctx.
func lateness(ctx context.Context) (context.Context, context.CancelFunc) {
	late, end := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() { time.AfterFunc(stopWithin, end) })
	return late, end
}

// untilLate works until ctx ends and what was in hand then is done, but not
// any longer than late allows.
func (s *server) untilLate(ctx, late context.Context, fail context.CancelCauseFunc) error {
	done := make(chan error, 1)
	go func() { done <- s.work(ctx, fail) }()
	select {
	case err := <-done:
		return err
	case <-late.Done():
		s.log.WarnContext(ctx, "stopped with work in hand; it will be done again")
		return nil
	}
}

func (s *server) web() *http.Server {
	mux := bot.NewMux(s.metrics,
		bot.Check{Name: "database", Of: s.databaseReady},
		bot.Check{Name: "telegram", Of: s.telegramReady})
	if s.settings.TelegramSecret != "" {
		mux.HandleFunc(webhookPath, s.webhook)
	}
	if s.mail != nil {
		web.Handle(mux, http.HandlerFunc(s.page))
	}
	if s.settings.wantsMattermost() {
		mux.HandleFunc(mattermost.Path, s.staffCall)
	}
	return &http.Server{
		Handler:           bot.BehindProxies(s.settings.TrustedProxies, mux),
		ReadHeaderTimeout: slowest,
		ReadTimeout:       slowest,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
}

var errNotYet = errors.New("not reached yet")

func (s *server) databaseReady(ctx context.Context) error {
	store := s.store.Load()
	if store == nil {
		return errNotYet
	}
	if err := store.Ping(ctx); err != nil {
		return errors.New("away")
	}
	return nil
}

func (s *server) telegramReady(context.Context) error {
	if t := s.telegram.Load(); t == nil || !t.Introduced() {
		return errNotYet
	}
	return nil
}

// webhook hands updates to Telegram once it is there. Until then they come
// again.
func (s *server) webhook(w http.ResponseWriter, r *http.Request) {
	if t := s.telegram.Load(); t != nil {
		t.ServeHTTP(w, r)
		return
	}
	http.Error(w, "try again", http.StatusServiceUnavailable)
}

// work connects to the database and runs what works on it until ctx ends;
// what is in hand then is finished.
func (s *server) work(ctx context.Context, fail context.CancelCauseFunc) error {
	store, err := s.connect(ctx)
	if err != nil || store == nil {
		return err
	}
	s.store.Store(store)
	s.openPages(store)
	host := &bot.Host{
		Conversations: store, Staff: store, Inbox: store, Screens: store,
		Now: s.now, Away: storage.Unreachable, Log: s.log, Metrics: s.metrics,
	}
	t, err := telegram.New(s.telegramSettings(), host, store.Leader("poll telegram"))
	if err != nil {
		return fmt.Errorf("TELEGRAM_TOKEN: %w", err)
	}
	s.telegram.Store(t)
	counter, err := s.openCounter(store, host)
	if err != nil {
		return err
	}
	courier := bot.Courier{
		Senders: map[string]bot.Sender{telegram.Channel: t}, Messengers: s.messengers(), Now: s.now,
	}
	clock := bot.Clock{Leader: store.Leader("clock"), Log: s.log, Chores: []bot.Chore{
		{Name: "drop holds that ran out", Every: time.Minute, Do: func(ctx context.Context) error {
			_, err := store.DropHolds(ctx, s.now())
			return err
		}},
		s.markMissed(store),
		s.tellLate(store),
		s.eraseOld(store),
		{Name: "offer times to those who wait", Every: offerEvery, Do: func(ctx context.Context) error {
			_, err := store.OfferTimes(ctx, s.now())
			return err
		}},
		{Name: "tidy inbox", Every: tidyEvery, Do: func(ctx context.Context) error { return store.TidyInbox(ctx, s.now()) }},
		s.tidyMail(store),
	}}
	var all sync.WaitGroup
	all.Go(func() { failWith(fail, t.Run(ctx)) })
	all.Go(func() { failWith(fail, s.deliver(ctx, store, courier)) })
	all.Go(func() { clock.Run(ctx) })
	if counter != nil {
		all.Go(func() { counter.Run(ctx) })
		all.Go(func() { s.findLead(ctx, counter, store) })
	}
	all.Wait()
	return nil
}

// failWith ends the program where one part of it cannot go on.
func failWith(fail context.CancelCauseFunc, err error) {
	if err != nil {
		fail(err)
	}
}

// deliver delivers notices until ctx ends, also where the database is away just
// when that begins.
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

func (s *server) telegramSettings() telegram.Settings {
	set := telegram.Settings{
		Token:  s.settings.TelegramToken,
		APIURL: strings.TrimSuffix(s.settings.TelegramAPI.String(), "/"),
		Secret: s.settings.TelegramSecret,
		Rate:   s.settings.TelegramRate,
	}
	if set.Secret != "" {
		set.WebhookURL = s.settings.PublicURL.JoinPath(webhookPath).String()
	}
	return set
}

// connect brings the database up to date and opens it, waiting for one that is
// not there yet.
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
	return storage.Open(ctx, s.settings.DatabaseURL, s.town, s.now, s.storeOptions(telegram.Channel))
}
