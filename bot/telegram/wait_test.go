package telegram_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
)

// botAt is a bot of a server that answers each call in one way.
func botAt(t *testing.T, url string) *telegram.Telegram {
	t.Helper()
	tg, err := telegram.New(telegram.Settings{Token: "1:token", APIURL: url}, &bot.Host{Log: (&logbook{}).logger()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tg
}

// sendings is every way in which something is sent.
func sendings(t *testing.T, tg *telegram.Telegram) map[string]func() error {
	t.Helper()
	file := bot.File{Name: "termin.ics", Content: []byte("BEGIN:VCALENDAR")}
	page := bot.Page{Title: "Gebucht", Ask: "Noch etwas?"}
	return map[string]func() error{
		"answer":           func() error { return telegram.Show(t.Context(), tg, "7", page) },
		"notice":           func() error { return tg.Send(t.Context(), "7", page) },
		"notice with file": func() error { return tg.Send(t.Context(), "7", page, file) },
		"press":            func() error { return telegram.Acknowledge(t.Context(), tg, "1") },
		"file":             func() error { return telegram.Hand(t.Context(), tg, "7", file) },
	}
}

// Whatever is sent waits as long as Telegram asks, no longer and no shorter.
func TestWhatTelegramAsksToWaitIsSaidToWhoSends(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]time.Duration{
		`{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 37","parameters":{"retry_after":37}}`:   37 * time.Second,
		`{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 2.5","parameters":{"retry_after":2.5}}`: 2500 * time.Millisecond,
		`{"ok":false,"error_code":429,"description":"Too Many Requests"}`:                                                   time.Second,
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			w.WriteHeader(http.StatusTooManyRequests)
			_, _ = io.WriteString(w, body)
		}))
		t.Cleanup(server.Close)
		for what, send := range sendings(t, botAt(t, server.URL)) {
			var later dialogs.Later
			if err := send(); !errors.As(err, &later) || later.After != want {
				t.Errorf("%s: %v, want to wait %v", what, err, want)
			}
		}
	}
}

// However a call fails to get through, its error names no token.
func TestWhatDoesNotGetThroughNamesNoToken(t *testing.T) {
	t.Parallel()
	cut := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err == nil {
			conn.Close()
		}
	}))
	defer cut.Close()
	short := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, `{"ok":`)
	}))
	defer short.Close()
	encrypted := httptest.NewTLSServer(http.NotFoundHandler()) // by an authority that nobody knows
	defer encrypted.Close()
	circle := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.String(), http.StatusTemporaryRedirect)
	}))
	defer circle.Close()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	for name, url := range map[string]string{
		"cut": cut.URL, "cut short": short.URL, "a certificate of nobody": encrypted.URL, "a circle": circle.URL, "nobody there": gone.URL,
		"no name": "http://no-such-host.invalid", "no port": "http://127.0.0.1:99999", "no address": "http://%zz", "no scheme": "gopher://127.0.0.1",
	} {
		for what, send := range sendings(t, botAt(t, url)) {
			err := send()
			if err == nil {
				t.Errorf("%s, %s: no error", name, what)
				continue
			}
			for e := err; e != nil; e = errors.Unwrap(e) {
				if strings.Contains(fmt.Sprintf("%v %+v %#v", e, e, e), "token") {
					t.Errorf("%s, %s: it says %+v", name, what, e)
				}
			}
		}
	}
}

// Nothing that people or the office write is markup.
func TestNoPartOfAPageIsMarkup(t *testing.T) {
	t.Parallel()
	const evil = `<a href="https://evil.example">&amp; Müller & Söhne</a>`
	for name, page := range map[string]bot.Page{
		"title": {Title: evil}, "body": {Body: []string{"Ort", evil}}, "question": {Ask: evil}, "remark": {Remarks: []string{evil}},
	} {
		texts, _ := telegram.Drawn(page)
		text := strings.Join(texts, "")
		if strings.Contains(text, "<a") || strings.Contains(text, "& ") || !strings.Contains(text, "&lt;a href") || !strings.Contains(text, "&amp;amp; Müller &amp; Söhne") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// What Telegram refuses says whether nobody is there, or the message is wrong, or
// trying again may help.
func TestWhatTelegramRefusesIsToldApart(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		status               int
		said                 string
		unreachable, refused bool
	}{
		{http.StatusForbidden, "Forbidden: bot was blocked by the user", true, false},
		{http.StatusForbidden, "Forbidden: user is deactivated", true, false},
		{http.StatusForbidden, "in words of tomorrow", true, false},
		{http.StatusBadRequest, "Bad Request: chat not found", true, false},
		{http.StatusBadRequest, "Bad Request: can't parse entities", false, true},
		{http.StatusRequestEntityTooLarge, "Request Entity Too Large", false, true},
		{http.StatusInternalServerError, "Internal Server Error", false, false},
		{http.StatusBadGateway, "Bad Gateway", false, false},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			w.WriteHeader(test.status)
			_, _ = fmt.Fprintf(w, `{"ok":false,"error_code":%d,"description":%q}`, test.status, test.said)
		}))
		t.Cleanup(server.Close)
		for what, send := range sendings(t, botAt(t, server.URL)) {
			err := send()
			if err == nil || errors.Is(err, dialogs.ErrUnreachable) != test.unreachable || errors.Is(err, bot.ErrRefused) != test.refused {
				t.Errorf("%s, %d %q: %v", what, test.status, test.said, err)
			}
		}
	}
}
