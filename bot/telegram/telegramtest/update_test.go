package telegramtest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

func TestUpdatesStayUntilTheOffsetPassesThem(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	s.SetNextUpdateID(7)
	for range 3 {
		anna.Say("Hallo")
	}
	ids := func(pairs ...any) []float64 {
		var all []float64
		for _, u := range p.updates(pairs...) {
			all = append(all, u["update_id"].(float64))
		}
		return all
	}
	for _, tt := range []struct {
		params []any
		want   []float64
	}{
		{nil, []float64{7, 8, 9}},
		{[]any{"limit", 2}, []float64{7, 8}},
		{[]any{"offset", 8}, []float64{8, 9}},
		{[]any{"offset", -1}, []float64{9}},
		{[]any{"offset", 10}, nil},
	} {
		if diff := cmp.Diff(tt.want, ids(tt.params...)); diff != "" {
			t.Errorf("getUpdates %v (-want +got):\n%s", tt.params, diff)
		}
	}
	anna.Say("Noch da?")
	s.Advance(24 * time.Hour)
	if got := ids(); got != nil {
		t.Errorf("updates after a day = %v", got)
	}
}

func TestLongPollsWakeAndGiveWay(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	first, second := make(chan answer, 1), make(chan answer, 1)
	poll := func(into chan answer, body string) {
		a, err := p.try("getUpdates", []byte(body))
		if err != nil {
			t.Error(err)
		}
		into <- a
	}
	go poll(first, `{"timeout":30}`)
	for !s.Polling() {
		time.Sleep(time.Millisecond)
	}
	go poll(second, `{"timeout":30,"allowed_updates":["message"]}`)
	if a := <-first; a.Code != 409 || a.Description != "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running" {
		t.Errorf("first poll: %+v", a)
	}
	anna.Block()
	anna.Unblock()
	anna.Say("Hallo")
	a := <-second
	var got []map[string]json.RawMessage
	if err := json.Unmarshal(a.Result, &got); err != nil {
		t.Fatalf("%+v: %v", a, err)
	}
	if len(got) == 0 || got[len(got)-1]["message"] == nil {
		t.Errorf("second poll: %s", a.Result)
	}
	p.ok("setWebhook", "url", "https://termine.example/hook")
	p.want(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", "getUpdates")
	p.ok("deleteWebhook")
	p.ok("getUpdates")
}

// inbox is a webhook that answers as told and keeps what it took.
type inbox struct {
	*httptest.Server
	mu     sync.Mutex
	refuse int // so many deliveries
	texts  []string
}

func newInbox(t *testing.T, secret string) *inbox {
	t.Helper()
	b := &inbox{}
	b.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || r.Header.Get("X-Telegram-Bot-Api-Secret-Token") != secret {
			t.Errorf("delivery: %v, secret %q", err, r.Header.Get("X-Telegram-Bot-Api-Secret-Token"))
		}
		b.take(w, body)
	}))
	t.Cleanup(b.Close)
	return b
}

func (b *inbox) take(w http.ResponseWriter, body []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.refuse > 0 {
		b.refuse--
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	var u struct{ Message struct{ Text string } }
	_ = json.Unmarshal(body, &u)
	b.texts = append(b.texts, u.Message.Text)
}

func (b *inbox) wait(t *testing.T, count int) []string {
	t.Helper()
	for range 500 {
		b.mu.Lock()
		texts := slices.Clone(b.texts)
		b.mu.Unlock()
		if len(texts) >= count {
			return texts
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%d deliveries did not come", count)
	return nil
}

func TestWebhooksGetEachChatInOrderAndAgainAfterAFailure(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Delivery: telegramtest.Delivery{Retry: 5 * time.Millisecond}})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	b := newInbox(t, "geheim")
	b.refuse = 3
	anna.Say("1") // before the webhook is there
	p.ok("setWebhook", "url", b.URL, "secret_token", "geheim")
	anna.Say("2")
	anna.Say("3")
	if diff := cmp.Diff([]string{"1", "2", "3"}, b.wait(t, 3)); diff != "" {
		t.Errorf("deliveries (-want +got):\n%s", diff)
	}
	var info struct {
		URL, LastError string
		LastErrorText  string `json:"last_error_message"`
	}
	if err := json.Unmarshal(p.ok("getWebhookInfo"), &info); err != nil {
		t.Fatal(err)
	}
	if info.URL != b.URL || info.LastErrorText != "Wrong response from the webhook: 503 Service Unavailable" {
		t.Errorf("info = %+v", info)
	}
}

func TestWebhooksGetDuplicatesOutOfOrder(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Delivery: telegramtest.Delivery{Duplicates: 2, Reorder: true}})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	b := newInbox(t, "")
	var want []string
	for i := range 50 {
		text := string(rune('A' + i))
		anna.Say(text)
		want = append(want, text, text, text)
	}
	p.ok("setWebhook", "url", b.URL)
	got := b.wait(t, 150)
	if slices.IsSorted(got) {
		t.Error("everything came in order")
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("deliveries (-want +got):\n%s", diff)
	}
}

func TestPollsGetDuplicates(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Delivery: telegramtest.Delivery{Duplicates: 1}})
	p := newProbe(t, s)
	s.NewUser("Anna", "de").Say("Hallo")
	first := p.updates()[0]["update_id"]
	for turn, want := range []int{1, 0} {
		if got := p.updates("offset", first.(float64)+1); len(got) != want {
			t.Errorf("poll %d after the offset: %d updates, want %d", turn, len(got), want)
		}
	}
}

func TestWebhookAddressesThatTelegramRefuses(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	p.want(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook", "setWebhook", "url", "http://termine.example/hook")
	p.want(400, "Bad Request: invalid webhook URL specified", "setWebhook", "url", "termine")
	p.want(400, "Bad Request: secret token contains unallowed characters", "setWebhook", "url", "https://termine.example", "secret_token", "ä")
	if got := s.Forgive(); len(got) != 1 {
		t.Errorf("mistakes = %q", got)
	}
}

func TestUpdatesNobodyOfUsCanCause(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	id := s.Inject(`"message":{"text":5}`)
	got := p.updates()
	if len(got) != 1 || got[0]["update_id"] != float64(id) {
		t.Errorf("updates = %v", got)
	}
}
