package web_test

import (
	"errors"
	"net/http"
	"net/url"
	"testing"

	"terminbote/dialogs/dialogstest"
)

// Whichever look-up or change fails while a request is served, the answer says so: none
// is taken for done, and none for a talk that there is not.
func TestNoFaultOfTheDatabaseIsTakenForAnAnswer(t *testing.T) {
	t.Parallel()
	w, memory := inMemory(t)
	for name, ask := range map[string]func(b *browser, form url.Values) page{
		"beginning": func(*browser, url.Values) page {
			return w.browser().send("/chat/beginn", url.Values{"concern": {"id-card"}})
		},
		"beginning with words": func(*browser, url.Values) page {
			return w.browser().send("/chat/beginn", url.Values{"text": {"Reisepass"}})
		},
		"an answer":  func(b *browser, form url.Values) page { return b.send("/chat", form) },
		"looking":    func(b *browser, _ url.Values) page { return b.open("/chat") },
		"staying":    func(b *browser, _ url.Values) page { return b.send("/chat/weiter", nil) },
		"the end":    func(b *browser, _ url.Values) page { return b.send("/chat/ende", nil) },
		"one's data": func(b *browser, _ url.Values) page { return b.open("/chat/daten") },
		"no file":    func(b *browser, _ url.Values) page { return b.open("/chat/termin/99.ics") },
	} {
		for nth := 1; ; nth++ {
			b := w.browser()
			b.begin("id-card")
			form := b.page.fields()
			form.Set("choice", "days")
			b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			calls := failsAt(memory, nth)
			p := ask(b, form)
			memory.Fail = nil
			if calls() < nth {
				if nth < 3 || p.status >= http.StatusBadRequest && (name != "no file" || p.status != http.StatusNotFound) {
					t.Errorf("%s: after %d calls %d", name, nth-1, p.status)
				}
				break
			}
			if p.status != http.StatusServiceUnavailable {
				t.Errorf("%s: call %d fails, and the answer is %d", name, nth, p.status)
			}
		}
	}
}

// failsAt has the nth call of a memory fail, and tells how many there were.
func failsAt(memory *dialogstest.Memory, nth int) (calls func() int) {
	n := 0
	memory.Fail = func(string) error {
		if n++; n == nth {
			return errors.New("the database is away")
		}
		return nil
	}
	return func() int { return n }
}

// A talk that the database does not know any more, as one that was erased, is gone, and
// no fault.
func TestATalkThatIsErasedIsGone(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	other, _ := inMemory(t)
	b := w.browser()
	b.begin("id-card")
	form := b.page.fields()
	form.Set("choice", "days")
	b.server = other.server // which has the cookie, and no talk
	b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, path := range []string{"/chat", "/chat/weiter", "/chat/ende"} {
		if p := b.send(path, form); p.status != http.StatusSeeOther || p.header.Get("Location") != "/chat/ende" {
			t.Errorf("a form to %s: %d to %q", path, p.status, p.header.Get("Location"))
		}
	}
	for path, want := range map[string]int{"/chat": 200, "/chat/daten": 404, "/chat/termin/1.ics": 404} {
		if p := b.open(path); p.status != want {
			t.Errorf("%s: %d", path, p.status)
		}
	}
}
