package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
)

// explorer walks through a talk: from every kind of view it has not seen yet it
// presses everything and writes something, right and wrong.
type explorer struct {
	*browser

	seen  map[string]bool
	views []seenView
}

// seenView is a view, the state that shows it, and its page.
type seenView struct{ name, state, body string }

// mostViews ends a walk that finds ever new views.
const mostViews = 400

var written = []string{"Quietscheentchen", "Ada Lovelace", "ada@example.org", "ada@", "Perso verloren", "BBB 222", "123456"}

func explore(t *testing.T, w *town) []seenView {
	t.Helper()
	e := &explorer{browser: w.browser(), seen: map[string]bool{}}
	e.send("/chat/beginn", url.Values{})
	e.note()
	for i := 0; i < len(e.views); i++ { //nolint:intrange // the walk finds more as it goes
		if len(e.views) > mostViews {
			t.Fatalf("there is no end of views, the last: %q", e.views[len(e.views)-1].name)
		}
		from := e.views[i].state
		for _, choice := range kinds(e.show(from).choices()) {
			if !slices.Contains(e.show(from).choices(), choice) || choice == "yes" && strings.Contains(from, `"screen":"erase"`) {
				continue // after that there is nothing left to walk through
			}
			e.press(choice)
			e.note()
		}
		for _, text := range written {
			e.show(from)
			e.write(text)
			e.note()
		}
	}
	return e.views
}

// show brings the talk back to a state, in which what was cancelled stands.
func (e *explorer) show(state string) page {
	e.Helper()
	for _, undo := range []string{
		`DELETE FROM appointment WHERE state = 'held'`,
		`UPDATE appointment SET state = 'confirmed' WHERE state = 'cancelled' AND id = (SELECT min(id) FROM appointment WHERE number IS NOT NULL)`,
	} {
		if _, err := e.pool.Exec(e.Context(), undo); err != nil {
			e.Fatal(err)
		}
	}
	if _, err := e.pool.Exec(e.Context(), `UPDATE chat SET state = $1 WHERE channel = 'web'`, state); err != nil {
		e.Fatal(err)
	}
	e.address = newAddress() // nobody is as quick as this
	return e.open("/chat")
}

// note keeps the view that is shown, if it is of a new kind.
func (e *explorer) note() {
	e.Helper()
	if e.page.status != http.StatusOK {
		e.Fatalf("%d:\n%s", e.page.status, e.page.text())
	}
	var state string
	if err := e.pool.QueryRow(e.Context(), `SELECT state::text FROM chat WHERE channel = 'web'`).Scan(&state); err != nil {
		e.Fatal(err)
	}
	name := kindOf(e.page, state)
	if e.seen[name] || strings.Contains(e.page.body, `href="/chat/ende"`) {
		return
	}
	e.seen[name] = true
	e.views = append(e.views, seenView{name, state, e.page.body})
}

// kinds is one choice of each kind: the first day stands for all days.
func kinds(choices []string) []string {
	var all, said []string
	for _, c := range choices {
		kind := plainKind(c)
		if !slices.Contains(said, kind) {
			said, all = append(said, kind), append(all, c)
		}
	}
	return all
}

var digits = regexp.MustCompile(`[0-9]+`)

func plainKind(choice string) string {
	if prefix, _, ok := strings.Cut(choice, ":"); ok && prefix != "change" && prefix != "drop" {
		return prefix
	}
	return digits.ReplaceAllString(choice, "0")
}

// kindOf is what a view looks like: which screen, what can be chosen, whether a
// field is a faulty one.
func kindOf(p page, state string) string {
	var s struct {
		Screen string `json:"screen"`
		Web    struct {
			Now struct {
				Ask     string   `json:"ask"`
				Remarks []string `json:"remarks"`
			} `json:"now"`
		} `json:"web"`
	}
	_ = json.Unmarshal([]byte(state), &s)
	var choices []string
	for _, c := range kinds(p.choices()) {
		choices = append(choices, plainKind(c))
	}
	return fmt.Sprint(s.Screen, " ", s.Web.Now.Ask, " ", choices, " remarks: ", len(s.Web.Now.Remarks) > 0, " fault: ", strings.Contains(p.body, "aria-invalid"))
}

// generous is a town that sets nobody limits.
func generous(town *booking.Town) {
	for _, o := range town.Offices {
		o.Policy.HoldsPerHour, o.Policy.PerPerson, o.Policy.PerMail = 1_000_000, 1_000_000, 1_000_000
	}
}

