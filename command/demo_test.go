package command

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"terminbote/bot/web/browsertest"
	"terminbote/storage/storagetest"
)

var demoAddress = regexp.MustCompile(`The demonstration is at (http://[0-9.:]+)`)

// spectator is somebody who looks at the demonstration.
type spectator struct {
	*browsertest.Tab

	t     *testing.T
	later string // of the times of the day which; empty: the first
}

// startDemo starts a demonstration and returns where it is.
func startDemo(t *testing.T, args ...string) (*process, string) {
	t.Helper()
	p := start(t, nil, append([]string{"demo", "--no-browser", "--listen", "127.0.0.1:0", "--database", storagetest.URL(t)}, args...)...)
	(&served{p, ""}).awaitsLog("The demonstration is at ")
	return p, demoAddress.FindStringSubmatch(p.said.String())[1]
}

// in is an expression about a place of the page.
func in(place int, expression string) string {
	return `((document) => ` + expression + `)(document.querySelectorAll("main iframe")[` + strconv.Itoa(place) + `].contentDocument)`
}

// press presses what a CSS selector finds in a place, once it is there.
func (s *spectator) press(place int, selector string) {
	s.t.Helper()
	s.Until(in(place, `(found => found && (found.click(), true))(document?.querySelector('`+selector+`'))`))
}

// write writes an answer in the citizen's place.
func (s *spectator) write(field, text string) {
	s.t.Helper()
	s.Until(in(0, `document?.querySelector('`+field+`')`))
	browsertest.Value[int](s.Tab, in(0, `(document.querySelector('`+field+`').value = '`+text+`', document.querySelector('.typed button').click(), 0)`))
}

func TestTheDemoShowsItAll(t *testing.T) {
	t.Parallel()
	p, address := startDemo(t)
	s := &spectator{browsertest.Open(t, browsertest.Look{Width: 1600, Height: 1000}), t, ""}
	s.Visit(address)
	s.Until(`document.querySelectorAll("#tag tbody tr").length > 20`)
	for _, want := range []string{"erledigt", "nicht erschienen", "gebucht"} {
		if !strings.Contains(s.Text(), want) {
			t.Errorf("nobody is %q:\n%s", want, s.Text())
		}
	}
	s.keepsNobodyOut("the entrance")
	s.book()
	s.press(1, `a[href="/demo/post/1"]`)
	s.Until(in(1, `document.body?.innerText.includes("erika@example.org") && document.querySelector('a[href$=".ics"]')`))
	if path := os.Getenv("DEMO_PICTURE"); path != "" {
		s.Until(in(1, `document.defaultView.performance.getEntriesByType("resource").some(e => e.name.endsWith("/inhalt") && e.responseEnd > 0)`))
		s.Until(`new Promise(drawn => setTimeout(drawn, 500, true))`)
		s.Save(path)
	}
	s.keepsNobodyOut("the card")
	for range 8 + 24*(s.daysAhead()-1) { // it is forenoon, and the reminder comes at five the day before
		s.forward("hour")
	}
	s.Until(mailed("Erinnerung"))
	s.forward("after")
	s.Until(mailed("nicht gesehen"))
	if code := p.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}

// book books as the citizen: tomorrow, since there is a reminder for it.
func (s *spectator) book() {
	s.t.Helper()
	s.press(0, `a[href="/anliegen/id-card"]`)
	s.press(0, `input[name="concern"] + button`)
	s.Until(in(0, `(days => days || (document?.querySelector('button[value="n:1"], button[value="next"]')?.click(), false))(document?.querySelector('button[value="days"]'))`))
	s.press(0, `button[value="days"]`)
	s.Until(in(0, `(days => days.length > 1 && (days.at(1).click(), true))([...document.querySelectorAll('button[value^="day:"]')])`))
	s.press(0, `button[value^="time:"]`+s.later)
	s.write(`input[autocomplete="name"]`, "Erika Beispiel")
	s.write(`input[autocomplete="email"]`, "erika@example.org")
	s.press(0, `button[value="yes"]`)
	s.Until(in(0, `document.querySelector(".card")`))
	s.Until(`document.querySelector("#zahl").textContent === "1"`)
}

