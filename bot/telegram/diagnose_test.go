package telegram_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/bot/telegram"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/diagnosis"
)

// findings is what is wrong in a report, and what is not.
func findings(r diagnosis.Report) (wrong, good string) {
	for _, f := range r {
		if f.Wrong != "" {
			wrong += f.What + ": " + f.Wrong + "\n"
			if f.Helps == "" {
				wrong += "nothing is said to help against it\n"
			}
		}
		good += f.Good + "\n"
	}
	return wrong, good
}

func TestABotInOrderHasNoFinding(t *testing.T) {
	t.Parallel()
	const hook = "https://termine.example.org/telegram/webhook"
	for name, test := range map[string]struct {
		settings telegram.Settings
		set      bool // the webhook was set before
		want     string
	}{
		"polling":              {telegram.Settings{}, false, "polled; 0 wait"},
		"a webhook not set":    {telegram.Settings{Secret: "0123456789abcdef", WebhookURL: hook}, false, "not set yet; the program sets it to " + hook},
		"a webhook that works": {telegram.Settings{Secret: "0123456789abcdef", WebhookURL: hook}, true, "Telegram delivers to " + hook},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			api := telegramtest.New(t, telegramtest.Config{})
			test.settings.Token, test.settings.APIURL = api.Token, api.URL
			if test.set {
				setWebhook(t, api, hook)
			}
			wrong, good := findings(telegram.Diagnose(t.Context(), test.settings))
			if wrong != "" || !strings.Contains(good, test.want) || !strings.Contains(good, "the bot is @") {
				t.Errorf("wrong: %s\ngood: %s\nwant %q", wrong, good, test.want)
			}
			if calls := api.Calls("getUpdates", "deleteWebhook", "setMyCommands"); len(calls) > 0 {
				t.Errorf("looking changes something: %v", calls)
			}
		})
	}
}

func TestWhatIsWrongWithTheBotIsNamed(t *testing.T) {
	t.Parallel()
	const hook = "http://127.0.0.1:1/telegram/webhook" // nobody listens there
	for name, test := range map[string]struct {
		fault func(t *testing.T, api *telegramtest.Server, s *telegram.Settings)
		want  string
	}{
		"a token": {func(_ *testing.T, _ *telegramtest.Server, s *telegram.Settings) { s.Token = "1:hunter2" }, "TELEGRAM_TOKEN: Telegram knows no bot of that token"},
		"a server": {
			func(_ *testing.T, _ *telegramtest.Server, s *telegram.Settings) { s.APIURL = "http://127.0.0.1:1" },
			"telegram: it is not reached",
		},
		"a webhook of another program": {func(t *testing.T, api *telegramtest.Server, _ *telegram.Settings) {
			t.Helper()
			setWebhook(t, api, "https://other.example.org/hook")
		}, "webhook: Telegram sends the bot's updates to https://other.example.org/hook, which is not this program"},
		"a webhook that is not reached": {func(t *testing.T, api *telegramtest.Server, s *telegram.Settings) {
			t.Helper()
			s.Secret, s.WebhookURL = "0123456789abcdef", hook
			setWebhook(t, api, hook)
			api.NewUser("Mina", "de").Start("")
			awaitFailedDelivery(t, api)
		}, "webhook: Telegram could not deliver lately: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			api := telegramtest.New(t, telegramtest.Config{})
			s := telegram.Settings{Token: api.Token, APIURL: api.URL}
			test.fault(t, api, &s)
			wrong, _ := findings(telegram.Diagnose(t.Context(), s))
			if !strings.HasPrefix(wrong, test.want) || strings.Count(wrong, "\n") != 1 || strings.Contains(wrong, "hunter2") {
				t.Errorf("%s\nwant only %q", wrong, test.want)
			}
			api.Forgive()
		})
	}
}

// What Telegram says of the webhook is repeated with how much waits, and without what is
// secret, however the webhook fares.
func TestTheDoctorRepeatsNoSecret(t *testing.T) {
	t.Parallel()
	const token, secret, ours = "12:hunter2", "0123456789abcdef", "https://termine.example.org/telegram/webhook"
	for name, tt := range map[string]struct {
		info       map[string]any // nil: Telegram does not say
		ours, want string
		well       bool
	}{
		"another program's":   {map[string]any{"url": "https://x.example/" + token + "?" + secret, "pending_update_count": 3}, ours, "updates to https://x.example/***?***, which", false},
		"another's, polling":  {map[string]any{"url": "https://x.example/" + token}, "", "updates to https://x.example/***, which", false},
		"not delivered":       {map[string]any{"url": ours, "last_error_message": "no " + token + " " + secret, "pending_update_count": 3}, ours, "lately: no *** ***; 3 updates wait", false},
		"delivered":           {map[string]any{"url": ours + "/" + token, "pending_update_count": 3}, ours + "/" + token, "delivers to " + ours + "/***; 3 updates wait", true},
		"not set":             {map[string]any{"pending_update_count": 3}, ours, "not set yet; the program sets it to " + ours + " when", true},
		"not set, but failed": {map[string]any{"last_error_message": "no"}, ours, "not set yet; the program sets it to " + ours + " when", true},
		"polled":              {map[string]any{"pending_update_count": 3, "last_error_message": "no"}, "", "polled; 3 wait", true},
		"not said":            {nil, ours, "does not say where", false},
	} {
		api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case strings.HasSuffix(r.URL.Path, "/getMe"):
				_, _ = io.WriteString(w, `{"ok":true,"result":{"id":1,"username":"termine_bot"}}`)
			case tt.info == nil:
				w.WriteHeader(http.StatusInternalServerError)
			default:
				_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": tt.info})
			}
		}))
		report := telegram.Diagnose(t.Context(), telegram.Settings{Token: token, APIURL: api.URL, Secret: secret, WebhookURL: tt.ours})
		api.Close()
		wrong, good := findings(report)
		said := good
		if !tt.well {
			said = wrong
		}
		if !strings.Contains(said, tt.want) || (wrong == "") != tt.well || strings.Contains(wrong+good, "hunter2") || strings.Contains(wrong+good, secret) {
			t.Errorf("%s: wrong: %s\ngood: %s\nwant %q", name, wrong, good, tt.want)
		}
	}
}

// ask calls the Bot API as any other program would.
func ask(t *testing.T, api *telegramtest.Server, method string, params url.Values) string {
	t.Helper()
	response, err := http.PostForm(api.URL+"/bot"+api.Token+"/"+method, params)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", method, body, err)
	}
	return string(body)
}

func setWebhook(t *testing.T, api *telegramtest.Server, address string) {
	t.Helper()
	ask(t, api, "setWebhook", url.Values{"url": {address}})
}

func awaitFailedDelivery(t *testing.T, api *telegramtest.Server) {
	t.Helper()
	for range 1000 {
		if strings.Contains(ask(t, api, "getWebhookInfo", nil), "last_error_message") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the delivery never fails")
}
