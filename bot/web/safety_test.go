package web_test

import (
	"html"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	xhtml "golang.org/x/net/html"

	"terminbote/booking"
)

func TestAFormThatWasNotMadeHereDoesNothing(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b, other := w.browser(), w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	other.begin("id-card")
	whole := b.page.fields()
	whole.Set("choice", "yes")
	before := w.rows()
	for name, change := range map[string]func(url.Values){
		"no key":                func(f url.Values) { f.Del("key") },
		"another key":           func(f url.Values) { f.Set("key", strings.Repeat("A", 22)) },
		"another person's key":  func(f url.Values) { f.Set("key", other.page.fields().Get("key")) },
		"a later revision":      func(f url.Values) { n, _ := strconv.Atoi(f.Get("revision")); f.Set("revision", strconv.Itoa(n+1)) },
		"no number":             func(f url.Values) { f.Set("revision", "x") },
		"nothing":               func(f url.Values) { clear(f) },
		"an overflowing number": func(f url.Values) { f.Set("revision", strings.Repeat("9", 40)) },
	} {
		form := url.Values{}
		for k, v := range whole {
			form[k] = v
		}
		change(form)
		if p := b.send("/chat", form); p.status != http.StatusForbidden || !strings.Contains(p.body, w.office.Phone) {
			t.Errorf("%s: %d\n%s", name, p.status, p.text())
		}
	}
	if w.rows() != before {
		t.Error("something changed")
	}
	if p := b.send("/chat", whole); p.status != http.StatusOK || w.confirmed() != 1 {
		t.Errorf("the whole form: %d, %d booked", p.status, w.confirmed())
	}
}

func TestAReplayAnswersAndDoesNothing(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	form := b.page.fields()
	form.Set("choice", "yes")
	for range 4 {
		if p := b.send("/chat", form); p.status != http.StatusOK || !strings.Contains(p.body, "Gebucht!") {
			t.Errorf("%d:\n%s", p.status, p.text())
		}
	}
	if w.confirmed() != 1 {
		t.Errorf("%d booked", w.confirmed())
	}
	form.Set("choice", "change:name")
	if p := b.send("/chat", form); p.status != http.StatusConflict || !strings.Contains(p.text(), "schon beantwortet") {
		t.Errorf("an old form: %d\n%s", p.status, p.text())
	}
}

func TestAnotherPersonsTalkIsNotReached(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b, thief := w.browser(), w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	form := b.page.fields()
	form.Set("choice", "yes")
	thief.begin("id-card")
	if p := thief.send("/chat", form); p.status != http.StatusForbidden || strings.Contains(p.body, "Ada") || w.confirmed() != 0 {
		t.Errorf("%d, %d booked:\n%s", p.status, w.confirmed(), p.text())
	}
	b.press("yes")
	_, rest, _ := strings.Cut(b.page.body, `href="/chat/termin/`)
	name, _, _ := strings.Cut(rest, `"`)
	file := "/chat/termin/" + html.UnescapeString(name)
	if p := b.open(file); p.status != http.StatusOK || !strings.HasPrefix(p.body, "BEGIN:VCALENDAR") {
		t.Errorf("one's own file: %d %q", p.status, p.body)
	}
	if p := thief.open(file); p.status != http.StatusNotFound || strings.Contains(p.body, "VCALENDAR") {
		t.Errorf("another one's: %d %q", p.status, p.body)
	}
	if p := w.browser().open(file); p.status != http.StatusNotFound {
		t.Errorf("nobody's: %d", p.status)
	}
}

func TestABrowserCannotChooseItsSession(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	planted := strings.Repeat("x", 32)
	at, _ := url.Parse(w.server.URL)
	b.client.Jar.SetCookies(at, []*http.Cookie{{Name: "talk", Value: planted, Path: "/"}})
	b.begin("id-card")
	for _, c := range b.client.Jar.Cookies(at) {
		if c.Name == "talk" && c.Value == planted {
			t.Error("a planted session was taken")
		}
	}
	if n := w.count(`SELECT count(*) FROM chat`); n != 1 {
		t.Errorf("%d talks", n)
	}
}

func TestTheDatabaseDoesNotHoldSessions(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.begin("id-card")
	at, _ := url.Parse(w.server.URL)
	for _, c := range b.client.Jar.Cookies(at) {
		if strings.Contains(w.rows(), c.Value) && c.Name == "talk" {
			t.Error("who reads the database can go on with a talk")
		}
	}
}

