package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
)

// A webhook that is gone or somebody else's is seen and set again; deliveries that
// failed are seen as long as that is of interest, and nothing is asked where there
// is no webhook of ours.
func TestAWebhookThatIsGoneIsSetAgain(t *testing.T) {
	t.Parallel()
	info := func(url, fault string, ago time.Duration) string {
		return fmt.Sprintf(`{"ok":true,"result":{"url":%q,"last_error_message":%q,"last_error_date":%d}}`, url, fault, monday.Add(-ago).Unix())
	}
	for name, tt := range map[string]struct {
		answer string
		want   string
		again  bool
	}{
		"ours":             {info(ourHook, "", 0), "telegram_updates: ok", false},
		"gone":             {info("", "", 0), "removed or given to another", true},
		"another's":        {info("https://evil.example/"+ourHook, "", 0), "removed or given to another", true},
		"fails":            {info(ourHook, "timeout", 5*time.Minute-time.Second), "could not deliver", false},
		"failed":           {info(ourHook, "timeout", 5*time.Minute), "telegram_updates: ok", false},
		"failed long ago":  {info(ourHook, "timeout", time.Hour), "telegram_updates: ok", false},
		"cannot be looked": {`502 <html>`, "telegram_updates: faulty", false},
	} {
		tg, api, metrics := introduced(t, "hush-secret-16-x", map[string]string{"getWebhookInfo": tt.answer})
		api.forget()
		tg.Check(t.Context())
		if got := slices.Contains(api.forget(), "setWebhook"); got != tt.again {
			t.Errorf("%s: set again %v, want %v", name, got, tt.again)
		}
		if fares := fares(t, metrics); !strings.Contains(fares, tt.want) || strings.Contains(fares, "hush") {
			t.Errorf("%s: %s, want %s", name, fares, tt.want)
		}
	}
	before, api, metrics := settled(t, "hush-secret-16-x", nil)
	before.Check(t.Context())
	polls, other, _ := introduced(t, "", nil)
	other.forget()
	polls.Check(t.Context())
	gone, third, seen := introduced(t, "hush-secret-16-x", map[string]string{"getWebhookInfo": info("", "", 0)})
	third.forget()
	ended, stop := context.WithCancel(t.Context())
	stop()
	gone.Check(ended)
	if a, b, c := api.forget(), other.forget(), third.forget(); len(a)+len(b) > 0 || slices.Contains(c, "setWebhook") {
		t.Errorf("before it is introduced %v is asked, where it polls %v, and at the end %v", a, b, c)
	}
	for _, m := range []*bot.Metrics{metrics, seen} {
		if fares := fares(t, m); strings.Contains(fares, telegram.Updates) {
			t.Errorf("nothing was heard of updates, and shown is %s", fares)
		}
	}
}

// fares is how the networks fare, as the admin sees it.
func fares(t *testing.T, m *bot.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	bot.NewMux(m).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz?verbose", nil))
	return w.Body.String()
}

// Each poll shows how updates come in; a webhook that somebody has set meanwhile,
// and nothing else, is removed.
func TestEachPollShowsHowUpdatesComeIn(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]struct {
		fares string
		again bool
	}{
		`{"ok":true,"result":[]}`: {"telegram_updates: ok", false},
		`409 {"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"}`: {"telegram_updates: faulty", true},
		`409 {"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}`:                                 {"telegram_updates: faulty", false},
		`502 <html>`: {"telegram_updates: faulty", false},
	} {
		tg, api, metrics := introduced(t, "", map[string]string{"getUpdates": answer})
		api.forget()
		if err := telegram.GetUpdates(t.Context(), tg, 1); (err == nil) != strings.HasSuffix(want.fares, "ok") {
			t.Errorf("%s: %v", answer, err)
		}
		if got := slices.Contains(api.forget(), "deleteWebhook"); got != want.again {
			t.Errorf("%s: the webhook is removed %v, want %v", answer, got, want.again)
		}
		if fares := fares(t, metrics); !strings.Contains(fares, want.fares) {
			t.Errorf("%s: %s", answer, fares)
		}
		ended, stop := context.WithCancel(t.Context())
		stop()
		tg, _, metrics = introduced(t, "", nil)
		_ = telegram.GetUpdates(ended, tg, 1)
		if fares := fares(t, metrics); strings.Contains(fares, telegram.Updates) {
			t.Errorf("a poll that ends with the program shows %s", fares)
		}
	}
}

// An address that is none of Telegram's reaches nobody, and calls nobody.
func TestAnAddressThatIsNoneReachesNobody(t *testing.T) {
	t.Parallel()
	tg, calls := listen(t)
	for _, address := range []string{"", "x", "7x", "99999999999999999999"} {
		page := bot.Page{Ask: "?"}
		for what, err := range map[string]error{
			"a notice": tg.Send(t.Context(), address, page), "a page": telegram.Show(t.Context(), tg, address, page),
			"a file": telegram.Hand(t.Context(), tg, address, bot.File{Name: "x", Content: []byte("x")}),
		} {
			if !errors.Is(err, dialogs.ErrUnreachable) {
				t.Errorf("%s to %q: %v", what, address, err)
			}
		}
	}
	if len(*calls) > 0 {
		t.Errorf("called %v", *calls)
	}
}
