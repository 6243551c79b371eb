package web

import (
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// A form is of one session and one revision; what the database knows of a session
// is neither the session nor its forms' keys.
func TestAFormIsOfOneSessionAndOneRevision(t *testing.T) {
	t.Parallel()
	mine, other := newSession(), newSession()
	if mine == other || len(mine) != 32 || !tokenForm.MatchString(string(mine)) {
		t.Errorf("sessions %q and %q", mine, other)
	}
	key := mine.key(7)
	if raw, err := base64.RawURLEncoding.DecodeString(key); err != nil || len(raw) < 16 {
		t.Errorf("a key that can be guessed: %q", key)
	}
	for name, made := range map[string]bool{
		"another session": other.made(key, 7), "another revision": mine.made(key, 8), "no key": mine.made("", 7), "cut off": mine.made(key[:len(key)-1], 7),
		"longer": mine.made(key+"A", 7), "a number run on": mine.made(mine.key(71), 7), "no session": session("").made(key, 7),
	} {
		if made {
			t.Errorf("%s makes the form", name)
		}
	}
	if !mine.made(key, 7) {
		t.Error("its own form is none")
	}
	chat := mine.chat()
	if chat != mine.chat() || chat == other.chat() || chat.Channel != "web" || strings.Contains(chat.Address, string(mine)) || len(chat.Address) != 32 || chat.Address == key {
		t.Errorf("the chat is %+v", chat)
	}
}

// Only what looks like a session of ours is one, under the name for this way of
// reaching us and this kind of people.
func TestOnlyWhatLooksLikeASessionIsOne(t *testing.T) {
	t.Parallel()
	for name, talks := range map[string]*Talks{
		"__Host-talk": {Secure: true}, "talk": {}, "__Host-talk-staff": {Secure: true, Clerk: "lea"}, "talk-staff": {Clerk: "lea"},
	} {
		for value, want := range map[string]bool{
			strings.Repeat("aZ0_", 8): true, strings.Repeat("a", 31): false, strings.Repeat("a", 33): false, "": false,
			strings.Repeat("a", 31) + "!": false, strings.Repeat("a", 31) + ".": false,
		} {
			for _, given := range []string{"__Host-talk", "talk", "__Host-talk-staff", "talk-staff"} {
				r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
				r.AddCookie(&http.Cookie{Name: given, Value: value})
				got, ok := talks.sessionOf(r)
				if ok != (want && given == name) || ok != (string(got) == value && value != "") {
					t.Errorf("%s with %s=%q: %q, %v", name, given, value, got, ok)
				}
			}
		}
	}
}

// A session's cookie is for this host, read by no script, and sent from other sites
// only in a frame that may be; taking it back empties what the browser kept.
func TestASessionsCookieIsKeptToItself(t *testing.T) {
	t.Parallel()
	hosts := []string{"https://www.werne.de"}
	get := func(dest string) *http.Request {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/?frame=1", nil)
		r.Header.Set("Sec-Fetch-Dest", dest)
		return r
	}
	post := func(frame string) *http.Request {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader(url.Values{"frame": {frame}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return r
	}
	for name, tt := range map[string]struct {
		r      *http.Request
		secure bool
		hosts  []string
		framed bool
	}{
		"a page": {get("document"), true, hosts, false}, "a frame": {get("iframe"), true, hosts, true}, "a frame of nobody": {get("iframe"), true, nil, false},
		"a frame without https": {get("iframe"), false, hosts, false}, "a form": {post(""), true, hosts, false}, "a form in a frame": {post("1"), true, hosts, true},
	} {
		talks := &Talks{Secure: tt.secure, hosts: func() []string { return tt.hosts }}
		w := httptest.NewRecorder()
		talks.give(w, tt.r, "s")
		c := w.Result().Cookies()[0]
		same := http.SameSiteLaxMode
		if tt.framed {
			same = http.SameSiteNoneMode
		}
		if c.Value != "s" || c.Path != "/" || !c.HttpOnly || c.Secure != tt.secure || c.Domain != "" || c.SameSite != same || c.Partitioned != tt.framed || c.MaxAge != 0 || !c.Expires.IsZero() {
			t.Errorf("%s: %+v", name, c)
		}
		w = httptest.NewRecorder()
		talks.forget(w, tt.r)
		gone := w.Result().Cookies()[0]
		if gone.Name != c.Name || gone.Value != "" || gone.MaxAge >= 0 || gone.Path != c.Path || gone.Partitioned != c.Partitioned || w.Header().Get("Clear-Site-Data") != `"cache", "storage"` {
			t.Errorf("%s, taken back: %+v", name, gone)
		}
	}
}

// The language is the one asked for, else the one chosen before, else the browser's;
// what is none of ours counts for nothing.
func TestTheLanguageIsTheOneAskedFor(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ asked, cookie, header, want string }{
		"asked for": {"en", "de", "de", "en"}, "chosen before": {"", "en", "de", "en"}, "the browser's": {"", "", "en-GB,en;q=0.9", "en"}, "nobody's": {"", "", "", "de"},
		"none of ours": {"xx", "yy", "en", "en"}, "a path": {"../en", "", "", "de"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/?lang="+url.QueryEscape(tt.asked), nil)
		r.Header.Set("Accept-Language", tt.header)
		if tt.cookie != "" {
			r.AddCookie(&http.Cookie{Name: "lang", Value: tt.cookie})
		}
		if got := language(r); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	for text, want := range map[string]string{"meine-daten.json": "meine-daten.json", "a b\"c\\d/e:f*g?h<i>j|k\nl\x7fü": "a-b-c-d-e-f-g-h-i-j-k-l--"} {
		if got := strings.Map(fileLetter, text); got != want {
			t.Errorf("%q is saved as %q", text, got)
		}
	}
}
