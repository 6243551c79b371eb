package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// times looks up what is booked in a memory.
type times struct{ memory *dialogstest.Memory }

// Facts is as in [web.Times].
func (t times) Facts(ctx context.Context, _ booking.PersonID, now time.Time, need dialogs.Need) (facts dialogs.Facts, err error) {
	err = t.memory.Converse(ctx, dialogs.Chat{Channel: "nobody", Address: "x"}, now, func(ctx context.Context, r dialogs.Records) (err error) {
		facts, err = r.Facts(ctx, need)
		return err
	})
	return facts, err
}

// inMemory is Werne's site without a database: what a talk does can be tried in
// milliseconds.
func inMemory(t *testing.T, change ...func(*booking.Town)) (*town, *dialogstest.Memory) {
	t.Helper()
	offices := office.Sample()
	for _, c := range change {
		c(&offices)
	}
	w := &town{TB: t, now: monday, office: offices.Offices[0]}
	w.files.Store(&offices)
	memory := dialogstest.New(offices)
	w.site = web.NewSite(web.Settings{Town: w.current, Now: w.present, Log: w.logger()})
	w.site.Open(web.Backend{
		Host:  &bot.Host{Conversations: memory, Now: w.present, Away: func(error) bool { return false }, Log: w.logger(), Metrics: bot.NewMetrics()},
		Times: times{memory}, Telegram: func(payload string) string { return "https://t.me/werne?start=" + payload },
	})
	mux := http.NewServeMux()
	w.site.Enter(mux)
	w.server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if from := r.Header.Get("Test-Address"); from != "" {
			r.RemoteAddr = from + ":1"
		}
		mux.ServeHTTP(rw, r)
	}))
	t.Cleanup(w.server.Close)
	return w, memory
}

