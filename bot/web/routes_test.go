package web_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/storage"
)

// route is a way into the site, and how often one address may take it at once.
type route struct {
	method, path string
	burst        int
}

// routes is all ways in that lead to more than a file of ours.
func routes(ticket string) []route {
	const pages, begun = 300, 40
	return []route{
		{"GET", "/", pages},
		{"GET", "/?lang=en", pages},
		{"GET", "/bereich/papers", pages},
		{"GET", "/anliegen/id-card", pages},
		{"GET", "/impressum", pages},
		{"GET", "/datenschutz", pages},
		{"GET", "/barrierefreiheit", pages},
		{"GET", "/termin/frei?concern=id-card", pages},
		{"GET", "/anzeige", pages},
		{"GET", "/anzeige/buergerbuero", pages},
		{"GET", "/da", pages},
		{"GET", "/da/qr.png", pages},
		{"GET", ticket, pages},
		{"GET", ticket + "/qr.png", pages},
		{"GET", web.Path + strings.Repeat("A", 32), 60},
		{"POST", web.Path + strings.Repeat("A", 32), 60},
		{"GET", "/chat", pages},
		{"POST", "/chat", pages},
		{"POST", "/chat/beginn", begun},
		{"POST", "/chat/weiter", pages},
		{"POST", "/chat/ende", pages},
		{"GET", "/chat/neu", pages},
		{"GET", "/chat/termin/1.ics", pages},
		{"GET", "/chat/daten", pages},
	}
}

// routed is a site with all that a site can have, as it is served.
func routed(t *testing.T) (site *web.Site, ticket string, ask func(route, string, ...string) *httptest.ResponseRecorder) {
	t.Helper()
	w := newSite(t)
	public, _ := url.Parse("https://termine.example.org")
	log := slog.New(slog.DiscardHandler)
	site = web.NewSite(web.Settings{
		Town: w.current, PublicURL: public, Now: w.present, Log: log,
		QR: func(link string) ([]byte, error) { return []byte("a picture of " + link), nil },
	})
	mux := http.NewServeMux()
	site.Enter(mux)
	ask = func(r route, from string, header ...string) *httptest.ResponseRecorder {
		request := httptest.NewRequestWithContext(t.Context(), r.method, r.path, nil)
		request.RemoteAddr = from + ":1"
		for i := 0; i < len(header); i += 2 {
			request.Header.Set(header[i], header[i+1])
		}
		answer := httptest.NewRecorder()
		mux.ServeHTTP(answer, request)
		return answer
	}
	ticket = dialogs.TicketPath + string(w.ticket().Number)
	open := func() {
		site.Open(web.Backend{
			Host:    &bot.Host{Conversations: w.store, Now: w.present, Away: storage.Unreachable, Log: log, Metrics: bot.NewMetrics()},
			Letters: w.store, Times: w.store, Answers: w.store, Ratings: w.store, Tickets: w.store,
			Telegram: func(payload string) string { return "https://t.me/werne?start=" + payload },
		})
	}
	for _, r := range routes(ticket) {
		if got := ask(r, "192.0.2.1"); got.Code >= http.StatusInternalServerError && got.Code != http.StatusServiceUnavailable {
			t.Errorf("%s %s before the site is open: %d", r.method, r.path, got.Code)
		}
	}
	open()
	return site, ticket, ask
}

// Every way in lets an address take it so often at once, and another address then
// takes it still.
func TestEveryWayInHasItsLimit(t *testing.T) {
	t.Parallel()
	_, ticket, ask := routed(t)
	for i, r := range routes(ticket) {
		one, other := fmt.Sprintf("198.51.100.%d", i+1), fmt.Sprintf("203.0.113.%d", i+1)
		slowed := 0
		for n := 1; n <= r.burst+1; n++ {
			if got := ask(r, one); got.Code == http.StatusTooManyRequests {
				slowed = n
				if got.Header().Get("Retry-After") == "" {
					t.Errorf("%s %s does not say when to come again", r.method, r.path)
				}
			}
		}
		if slowed != r.burst+1 {
			t.Errorf("%s %s is refused at number %d, want %d", r.method, r.path, slowed, r.burst+1)
		}
		if got := ask(r, other); got.Code == http.StatusTooManyRequests {
			t.Errorf("%s %s is refused to another address", r.method, r.path)
		}
	}
}

