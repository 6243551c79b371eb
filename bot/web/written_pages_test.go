package web

import (
	"bytes"
	"context"
	"flag"
	"html"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// hall is an office in which one ticket is called and one waits; what it is asked for
// fails with err.
type hall struct {
	town booking.Town
	err  error
}

func (h hall) Facts(context.Context, booking.PersonID, time.Time, dialogs.Need) (dialogs.Facts, error) {
	o := h.town.Offices[0]
	called := booking.Appointment{ID: 1, Office: o.ID, Number: "K7M4QX", Ticket: 1, State: booking.Called, Desk: o.Desks[1].ID}
	waits := booking.Appointment{ID: 2, Office: o.ID, Number: "C5P8WR", Ticket: 2, State: booking.CheckedIn}
	day := booking.Date{Year: 2026, Month: time.November, Day: 25}
	return dialogs.Facts{Town: h.town, Now: noonHere, Line: []booking.Appointment{called, waits}, Booked: []dialogs.Booked{{Office: o.ID, Day: day}, {Office: o.ID, Day: day.Add(1)}}}, h.err
}

func (h hall) Ticket(ctx context.Context, number booking.Number, now time.Time) (booking.Appointment, dialogs.Facts, error) {
	facts, err := h.Facts(ctx, 0, now, dialogs.Need{})
	for _, a := range facts.Line {
		if a.Number == number {
			return a, facts, err
		}
	}
	return booking.Appointment{}, facts, booking.ErrUnknown
}

func (h hall) Visited(context.Context, string, time.Time) (*booking.Office, string, error) {
	return h.town.Offices[0], "de", h.err
}

func (h hall) RateBy(context.Context, string, int, string, time.Time) error { return h.err }

func (h hall) Unseen(context.Context, string, string) ([]dialogs.HandoverLine, error) {
	return nil, h.err
}
func (h hall) Seen(context.Context, int64, time.Time) error                   { return h.err }
func (h hall) Unreached(context.Context, dialogs.HandoverID, time.Time) error { return h.err }

// wholeSite is a site that has all that a site can have, or what is left of that after
// a change.
func wholeSite(t *testing.T, h hall, letters dialogs.Letters, change func(*Settings, *Backend)) (http.Handler, *bytes.Buffer) {
	t.Helper()
	log := &bytes.Buffer{}
	public, _ := url.Parse("https://termine.example.org")
	set := Settings{
		Town: func() booking.Town { return h.town }, PublicURL: public, Now: clocktest.At(noonHere), Log: slog.New(slog.NewTextHandler(log, nil)),
		QR: func(link string) ([]byte, error) { return []byte("a picture of " + link), h.err },
	}
	host := &bot.Host{Conversations: dialogstest.New(h.town), Now: set.Now, Away: func(error) bool { return false }, Log: set.Log, Metrics: bot.NewMetrics()}
	backend := Backend{
		Host: host, Letters: letters, Times: h, Ratings: h, Answers: h, Tickets: h,
		Telegram: func(payload string) string { return "https://t.me/werne?start=" + payload },
	}
	if change != nil {
		change(&set, &backend)
	}
	s := NewSite(set)
	s.Open(backend)
	mux := http.NewServeMux()
	s.Enter(mux)
	return mux, log
}

// sampleTown is Werne, with a hint how to find its office, and a smaller one.
func sampleTown() booking.Town {
	town := office.Sample()
	o := *town.Offices[0]
	o.Address.Hint = booking.Text{"de": "Eingang im Hof", "en": "Entrance in the yard"}
	second := o
	second.ID, second.Name, second.Concerns = "stockum", booking.Text{"de": "Bürgerbüro Stockum", "en": "Citizens' office Stockum"}, o.Concerns[:3]
	town.Offices = []*booking.Office{&o, &second}
	return town
}

// told is a request, and the answer in plain lines: its sentences, and what its links
// and fields lead to.
func told(t *testing.T, site http.Handler, ask string) string {
	t.Helper()
	method, rest, _ := strings.Cut(ask, " ")
	path, form, _ := strings.Cut(rest, " ")
	people := method == "SEE" // a page where programs would get something else
	if people {
		method = http.MethodGet
	}
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(form))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if people {
		r.Header.Set("Accept", "text/html")
	}
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	return "\n=== " + ask + " (" + http.StatusText(w.Code) + ")\n" + plainPage(w.Body.String())
}

