package bot_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

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
		{"198.51.100.9:99", "203.0.113.7", "198.51.100.9"}, // anybody can claim that
	} {
		got := ""
		handler := bot.BehindProxies(ours, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			got = netip.MustParseAddrPort(r.RemoteAddr).Addr().String()
		}))
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.RemoteAddr = tt.peer
		r.Header.Set("X-Forwarded-For", tt.forwarded)
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
