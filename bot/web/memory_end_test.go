package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
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

// Who has no talk has none to end: nothing is taken from the browser.
func TestWhoHasNoTalkKeepsWhatTheBrowserHas(t *testing.T) {
	t.Parallel()
	w, memory := inMemory(t)
	calls := failsAt(memory, 1)
	b := w.browser()
	b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, path := range []string{"/chat", "/chat/ende", "/chat/weiter"} {
		p := b.send(path, url.Values{"text": {"x"}})
		if p.status != http.StatusSeeOther || p.header.Get("Location") != "/chat/ende" || p.header.Get("Set-Cookie") != "" || p.header.Get("Clear-Site-Data") != "" {
			t.Errorf("%s: %d to %q, %v", path, p.status, p.header.Get("Location"), p.header)
		}
	}
	if calls() > 0 {
		t.Error("a talk is looked for that there is not")
	}
}

// The page knows when its talk ends: it warns five minutes before, and without scripts
// loads again then.
func TestThePageKnowsWhenItsTalkEnds(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	b := w.browser()
	b.begin("id-card")
	for _, want := range []string{`data-warn="1500" data-end="1800"`, `<meta http-equiv="refresh" content="1800; url=/chat">`} {
		if !strings.Contains(b.page.body, want) {
			t.Errorf("no %s on the page:\n%s", want, b.page.body)
		}
	}
}

// Of some who press one time the last ones come too late: they are told above the other
// times, and nothing that they have typed is at fault.
func TestATimeThatIsGoneIsNoFaultOfWhatWasTyped(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	at := func(b *browser, word string) bool {
		return slices.ContainsFunc(b.page.choices(), func(c string) bool { return strings.HasPrefix(c, word) })
	}
	var all []*browser
	for range len(w.office.Desks) + 1 {
		b := w.browser()
		for b.begin("id-card"); !at(b, "time:"); {
			b.press(firstAnswer(b, b.page.choices()))
		}
		all = append(all, b)
	}
	late := 0
	for _, b := range all {
		if b.press("time:"); at(b, "time:") {
			late++
			if strings.Contains(b.page.body, `class="fault"`) || strings.Contains(b.page.body, "aria-invalid") || !strings.Contains(b.page.text(), "gerade jemand anders bekommen") {
				t.Errorf("who is late sees:\n%s", b.page.text())
			}
		}
	}
	if late == 0 || late == len(all) {
		t.Errorf("%d of %d are late", late, len(all))
	}
}
