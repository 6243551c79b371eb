package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/office"
)

// Whatever page goes out, it may do nothing but show itself, and only who may frames
// it; what is somebody's own is kept by nobody and not compressed.
func TestEveryPageIsBound(t *testing.T) {
	t.Parallel()
	f := newFace(office.Sample(), true)
	frame := f.frame(nil, "de", "Titel")
	for name, tt := range map[string]struct {
		d      drawing
		status int
		cache  string
	}{
		"own": {drawing{page: "ended", data: frame}, 200, "no-store"}, "public": {drawing{page: "ended", data: frame, public: true}, 200, "no-cache"},
		"a fault": {drawing{page: "ended", data: frame, status: 403}, 403, "no-store"}, "framed": {drawing{page: "ended", data: frame, hosts: []string{"https://a.example", "https://b.example"}}, 200, "no-store"},
	} {
		for _, accepts := range []string{"gzip", ""} {
			w := httptest.NewRecorder()
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
			r.Header.Set("Accept-Encoding", accepts)
			draw(w, r, tt.d)
			h := w.Header()
			ancestors, options := "'none'", "DENY"
			if tt.d.hosts != nil {
				ancestors, options = "https://a.example https://b.example", ""
			}
			want := map[string]string{
				"Content-Type": "text/html; charset=utf-8", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": tt.cache, "X-Frame-Options": options,
				"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
				"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors " + ancestors,
			}
			zipped := tt.d.public && accepts == "gzip"
			want["Vary"], want["Content-Encoding"] = "", ""
			if tt.d.public {
				want["Vary"] = "Accept-Encoding, Accept-Language, Cookie"
			}
			if zipped {
				want["Content-Encoding"] = "gzip"
			}
			for header, value := range want {
				if h.Get(header) != value {
					t.Errorf("%s: %s is %q, want %q", name, header, h.Get(header), value)
				}
			}
			var body io.Reader = w.Body
			if zipped {
				z, err := gzip.NewReader(body)
				if err != nil {
					t.Fatal(err)
				}
				body = z
			}
			if text, err := io.ReadAll(body); err != nil || w.Code != tt.status || !strings.Contains(string(text), "<title>Titel") || !strings.HasSuffix(strings.TrimSpace(string(text)), "</html>") {
				t.Errorf("%s: %d, %v: %.200s", name, w.Code, err, text)
			}
		}
	}
}

// A page that cannot be drawn is a fault of the program, and not half a page.
func TestAPageIsDrawnWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	w := httptest.NewRecorder()
	defer func() {
		if recover() == nil || w.Body.Len() > 0 {
			t.Errorf("drawn: %s", w.Body)
		}
	}()
	draw(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil), drawing{page: "ended", data: struct{}{}})
}

// A page goes out compressed to who takes that, and only to them.
func TestOnlyWhoTakesItGetsItCompressed(t *testing.T) {
	t.Parallel()
	for accepts, want := range map[string]bool{
		"gzip": true, "br, gzip;q=0.5": true, "deflate,gzip": true, "gzip;q=1.0": true, "": false, "br": false, "gzip;q=0": false, "gzip; q=0": false, "gzip;q=0.000": false, "x-gzip": false, "*": false,
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.Header.Set("Accept-Encoding", accepts)
		if got := acceptsZipped(r); got != want {
			t.Errorf("%q: %v", accepts, got)
		}
	}
}

// A kept page is one path's in one language, of this minute and these office files;
// what does not exist is not kept.
func TestAKeptPageIsOfItsMinuteAndItsFiles(t *testing.T) {
	t.Parallel()
	k, drawn := keptPages{}, 0
	one, other := &face{}, &face{base: "x"}
	get := func(of *face, now time.Time, path, lang string, exists, draws bool) {
		t.Helper()
		before := drawn
		page, ok := k.get(of, now, keptKey{path, lang}, func() (keptPage, bool) {
			drawn++
			return keptPage{plain: []byte(path + lang)}, exists
		})
		if ok != exists || (drawn > before) != draws || exists && string(page.plain) != path+lang {
			t.Errorf("%s in %s at %v: %q, %v, drawn %v", path, lang, now, page.plain, ok, drawn > before)
		}
	}
	get(one, noonHere, "/", "de", true, true)
	get(one, noonHere.Add(59*time.Second), "/", "de", true, false)
	get(one, noonHere, "/", "en", true, true)
	get(one, noonHere, "/x", "de", true, true)
	get(one, noonHere, "/gone", "de", false, true)
	get(one, noonHere, "/gone", "de", false, true)
	get(one, noonHere.Add(time.Minute), "/", "de", true, true)
	get(other, noonHere.Add(time.Minute), "/", "de", true, true)
	get(other, noonHere.Add(time.Minute), "/", "de", true, false)
}