// daysAhead is in how many days the citizen has the appointment of their card: behind a Friday there is a weekend.
func (s *spectator) daysAhead() int {
	s.t.Helper()
	return browsertest.Value[int](s.Tab, `(() => {
		const months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
		const [, year] = document.querySelector("#tag").textContent.match(/ (\d{4}),/);
		const dayOf = text => { const [, day, name] = text.match(/(\d+)\. (\p{L}+)/u); return [months.indexOf(name), +day] };
		const [month, today] = dayOf(document.querySelector("#uhr").textContent), [then, day] = dayOf(`+in(0, `document.querySelector(".card").textContent`)+`);
		return Math.round((Date.UTC(+year + (then < month), then, day) - Date.UTC(+year, month, today)) / 864e5)
	})()`)
}

// keepsNobodyOut holds the page and what stands in its frames against axe.
func (s *spectator) keepsNobodyOut(what string) {
	s.t.Helper()
	faults := s.Faults()
	for _, frame := range []string{"/", "/demo/post", "/demo/amt"} {
		faults = append(faults, s.FaultsWithin(frame)...)
	}
	for _, fault := range faults {
		s.t.Errorf("%s: %s", what, fault)
	}
}

// Anybody who asks to be told of earlier times is mailed an offer once somebody
// cancels, and on the day how late the office is.
func TestTheDemoOffersAndRunsLate(t *testing.T) {
	t.Parallel()
	_, address := startDemo(t)
	s := &spectator{browsertest.Open(t, browsertest.Look{Width: 1600, Height: 1000}), t, `:nth-of-type(9)`}
	s.Visit(address)
	s.Until(`document.querySelectorAll("#tag tbody tr").length > 20`)
	s.book()
	link := browsertest.Value[string](s.Tab, `fetch("/demo/post/1/inhalt").then(r => r.text()).then(t => t.match(/href="([^"]*\/termin\/[^"]*)"/)[1])`)
	other := s.Second(browsertest.Look{})
	other.Visit(link)
	for _, do := range []string{"wait", "wait-yes"} {
		other.Click(`button[value="` + do + `"]`)
	}
	other.Until(`document.querySelector("h1")?.textContent === "Sie stehen auf der Warteliste"`)
	s.cancels()
	s.Until(mailed("frei geworden"))
	s.forward("morning")
	s.forward("late")
	s.Until(mailed("dauert es länger"))
}

// cancels cancels as the clerk what is booked last today.
func (s *spectator) cancels() {
	s.t.Helper()
	number := browsertest.Value[string](s.Tab, `[...document.querySelectorAll("#tag tbody tr")].filter(r => r.cells[4].textContent === "gebucht").at(-1).cells[1].textContent`)
	s.Until(in(2, `document?.querySelector("#antwort")`))
	browsertest.Value[int](s.Tab, in(2, `(document.querySelector("#antwort").value = "`+number+`", document.querySelector(".typed button").click(), 0)`))
	s.press(2, `button[value="cancel"]`)
	s.press(2, `button[value="yes"]`)
}

// forward puts the clock forward, and waits until it shows that.
func (s *spectator) forward(to string) {
	s.t.Helper()
	before := browsertest.Value[string](s.Tab, `document.querySelector("#uhr").textContent`)
	s.Click(`button[value="` + to + `"]`)
	s.Until(`document.querySelector("#uhr").textContent !== "` + before + `"`)
}

// mailed tells whether a mail says something in its subject.
func mailed(subject string) string {
	return `fetch("/demo/post").then(r => r.text()).then(t => t.includes("` + subject + `"))`
}

func TestADemoTakesAnotherPort(t *testing.T) {
	t.Parallel()
	_, address := startDemo(t, "--listen", "127.0.0.1:0")
	p, other := startDemo(t, "--listen", strings.TrimPrefix(address, "http://"))
	if other == address || !strings.Contains(p.said.String(), "is in use") {
		t.Errorf("both are at %s and %s; the second said:\n%s", address, other, p.said.String())
	}
}
