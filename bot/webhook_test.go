package bot_test

import (
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
)

// Only who knows the secret delivers, and only what was kept is acknowledged.
func TestAWebhookTakesWhatTheNetworkDelivers(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		method, ours, theirs, body string
		refuses, want, kept        int
	}{
		"delivered":      {http.MethodPost, "secret", "secret", "7", 0, 200, 1},
		"no secret sent": {http.MethodPost, "secret", "", "7", 0, 401, 0},
		"a wrong one":    {http.MethodPost, "secret", "secreT", "7", 0, 401, 0},
		"none is set":    {http.MethodPost, "", "", "7", 0, 401, 0},
		"asked for":      {http.MethodGet, "secret", "secret", "7", 0, 405, 0},
		"large":          {http.MethodPost, "secret", "secret", "7" + strings.Repeat(" ", 99), 0, 200, 1},
		"too large":      {http.MethodPost, "secret", "secret", strings.Repeat("7", 101), 0, 413, 0},
		"cut off":        {http.MethodPost, "secret", "secret", "7", 0, 400, 0},
		"no update":      {http.MethodPost, "secret", "secret", "seven", 0, 400, 0},
		"not kept":       {http.MethodPost, "secret", "secret", "7", 1, 503, 0},
	} {
		inbox := &fullInbox{refuses: test.refuses}
		hook := bot.Webhook{
			Engine: bot.NewEngine("paper", &paper{}, &bot.Host{Inbox: inbox, Now: clocktest.Now, Log: slog.New(slog.DiscardHandler)}),
			Header: "X-Secret", Secret: test.ours, Largest: 100,
			Open: func(raw []byte) (dialogs.Update, error) {
				if strings.TrimSpace(string(raw)) != "7" {
					return dialogs.Update{}, errors.New("no update")
				}
				return dialogs.Update{ID: 7}, nil
			},
		}
		r := httptest.NewRequestWithContext(t.Context(), test.method, "/", strings.NewReader(test.body))
		r.Header.Set("X-Secret", test.theirs)
		if name == "cut off" { // what came until then looks whole
			r.Body = io.NopCloser(io.MultiReader(r.Body, iotest.ErrReader(io.ErrUnexpectedEOF)))
		}
		w := httptest.NewRecorder()
		hook.ServeHTTP(w, r)
		if allow := w.Header().Get("Allow"); (allow == http.MethodPost) != (test.want == 405) {
			t.Errorf("%s: allowed is %q", name, allow)
		}
		if w.Code != test.want || len(inbox.kept) != test.kept {
			t.Errorf("%s: status %d, %d kept; want %d, %d", name, w.Code, len(inbox.kept), test.want, test.kept)
		}
	}
}