func TestAnotherSiteCannotAnswer(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	form := b.page.fields()
	form.Set("choice", "yes")
	for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
		b.header = http.Header{name: {value}}
		for _, path := range []string{"/chat", "/chat/beginn", "/chat/ende"} {
			if p := b.send(path, form); p.status != http.StatusForbidden {
				t.Errorf("%s, %s: %d", name, path, p.status)
			}
		}
	}
	if w.confirmed() != 0 {
		t.Error("it was booked")
	}
	b.header = http.Header{}
	if p := b.open("/chat"); !strings.Contains(p.body, "Stimmt alles?") {
		t.Errorf("the talk went on:\n%s", p.text())
	}
}

func TestAFormThatIsTooLongIsRefused(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.begin("")
	form := b.page.fields()
	form.Set("text", strings.Repeat("ä", 20_000))
	before := w.rows()
	if p := b.send("/chat", form); p.status != http.StatusRequestEntityTooLarge || !strings.Contains(p.text(), "kürzer") {
		t.Errorf("%d:\n%s", p.status, p.text())
	}
	if w.rows() != before {
		t.Error("something changed")
	}
}

// A form that is torn or is no form does nothing, and nobody is woken for it.
func TestAFormThatCannotBeReadIsRefused(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	before := w.rows()
	for name, body := range map[string]string{"a half escape": "choice=yes&text=%4", "semicolons": "choice=yes;key=1", "binary": "\x00\xff%zz"} {
		for _, path := range []string{"/chat", "/chat/beginn"} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.server.URL+path, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			response, err := b.client.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			if said := bodyOf(t, response); response.StatusCode != http.StatusBadRequest || !strings.Contains(said, w.office.Phone) {
				t.Errorf("%s to %s: %d\n%s", name, path, response.StatusCode, said)
			}
		}
	}
	if w.rows() != before || w.log.String() != "" {
		t.Errorf("something changed, or the log speaks of it:\n%s", w.log.String())
	}
}

func TestOneAddressKeepsNobodyElseOut(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	greedy, opened := w.browser().address, 0
	for range 1000 {
		b := w.browser()
		b.address = greedy
		if p := b.send("/chat/beginn", url.Values{}); p.status == http.StatusOK {
			opened++
		} else if p.status != http.StatusTooManyRequests || p.header.Get("Retry-After") == "" {
			t.Fatalf("%d", p.status)
		}
	}
	if opened < 30 || opened > 60 {
		t.Errorf("one address opened %d talks: a school class needs 30, and nobody 60", opened)
	}
	if p := w.browser().begin("id-card"); p.status != http.StatusOK {
		t.Errorf("somebody else: %d", p.status)
	}
	w.now = w.now.Add(time.Minute)
	b := w.browser()
	b.address = greedy
	if p := b.send("/chat/beginn", url.Values{}); p.status != http.StatusOK {
		t.Errorf("a minute later: %d", p.status)
	}
}

// What somebody pastes is text, wherever it is shown.
func TestWhatIsPastedIsText(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	pasted := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, `</title><b>`, `{{.}}`, `'-alert(1)-'`,
		`<a href="javascript:alert(1)">https://evil.example/</a>`, "\x00\x1b[2J", `https://evil.example/"onmouseover="alert(1)`,
	}
	b := w.browser()
	for _, text := range pasted {
		b.begin("")
		b.write(text)
		mustBeHarmless(t, b.page)
	}
	b = w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	b.press("change:name")
	for _, text := range pasted {
		b.write(text)
		mustBeHarmless(t, b.page)
	}
	for _, path := range []string{"/%3Cscript%3E", "/anliegen/%3Cb%3E", "/termin/frei?concern=%3Cscript%3E", "/?lang=%22%3E%3Cscript%3E", "/chat?concern=%3Cscript%3E"} {
		mustBeHarmless(t, b.open(path))
	}
}

