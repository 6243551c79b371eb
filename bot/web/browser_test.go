package web_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"terminbote/bot/web/browsertest"
)

// visitor is somebody at a real browser.
type visitor struct {
	*browsertest.Tab

	t      testing.TB
	server *httptest.Server
	plain  bool // no scripts run
}

func (w *town) visitor(l browsertest.Look) *visitor {
	w.Helper()
	return &visitor{browsertest.Open(w.TB, l), w.TB, w.server, l.NoScript}
}

// answer does what leads to the next question and waits until it is there.
func (v *visitor) answer(how func()) {
	v.t.Helper()
	v.Until(`document.readyState === "complete"`) // before, the script may still move the focus away from what is typed
	before := browsertest.Value[string](v.Tab, revisionNow)
	how()
	v.Until(`document.readyState === "complete" && (` + revisionNow + `) !== "" && (` + revisionNow + `) !== "` + before + `"`)
}

const revisionNow = `document.querySelector("#wahl input[name=revision]")?.value ?? ""`

func (v *visitor) choose(choice string) {
	v.t.Helper()
	v.answer(func() { v.Click(`button[name="choice"][value^="` + choice + `"]`) })
}

func (v *visitor) write(text string) {
	v.t.Helper()
	v.answer(func() { v.Write("#antwort", text) })
}

// untilReview answers everything up to the last question.
func (v *visitor) untilReview() {
	v.t.Helper()
	v.Visit(v.server.URL + "/anliegen/id-card")
	v.Click(`button.main`)
	v.Await("#offen")
	v.answerAll()
}

// untilTimes answers everything up to the times that are proposed.
func (v *visitor) untilTimes() {
	v.t.Helper()
	for !v.Has(`button[value="days"]`) {
		if v.Has(`button[value^="n:"]`) {
			v.choose("n:1")
		} else {
			v.choose("next")
		}
	}
}

// answerAll answers everything from the chosen concern up to the last question.
func (v *visitor) answerAll() {
	v.t.Helper()
	v.untilTimes()
	v.choose("days")
	v.choose("day:")
	v.choose("time:")
	v.write("Änne Groß-Lüdemann")
	v.write("aenne@example.org")
}

func TestBookingInABrowser(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]browsertest.Look{
		"with a mouse":            {},
		"without scripts":         {NoScript: true},
		"320 pixels wide":         browsertest.Phone,
		"in English, in the dark": {Lang: "en", Dark: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newSite(t)
			v := w.visitor(look)
			v.untilReview()
			v.choose("yes")
			if w.confirmed() != 1 || !v.Has(".card") {
				t.Fatalf("%d booked:\n%s", w.confirmed(), v.Text())
			}
			wide := browsertest.Value[int](v.Tab, `document.documentElement.scrollWidth - innerWidth`)
			if wide > 0 {
				t.Errorf("the page is %d pixels wider than the window", wide)
			}
			v.Picture(strings.ReplaceAll(name, " ", "-"))
		})
	}
}
