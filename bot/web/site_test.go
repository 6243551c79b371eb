package web_test

import (
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// newSite is Werne's whole site on a real database. Its clock can be moved.
func newSite(tb testing.TB, change ...func(*booking.Town)) *town {
	tb.Helper()
	return newSiteAt(tb, "", change...)
}

// newSiteAt is a site that people reach at an address; empty: its own.
func newSiteAt(tb testing.TB, address string, change ...func(*booking.Town)) *town {
	tb.Helper()
	storagetest.Core(tb, "TestSomebodyWithNothingButABrowserBooks", "TestAReplayAnswersAndDoesNothing", "TestAnotherPersonsTalkIsNotReached", "TestStaffAnswerInTheBrowser")
	var public *url.URL
	if address != "" {
		public, _ = url.Parse(address)
	}
	w := &town{TB: tb, pool: storagetest.New(tb), now: monday}
	offices := office.Sample()
	for _, c := range change {
		c(&offices)
	}
	store, err := storage.Open(tb.Context(), w.pool.Config().ConnString(), offices, func() time.Time { return w.now }, storage.Options{Channels: []string{"mail"}, Reachable: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(store.Close)
	w.store, w.office = store, offices.Offices[0]
	w.files.Store(&offices)
	w.site = web.NewSite(web.Settings{Town: w.current, PublicURL: public, Now: w.present, Log: w.logger()})
	w.site.Open(w.backend())
	mux := http.NewServeMux()
	w.site.Enter(mux)
	// The tests' people come from addresses of their own.
	handler := http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if from := r.Header.Get("Test-Address"); from != "" {
			r.RemoteAddr = from + ":1"
		}
		mux.ServeHTTP(rw, r)
	})
	w.server = httptest.NewServer(handler)
	tb.Cleanup(w.server.Close)
	return w
}

// backend is what the site works on.
func (w *town) backend() web.Backend {
	return web.Backend{
		Host:    &bot.Host{Conversations: w.store, Now: w.present, Away: storage.Unreachable, Log: w.logger(), Metrics: bot.NewMetrics()},
		Letters: w.store, Times: w.store, Answers: w.store, Ratings: w.store, Tickets: w.store,
	}
}

func (w *town) logger() *slog.Logger { return slog.New(slog.NewTextHandler(&w.log, nil)) }

// current is what the office files say now.
func (w *town) current() booking.Town { return *w.files.Load() }

// browser is somebody's, with its cookies, and no scripts.
type browser struct {
	*town

	client  *http.Client
	address string
	page    page
	header  http.Header // sent along with everything
}

var browsers atomic.Int64

func (w *town) browser() *browser {
	jar, _ := cookiejar.New(nil)
	return &browser{town: w, client: &http.Client{Jar: jar}, header: http.Header{}, address: newAddress()}
}

// newAddress is one that nobody has had.
func newAddress() string {
	n := browsers.Add(1)
	return "10." + strconv.Itoa(int(n>>16&255)) + "." + strconv.Itoa(int(n>>8&255)) + "." + strconv.Itoa(int(n&255))
}

func (b *browser) open(path string) page { return b.request(http.MethodGet, path, nil) }

func (b *browser) send(path string, form url.Values) page {
	return b.request(http.MethodPost, path, form)
}

func (b *browser) request(method, path string, form url.Values) page {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), method, b.server.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	r.Header = b.header.Clone()
	r.Header.Set("Test-Address", b.address)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	response, err := b.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.Fatal(err)
	}
	b.page = page{response.StatusCode, response.Header, string(body)}
	mustBeWhole(b, b.page)
	return b.page
}

var (
	hiddenTag = regexp.MustCompile(`<input type="hidden" name="([a-z]+)" value="([^"]*)">`)
	choiceTag = regexp.MustCompile(`<button (?:form="wahl" )?name="choice" value="([^"]*)"`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
)

// fields are those of the talk's form.
func (p page) fields() url.Values {
	all := url.Values{}
	_, form, _ := strings.Cut(p.body, `id="wahl"`)
	form, _, _ = strings.Cut(form, "</form>")
	for _, found := range hiddenTag.FindAllStringSubmatch(form, -1) {
		all.Set(found[1], html.UnescapeString(found[2]))
	}
	return all
}

// choices are what can be pressed, but for the languages.
func (p page) choices() []string {
	var all []string
	for _, found := range choiceTag.FindAllStringSubmatch(p.body, -1) {
		if choice := html.UnescapeString(found[1]); !strings.HasPrefix(choice, "lang:") {
			all = append(all, choice)
		}
	}
	return all
}

func (p page) text() string { return html.UnescapeString(anyTag.ReplaceAllString(p.body, " ")) }

// press presses the first choice that begins so.
func (b *browser) press(choice string) page {
	b.Helper()
	all := b.page.choices()
	i := slices.IndexFunc(all, func(c string) bool { return strings.HasPrefix(c, choice) })
	if i < 0 {
		b.Fatalf("no choice %q of %q on:\n%s", choice, all, b.page.text())
	}
	form := b.page.fields()
	form.Set("choice", all[i])
	return b.send("/chat", form)
}

func (b *browser) write(text string) page {
	b.Helper()
	form := b.page.fields()
	form.Set("text", text)
	return b.send("/chat", form)
}

// begin begins a talk, with a concern or without.
func (b *browser) begin(concern string) page {
	b.Helper()
	b.open("/")
	return b.send("/chat/beginn", url.Values{"concern": {concern}})
}

// untilReview answers everything up to the last question.
func (b *browser) untilReview(name, mail string) page {
	b.Helper()
	b.begin("id-card")
	for range 12 {
		switch all := b.page.choices(); {
		case slices.Contains(all, "yes"):
			return b.page
		case strings.Contains(b.page.body, `autocomplete="name"`):
			b.write(name)
		case strings.Contains(b.page.body, `autocomplete="email"`):
			b.write(mail)
		default:
			b.press(firstAnswer(b, all))
		}
	}
	b.Fatalf("no end in sight:\n%s", b.page.text())
	return b.page
}

// firstAnswer is the first choice that leads on.
func firstAnswer(b *browser, all []string) string {
	b.Helper()
	for _, prefix := range []string{"next", "n:", "1", "day:", "time:"} {
		for _, c := range all {
			if strings.HasPrefix(c, prefix) {
				return c
			}
		}
	}
	b.Fatalf("nothing leads on among %q:\n%s", all, b.page.text())
	return ""
}

func (w *town) confirmed() int {
	w.Helper()
	return w.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
}

func bodyOf(t *testing.T, response *http.Response) string {
	t.Helper()
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
