package web_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { storagetest.Main(m) }

// monday is when the tests happen: eight o'clock on 23 November 2026 in Berlin.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

// town is Werne's office with its pages, on a real database.
type town struct {
	testing.TB
	store  *storage.Store
	pool   *pgxpool.Pool
	office *booking.Office
	server *httptest.Server
	site   *web.Site // of the pages on which people talk
	log    bytes.Buffer
	now    time.Time
	files  atomic.Pointer[booking.Town] // what the office files say

	metrics *bot.Metrics
}

func newTown(tb testing.TB) *town {
	tb.Helper()
	storagetest.Core(tb, "TestLookingChangesNothing", "TestAnOfferIsTakenByMail")
	w := &town{TB: tb, pool: storagetest.New(tb), now: monday, metrics: bot.NewMetrics()}
	w.start(office.Sample())
	return w
}

// start starts the pages with office files.
func (w *town) start(offices booking.Town) {
	w.Helper()
	store, err := storage.Open(w.Context(), w.pool.Config().ConnString(), offices, w.present, storage.Options{Channels: []string{"test", "mail"}})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(store.Close)
	w.store, w.office = store, offices.Offices[0]
	mux := http.NewServeMux()
	web.Handle(mux, &web.Pages{
		Letters: store, Town: offices.Current, Now: w.present, Metrics: w.metrics,
		Log: slog.New(slog.NewTextHandler(&w.log, nil)),
	})
	w.server = httptest.NewServer(mux)
	w.Cleanup(w.server.Close)
}

// present is the town's clock.
func (w *town) present() time.Time { return w.now }

// booked is an appointment at the first time there is from a day on, and the
// token of the mail about it.
func (w *town) booked(lang string) (booking.Appointment, string) {
	w.Helper()
	order := dialogs.Order{
		Office: w.office.ID, Start: w.free()[0],
		Wishes: []booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, Persons: 1,
	}
	held := w.do(dialogs.Hold{Order: order})
	a := w.do(dialogs.Book{
		Order: order, Hold: held.ID, Lang: lang, Contact: booking.Contact{Name: "Ada Lovelace", Mail: "ada@example.org"},
	})
	return a, w.mailed(a)
}

// free is the times that are free tomorrow.
func (w *town) free() []time.Time {
	w.Helper()
	day := w.office.Today(w.now).Add(1)
	facts, err := w.store.Facts(w.Context(), 0, w.now, dialogs.Need{Offices: []booking.OfficeID{w.office.ID}, From: day, To: day})
	if err != nil {
		w.Fatal(err)
	}
	visit, err := w.office.Visit([]booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, 1)
	if err != nil {
		w.Fatal(err)
	}
	return w.office.Day(day, facts.Booked[0].Busy).Starts(visit.Request(booking.Public), w.now)
}

func (w *town) do(c dialogs.Command) booking.Appointment {
	w.Helper()
	return w.doAs("ada", c)
}

// doAs carries out a command of somebody else.
func (w *town) doAs(who string, c dialogs.Command) booking.Appointment {
	w.Helper()
	var done dialogs.Result
	err := w.store.Converse(w.Context(), dialogs.Chat{Channel: "test", Address: who}, w.now,
		func(ctx context.Context, r dialogs.Records) (err error) {
			done, err = r.Do(ctx, c)
			return err
		})
	if err != nil || done.Refused != nil {
		w.Fatalf("%T: %v %v", c, err, done.Refused)
	}
	return done.Appointment
}

// mailed is the token of a mail about an appointment.
func (w *town) mailed(a booking.Appointment) string {
	w.Helper()
	token, err := w.store.Post(w.Context(), dialogs.Posting{To: "ada@example.org", Appointment: a.ID, Office: a.Office, Notice: 1}, w.now)
	if err != nil {
		w.Fatal(err)
	}
	return token
}

// page is a page as it was answered.
type page struct {
	status int
	header http.Header
	body   string
}

func (w *town) get(token string, headers ...string) page {
	w.Helper()
	return w.ask(http.MethodGet, token, nil, headers...)
}

// press sends the form with one of its buttons.
func (w *town) press(token, do string) page {
	w.Helper()
	return w.ask(http.MethodPost, token, url.Values{"do": {do}})
}

func (w *town) ask(method, token string, form url.Values, headers ...string) page {
	w.Helper()
	request, err := http.NewRequestWithContext(w.Context(), method, w.server.URL+web.Path+token, strings.NewReader(form.Encode()))
	if err != nil {
		w.Fatal(err)
	}
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := w.server.Client().Do(request)
	if err != nil {
		w.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		w.Fatal(err)
	}
	p := page{response.StatusCode, response.Header, string(body)}
	mustBeWhole(w, p)
	return p
}

var (
	buttonTag = regexp.MustCompile(`<button name="do" value="([^"]*)"`)
	headline  = regexp.MustCompile(`<h1>(.*?)</h1>`)
)

// buttons are what can be pressed.
func (p page) buttons() []string {
	var all []string
	for _, found := range buttonTag.FindAllStringSubmatch(p.body, -1) {
		all = append(all, found[1])
	}
	return all
}

// button is the first that begins with a word, past so many.
func (p page) button(tb testing.TB, word string, past int) string {
	tb.Helper()
	all := p.buttons()
	all = slices.DeleteFunc(all, func(do string) bool { return !strings.HasPrefix(do, word) })
	if past >= len(all) {
		tb.Fatalf("no button %d for %q on:\n%s", past, word, p.body)
	}
	return all[past]
}

func (p page) title() string {
	if found := headline.FindStringSubmatch(p.body); found != nil {
		return found[1]
	}
	return ""
}

// rows is all that is stored, in a form that can be compared.
func (w *town) rows() string {
	w.Helper()
	var tables []string
	err := w.pool.QueryRow(w.Context(), `
		SELECT array_agg(tablename::text ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'`).Scan(&tables)
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

func (w *town) count(query string, args ...any) (n int) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), query, args...).Scan(&n); err != nil {
		w.Fatal(err)
	}
	return n
}