// Who asks for more than their budget is refused, a newcomer never because of others,
// and budgets that are whole again are forgotten first.
func TestOnlyWholeBudgetsAreForgotten(t *testing.T) {
	t.Parallel()
	l := limiter{burst: 2, refill: time.Minute, seen: nil}
	address := func(n int) string { return fmt.Sprintf("10.%d.%d.%d:1", n>>16, n>>8&255, n&255) }
	for n := range mostVisitors - 1 {
		l.admits(address(n), noonHere)
	}
	now := noonHere.Add(90 * time.Second) // they are whole again
	for range 2 {
		l.admits("192.0.2.1:1", now)
	}
	l.admits("192.0.2.2:1", now)
	if l.admits("192.0.2.1:1", now) || len(l.seen) != 2 {
		t.Errorf("who has used up a budget is admitted, and %d are remembered", len(l.seen))
	}
	if !l.admits("192.0.2.1:1", now.Add(time.Minute)) || l.admits("192.0.2.1:1", now.Add(time.Minute+59*time.Second)) || !l.admits("192.0.2.1:1", now.Add(2*time.Minute)) {
		t.Error("a page comes back otherwise than once a minute")
	}
	usual := limiter{}
	for n := range 61 {
		if got := usual.admits("192.0.2.1:1", noonHere); got != (n < 60) {
			t.Errorf("page %d at once: %v", n+1, got)
		}
	}
	if usual.admits("192.0.2.1:1", noonHere.Add(999*time.Millisecond)) || !usual.admits("192.0.2.1:1", noonHere.Add(time.Second)) {
		t.Error("usually a page comes back after a second")
	}
}

// What becomes a link is a page or a telephone number of the office, and nothing else
// that somebody writes.
func TestOnlyPagesAndNumbersBecomeLinks(t *testing.T) {
	t.Parallel()
	phones := []phone{{"02389 71-333", "tel:+49238971333"}, {}}
	for line, want := range map[string]string{
		"Rufen Sie 02389 71-333 an.":         "Rufen Sie |02389 71-333>tel:+49238971333| an.",
		"siehe https://x.example/a?b=c.":     "siehe |https://x.example/a?b=c>https://x.example/a?b=c|.",
		"(http://x.example)":                 "(|http://x.example>http://x.example|)",
		"javascript:alert(1)":                "javascript:alert(1)",
		"data:text/html,x mailto:a@b.c":      "data:text/html,x mailto:a@b.c",
		`https://x.example/"onclick="a`:      `https://x.example/>https://x.example/|"onclick="a`,
		"https://":                           "https://",
		"<script>https://x.example</script>": "<script>|https://x.example>https://x.example|</script>",
		"":                                   "",
	} {
		var all []string
		for _, s := range spans(line, phones) {
			text := s.Text
			if s.Href != "" {
				text += ">" + string(s.Href)
			}
			all = append(all, text)
		}
		if got := strings.Join(all, "|"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	lists := blocks([]string{"eins", "zwei", "", "drei", "• a", "• Amt: https://x.example", "vier"}, nil)
	if len(lists) != 4 || len(lists[0].Lines) != 2 || lists[1].List || !lists[2].List || len(lists[2].Lines) != 2 || lists[2].Lines[1][0].Text != "Amt" || lists[2].Lines[1][0].Href != "https://x.example" {
		t.Errorf("%+v", lists)
	}
}

// A page names who it is of once, leads to itself in each language, and knows which
// way that is written.
func TestAFrameSaysWhoseItIs(t *testing.T) {
	t.Parallel()
	town := office.Sample()
	f := newFace(town, true)
	name := f.named("de")
	for title, want := range map[string]string{"Impressum": "Impressum – " + name, name + ", Aufrufe": name + ", Aufrufe"} {
		if got := f.frame(nil, "de", title).Tab(); got != want {
			t.Errorf("%q", got)
		}
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/?concern=a%26b&lang=de", nil)
	page := f.frame(r, "en", "x")
	for i, lang := range locales.Languages() {
		if l := page.Langs[i]; l.Lang != lang || l.Current != (lang == "en") || l.Href != "?concern=a%26b&lang="+lang || l.Name == "" {
			t.Errorf("%+v", l)
		}
	}
	if page.Dir != "ltr" || f.frame(nil, "ar", "x").Dir != "rtl" || page.Privacy != town.Offices[0].Privacy.In("en") || page.Base != "/chat" || !page.Talks {
		t.Errorf("%+v", page)
	}
	if len(town.Offices) == 1 {
		second := *town.Offices[0]
		town.Offices = append(town.Offices, &second)
	}
	if got := newFace(booking.Town{Offices: town.Offices}, true).named("de"); got != town.Offices[0].Address.Town {
		t.Errorf("a town with several offices is called %q", got)
	}
}
