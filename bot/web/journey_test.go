package web_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
)

func TestBookingByKeyboardAlone(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/anliegen/id-card")
	v.tabTo("button.main")
	v.Keys(browsertest.Enter)
	v.Await("#offen")
	for w.confirmed() == 0 {
		v.Until(`["offen", "antwort"].includes(document.activeElement.id)`)
		v.answer(v.nextKey)
	}
	if !v.Has(".card") {
		t.Errorf("no card:\n%s", v.Text())
	}
}

// tabTo presses Tab until the focus is on what a CSS selector finds.
func (v *visitor) tabTo(selector string) {
	v.t.Helper()
	for range 150 {
		v.Keys(browsertest.Tabulator)
		if browsertest.Value[bool](v.Tab, `document.activeElement.matches(`+"`"+selector+"`"+`)`) {
			if !browsertest.Value[bool](v.Tab, `getComputedStyle(document.activeElement).outlineStyle !== "none"`) {
				v.t.Errorf("nobody sees that the focus is on %s", selector)
			}
			return
		}
	}
	v.t.Fatalf("Tab never leads to %s:\n%s", selector, v.Text())
}

// nextKey answers the question that stands open by keys.
func (v *visitor) nextKey() {
	v.t.Helper()
	switch {
	case v.Has(`input[autocomplete="name"]`):
		v.tabTo("#antwort")
		v.Keys("Ada Lovelace" + browsertest.Enter)
	case v.Has(`input[autocomplete="email"]`):
		v.tabTo("#antwort")
		v.Keys("ada@example.org" + browsertest.Enter)
	case v.Has(`button[value="yes"]`):
		v.tabTo(`button[value="yes"]`)
		v.Keys(browsertest.Space)
	case v.Has(`button[value="next"]`):
		v.tabTo(`button[value="next"]`)
		v.Keys(browsertest.Enter)
	default:
		v.tabTo(`button[value^="n:"], button[value^="time:"]`)
		v.Keys(browsertest.Enter)
	}
}

func TestADoubleClickBooksOnce(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]browsertest.Look{"with scripts": {}, "without": {NoScript: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newSite(t)
			v := w.visitor(look)
			v.untilReview()
			v.answer(func() {
				browsertest.Value[int](v.Tab, `const b = document.querySelector('button[value="yes"]'); b.click(); b.click(); 0`)
			})
			v.Await(".card")
			v.Reload()
			v.Await(".card")
			if w.confirmed() != 1 || strings.Contains(v.Text(), "schon beantwortet") {
				t.Errorf("%d booked:\n%s", w.confirmed(), v.Text())
			}
		})
	}
}

func TestTwoWindowsOfOnePersonAgree(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	v := w.visitor(browsertest.Look{})
	v.untilReview()
	second := &visitor{v.Second(browsertest.Look{}), t, w.server, false}
	second.Visit(w.server.URL + "/chat")
	second.choose("yes")
	v.answer(func() { v.Click(`button[value="change:name"]`) })
	if w.confirmed() != 1 || !strings.Contains(v.Text(), "schon beantwortet") || !v.Has(".card") {
		t.Errorf("%d booked; the first window says:\n%s", w.confirmed(), v.Text())
	}
}

func TestNothingOfATalkIsSeenOnceItHasEnded(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]browsertest.Look{"with scripts": {}, "without": {NoScript: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newSite(t)
			v := w.visitor(look)
			v.untilReview()
			v.Click(`.ends button`)
			v.Until(`location.pathname === "/chat/ende"`)
			for range 3 {
				v.Back()
				v.Until(`document.readyState === "complete"`)
				if text := v.Text(); strings.Contains(text, "Änne") || strings.Contains(text, "aenne@") {
					t.Fatalf("going back shows:\n%s", text)
				}
			}
			v.Visit(w.server.URL + "/chat")
			if text := v.Text(); strings.Contains(text, "Änne") {
				t.Errorf("the talk shows:\n%s", text)
			}
			if n := w.count(`SELECT count(*) FROM chat WHERE state::text LIKE '%nne%'`); n != 0 {
				t.Error("what was said is still stored")
			}
			if n := w.count(`SELECT count(*) FROM appointment`); n != 0 {
				t.Errorf("%d times are still kept", n)
			}
		})
	}
}