func TestNothingOfATalkKeepsAnybodyOut(t *testing.T) {
	t.Parallel()
	w := newSite(t, generous)
	views := explore(t, w)
	if len(views) < 20 {
		t.Fatalf("only %d kinds of views", len(views))
	}
	t.Logf("%d kinds of views", len(views))
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/chat")
	v.Click("button.main")
	v.Await("#offen")
	v.KeepAxe()
	var bodies []string
	for _, view := range views {
		bodies = append(bodies, view.body)
	}
	for _, l := range readers() {
		v.Dark(l.Dark)
		for _, i := range l.reads(t, bodies) {
			state := strings.Replace(views[i].state, `"lang":"de"`, `"lang":"`+l.Lang+`"`, 1)
			if _, err := w.pool.Exec(t.Context(), `UPDATE chat SET state = $1 WHERE channel = 'web'`, state); err != nil {
				t.Fatal(err)
			}
			v.hold(t, l, views[i].name, "/chat")
		}
	}
}

// reader is how pages are held against axe: all of them, or as many as show
// each element once.
type reader struct {
	browsertest.Look

	all bool
}

// readers read all pages in one language and its elements in the other one and
// in the dark; with SOAK=1, all pages in each language and both colours. Axe
// takes most of the processor that this package's tests need.
func readers() []reader {
	long := os.Getenv("SOAK") != ""
	some := []reader{{browsertest.Look{Lang: "de"}, true}, {browsertest.Look{Lang: "en", Dark: true}, long}}
	if long {
		some = append(some, reader{browsertest.Look{Lang: "de", Dark: true}, true}, reader{browsertest.Look{Lang: "en"}, true})
	}
	return some
}

// reads is which of pages somebody reads.
func (l reader) reads(t *testing.T, bodies []string) []int {
	t.Helper()
	some := covering(t, bodies, l.all)
	t.Logf("in %s %d of %d pages", l.Lang, len(some), len(bodies))
	return some
}

// hold holds a page against axe, as it is to a reader whose colours are set.
func (v *visitor) hold(t *testing.T, l reader, name, path string) {
	t.Helper()
	v.Visit(v.server.URL + path)
	for _, fault := range v.Faults() {
		t.Errorf("%s in %s, dark: %t: %s", name, l.Lang, l.Dark, fault)
	}
}

func TestNothingOfThePagesKeepsAnybodyOut(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	_, token := w.booked("de")
	v := w.visitor(browsertest.Look{})
	v.KeepAxe()
	pages := []string{
		"/", "/bereich/identity", "/anliegen/id-card", "/anliegen/passport-temporary", "/impressum", "/datenschutz", "/barrierefreiheit",
		"/chat", "/chat?concern=id-card", "/chat/ende", "/termin/frei?concern=id-card", "/nowhere", "/termin/" + token,
		"/termin/" + strings.Repeat("A", 32), w.asked(), "/anzeige", "/da", "/da?druck", "/marke/AAA222",
	}
	var bodies []string
	for _, path := range pages {
		bodies = append(bodies, w.browser().open(path).body)
	}
	for _, l := range readers() {
		v.Dark(l.Dark)
		for _, i := range l.reads(t, bodies) {
			path, join := pages[i], "?"
			if strings.Contains(path, "?") {
				join = "&"
			}
			v.hold(t, l, path, path+join+"lang="+l.Lang)
		}
	}
	for _, do := range []string{"move", "cancel", "disown", "wait"} {
		v.Visit(w.server.URL + "/termin/" + token)
		browsertest.Value[bool](v.Tab, `window.left = true`)
		v.Click(`button[value="` + do + `"]`)
		v.Until(`!window.left && document.readyState === "complete"`)
		for _, fault := range v.Faults() {
			t.Errorf("%s: %s", do, fault)
		}
	}
}

func TestAxeSeesWhatKeepsPeopleOut(t *testing.T) {
	t.Parallel()
	v := browsertest.Open(t, browsertest.Look{})
	v.Visit(`data:text/html,<p style="color:%23ccc;background:%23fff">faint</p><input><img src="x">`)
	found := strings.Join(v.Faults(), "\n")
	for _, rule := range []string{"color-contrast", "label", "image-alt", "html-has-lang"} {
		if !strings.Contains(found, rule) {
			t.Errorf("axe does not see %s:\n%s", rule, found)
		}
	}
}
