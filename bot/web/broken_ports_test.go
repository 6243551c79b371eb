package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// What cannot be looked up is a page that says so and a line in the log, and what there
// is not is a page that says that, whichever way in asks.
func TestWhatCannotBeLookedUpIsSaid(t *testing.T) {
	t.Parallel()
	broken := errors.New("the database is away")
	for _, ask := range []string{"/anzeige", "/anzeige?teil=1", "/marke/K7M4QX", "/marke/K7M4QX/qr.png", "/da/qr.png", "/termin/frei?concern=id-card", Path + token, "/chat/neu"} {
		for err, want := range map[error]int{
			broken: http.StatusServiceUnavailable, fmt.Errorf("look: %w", broken): http.StatusServiceUnavailable,
			booking.ErrUnknown: http.StatusNotFound, fmt.Errorf("look: %w", booking.ErrUnknown): http.StatusNotFound,
		} {
			site, log := wholeSite(t, hall{town: sampleTown(), err: err}, &post{gone: booking.ErrUnknown}, nil)
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, ask, nil)
			r.AddCookie(&http.Cookie{Name: "__Host-talk", Value: strings.Repeat("a", 32)})
			r.Header.Set(swapHeader, "swap")
			w := httptest.NewRecorder()
			site.ServeHTTP(w, r)
			if w.Code != want || !strings.Contains(w.Body.String(), "<h1") || (want == http.StatusServiceUnavailable) != strings.Contains(log.String(), "the database is away") {
				t.Errorf("%s with %v: %d, want %d; log %q", ask, err, w.Code, want, log)
			}
		}
	}
}

// A picture to scan needs what draws it and an address to lead to; without either there
// is none, and no page shows one. The chat is named where the office is there.
func TestWhatASiteDoesNotHaveIsNotShown(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change              func(*Settings, *Backend)
		code, chat, tickets bool
	}{
		"all":          {nil, true, true, true},
		"no pictures":  {func(s *Settings, _ *Backend) { s.QR = nil }, false, true, true},
		"no address":   {func(s *Settings, _ *Backend) { s.PublicURL = nil }, false, true, true},
		"no chat":      {func(_ *Settings, b *Backend) { b.Telegram = nil }, true, false, true},
		"nobody waits": {func(_ *Settings, b *Backend) { b.Tickets = nil }, true, true, false},
	} {
		site, _ := wholeSite(t, hall{town: sampleTown()}, &post{letter: letterOf(0, false)}, tt.change)
		get := func(path string) (int, string) {
			w := httptest.NewRecorder()
			site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
			return w.Code, w.Body.String()
		}
		for path, waits := range map[string]bool{"/da": false, "/da?druck": false, "/marke/K7M4QX": true} {
			status, page := get(path)
			if waits && !tt.tickets {
				if status != http.StatusNotFound {
					t.Errorf("%s: %s: %d", name, path, status)
				}
				continue
			}
			if has := strings.Contains(page, "/qr.png"); has != (tt.code && path != "/da") {
				t.Errorf("%s: %s shows a picture: %v", name, path, has)
			}
			if has := strings.Contains(page, "https://t.me/werne"); has != tt.chat {
				t.Errorf("%s: %s leads to the chat: %v", name, path, has)
			}
		}
		for _, path := range []string{"/da/qr.png", "/marke/K7M4QX/qr.png"} {
			status, picture := get(path)
			if (status == http.StatusOK) != tt.code || !tt.code && status != http.StatusNotFound || tt.code != (picture == "a picture of https://termine.example.org"+strings.TrimSuffix(path, "/qr.png")) {
				t.Errorf("%s: %s: %d, %s", name, path, status, picture)
			}
		}
		if status, _ := get("/anzeige"); (status == http.StatusOK) != tt.tickets {
			t.Errorf("%s: the screen: %d", name, status)
		}
	}
}

// At a clerk's desk there is the talk and what lies below it, and no page of the town.
func TestAClerksSiteIsTheTalkAlone(t *testing.T) {
	t.Parallel()
	site, _ := wholeSite(t, hall{town: sampleTown()}, nil, func(s *Settings, _ *Backend) { s.Clerk, s.Base = "lea", "/schalter" })
	mux := site.(*http.ServeMux)
	for path, want := range map[string]string{
		"/schalter": "/schalter", "/schalter/neu": "/schalter/", "/schalter/ende": "/schalter/", "/": "", "/chat": "", "/anzeige": "", "/termin/x": "",
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
		if _, pattern := mux.Handler(r); pattern != want {
			t.Errorf("%s is taken by %q", path, pattern)
		}
	}
}

// What a mail calls a concern or a category leads to its page, and nothing else to any.
func TestThePageOfAConcernOrACategory(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	want := map[string]string{"": "/", "nothing": "/", "https://evil.example": "/"}
	for _, o := range town.Offices {
		for _, c := range o.Concerns {
			want[string(c.ID)] = ConcernPath + string(c.ID) + c.Name.In("de")
		}
	}
	for _, c := range town.Categories() {
		want[string(c.ID)] = CategoryPath + string(c.ID) + c.Name.In("de")
	}
	for id, page := range want {
		if path, name := PageOf(town, id); path+name.In("de") != page {
			t.Errorf("%q leads to %s %q, want %s", id, path, name.In("de"), page)
		}
	}
}

// Each further case is said to take time where there can be one and it takes any.
func TestFurtherCasesAreSaidWhereThereCanBeAny(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		most    int
		further time.Duration
		want    bool
	}{"several": {2, time.Minute, true}, "one alone": {1, time.Minute, false}, "at no cost": {2, 0, false}} {
		p := concernPage{frame: frame{Lang: "de"}}
		p.present(booking.Concern{First: time.Minute, MaxQuantity: tt.most, Further: tt.further}, booking.Date{})
		if (p.Further != "") != tt.want || p.Length == "" {
			t.Errorf("%s: %q", name, p.Further)
		}
	}
}
