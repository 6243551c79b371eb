package web

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// quickSite is a site on a memory, at an address, and its log.
func quickSite(t *testing.T, address string) (*Site, *bytes.Buffer) {
	t.Helper()
	log := &bytes.Buffer{}
	var public *url.URL
	if address != "" {
		public, _ = url.Parse(address)
	}
	town := office.Sample()
	s := NewSite(Settings{Town: func() booking.Town { return town }, PublicURL: public, Now: clocktest.At(noonHere), Log: slog.New(slog.NewTextHandler(log, nil))})
	memory := dialogstest.New(town)
	s.Open(Backend{
		Host:    &bot.Host{Conversations: memory, Now: clocktest.At(noonHere), Away: func(error) bool { return false }, Log: s.Log, Metrics: bot.NewMetrics()},
		Letters: &post{letter: letterOf(0, false)},
	})
	return s, log
}

// A fault of the program becomes a page that says so, and its words stay out of the
// log: they may be somebody's.
func TestAPanicBecomesAPageWithoutWords(t *testing.T) {
	t.Parallel()
	s, log := quickSite(t, "")
	for _, panics := range []any{"Erika Muster", errors.New("Erika Muster")} {
		w := httptest.NewRecorder()
		s.guarded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(panics) })).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
		if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String()+log.String(), "Erika") || !strings.Contains(log.String(), "page not served") {
			t.Errorf("%d: %s\n%s", w.Code, w.Body, log)
		}
	}
	log.Reset()
	s.guarded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })).ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	if log.Len() > 0 {
		t.Errorf("who hung up stands in the log: %s", log)
	}
}

// Of a form sixteen thousand bytes are read and not one more; a form from another site
// is refused before anything is read of it.
func TestAFormIsBound(t *testing.T) {
	t.Parallel()
	s, _ := quickSite(t, "https://termine.example.org")
	for n, whole := range map[int]bool{longestForm: true, longestForm + 1: false} {
		var err error
		s.guarded(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, err = io.ReadAll(r.Body) })).ServeHTTP(
			httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader(strings.Repeat("x", n))))
		if (err == nil) != whole {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	for name, tt := range map[string]struct {
		method  string
		headers map[string]string
		want    bool
	}{
		"a program":       {http.MethodPost, nil, true},
		"ours":            {http.MethodPost, map[string]string{"Origin": "https://termine.example.org"}, true},
		"another's":       {http.MethodPost, map[string]string{"Origin": "https://evil.example"}, false},
		"nobody's":        {http.MethodPost, map[string]string{"Origin": "null"}, false},
		"one like ours":   {http.MethodPost, map[string]string{"Origin": "https://termine.example.org.evil.example"}, false},
		"without https":   {http.MethodPost, map[string]string{"Origin": "http://termine.example.org"}, false},
		"same site":       {http.MethodPost, map[string]string{"Sec-Fetch-Site": "same-site"}, false},
		"cross site":      {http.MethodPost, map[string]string{"Sec-Fetch-Site": "cross-site"}, false},
		"same origin":     {http.MethodPost, map[string]string{"Sec-Fetch-Site": "same-origin"}, true},
		"by hand":         {http.MethodPost, map[string]string{"Sec-Fetch-Site": "none"}, true},
		"a link":          {http.MethodGet, map[string]string{"Sec-Fetch-Site": "cross-site"}, true},
		"changed by PUT":  {http.MethodPut, map[string]string{"Sec-Fetch-Site": "cross-site"}, false},
		"erased that way": {http.MethodDelete, map[string]string{"Origin": "https://evil.example"}, false},
	} {
		r := httptest.NewRequestWithContext(t.Context(), tt.method, "https://inside.example/chat", nil)
		for header, value := range tt.headers {
			r.Header.Set(header, value)
		}
		reached := false
		w := httptest.NewRecorder()
		s.guarded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true })).ServeHTTP(w, r)
		if reached != tt.want || !tt.want && (w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "<h1")) {
			t.Errorf("%s: reached %v, %d", name, reached, w.Code)
		}
	}
}

// Each kind of request has its own limit, counted by address: beginning talks is the
// strictest, and who waits for news may ask most often.
func TestEachKindOfRequestHasItsLimit(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		method, path string
		header       map[string]string
		most         int
	}{
		"pages": {http.MethodGet, "/", nil, 300}, "the talk": {http.MethodGet, "/chat", nil, 300}, "news": {http.MethodGet, "/chat/neu", map[string]string{"X-Talk": "swap"}, 300},
		"beginnings": {http.MethodPost, "/chat/beginn", nil, 40}, "pages of mails": {http.MethodGet, Path + token, nil, 60}, "a query": {http.MethodGet, "/?x=1", nil, 300},
	} {
		s, _ := quickSite(t, "")
		mux := http.NewServeMux()
		s.Enter(mux)
		ask := func(from string) *httptest.ResponseRecorder {
			r := httptest.NewRequestWithContext(t.Context(), tt.method, tt.path, nil)
			r.RemoteAddr = from
			for header, value := range tt.header {
				r.Header.Set(header, value)
			}
			w := httptest.NewRecorder()
			mux.ServeHTTP(w, r)
			return w
		}
		for i := range tt.most {
			if w := ask("192.0.2.1:1"); w.Code == http.StatusTooManyRequests {
				t.Errorf("%s: refused at number %d", name, i+1)
				break
			}
		}
		if w := ask("192.0.2.1:2"); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") != "60" {
			t.Errorf("%s: beyond the limit %d", name, w.Code)
		}
		if w := ask("192.0.2.2:1"); w.Code == http.StatusTooManyRequests {
			t.Errorf("%s: another address is refused", name)
		}
	}
}

// Before the database is there every page that needs it says so, and the others are
// there; a site that is open says so.
func TestASiteThatIsNotOpenSaysSo(t *testing.T) {
	t.Parallel()
	town := office.Sample()
	var log bytes.Buffer
	s := NewSite(Settings{Town: func() booking.Town { return town }, Now: clocktest.At(noonHere), Log: slog.New(slog.NewTextHandler(&log, nil))})
	mux := http.NewServeMux()
	s.Enter(mux)
	for path, want := range map[string]int{"/": 200, "/impressum": 200, "/datenschutz": 200, "/chat": 503, "/chat/neu": 503, "/termin/frei?concern=id-card": 503, Path + token: 503, "/anzeige": 503, "/nothing": 404, "/anliegen/nothing": 404, "/bereich/nothing": 404} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if w.Code != want || want == 503 && w.Header().Get("Retry-After") != "5" {
			t.Errorf("%s: %d, again after %q", path, w.Code, w.Header().Get("Retry-After"))
		}
	}
	for _, path := range []string{"/chat", "/chat/beginn", "/chat/ende", "/chat/weiter", Path + token} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, nil))
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "5" {
			t.Errorf("a form to %s: %d", path, w.Code)
		}
	}
	if log.Len() > 0 {
		t.Errorf("it is said to be a fault:\n%s", log.String())
	}
	if s.IsOpen() {
		t.Error("it counts as open")
	}
	if open, _ := quickSite(t, ""); !open.IsOpen() {
		t.Error("an open one does not")
	}
}
