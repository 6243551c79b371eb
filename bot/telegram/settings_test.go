package telegram_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/locales"
)

// said is a Bot API that answers each method with what a test wants, and what it was
// asked.
type said struct {
	mu      sync.Mutex
	answers map[string]string // by method; a status may stand before them
	methods []string
	bodies  map[string][]string
	again   func() // if set, called when a method is called a second time
}

// ServeHTTP notes a call and answers it.
func (s *said) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	method := path.Base(r.URL.Path)
	s.methods = append(s.methods, method)
	s.bodies[method] = append(s.bodies[method], string(body))
	if s.again != nil && len(s.bodies[method]) > 1 {
		s.again()
	}
	answer, ok := s.answers[method]
	if !ok {
		answer = `{"ok":true,"result":true}`
	}
	status := http.StatusOK
	if n, _ := fmt.Sscanf(answer, "%d ", &status); n == 1 {
		_, answer, _ = strings.Cut(answer, " ")
		w.WriteHeader(status)
	}
	_, _ = io.WriteString(w, answer)
}

// serve answers at an address, as a bot's API does but for some answers.
func (s *said) serve(t *testing.T, answers map[string]string) (url string) {
	t.Helper()
	s.answers = map[string]string{"getMe": greets}
	maps.Copy(s.answers, answers)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return server.URL
}

// apiOf is the address of a Bot API with some answers of its own.
func apiOf(t *testing.T, answers map[string]string) string {
	t.Helper()
	return (&said{bodies: map[string][]string{}}).serve(t, answers)
}

// forget returns what was called, and begins a new list.
func (s *said) forget() (methods []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	methods, s.methods = s.methods, nil
	return methods
}

const (
	ourToken = "1:hush-token"
	ourHook  = "https://termine.example.org/telegram/webhook"
	greets   = `{"ok":true,"result":{"id":1,"username":"termine_bot"}}`
)

// settled is a bot with a webhook, or that polls where there is no secret, and its
// Bot API.
func settled(t *testing.T, secret string, answers map[string]string) (*telegram.Telegram, *said, *bot.Metrics) {
	t.Helper()
	api := &said{bodies: map[string][]string{}}
	server := api.serve(t, answers)
	metrics := bot.NewMetrics()
	tg, err := telegram.New(
		telegram.Settings{Token: ourToken, APIURL: server, Secret: secret, WebhookURL: ourHook},
		&bot.Host{Log: (&logbook{}).logger(), Now: clocktest.At(monday), Metrics: metrics}, nil,
	)
	if err != nil {
		t.Fatal(err)
	}
	return tg, api, metrics
}

// introduced is a bot that Telegram knows.
func introduced(t *testing.T, secret string, answers map[string]string) (*telegram.Telegram, *said, *bot.Metrics) {
	t.Helper()
	tg, api, metrics := settled(t, secret, answers)
	if tg.Introduced() || tg.Link("x") != "" {
		t.Error("it counts as introduced before it is")
	}
	if err := telegram.Introduce(t.Context(), tg); err != nil || !tg.Introduced() || tg.Link("x") != "https://t.me/termine_bot?start=x" {
		t.Fatalf("introduced: %v, %v, %s", err, tg.Introduced(), tg.Link("x"))
	}
	return tg, api, metrics
}

// Telegram is told where updates go and by what it proves itself, or that they are
// polled; the kinds that are answered are asked for in both ways.
func TestTelegramIsToldWhereUpdatesGo(t *testing.T) {
	t.Parallel()
	_, api, _ := introduced(t, "hush-secret-16-x", nil)
	if got := api.forget(); !slices.Equal(got, []string{"getMe", "setWebhook"}) {
		t.Errorf("called %v", got)
	}
	var hook struct {
		URL     string   `json:"url"`
		Secret  string   `json:"secret_token"`
		Allowed []string `json:"allowed_updates"`
	}
	wanted := []string{"message", "callback_query", "my_chat_member"}
	if err := json.Unmarshal([]byte(api.bodies["setWebhook"][0]), &hook); err != nil || hook.URL != ourHook || hook.Secret != "hush-secret-16-x" || !slices.Equal(hook.Allowed, wanted) {
		t.Errorf("told %+v, %v", hook, err)
	}
	tg, api, _ := introduced(t, "", map[string]string{"getUpdates": `{"ok":true,"result":[]}`})
	if got := api.forget(); !slices.Equal(got, []string{"getMe", "deleteWebhook"}) {
		t.Errorf("where updates are polled: called %v", got)
	}
	if err := telegram.GetUpdates(t.Context(), tg, 17); err != nil {
		t.Fatal(err)
	}
	var poll struct {
		Offset, Limit, Timeout int
		Allowed                []string `json:"allowed_updates"`
	}
	if err := json.Unmarshal([]byte(api.bodies["getUpdates"][0]), &poll); err != nil || poll.Offset != 17 || poll.Limit != 100 || poll.Timeout != 25 || !slices.Equal(poll.Allowed, wanted) {
		t.Errorf("polled %+v, %v", poll, err)
	}
}

