package web_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"
)

// A talk that ends takes its session back from the browser, with all that the browser
// kept of it, however it ends: who sits down next at that machine finds nothing.
func TestATalkThatEndsLeavesNothingInTheBrowser(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(w *town, b *browser) page{
		"by a button": func(_ *town, b *browser) page { return b.send("/chat/ende", nil) },
		"by the script's button": func(_ *town, b *browser) page {
			b.header.Set("X-Talk", "swap")
			return b.send("/chat/ende", nil)
		},
		"seen too late": func(w *town, b *browser) page {
			w.now = w.now.Add(31 * time.Minute)
			return b.open("/chat")
		},
		"answered too late": func(w *town, b *browser) page {
			form := b.page.fields()
			form.Set("text", "x")
			w.now = w.now.Add(31 * time.Minute)
			return b.send("/chat", form)
		},
	} {
		w, _ := inMemory(t)
		b := w.browser()
		b.begin("id-card")
		b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		got := end(w, b)
		taken, err := http.ParseSetCookie(got.header.Get("Set-Cookie"))
		if err != nil || taken.Name != "talk" || taken.MaxAge >= 0 || taken.Value != "" {
			t.Errorf("%s: %d keeps the session: %q, %v", name, got.status, got.header.Get("Set-Cookie"), err)
		}
		if got.header.Get("Clear-Site-Data") == "" {
			t.Errorf("%s: the browser keeps what it has", name)
		}
		if left := b.client.Jar.Cookies(&url.URL{Scheme: "http", Host: b.server.Listener.Addr().String()}); len(left) != 0 {
			t.Errorf("%s: the browser keeps %v", name, left)
		}
	}
}
