package mattermost_test

import (
	"bytes"
	"context"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { storagetest.Main(m) }

// monday is when the tests happen: eight o'clock on 23 November 2026 in Berlin.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

const secret = "a-secret-of-the-tests"

// town is Werne's office with its counter in Mattermost, on a real database.
type town struct {
	testing.TB

	server  *mattermosttest.Server
	pool    *pgxpool.Pool
	url     string // of the database
	store   *storage.Store
	offices booking.Town
	office  *booking.Office
	clock   *clock
	log     *logbook
	door    *door
	address *url.URL
	token   string // of the slash command
	host    *bot.Host
	anna    *mattermosttest.User // the first lead
	looks   atomic.Int64         // how often was looked at the clock
}

// newTown opens the counter. Nobody keeps the day posts yet.
func newTown(tb testing.TB) *town {
	tb.Helper()
	return newTownOf(tb, office.Sample())
}

// newTownOf is newTown for other offices; the first one's staff are those of
// the server's staff channel.
func newTownOf(tb testing.TB, offices booking.Town) *town {
	tb.Helper()
	storagetest.Core(tb, "TestAClerkBooksForACallerByPressing", "TestOnlyClerksAnswer", "TestATalkIsHandedOverAndBack", "TestForgedFormsDoNothing")
	return newTownAt(tb, storagetest.URL(tb), offices)
}

// newTownAt is newTownOf on a database.
func newTownAt(tb testing.TB, database string, offices booking.Town) *town {
	tb.Helper()
	w := &town{TB: tb, offices: offices, clock: &clock{}, log: &logbook{}, door: &door{}, url: database}
	w.server = mattermosttest.New(tb, mattermosttest.Config{Now: w.clock.now, Patience: 15 * time.Second})
	web := httptest.NewServer(w.door)
	tb.Cleanup(web.Close)
	w.address, _ = url.Parse(web.URL)
	w.token = w.server.NewCommand("termin", web.URL+mattermost.Path+"command")
	w.anna = w.server.NewMember("Anna Muster")
	w.pool = connect(tb, w.url)
	w.open()
	return w
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

func (w *town) open() {
	w.Helper()
	store, err := storage.Open(w.Context(), w.url, w.offices, w.clock.now, storage.Options{
		Log: w.log.logger(), Random: rand.NewChaCha8([32]byte{7}), Channels: []string{"test"}, Reachable: true,
		Leads: []dialogs.Colleague{{Chat: dialogs.Chat{Channel: mattermost.Channel, Address: w.anna.ID}}},
	})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(store.Close)
	w.store, w.office = store, w.offices.Offices[0]
	w.host = &bot.Host{
		Conversations: store, Staff: store, Inbox: store, Screens: store,
		Now: w.look, Away: storage.Unreachable, Log: w.log.logger(), Metrics: bot.NewMetrics(),
	}
	w.door.lead(w.counter(w.host))
}

func (w *town) look() time.Time {
	w.looks.Add(1)
	return w.clock.now()
}

// again waits until the keeper of the post has looked at the day some times
// more.
func (w *town) again(times int64) {
	w.Helper()
	before := w.looks.Load()
	w.eventually(func() bool { return w.looks.Load() >= before+times })
}

// counter is one more counter on the town's database, as a replica has it.
func (w *town) counter(host *bot.Host) *mattermost.Mattermost {
	w.Helper()
	return w.counterAs(w.settings(), host)
}

// counterAs is a counter with other settings.
func (w *town) counterAs(settings mattermost.Settings, host *bot.Host) *mattermost.Mattermost {
	w.Helper()
	m, err := mattermost.New(settings, host, w.store, w.offices.Current, w.store.Leader("day posts"))
	if err != nil {
		w.Fatal(err)
	}
	return m
}

func (w *town) settings() mattermost.Settings {
	return mattermost.Settings{
		Command: "termin",
		URL:     w.server.URL, Token: w.server.Token, CommandToken: w.token, Secret: secret, PublicURL: w.address,
		Channels: map[booking.OfficeID]string{w.office.ID: w.server.Staff.ID}, Direct: true,
	}
}

// keep keeps the day posts until the test ends or what it returns is called.
func (w *town) keep() (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(w.Context()))
	done := make(chan struct{})
	m := w.door.to.Load()
	go func() {
		defer close(done)
		m.Run(ctx)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		<-done
	})
	w.Cleanup(stop)
	return stop
}

// booked has a citizen book the first time there is on a day, in a chat of
// another network.
func (w *town) booked(day booking.Date, name string) booking.Appointment {
	w.Helper()
	order := dialogs.Order{Office: w.office.ID, Wishes: []booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, Persons: 1}
	order.Start = w.free(day, order.Wishes)
	citizen := dialogs.Chat{Channel: "test", Address: name}
	held := w.do(citizen, dialogs.Hold{Order: order})
	return w.do(citizen, dialogs.Book{Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: name}})
}

func (w *town) free(day booking.Date, wishes []booking.Wish) time.Time {
	w.Helper()
	facts, err := w.store.Facts(w.Context(), 0, w.clock.now(), dialogs.Need{Offices: []booking.OfficeID{w.office.ID}, From: day, To: day})
	if err != nil {
		w.Fatal(err)
	}
	visit, err := w.office.Visit(wishes, 1)
	if err != nil {
		w.Fatal(err)
	}
	return w.office.Day(day, facts.Booked[0].Busy).Starts(visit.Request(booking.Public), w.clock.now())[0]
}

func (w *town) do(chat dialogs.Chat, c dialogs.Command) booking.Appointment {
	w.Helper()
	var done dialogs.Result
	err := w.store.Converse(w.Context(), chat, w.clock.now(), func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, c)
		return err
	})
	if err != nil || done.Refused != nil {
		w.Fatalf("%T: %v %v", c, err, done.Refused)
	}
	return done.Appointment
}

func (w *town) today() booking.Date { return w.office.Today(w.clock.now()) }

// rows is all that is stored, in a form that can be compared.
func (w *town) rows() string {
	w.Helper()
	var tables []string
	err := w.pool.QueryRow(w.Context(), `
		SELECT array_agg(tablename::text ORDER BY tablename) FROM pg_tables
		WHERE schemaname = 'public' AND tablename NOT LIKE 'river%'`).Scan(&tables)
	if err != nil {
		w.Fatal(err)
	}
	var all strings.Builder
	for _, table := range tables {
		var rows string
		err := w.pool.QueryRow(w.Context(),
			`SELECT coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '') FROM "`+table+`" t`).Scan(&rows)
		if err != nil {
			w.Fatal(err)
		}
		all.WriteString(table + ":\n" + rows + "\n")
	}
	return all.String()
}

// eventually waits until something holds.
func (w *town) eventually(holds func() bool) {
	w.Helper()
	for range 3000 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Fatalf("it never came about\n%s", w.log)
}

// door leads Mattermost's calls to the counter that is open.
type door struct {
	to atomic.Pointer[mattermost.Mattermost]
}

func (d *door) lead(to *mattermost.Mattermost) { d.to.Store(to) }

// ServeHTTP hands a call on.
func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) { d.to.Load().ServeHTTP(w, r) }

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
