package web_test

import (
	"context"
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
	for _, path := range []string{"/chat/daten", "/chat/termin/1.ics"} {
		if p := b.open(path); p.status != http.StatusNotFound {
			t.Errorf("%s an hour later: %d", path, p.status)
		}
	}
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