func mustBeHarmless(t *testing.T, p page) {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(p.body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		src := attribute(n, "src")
		if n.Data == "script" && !strings.HasPrefix(src, "/-/talk-") || n.Data == "img" && !strings.HasPrefix(src, "/-/arms-") || n.Data == "b" {
			t.Errorf("<%s src=%q> was let in:\n%s", n.Data, src, p.body)
		}
		for _, a := range n.Attr {
			scheme, _, absolute := strings.Cut(a.Val, ":")
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "href" && absolute && !slices.Contains([]string{"http", "https", "tel", "mailto"}, scheme) {
				t.Errorf("<%s %s=%q> was let in", n.Data, a.Key, a.Val)
			}
		}
	}
	if policy := p.header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe") || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("the policy is %q", policy)
	}
}

func attribute(n *xhtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestTheHostThatIsAskedForIsNotBelieved(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	for _, path := range []string{"/", "/chat", "/anliegen/id-card", "/termin/frei?concern=id-card", "/nothing"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = "evil.example"
		r.Header.Set("X-Forwarded-Host", "evil.example")
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		body := bodyOf(t, response)
		for name, values := range response.Header {
			body += name + strings.Join(values, " ")
		}
		if strings.Contains(body, "evil.example") {
			t.Errorf("%s repeats the host:\n%s", path, body)
		}
	}
}

func TestATalkEndsWhenNobodyGoesOn(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	form := b.page.fields()
	form.Set("choice", "yes")
	w.now = w.now.Add(29 * time.Minute)
	if p := b.send("/chat/weiter", nil); !strings.Contains(p.body, "Ada Lovelace") {
		t.Fatalf("after 29 minutes:\n%s", p.text())
	}
	w.now = w.now.Add(30 * time.Minute)
	p := b.send("/chat", form)
	if strings.Contains(p.body, "Ada") || !strings.Contains(p.body, "Das Gespräch ist beendet") || w.confirmed() != 0 {
		t.Errorf("after 30 more, %d booked:\n%s", w.confirmed(), p.text())
	}
	if p.header.Get("Cache-Control") != "no-store" {
		t.Error("the page may be kept")
	}
	if n := w.count(`SELECT count(*) FROM chat WHERE state::text LIKE '%Lovelace%'`); n != 0 {
		t.Error("what was said is still stored")
	}
}

func TestWhatNobodyGoesOnWithIsForgotten(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	for _, tt := range []struct{ minutes, want int }{{-1, 1}, {0, 0}} {
		if err := w.store.ForgetTalks(t.Context(), "web", w.now.Add(time.Duration(tt.minutes)*time.Minute)); err != nil {
			t.Fatal(err)
		}
		if n := w.count(`SELECT count(*) FROM chat WHERE state IS NOT NULL`); n != tt.want {
			t.Errorf("%d talks are stored, want %d", n, tt.want)
		}
	}
	if p := b.open("/chat"); strings.Contains(p.body, "Ada") || p.status != http.StatusOK {
		t.Errorf("%d:\n%s", p.status, p.text())
	}
}

// In a frame the talk stands where the office says, and nowhere else.
func TestTheTalkIsFramedByWhoMay(t *testing.T) {
	t.Parallel()
	alone := newSite(t)
	if p := alone.browser().open("/chat"); !strings.Contains(p.header.Get("Content-Security-Policy"), "frame-ancestors 'none'") ||
		p.header.Get("X-Frame-Options") != "DENY" {
		t.Errorf("%v", p.header)
	}
	w := newSite(t, func(town *booking.Town) { town.Offices[0].Site.FrameHosts = []string{"https://www.werne.de"} })
	if p := w.browser().open("/chat"); !strings.Contains(p.header.Get("Content-Security-Policy"), "frame-ancestors https://www.werne.de") ||
		p.header.Get("X-Frame-Options") != "" {
		t.Errorf("%v", p.header)
	}
}

func TestTheCookieIsForThisHostAlone(t *testing.T) {
	t.Parallel()
	hosts := []string{"https://www.werne.de"}
	for _, test := range []struct {
		dest string
		want []string
	}{
		{"document", []string{"__Host-talk=", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"}},
		{"iframe", []string{"__Host-talk=", "Path=/", "HttpOnly", "Secure", "SameSite=None", "Partitioned"}},
	} {
		w := newSiteAt(t, "https://termine.example.org", func(town *booking.Town) { town.Offices[0].Site.FrameHosts = hosts })
		b := w.browser()
		b.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		b.header = http.Header{"Sec-Fetch-Dest": {test.dest}, "Sec-Fetch-Site": {"same-origin"}}
		cookie := b.send("/chat/beginn", url.Values{}).header.Get("Set-Cookie")
		for _, part := range test.want {
			if !strings.Contains(cookie, part) {
				t.Errorf("%s: no %s in %q", test.dest, part, cookie)
			}
		}
		if strings.Contains(cookie, "Expires") || strings.Contains(cookie, "Max-Age") {
			t.Errorf("%s: %q outlives the browser", test.dest, cookie)
		}
	}
}

// A browser that names no Sec-Fetch-Site is known by its Origin, whatever Host
// a proxy tells.
func TestAFormFromOurAddressIsTakenBehindAProxy(t *testing.T) {
	t.Parallel()
	w := newSiteAt(t, "https://termine.example.org")
	b := w.browser()
	b.header = http.Header{"Origin": {"https://termine.example.org"}}
	if p := b.send("/chat/beginn", url.Values{}); p.status >= http.StatusBadRequest {
		t.Errorf("our own address: %d", p.status)
	}
	b.header = http.Header{"Origin": {"https://termine.example.org.evil.example"}}
	if p := b.send("/chat/beginn", url.Values{}); p.status != http.StatusForbidden {
		t.Errorf("another: %d", p.status)
	}
}

func TestWhenTheDatabaseIsAwayAPageSaysSo(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.begin("id-card")
	w.store.Close()
	for _, path := range []string{"/chat", "/termin/frei?concern=id-card"} {
		if p := b.open(path); p.status != http.StatusServiceUnavailable || !strings.Contains(p.body, w.office.Phone) || p.header.Get("Retry-After") == "" {
			t.Errorf("%s: %d\n%s", path, p.status, p.text())
		}
	}
	if p := b.open("/"); p.status != http.StatusOK {
		t.Errorf("the entrance needs no database: %d", p.status)
	}
	if said := w.log.String(); said == "" || strings.Contains(said, "talk=") {
		t.Errorf("the log says %q", said)
	}
}

// Who has everything about them erased has what was said erased from the page,
// too: the script shows the new talk in place of what the page has.
func TestWhatWasSaidIsErasedWithThePerson(t *testing.T) {
	t.Parallel()
	for _, script := range []string{"", "swap"} {
		w := newSite(t)
		b := w.browser()
		b.untilReview("Ada Lovelace", "ada@example.org")
		b.write("Daten löschen")
		form := b.page.fields()
		form.Set("choice", "yes")
		b.header.Set("X-Talk", script)
		if p := b.send("/chat", form); p.status != http.StatusOK || strings.Contains(p.body, "Lovelace") || strings.Contains(p.body, "ada@") {
			t.Errorf("the page still shows:\n%s", p.text())
		} else if script != "" && !strings.Contains(p.body, "data-reset") {
			t.Errorf("the script keeps what was said before:\n%s", p.body)
		}
		if rows := w.rows(); strings.Contains(rows, "Lovelace") || strings.Contains(rows, "ada@example.org") {
			t.Error("what was said is still stored")
		}
		if p := b.open("/chat"); strings.Contains(p.body, "Lovelace") {
			t.Errorf("a reload shows:\n%s", p.text())
		}
	}
}

// Nobody is written to in a browser, so that a mail address is needed there even
// where the office does without.
func TestABrowserNeedsAMailAddress(t *testing.T) {
	t.Parallel()
	w := newSite(t, func(town *booking.Town) {
		for _, o := range town.Offices {
			o.Policy.MailRequired = false
		}
	})
	b := w.browser()
	b.begin("id-card")
	for range 12 {
		all := b.page.choices()
		switch {
		case strings.Contains(b.page.body, `autocomplete="email"`):
			if slices.Contains(all, "nomail") {
				t.Errorf("a booking goes on without an address:\n%s", b.page.text())
			}
			return
		case strings.Contains(b.page.body, `autocomplete="name"`):
			b.write("Bob Beispiel")
		default:
			b.press(firstAnswer(b, all))
		}
	}
	t.Error("the address was never asked for")
}

// Who ends the talk gives back the time that it kept.
func TestTheTimeOfATalkThatEndsIsFreeAgain(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'held'`); n != 1 {
		t.Fatalf("%d times are kept", n)
	}
	b.send("/chat/ende", nil)
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'held'`); n != 0 {
		t.Error("the time is kept still")
	}
	if p := b.open("/chat"); strings.Contains(p.body, "Lovelace") {
		t.Errorf("the talk goes on:\n%s", p.text())
	}
}