// A talk goes by forms alone: an answer leads to the page that shows what came of it,
// an old form does nothing and says so, and what was booked can be taken along.
func TestATalkGoesByForms(t *testing.T) {
	t.Parallel()
	w, memory := inMemory(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	review := b.page.fields()
	review.Set("choice", "yes")
	if p := b.send("/chat", review); p.status != http.StatusOK || !strings.Contains(p.body, "Gebucht!") {
		t.Fatalf("%d\n%s", p.status, p.text())
	}
	all := memory.Appointments()
	if len(all) != 1 || all[0].State != booking.Confirmed || all[0].Contact.Name != "Ada Lovelace" {
		t.Fatalf("booked: %+v", all)
	}
	file := "/chat/termin/" + strconv.FormatInt(int64(all[0].ID), 10) + ".ics"
	if !strings.Contains(b.page.body, file) || !strings.Contains(b.page.body, "https://t.me/werne?start=number_"+string(all[0].Number)) {
		t.Errorf("the card leads nowhere:\n%s", b.page.body)
	}
	review.Set("choice", "change:name")
	if p := b.send("/chat", review); p.status != http.StatusConflict || !strings.Contains(p.text(), "schon beantwortet") {
		t.Errorf("an old form: %d\n%s", p.status, p.text())
	}
	for path, want := range map[string]int{file: 200, "/chat/termin/99.ics": 404, "/chat/termin/x.ics": 404, "/chat/daten": 200} {
		if p := b.open(path); p.status != want || want == 200 && (p.header.Get("Cache-Control") != "no-store" || !strings.HasPrefix(p.header.Get("Content-Disposition"), `attachment; filename="`) || p.header.Get("X-Content-Type-Options") != "nosniff") {
			t.Errorf("%s: %d, %v", path, p.status, p.header)
		}
		if p := w.browser().open(path); p.status != http.StatusNotFound {
			t.Errorf("%s for a stranger: %d", path, p.status)
		}
	}
	memory.Fail = func(string) error { return context.DeadlineExceeded }
	for _, path := range []string{file, "/chat/daten", "/chat"} {
		if p := b.open(path); p.status != http.StatusServiceUnavailable {
			t.Errorf("%s while the database is away: %d", path, p.status)
		}
	}
	for _, path := range []string{"/chat", "/chat/beginn", "/chat/weiter", "/chat/ende"} {
		if p := b.send(path, review); p.status != http.StatusServiceUnavailable {
			t.Errorf("a form to %s while the database is away: %d", path, p.status)
		}
	}
}

// The script gets what is new alone: from where it says it is, or all again where it
// cannot be there.
func TestTheScriptGetsWhatIsNew(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	b := w.browser()
	b.begin("id-card")
	b.press("days")
	b.header.Set("X-Talk", "swap")
	for since, reset := range map[string]bool{"0": false, "1": false, "": true, "x": true, "-1": true, "99": true} {
		p := b.open("/chat?since=" + url.QueryEscape(since))
		if p.status != http.StatusOK || strings.Contains(p.body, "<html") || strings.Contains(p.body, "data-reset") != reset {
			t.Errorf("since %q: %d, reset %v\n%.300s", since, p.status, strings.Contains(p.body, "data-reset"), p.body)
		}
	}
	const before = "Verstanden: Personalausweis beantragen."
	if all := b.open("/chat?since=x").text(); !strings.Contains(all, before) {
		t.Errorf("what was said is not there:\n%s", all)
	}
	if fresh := b.open("/chat?since=1").text(); strings.Contains(fresh, before) {
		t.Errorf("what is shown already comes again:\n%s", fresh)
	}
	b.header.Del("X-Talk")
	b.open("/chat")
	form := b.page.fields()
	form.Set("choice", "lang:en")
	b.header.Set("X-Talk", "swap")
	if p := b.send("/chat", form); p.status != http.StatusNoContent || p.header.Get("X-Talk") != "/chat" {
		t.Errorf("another language: %d, %q", p.status, p.header.Get("X-Talk"))
	}
	if p := w.browser().open("/chat/neu"); !strings.Contains(p.text(), "Gespräch") {
		t.Errorf("news without a talk: %d\n%s", p.status, p.text())
	}
}

// A talk that nobody goes on with for half an hour is over, one in which somebody still
// sits goes on, and nothing is shown of one that has ended.
func TestATalkEndsByItself(t *testing.T) {
	t.Parallel()
	w, memory := inMemory(t)
	b := w.browser()
	b.untilReview("Ada Lovelace", "ada@example.org")
	w.now = w.now.Add(29 * time.Minute)
	if p := b.send("/chat/weiter", nil); p.status != http.StatusOK || !strings.Contains(p.text(), "Lovelace") {
		t.Errorf("who still sits there: %d\n%s", p.status, p.text())
	}
	w.now = w.now.Add(29 * time.Minute)
	if p := b.open("/chat"); !strings.Contains(p.text(), "Lovelace") {
		t.Errorf("half an hour later:\n%s", p.text())
	}
	w.now = w.now.Add(31 * time.Minute)
	if p := b.open("/chat"); strings.Contains(p.text(), "Lovelace") {
		t.Errorf("an hour later:\n%s", p.text())
	}
	for _, a := range memory.Appointments() {
		if a.Blocks(w.now) {
			t.Errorf("a time is kept: %+v", a)
		}
	}
	again := w.browser()
	again.begin("id-card")
	if p := again.send("/chat/ende", nil); strings.Contains(p.text(), "Personalausweis") {
		t.Errorf("one that has ended:\n%s", p.text())
	}
	if p := again.send("/chat", url.Values{"text": {"x"}}); strings.Contains(p.text(), "Personalausweis") {
		t.Errorf("an answer to it: %d\n%s", p.status, p.text())
	}
}

// What is free can be asked for by the town's own site, for as many as there may be and
// on the days that can be booked, and by nobody for anything else.
func TestWhatIsFreeIsSaid(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	c := w.office.Concerns[0]
	today, last := w.office.Today(w.now), w.office.LastDay(w.now)
	for query, want := range map[string]int{
		"": 200, "&quantity=1": 200, "&quantity=" + strconv.Itoa(c.MaxQuantity): 200, "&quantity=" + strconv.Itoa(c.MaxQuantity+1): 404, "&quantity=0": 404, "&quantity=x": 404,
		"&day=" + today.String(): 200, "&day=" + last.String(): 200, "&day=" + today.Add(-1).String(): 404, "&day=" + last.Add(1).String(): 404, "&day=x": 404,
		"&at=" + string(w.office.ID): 200, "&at=nowhere": 404,
	} {
		p := w.browser().open("/termin/frei?concern=" + string(c.ID) + query)
		if p.status != want {
			t.Errorf("%q: %d, want %d", query, p.status, want)
			continue
		}
		if want != 200 {
			continue
		}
		var free struct {
			Office, Concern string
			Minutes         int
			Next            *time.Time
			Days            []struct {
				Day   string
				Free  int
				Times []string
			}
		}
		if err := json.Unmarshal([]byte(p.body), &free); err != nil || free.Office != string(w.office.ID) || free.Concern != string(c.ID) || p.header.Get("Access-Control-Allow-Origin") != "*" || p.header.Get("Cache-Control") != "public, max-age=10" || p.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%q: %v, %+v, %v", query, err, free, p.header)
		}
		if asked, on := strings.CutPrefix(query, "&day="); on && (len(free.Days) > 1 || len(free.Days) == 1 && free.Days[0].Day != asked) {
			t.Errorf("%q: %d days", query, len(free.Days))
		}
		if !strings.HasPrefix(query, "&day") && (len(free.Days) < 10 || free.Next == nil || free.Next.Before(w.now) || free.Days[0].Free != len(free.Days[0].Times) || free.Minutes < 5) {
			t.Errorf("%q: %d days, next %v", query, len(free.Days), free.Next)
		}
	}
	for _, concern := range []string{"", "nothing"} {
		if p := w.browser().open("/termin/frei?concern=" + concern); p.status != http.StatusNotFound {
			t.Errorf("%q: %d", concern, p.status)
		}
	}
	b := w.browser()
	b.header.Set("Accept", "text/html")
	if p := b.open("/termin/frei?concern=" + string(c.ID)); !strings.Contains(p.body, "<h1") {
		t.Errorf("for people: %d\n%.200s", p.status, p.body)
	}
	if p := b.open("/termin/frei?format=json&concern=" + string(c.ID)); strings.Contains(p.body, "<h1") {
		t.Errorf("as JSON for people: %.200s", p.body)
	}
}

