package bot_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
)

func TestAClientIsKnownBehindProxiesHoweverTheyWriteIt(t *testing.T) {
	t.Parallel()
	ours := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for _, tt := range []struct{ peer, forwarded, want string }{
		{"10.0.0.1:99", "203.0.113.7", "203.0.113.7"},
		{"10.0.0.1:99", "203.0.113.7:4711", "203.0.113.7"},
		{"10.0.0.1:99", "2001:db8::7", "2001:db8::7"},
		{"10.0.0.1:99", "[2001:db8::7]", "2001:db8::7"},
		{"10.0.0.1:99", "[2001:db8::7]:4711", "2001:db8::7"},
		{"10.0.0.1:99", "::ffff:203.0.113.7", "203.0.113.7"},
		{"[fd00::1]:99", "198.51.100.1, 203.0.113.7:1, 10.2.3.4:5, [fd00::2]:6", "203.0.113.7"},
		{"10.0.0.1:99", "203.0.113.7, nonsense", "10.0.0.1"},
		{"10.0.0.1:99", "[2001:db8::7", "10.0.0.1"},
		{"10.0.0.1:99", "", "10.0.0.1"},
		{"10.0.0.1:99", "10.0.0.2, fd00::2", "10.0.0.1"}, // all of them ours: the client is in our own network
		{"10.0.0.1:99", "203.0.113.7, 198.51.100.4", "198.51.100.4"},
		{"10.0.0.1:99", "203.0.113.7,", "10.0.0.1"},
		{"[::ffff:10.0.0.1]:99", "203.0.113.7", "203.0.113.7"},
		{"10.0.0.1:99", "[::ffff:10.0.0.2]:1", "10.0.0.1"},
		{"10.0.0.1:99", "2001:db8::7]", "10.0.0.1"},
		{"198.51.100.9:99", "203.0.113.7", "198.51.100.9"},          // anybody can claim that
		{"10.0.0.1:99", "198.51.100.1\n203.0.113.7", "203.0.113.7"}, // the first line is what the client claims
		{"10.0.0.1:99", "198.51.100.1\n203.0.113.7\n10.2.3.4", "203.0.113.7"},
		{"10.0.0.1:99", "203.0.113.7, 10.0.0.3\n10.2.3.4", "203.0.113.7"},
		{"10.0.0.1:99", "203.0.113.7\nnonsense", "10.0.0.1"},
	} {
		got := ""
		handler := bot.BehindProxies(ours, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			got = netip.MustParseAddrPort(r.RemoteAddr).Addr().Unmap().String()
		}))
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.RemoteAddr = tt.peer
		for line := range strings.SplitSeq(tt.forwarded, "\n") {
			r.Header.Add("X-Forwarded-For", line)
		}
		handler.ServeHTTP(httptest.NewRecorder(), r)
		if got != tt.want {
			t.Errorf("%s for %q: %s, want %s", tt.peer, tt.forwarded, got, tt.want)
		}
	}
}

// What only the admin is to see is not at the public address.
func TestThePublicAddressSaysNoDetails(t *testing.T) {
	t.Parallel()
	m := bot.NewMetrics()
	m.Expect("mail")
	check := bot.Check{Name: "database", Of: func(context.Context) error { return nil }}
	mux := bot.NewPublicMux(m, check)
	if code, text := ready(t, mux, "/readyz?verbose"); code != http.StatusOK || text != "ready\n" {
		t.Errorf("%d %q, want nothing but that it is ready", code, text)
	}
	if code, text := ready(t, mux, "/metrics"); code != http.StatusNotFound {
		t.Errorf("the metrics: %d %.80q", code, text)
	}
	check.Of = func(context.Context) error { return errors.New("away") }
	if code, text := ready(t, bot.NewPublicMux(m, check), "/readyz?verbose"); code != http.StatusServiceUnavailable || text != "not ready: database (away)\n" {
		t.Errorf("%d %q, want what is missing and no more", code, text)
	}
}

// A check that hangs is cut off after two seconds, so that who asks gets an answer,
// and each check that fails is named with what is wrong.
func TestACheckThatHangsIsCutOff(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hangs := bot.Check{Name: "database", Of: func(ctx context.Context) error { <-ctx.Done(); return errors.New("hangs") }}
		fine := bot.Check{Name: "clock", Of: func(context.Context) error { return nil }}
		late := bot.Check{Name: "data", Of: func(ctx context.Context) error { return ctx.Err() }}
		began := time.Now() //nolint:forbidigo // within synctest
		code, text := ready(t, bot.NewMux(bot.NewMetrics(), hangs, fine, late), "/readyz?verbose")
		took := time.Since(began) //nolint:forbidigo // within synctest
		want := "not ready: database (hangs); data (context deadline exceeded)\nclock is there\noffice files: ok\n"
		if code != http.StatusServiceUnavailable || text != want || took != 2*time.Second {
			t.Errorf("%d after %v: %q", code, took, text)
		}
	})
	for path, want := range map[string]int{"/healthz": 200, "/metrics": 200, "/": 404, "/readyz/x": 404} {
		if code, _ := ready(t, bot.NewMux(bot.NewMetrics()), path); code != want {
			t.Errorf("%s: %d", path, code)
		}
	}
	w := httptest.NewRecorder()
	bot.NewMux(bot.NewMetrics()).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/readyz", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("by POST: %d", w.Code)
	}
	w = httptest.NewRecorder()
	bot.NewMux(bot.NewMetrics()).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil))
	if kind := w.Header().Get("Content-Type"); kind != "text/plain; charset=utf-8" {
		t.Errorf("it is %s", kind)
	}
}
