package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// What a town has not said of itself is said to be missing; what it keeps, and how long,
// is told in days.
func TestWhatATownOwesItsReadersIsSaidOrMissed(t *testing.T) {
	t.Parallel()
	said := func(key string, args ...any) string { return locales.For("de").Say(locales.Say(key, args...)) }
	for _, tt := range []struct {
		name, path string
		change     func(*booking.Office)
		says, not  []string
	}{
		{"all", "/impressum", func(*booking.Office) {}, []string{"Kreis Unna"}, []string{said("web.imprint.missing"), said("web.vat")}},
		{"no imprint", "/impressum", func(o *booking.Office) { o.Site.Imprint = booking.Imprint{Mail: "a@example.org", VAT: "DE7"} }, []string{said("web.imprint.missing"), "mailto:a@example.org", said("web.vat"), "DE7"}, []string{said("web.supervisor")}},
		{"a statement", "/barrierefreiheit", func(o *booking.Office) { o.Site.Accessibility.On = booking.Date{Year: 2026, Month: time.June, Day: 1} }, []string{said("web.accessibility.part"), said("web.accessibility.gaps"), "1. Juni 2026"}, []string{said("web.accessibility.missing"), said("web.accessibility.full")}},
		{"all is met", "/barrierefreiheit", func(o *booking.Office) { o.Site.Accessibility.Full, o.Site.Accessibility.Gaps = true, nil }, []string{said("web.accessibility.full")}, []string{said("web.accessibility.part"), said("web.accessibility.gaps")}},
		{"no statement", "/barrierefreiheit", func(o *booking.Office) { o.Site.Accessibility = booking.Accessibility{Full: true} }, []string{said("web.accessibility.missing")}, []string{said("web.accessibility.full"), said("web.accessibility.contact")}},
		{"thirty days", "/datenschutz", func(o *booking.Office) { o.Policy.Retention = 30 * 24 * time.Hour }, []string{said("web.privacy.kept", "Count", 30)}, nil},
		{"one day", "/datenschutz", func(o *booking.Office) { o.Policy.Retention, o.Privacy = 24*time.Hour, nil }, []string{said("web.privacy.kept", "Count", 1)}, []string{said("web.privacy.full")}},
		{"with a notice", "/datenschutz", func(o *booking.Office) {
			o.Privacy = booking.Text{"de": "https://example.org/daten", "en": "https://example.org/data"}
		}, []string{`href="https://example.org/daten"`, said("web.privacy.full")}, []string{"example.org/data\""}},
	} {
		town := sampleTown()
		tt.change(town.Offices[0])
		site, _ := wholeSite(t, hall{town: town}, nil, nil)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, tt.path, nil))
		main, _, _ := strings.Cut(w.Body.String(), "</main>")
		for _, want := range tt.says {
			if !strings.Contains(main, want) {
				t.Errorf("%s: the page does not say %q:\n%s", tt.name, want, plainPage(main))
			}
		}
		for _, no := range tt.not {
			if strings.Contains(main, no) {
				t.Errorf("%s: the page says %q", tt.name, no)
			}
		}
	}
}

// Who hangs up before the answer is there leaves no line in the log; a fault that meets
// somebody does.
func TestWhoHangsUpIsNoFault(t *testing.T) {
	t.Parallel()
	for hungUp, want := range map[bool]bool{true: false, false: true} {
		for path, letters := range map[string]*post{"/anzeige": {}, "/termin/frei?concern=id-card": {}, Path + token: {gone: errors.New("the database is away")}} {
			site, log := wholeSite(t, hall{town: sampleTown(), err: errors.New("the database is away")}, letters, nil)
			ctx, cancel := context.WithCancel(t.Context())
			if hungUp {
				cancel()
			}
			w := httptest.NewRecorder()
			site.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil))
			cancel()
			if logged := strings.Contains(log.String(), "the database is away"); w.Code != http.StatusServiceUnavailable || logged != want {
				t.Errorf("%s, hung up %v: %d, logged %v", path, hungUp, w.Code, logged)
			}
		}
	}
}

// How long nobody did anything in a talk is told by the clock for that, where the site
// has one beside the office's.
func TestATalkEndsByTheClockThatTellsHowLongNobodyCame(t *testing.T) {
	t.Parallel()
	awake := noonHere
	site, _ := wholeSite(t, hall{town: sampleTown()}, nil, func(s *Settings, _ *Backend) { s.Awake = func() time.Time { return awake } })
	w := httptest.NewRecorder()
	site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/chat/beginn", nil))
	session := w.Result().Cookies()[0]
	for _, tt := range []struct {
		after time.Duration
		want  int
	}{{Idle - time.Second, http.StatusOK}, {Idle, http.StatusSeeOther}} {
		awake = noonHere.Add(tt.after)
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/chat", nil)
		r.AddCookie(session)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("after %v: %d, want %d", tt.after, w.Code, tt.want)
		}
	}
}