// What pages load is bound too, may be kept for ever, and is another file when it is
// another content.
func TestWhatPagesLoadIsBound(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	b := w.browser()
	body := b.open("/").body
	found := 0
	for _, part := range strings.Split(body, `"/-/`)[1:] {
		name, _, _ := strings.Cut(part, `"`)
		response, err := b.client.Get(w.server.URL + "/-/" + name)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		found++
		if kind := response.Header.Get("Content-Type"); strings.HasSuffix(name, ".css") != strings.HasPrefix(kind, "text/css") || strings.HasSuffix(name, ".js") != strings.HasPrefix(kind, "text/javascript") {
			t.Errorf("%s is %s", name, kind)
		}
		for header, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding",
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		} {
			if got := response.Header.Get(header); got != want || response.StatusCode != http.StatusOK {
				t.Errorf("%s: %d, %s is %q", name, response.StatusCode, header, got)
			}
		}
	}
	if p, err := b.client.Get(w.server.URL + "/-/arms-000000000000.svg"); err != nil || p.StatusCode != http.StatusNotFound {
		t.Errorf("a picture of before: %v", err)
	} else {
		p.Body.Close()
	}
	if found < 2 {
		t.Errorf("a page loads %d files", found)
	}
}

// Who has no talk is led to the page that says so, by a redirect or by the script; an
// answer in time leads to the open question.
func TestAnAnswerLeadsWhereItBelongs(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	stranger := w.browser()
	stranger.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, path := range []string{"/chat", "/chat/ende", "/chat/weiter"} {
		if p := stranger.send(path, url.Values{"text": {"x"}}); p.status != http.StatusSeeOther || p.header.Get("Location") != "/chat/ende" {
			t.Errorf("%s without a talk: %d to %q", path, p.status, p.header.Get("Location"))
		}
	}
	if p := stranger.open("/chat/neu"); p.status != http.StatusSeeOther || p.header.Get("Location") != "/chat/ende" {
		t.Errorf("news without a talk: %d to %q", p.status, p.header.Get("Location"))
	}
	stranger.header.Set("X-Talk", "swap")
	if p := stranger.send("/chat", url.Values{"text": {"x"}}); p.status != http.StatusNoContent || p.header.Get("X-Talk") != "/chat/ende" || p.header.Get("Cache-Control") != "no-store" {
		t.Errorf("the script without a talk: %d to %q", p.status, p.header.Get("X-Talk"))
	}
	b := w.browser()
	b.begin("id-card")
	form := b.page.fields()
	b.client.CheckRedirect = stranger.client.CheckRedirect
	form.Set("choice", "days")
	if p := b.send("/chat", form); p.status != http.StatusSeeOther || p.header.Get("Location") != "/chat#offen" {
		t.Errorf("an answer: %d to %q", p.status, p.header.Get("Location"))
	}
	if p := b.send("/chat", form); p.status != http.StatusSeeOther {
		t.Errorf("the same again: %d", p.status)
	}
	form.Set("choice", "others")
	if p := b.send("/chat", form); p.status != http.StatusConflict {
		t.Errorf("another to the same question: %d", p.status)
	}
	form.Set("key", strings.Repeat("A", 22))
	if p := b.send("/chat", form); p.status != http.StatusForbidden {
		t.Errorf("a forged one: %d", p.status)
	}
}

