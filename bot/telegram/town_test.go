package telegram_test

import (
	"bytes"
	"context"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// monday is when the tests happen: eight o'clock on 23 November 2026 in Berlin.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

// way is how updates come in.
type way string

const (
	polling way = "polling"
	webhook way = "webhook"
)

var bothWays = []way{polling, webhook}

const secret = "a-secret-of-the-tests"

// town is Werne's office on Telegram: real storage, a real bot, and a Bot API
// server of the test's own.
type town struct {
	*testing.T
	api   *telegramtest.Server
	pool  *pgxpool.Pool // for looking behind the scenes
	url   string        // of the database
	clock *clock
	log   *logbook
	way   way
	trip  func(chat string) // called in mid-turn, where it is set
	at    string            // where the bot finds the Bot API
	hook  *httptest.Server
	door  *door
	now   *replica // the bot that runs
}

// setup is what a test wants otherwise than usual.
type setup struct {
	way    way
	config telegramtest.Config
	url    string // of the database; empty: a new one
	// between stands between the bot and the Bot API at an address; nil: nobody.
	between func(api string) http.Handler
	trip    func(chat string)
}

// newTown opens the office on Telegram.
func newTown(t *testing.T, s setup) *town {
	t.Helper()
	storagetest.Core(t, "TestPeopleTalkOnTelegram", "TestADoubleTapBooksOnce")
	if s.url == "" {
		s.url = storagetest.URL(t)
	}
	s.config.Description = description(t)
	if s.config.Patience == 0 {
		s.config.Patience = 15 * time.Second
	}
	w := &town{T: t, url: s.url, clock: &clock{}, log: &logbook{}, way: s.way, door: &door{}, trip: s.trip}
	w.pool = connect(t, s.url)
	w.hook = httptest.NewServer(w.door)
	t.Cleanup(w.hook.Close)
	w.api = telegramtest.New(t, s.config)
	w.at = w.api.URL
	if s.between != nil {
		between := httptest.NewServer(s.between(w.api.URL))
		t.Cleanup(between.Close)
		w.at = between.URL
	}
	w.open()
	t.Cleanup(func() { w.now.close() })
	return w
}

// description is the whole Bot API as data, where it lies beside the project.
func description(tb testing.TB) *telegramtest.Schema {
	tb.Helper()
	path := filepath.Join("..", "..", "..", "shared", "botapi", "api.min.json")
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	s, err := telegramtest.LoadDescription(path)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func connect(tb testing.TB, url string) *pgxpool.Pool {
	tb.Helper()
	pool, err := pgxpool.New(tb.Context(), url)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	return pool
}

// open starts the bot.
func (w *town) open() {
	w.Helper()
	w.now = w.replica()
	w.door.lead(w.now.telegram)
}

// replica starts a bot on the town's database.
func (w *town) replica() *replica {
	w.Helper()
	store, err := storage.Open(w.Context(), w.url, office.Sample(), w.clock.now, storage.Options{
		Log: w.log.logger(), Random: rand.NewChaCha8([32]byte{7}), Channels: []string{telegram.Channel},
	})
	if err != nil {
		w.Fatal(err)
	}
	host := &bot.Host{
		Conversations: store, Inbox: store, Screens: store,
		Now: w.clock.now, Away: storage.Unreachable, Log: w.log.logger(), Metrics: bot.NewMetrics(),
	}
	if w.trip != nil {
		host.Inbox = tripwire{store, w.trip}
	}
	settings := telegram.Settings{Token: w.api.Token, APIURL: w.at}
	if w.way == webhook {
		settings.Secret, settings.WebhookURL = secret, w.hook.URL
	}
	bot, err := telegram.New(settings, host, store.Leader("poll telegram"))
	if err != nil {
		w.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(w.Context()))
	r := &replica{telegram: bot, store: store, stop: stop, done: make(chan error, 1)}
	go func() { r.done <- bot.Run(ctx) }()
	return r
}

// reopen has the bot stop and start again.
func (w *town) reopen() {
	w.Helper()
	if err := w.now.close(); err != nil {
		w.Fatal(err)
	}
	w.open()
}

// replica is a bot that runs.
type replica struct {
	telegram *telegram.Telegram
	store    *storage.Store
	stop     func()
	done     chan error
	once     sync.Once
}

// close stops the bot and returns what Run did.
func (r *replica) close() (err error) {
	r.once.Do(func() {
		r.stop()
		err = <-r.done
		r.store.Close()
	})
	return err
}

// door leads the webhook's calls to the bot that is open.
type door struct {
	to atomic.Pointer[telegram.Telegram]
}

func (d *door) lead(to *telegram.Telegram) { d.to.Store(to) }

// ServeHTTP hands a call on; without a bot it comes again.
func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if t := d.to.Load(); t != nil {
		t.ServeHTTP(w, r)
		return
	}
	http.Error(w, "closed", http.StatusServiceUnavailable)
}

// clock stands still until a test moves it.
type clock struct{ ahead atomic.Int64 }

func (c *clock) now() time.Time { return monday.Add(time.Duration(c.ahead.Load())) }

func (c *clock) advance(d time.Duration) { c.ahead.Add(int64(d)) }

// logbook keeps what the program logs.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// Write adds to the log.
func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// person is a citizen who speaks German, or the language given.
func (w *town) person(name string, lang ...string) *telegramtest.User {
	return w.api.NewUser(name, append(lang, "de")[0])
}

// count is the answer to a query for one number.
func (w *town) count(query string, args ...any) (n int) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), query, args...).Scan(&n); err != nil {
		w.Fatal(err)
	}
	return n
}

// want waits until a query for one number has an answer.
func (w *town) want(want int, query string, args ...any) {
	w.Helper()
	got := 0
	for range 1000 {
		if got = w.count(query, args...); got == want {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Errorf("%s: %d, want %d\n%s", strings.Join(strings.Fields(query), " "), got, want, w.log)
}

// eventually waits until something holds.
func (w *town) eventually(holds func() bool) {
	w.Helper()
	for range 1000 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Errorf("it never came about\n%s", w.log)
}

// walk answers each question of the way to an appointment: what begins with /
// or ' is written, everything else is tapped.
func walk(u *telegramtest.User, steps ...string) {
	for _, step := range steps {
		u.Rest()
		switch {
		case strings.HasPrefix(step, "/"):
			u.Say(step)
		case strings.HasPrefix(step, "'"):
			u.Say(step[1:])
		default:
			u.Tap(step)
		}
	}
	u.Rest()
}
