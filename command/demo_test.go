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

	t *testing.T
}

// startDemo starts a demonstration and returns where it is.
func startDemo(t *testing.T, args ...string) (*process, string) {
	t.Helper()
	if testing.Short() {
		t.Skip("the program takes seconds to start and stop")
	}
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
	s := &spectator{browsertest.Open(t, browsertest.Look{Width: 1600, Height: 1000}), t}
	s.Visit(address)
	s.Until(`document.querySelectorAll("#tag tbody tr").length > 20`)
	for _, want := range []string{"erledigt", "nicht erschienen", "gebucht"} {
		if !strings.Contains(s.Text(), want) {
			t.Errorf("nobody is %q:\n%s", want, s.Text())
		}
	}
	for _, fault := range s.Faults() {
		t.Error(fault)
	}
	s.press(0, `a[href="/anliegen/id-card"]`)
	s.press(0, `input[name="concern"] + button`)
	s.press(0, `button[value="next"]`)
	s.press(0, `button[value="days"]`)
	// Tomorrow: there is a reminder for it.
	s.Until(in(0, `(days => days.length > 1 && (days.at(1).click(), true))([...document.querySelectorAll('button[value^="day:"]')])`))
	s.press(0, `button[value^="time:"]`)
	s.write(`input[autocomplete="name"]`, "Erika Beispiel")
	s.write(`input[autocomplete="email"]`, "erika@example.org")
	s.press(0, `button[value="yes"]`)
	s.Until(in(0, `document.querySelector(".card")`))
	s.Until(`document.querySelector("#zahl").textContent === "1"`)
	s.press(1, `a[href="/demo/post/1"]`)
	s.Until(in(1, `document.body?.innerText.includes("erika@example.org") && document.querySelector('a[href$=".ics"]')`))
	if path := os.Getenv("DEMO_PICTURE"); path != "" {
		s.Until(in(1, `document.querySelector("iframe").clientHeight > 0`))
		s.Save(path)
	}
	for range 8 { // it is forenoon, and the reminder comes at five
		s.forward("hour")
	}
	s.Until(mailed("Erinnerung"))
	s.forward("after")
	s.Until(mailed("nicht gesehen"))
	if code := p.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
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