// Whatever is answered tells a browser to do nothing with it but show it, and lets
// nobody keep what is somebody's own.
func TestEveryAnswerIsGuarded(t *testing.T) {
	t.Parallel()
	_, ticket, ask := routed(t)
	for _, r := range routes(ticket) {
		got := ask(r, "192.0.2.7")
		h, kind := got.Header(), got.Header().Get("Content-Type")
		if got.Code >= 300 && got.Code < 400 {
			continue
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") == "" {
			t.Errorf("%s %s: %v", r.method, r.path, h)
		}
		if strings.HasPrefix(kind, "text/html") && (!strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") || h.Get("Referrer-Policy") != "no-referrer") {
			t.Errorf("%s %s: %v", r.method, r.path, h)
		}
		if own := strings.HasPrefix(r.path, "/chat") || strings.HasPrefix(r.path, ticket) || strings.Contains(r.path, "AAAA"); own && h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s %s may be kept: %s", r.method, r.path, h.Get("Cache-Control"))
		}
	}
}

// A form from another site does nothing, whichever way in it takes.
func TestNoFormOfAnotherSiteIsTaken(t *testing.T) {
	t.Parallel()
	_, ticket, ask := routed(t)
	for _, r := range routes(ticket) {
		if r.method != http.MethodPost {
			continue
		}
		for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			if got := ask(r, "192.0.2.8", name, value); got.Code != http.StatusForbidden {
				t.Errorf("%s with %s %s: %d", r.path, name, value, got.Code)
			}
		}
	}
}

// The pictures to scan lead to this site, whatever host is asked for, and the pages
// beside them to the chat.
func TestCodesToScanLeadHere(t *testing.T) {
	t.Parallel()
	_, ticket, ask := routed(t)
	for path, want := range map[string]string{
		"/da/qr.png": "a picture of https://termine.example.org/da", ticket + "/qr.png": "a picture of https://termine.example.org" + ticket,
	} {
		if got := ask(route{"GET", path, 0}, "192.0.2.9"); got.Body.String() != want || got.Header().Get("Content-Type") != "image/png" {
			t.Errorf("%s: %q", path, got.Body)
		}
	}
	for path, want := range map[string][]string{
		ticket:      {ticket + "/qr.png", "https://t.me/werne?start="},
		"/da":       {"https://t.me/werne?start="},
		"/da?druck": {"/da/qr.png"},
	} {
		page := ask(route{"GET", path, 0}, "192.0.2.9").Body.String()
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s lacks %q", path, w)
			}
		}
	}
}

// All that is stored of a person goes to their own browser alone.
func TestOnesDataIsHandedToOnesOwnBrowser(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b, thief := w.browser(), w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	thief.begin("id-card")
	p := b.open("/chat/daten")
	if p.status != http.StatusOK || !strings.Contains(p.body, "Ada Lovelace") || p.header.Get("Content-Type") != "application/json" ||
		!strings.HasPrefix(p.header.Get("Content-Disposition"), "attachment;") || p.header.Get("Cache-Control") != "no-store" {
		t.Errorf("one's own: %d %v\n%s", p.status, p.header, p.body)
	}
	if p := thief.open("/chat/daten"); strings.Contains(p.body, "Ada") {
		t.Errorf("another one's: %d\n%s", p.status, p.body)
	}
	if p := w.browser().open("/chat/daten"); p.status != http.StatusNotFound {
		t.Errorf("nobody's: %d", p.status)
	}
	w.now = w.now.Add(web.Idle)
	if p := b.open("/chat/daten"); p.status != http.StatusNotFound || strings.Contains(p.body, "Ada") {
		t.Errorf("of a talk that is over: %d\n%s", p.status, p.body)
	}
}
