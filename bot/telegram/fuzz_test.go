package telegram_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// FuzzUpdate has the webhook take any body: it is refused, or kept and then
// answered or parked, and nothing is booked by it. It goes over a real
// database, where illegible text would show.
func FuzzUpdate(f *testing.F) {
	for _, seed := range []string{
		`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"A","language_code":"en"},"text":"/start concern_id-card"}}`,
		`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"a\u0000b\ud800"}}`,
		`{"update_id":%d,"callback_query":{"id":"1","from":{"id":7,"is_bot":false,"first_name":"A"},"data":"-1:yes","message":{"message_id":1,"date":0,"chat":{"id":7,"type":"private"}}}}`,
		`{"update_id":%d,"callback_query":{"id":"1","from":{"id":7}}}`,
		`{"update_id":%d,"my_chat_member":{"chat":{"id":7,"type":"private"},"from":{"id":7},"date":1,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked"}}}`,
		`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":-7,"type":"group"},"text":"@termine_bot","new_chat_members":[{"id":1}]}}`,
		`{"update_id":%d,"message":{"message_id":"x","chat":{"id":7}}}`,
		`{"update_id":%d,"tomorrow":{}}`,
		`{"update_id":%d`, ``, `null`, `[]`, `{}`,
	} {
		f.Add(seed)
	}
	g := newFuzzed(f)
	f.Fuzz(func(t *testing.T, body string) { g.deliver(t, body) })
}

// fuzzed is a bot whose Telegram takes everything.
type fuzzed struct {
	bot   *telegram.Telegram
	store *storage.Store
	last  atomic.Int64
	log   *logbook
	mu    sync.Mutex
}

func newFuzzed(f *testing.F) *fuzzed {
	f.Helper()
	quiet := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"ok":true,"result":{"message_id":1,"id":1,"is_bot":true,"first_name":"B","username":"termine_bot"}}`)
	}))
	f.Cleanup(quiet.Close)
	g := &fuzzed{log: &logbook{}}
	var err error
	g.store, err = storage.Open(f.Context(), storagetest.URL(f), office.Sample(), clocktest.At(monday), storage.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(g.store.Close)
	host := &bot.Host{
		Conversations: g.store, Inbox: g.store, Screens: g.store,
		Now: clocktest.At(monday), Away: storage.Unreachable, Log: g.log.logger(),
	}
	g.bot, err = telegram.New(telegram.Settings{Token: "1:fuzz", APIURL: quiet.URL, Secret: secret, WebhookURL: quiet.URL}, host, g.store.Leader("fuzz"))
	if err != nil {
		f.Fatal(err)
	}
	return g
}

func (g *fuzzed) deliver(t *testing.T, body string) {
	t.Helper()
	body = strings.Replace(body, "%d", fmt.Sprint(g.last.Add(1)), 1) // what is new is answered
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	w := httptest.NewRecorder()
	g.bot.ServeHTTP(w, r)
	switch w.Code {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge:
		return
	case http.StatusOK:
	default:
		t.Fatalf("status %d\n%s", w.Code, g.log)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	left, err := g.store.Waiting(t.Context(), telegram.Channel, monday.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	for _, chat := range left {
		telegram.Answer(t.Context(), g.bot, chat)
	}
	g.check(t, left)
}

func (g *fuzzed) check(t *testing.T, answered []dialogs.Chat) {
	t.Helper()
	left, err := g.store.Waiting(t.Context(), telegram.Channel, monday.Add(time.Hour))
	if err != nil || len(left) > 0 {
		t.Errorf("%v still wait (%v)\n%s", left, err, g.log)
	}
	if strings.Contains(g.log.String(), "panic") {
		t.Errorf("a panic:\n%s", g.log)
	}
	for _, chat := range answered {
		err := g.store.Converse(t.Context(), chat, monday, func(ctx context.Context, r dialogs.Records) error {
			facts, err := r.Facts(ctx, dialogs.Need{Appointments: true})
			if len(facts.Appointments) > 0 {
				t.Errorf("one update booked %v", facts.Appointments)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