func TestOfTwoWhoWantTheLastTimeOneGetsIt(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	one, other := w.visitor(browsertest.Look{}), w.visitor(browsertest.Look{NoScript: true})
	day := ""
	for _, v := range []*visitor{one, other} {
		v.Visit(w.server.URL + "/anliegen/id-card")
		v.Click(`button.main`)
		v.Await("#offen")
		v.untilTimes()
		v.choose("days")
		day = browsertest.Value[string](v.Tab, `[...document.querySelectorAll('button[value^="day:"]')].at(-1).value`)
		v.choose(day)
	}
	last := browsertest.Value[string](one.Tab, `[...document.querySelectorAll('button[value^="time:"]')].at(-1).value`)
	w.fillAllButOne(last)
	var both sync.WaitGroup
	for _, v := range []*visitor{one, other} {
		both.Go(func() { v.choose(last) })
	}
	both.Wait()
	got := 0
	for _, v := range []*visitor{one, other} {
		if v.Has(`input[autocomplete="name"]`) {
			got++
		} else if text := v.Text(); !strings.Contains(text, "hat gerade jemand anders bekommen") {
			t.Errorf("who comes too late reads:\n%s", text)
		}
	}
	if got != 1 {
		t.Errorf("%d of two got the last time", got)
	}
}

// fillAllButOne keeps a time at all desks but one that could serve.
func (w *town) fillAllButOne(choice string) {
	w.Helper()
	var last *browser
	for range 20 {
		b := w.browser()
		b.begin("id-card")
		form := b.page.fields()
		form.Set("text", w.at(choice).Format("2.1.2006 15:04"))
		b.send("/chat", form)
		if !strings.Contains(b.page.body, `autocomplete="name"`) {
			last.send("/chat/ende", nil)
			return
		}
		last = b
	}
	w.Fatal("the time never runs out")
}

func (w *town) at(choice string) time.Time {
	w.Helper()
	_, digits, _ := strings.Cut(choice, ":")
	return time.Unix(seconds(w.TB, "x "+digits), 0).In(w.office.Calendar.Zone)
}

func TestCancellingByTheMailsLinkAndBookingAgain(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	a, token := w.booked("de")
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/termin/" + token)
	v.Click(`button[value="cancel"]`)
	v.Await(`button[value="cancel-yes"]`)
	v.Click(`button[value="cancel-yes"]`)
	v.Await(`form[action="/chat/beginn"] button`)
	if w.state(a) != booking.Cancelled {
		t.Errorf("it is %s", w.state(a))
	}
	v.Click(`form[action="/chat/beginn"] button`)
	v.Await("#offen")
	if !strings.Contains(v.Text(), a.Items[0].Name["de"]) {
		t.Errorf("the new talk does not know what it is about:\n%s", v.Text())
	}
}

func TestWhoSitsStillIsWarnedAndThenLetGo(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	v := w.visitor(browsertest.Look{})
	v.untilReview()
	v.Until(`getComputedStyle(document.getElementById("warnung")).display === "none"`)
	browsertest.Value[int](v.Tab, `(document.getElementById("gespraech").dataset.warn = 0)`)
	v.Await("#warnung button")
	browsertest.Value[int](v.Tab, `(document.getElementById("gespraech").dataset.warn = 1500)`)
	v.Click("#warnung button")
	v.Until(`getComputedStyle(document.getElementById("warnung")).display === "none"`)
	if id := browsertest.Value[string](v.Tab, `document.activeElement.id`); id != "offen" {
		t.Errorf("the focus goes to %q", id)
	}
	w.now = w.now.Add(31 * time.Minute)
	browsertest.Value[int](v.Tab, `(document.getElementById("gespraech").dataset.end = 0)`)
	v.Until(`location.pathname === "/chat/ende"`)
	if text := v.Text(); strings.Contains(text, "Änne") {
		t.Errorf("the page shows:\n%s", text)
	}
}

func TestAReloadShowsTheTalkAsItStands(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	v := w.visitor(browsertest.Look{})
	v.untilReview()
	before := v.Text()
	v.Reload()
	v.Await("#offen")
	if after := v.Text(); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}