var (
	leads    = regexp.MustCompile(`(?s)<[a-z][^>]*?\s(?:href|src|action|value|content)="[^"]*"[^>]*>`)
	leadsTo  = regexp.MustCompile(`(?s)\s(href|src|action|name|value|content|class)="([^"]*)"`)
	anyMark  = regexp.MustCompile(`(?s)<[^>]*>`)
	assetSum = regexp.MustCompile(`-[0-9a-f]{12}\.`)
)

func plainPage(body string) string {
	body = leads.ReplaceAllStringFunc(body, func(tag string) string {
		var all []string
		for _, a := range leadsTo.FindAllStringSubmatch(tag, -1) {
			all = append(all, a[1]+"="+a[2])
		}
		return "\n[" + strings.Join(all, " ") + "]\n"
	})
	body = assetSum.ReplaceAllString(html.UnescapeString(anyMark.ReplaceAllString(body, "\n")), "-SUM.")
	var lines []string
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// Whatever a page says and leads to is written down in testdata: each line that
// changes is read before it goes out.
func TestWhatEachPageSays(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	now := letterOf(48*time.Hour, false)
	post0 := &post{letter: now}
	site, _ := wholeSite(t, hall{town: town}, post0, nil)
	var got strings.Builder
	for _, ask := range []string{
		"GET /", "GET /?lang=en", "GET /bereich/identity", "GET /anliegen/id-card", "GET /anliegen/id-card?lang=en", "GET /impressum", "GET /datenschutz", "GET /barrierefreiheit",
		"GET /chat", "GET /chat?concern=id-card&number=K7M-4QX", "GET /chat/ende", "GET /nothing", "GET /termin/frei?concern=id-card&quantity=2", "SEE /termin/frei?concern=id-card", "SEE /termin/frei?concern=id-card&at=stockum&lang=en",
		"GET /da", "GET /da?druck",
		"GET /anzeige", "GET /anzeige?teil=1&lang=en", "GET /marke/K7M4QX", "GET /marke/C5P8WR?lang=en", "GET /marke/C5P8WR?teil=1", "GET /marke/ZZZZ99",
	} {
		got.WriteString(told(t, site, ask))
	}
	for _, do := range []string{
		"", "move", "day+2026-11-24", "time+1795518000", "move-to+1795518000", "cancel", "cancel-yes", "disown", "disown-yes", "wait", "wait-yes", "leave", "leave-yes",
	} {
		method := "POST "
		if do == "" {
			method = "GET "
		}
		got.WriteString(told(t, site, strings.TrimSpace(method+Path+token+" do="+do)))
	}
	rated, _ := wholeSite(t, hall{town: town}, &post{gone: booking.ErrUnknown}, nil)
	for _, ask := range []string{
		"GET " + Path + token, "POST " + Path + token + " do=rate:0&line=nett", "POST " + Path + token + " do=rate:4&line=" + strings.Repeat("x", dialogs.LongestComment+1),
		"POST " + Path + token + " do=rate:4&line=" + strings.Repeat("x", dialogs.LongestComment),
	} {
		got.WriteString(told(t, rated, ask))
	}
	const path = "testdata/pages.txt"
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	written := strings.Split(string(want), "\n=== ")
	for i, page := range strings.Split(got.String(), "\n=== ") {
		if i >= len(written) || written[i] != page {
			t.Errorf("a page differs from %s; got\n%s\nwant\n%s", path, page, slices.Concat(written[i:], []string{""})[0])
			break
		}
	}
}