// A setting that Telegram will never take ends the program and names the variable,
// not the secret; what may pass does not.
func TestASettingThatIsWrongIsNamedWithoutItsSecret(t *testing.T) {
	t.Parallel()
	const refused = `{"ok":false,"error_code":%d,"description":"bad webhook: hush-secret-16-x at ` + ourToken + `"}`
	for name, tt := range map[string]struct {
		method, variable string
		status           int
	}{
		"no such bot": {"getMe", "TELEGRAM_TOKEN", 401},
		"no token":    {"getMe", "TELEGRAM_TOKEN", 404},
		"an address":  {"setWebhook", "PUBLIC_URL or TELEGRAM_WEBHOOK_SECRET", 400},
	} {
		tg, _, _ := settled(t, "hush-secret-16-x", map[string]string{tt.method: fmt.Sprintf("%d "+refused, tt.status, tt.status)})
		err := telegram.Introduce(t.Context(), tg)
		var refusal telegram.Refusal
		if !errors.As(err, &refusal) || refusal.Variable != tt.variable || strings.Contains(err.Error(), "hush") || refusal.Reason == "" || tg.Introduced() {
			t.Errorf("%s: %v", name, err)
		}
	}
	for method, status := range map[string]int{"getMe": 400, "setWebhook": 401} {
		tg, api, _ := settled(t, "hush-secret-16-x", map[string]string{method: fmt.Sprintf("%d "+refused, status, status)})
		ctx, stop := context.WithCancel(t.Context())
		api.again = stop // it is tried again
		if err := telegram.Introduce(ctx, tg); err != nil || tg.Introduced() {
			t.Errorf("%s, %d: %v", method, status, err)
		}
		stop()
		if got := api.forget(); len(got) < 2 || got[len(got)-1] != method || got[len(got)-2] != method {
			t.Errorf("%s was not tried again: %v", method, got)
		}
	}
}

// The menu and what the bot says of itself are set in every language and in the one
// for all others; what fails there is tried again.
func TestTheMenuIsSetInEveryLanguage(t *testing.T) {
	t.Parallel()
	tg, api, _ := settled(t, "", nil)
	if err := telegram.SetCommands(t.Context(), tg); err != nil {
		t.Fatal(err)
	}
	for _, method := range []string{"setMyCommands", "setMyDescription"} {
		var langs []string
		words := map[string]bool{}
		for _, body := range api.bodies[method] {
			var told struct {
				Lang        string          `json:"language_code"`
				Description string          `json:"description"`
				Commands    []bot.MenuEntry `json:"commands"`
			}
			if err := json.Unmarshal([]byte(body), &told); err != nil || (told.Description == "") != (len(told.Commands) > 0) {
				t.Errorf("%s %s: %v", method, body, err)
			}
			langs = append(langs, told.Lang)
			words[fmt.Sprint(told.Description, told.Commands)] = true
		}
		if want := append([]string{""}, locales.Languages()...); !slices.Equal(langs, want) || len(words) != len(want)-1 {
			t.Errorf("%s in %q, with %d texts", method, langs, len(words))
		}
	}
	if got := api.bodies["setChatMenuButton"]; len(got) != 1 || got[0] != `{"menu_button":{"type":"commands"}}` {
		t.Errorf("the button: %q", got)
	}
	for _, method := range []string{"setMyCommands", "setMyDescription", "setChatMenuButton"} {
		tg, _, _ := settled(t, "", map[string]string{method: `500 {"ok":false,"error_code":500}`})
		if err := telegram.SetCommands(t.Context(), tg); err == nil {
			t.Errorf("%s fails, and nobody hears of it", method)
		}
	}
}