// Every page of the town says what it is, what it leads to, and what may be listed.
func TestEveryPageOfTheTownSaysWhatItIs(t *testing.T) {
	t.Parallel()
	w, _ := inMemory(t)
	paths := []string{"/", "/impressum", "/datenschutz", "/barrierefreiheit", "/chat", "/chat/ende", "/da"}
	for _, c := range w.current().Categories() {
		paths = append(paths, web.CategoryPath+string(c.ID))
	}
	titles := map[string]bool{}
	for _, c := range w.office.Concerns {
		paths = append(paths, web.ConcernPath+string(c.ID))
	}
	for _, path := range paths {
		p := w.browser().open(path)
		_, rest, _ := strings.Cut(p.body, "<title>")
		title, _, _ := strings.Cut(rest, "</title>")
		if p.status != http.StatusOK || len(title) < 8 || titles[title] && path != "/chat" || !strings.Contains(p.body, `lang="de"`) || !strings.Contains(p.body, "<h1") {
			t.Errorf("%s: %d, called %q", path, p.status, title)
		}
		titles[title] = true
		if listed := !strings.Contains(p.body, "noindex"); listed != (!strings.HasPrefix(path, "/chat") && path != "/da") {
			t.Errorf("%s may be listed: %v", path, listed)
		}
	}
	for _, c := range w.office.Concerns {
		p := w.browser().open(web.ConcernPath + string(c.ID))
		name := c.Name.In("de")
		if !strings.Contains(p.text(), name) || c.PhoneOnly == strings.Contains(p.body, `value="`+string(c.ID)+`"`) || !c.PhoneOnly && len(c.Documents) > 0 && !strings.Contains(p.text(), c.Documents[0].Name.In("de")) {
			t.Errorf("the page of %s: by phone %v\n%s", name, c.PhoneOnly, p.text())
		}
	}
}
