package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/office"
)

// post is letters in memory: what its one token leads to, what was done by it, and
// what each deed comes to.
type post struct {
	letter dialogs.Letter
	err    error             // of whatever is done
	gone   error             // of looking the letter up
	free   []dialogs.FreeDay // nil: noon tomorrow
	done   []string
}

func (p *post) do(what string) (booking.Appointment, error) {
	p.done = append(p.done, what)
	return p.letter.Appointment, p.err
}

func (p *post) Letter(context.Context, string, time.Time) (dialogs.Letter, error) {
	return p.letter, p.gone
}

func (p *post) FreeTimes(context.Context, dialogs.Letter, time.Time) ([]dialogs.FreeDay, error) {
	if p.free != nil {
		return p.free, nil
	}
	start := noonHere.Add(24 * time.Hour)
	return []dialogs.FreeDay{{Day: booking.Date{Year: 2026, Month: time.November, Day: 24}, Starts: []time.Time{start}}}, nil
}

func (p *post) CancelBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return p.do("cancel")
}

func (p *post) ArriveBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return p.do("arrive")
}

func (p *post) MoveBy(_ context.Context, _ string, start, _ time.Time) (booking.Appointment, error) {
	return p.do("move " + start.Format(time.RFC3339))
}

func (p *post) Disown(context.Context, string, time.Time) error {
	_, err := p.do("disown")
	return err
}

func (p *post) AcceptBy(context.Context, string, time.Time) (booking.Appointment, error) {
	return p.do("accept")
}

func (p *post) DeclineBy(context.Context, string, time.Time) error {
	_, err := p.do("decline")
	return err
}

func (p *post) WaitBy(context.Context, string, time.Time) error {
	_, err := p.do("wait")
	return err
}

func (p *post) LeaveBy(context.Context, string, time.Time) error {
	_, err := p.do("leave")
	return err
}

// token is one that looks like ours.
const token = "abcdefghijklmnopqrstuvwxyz012345"

// letterOf is an appointment that begins after a while, or the offer of one.
func letterOf(ahead time.Duration, offer bool) dialogs.Letter {
	o := office.Sample().Offices[0]
	start := noonHere.Add(ahead)
	a := booking.Appointment{
		ID: 7, Number: "K7M4QX", Office: o.ID, State: booking.Confirmed, Lang: "de", Span: booking.Span{Start: start, End: start.Add(20 * time.Minute)},
		Items: []booking.Item{{Concern: o.Concerns[0].ID, Name: o.Concerns[0].Name, Quantity: 1}},
	}
	if offer {
		a.State, a.HeldUntil = booking.Held, noonHere.Add(time.Hour)
	}
	return dialogs.Letter{Appointment: a, Office: o, Offer: offer}
}

// asks sends a form to the page of a token, or looks at it where do is empty.
func asks(t *testing.T, letters *post, at, do string) (int, string) {
	t.Helper()
	pages := &Pages{
		Letters: letters, Town: office.Sample, Now: clocktest.At(noonHere), Log: slog.New(slog.DiscardHandler), Metrics: bot.NewMetrics(),
	}
	mux := http.NewServeMux()
	Handle(mux, pages)
	method, body := http.MethodGet, ""
	if do != "" {
		method, body = http.MethodPost, url.Values{"do": {do}}.Encode()
	}
	r := httptest.NewRequestWithContext(t.Context(), method, Path+at, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// Looking at a page and asking does nothing; only the answer that says so does, once,
// what it says; after the appointment has begun, and of an offer, nothing that is
// not about that.
func TestOnlyAPlainAnswerDoesSomething(t *testing.T) {
	t.Parallel()
	deeds := map[string]string{
		"": "", "move": "", "day 2026-11-24": "", "day nonsense": "", "time 1764000000": "", "cancel": "", "disown": "", "wait": "", "leave": "", "nonsense": "", "yes": "", "Cancel-Yes": "", "move-to x": "",
		"accept": "", "decline": "",
		"move-to 1764000000": "move 2025-11-24T16:00:00Z", "cancel-yes": "cancel", "cancel-yes now": "cancel", "disown-yes": "disown", "wait-yes": "wait", "leave-yes": "leave", "here": "arrive",
	}
	ofOffers := map[string]string{"accept": "accept", "decline": "decline", "leave-yes": "leave"}
	for do, deed := range deeds {
		for name, tt := range map[string]struct {
			letter dialogs.Letter
			want   string
		}{
			"to come":   {letterOf(time.Hour, false), deed},
			"has begun": {letterOf(0, false), map[string]string{"arrive": "arrive"}[deed]},
			"is over":   {letterOf(-48*time.Hour, false), map[string]string{"arrive": "arrive"}[deed]},
			"an offer":  {letterOf(time.Hour, true), ofOffers[do]},
		} {
			letters := &post{letter: tt.letter}
			status, page := asks(t, letters, token, do)
			if got := strings.Join(letters.done, " "); got != tt.want || status != http.StatusOK || !strings.Contains(page, "<h1") {
				t.Errorf("%q of one that %s does %q, want %q: %d", do, name, got, tt.want, status)
			}
		}
	}
}

// A link that leads nowhere looks like every other one, and what is away is said to
// be; nothing is looked up of what is no token.
func TestALinkThatLeadsNowhereSaysNothing(t *testing.T) {
	t.Parallel()
	letters := &post{gone: booking.ErrUnknown}
	status, unknown := asks(t, letters, token, "")
	if status != http.StatusNotFound {
		t.Errorf("an unknown link: %d", status)
	}
	for name, tt := range map[string]struct {
		letters *post
		at, do  string
		status  int
	}{
		"over":            {&post{gone: booking.ErrOver}, token, "", 404},
		"another unknown": {&post{gone: booking.ErrUnknown}, strings.Repeat("x", 32), "", 404},
		"a form of it":    {&post{gone: booking.ErrUnknown}, token, "cancel-yes", 404},
		"too short":       {&post{letter: letterOf(time.Hour, false)}, token[1:], "cancel-yes", 404},
		"too long":        {&post{letter: letterOf(time.Hour, false)}, token + "x", "cancel-yes", 404},
		"no token":        {&post{letter: letterOf(time.Hour, false)}, token[1:] + "!", "", 404},
		"gone meanwhile":  {&post{letter: letterOf(time.Hour, false), err: booking.ErrUnknown}, token, "cancel-yes", 404},
	} {
		if status, page := asks(t, tt.letters, tt.at, tt.do); status != tt.status || page != unknown {
			t.Errorf("%s: %d, and it looks otherwise", name, status)
		}
		if tt.letters.err == nil && len(tt.letters.done) > 0 {
			t.Errorf("%s does %v", name, tt.letters.done)
		}
	}
	for _, do := range []string{"cancel-yes", "disown-yes", "move-to 1764000000", "wait-yes", "leave-yes", "here"} {
		status, page := asks(t, &post{letter: letterOf(time.Hour, false), err: errors.New("secret host is away")}, token, do)
		if status != http.StatusServiceUnavailable || strings.Contains(page, "secret") {
			t.Errorf("%s while the database is away: %d", do, status)
		}
	}
	for _, do := range []string{"accept", "decline", "leave-yes"} {
		if status, _ := asks(t, &post{letter: letterOf(time.Hour, true), err: errors.New("away")}, token, do); status != http.StatusServiceUnavailable {
			t.Errorf("%s while the database is away: %d", do, status)
		}
	}
	if status, _ := asks(t, &post{gone: errors.New("away")}, token, ""); status != http.StatusServiceUnavailable {
		t.Errorf("looking while the database is away: %d", status)
	}
}

// What the office refuses is said kindly, as a page that leads on, and is no fault.
func TestWhatIsRefusedOnAPageLeadsOn(t *testing.T) {
	t.Parallel()
	for do, refusals := range map[string][]error{
		"move-to 1764000000": {booking.ErrTaken, booking.ErrExpired, booking.ErrClosed, booking.ErrTooSoon, booking.ErrTooFar, booking.ErrDayLimit},
		"here":               {booking.ErrTooSoon, booking.ErrOver},
	} {
		for _, refusal := range refusals {
			if status, page := asks(t, &post{letter: letterOf(time.Hour, false), err: fmt.Errorf("carry out: %w", refusal)}, token, do); status != http.StatusOK || !strings.Contains(page, "<button") || strings.Contains(page, `class="remark failed"`) != (do != "here") {
				t.Errorf("%s, %v: %d\n%s", do, refusal, status, plainPage(page))
			}
		}
	}
	for do, refusals := range map[string][]error{
		"accept": {booking.ErrLimit, booking.ErrTaken, booking.ErrExpired, booking.ErrOver}, "decline": {booking.ErrExpired},
	} {
		for _, refusal := range refusals {
			if status, page := asks(t, &post{letter: letterOf(time.Hour, true), err: fmt.Errorf("carry out: %w", refusal)}, token, do); status != http.StatusOK || strings.Contains(page, `value="accept"`) {
				t.Errorf("%s, %v: %d", do, refusal, status)
			}
		}
	}
}

// Who asks for too many pages is told to wait, and that is counted; a form that is
// too long does nothing.
func TestPagesOfMailsHaveALimit(t *testing.T) {
	t.Parallel()
	letters := &post{letter: letterOf(time.Hour, false)}
	pages := &Pages{Letters: letters, Town: office.Sample, Now: clocktest.At(noonHere), Log: slog.New(slog.DiscardHandler), Metrics: bot.NewMetrics()}
	mux := http.NewServeMux()
	Handle(mux, pages)
	ask := func(body string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Path+token, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		return w
	}
	pad := func(n int) string { return "do=cancel-yes&x=" + strings.Repeat("x", n-len("do=cancel-yes&x=")) }
	ask(pad(mostForm + 1))
	if len(letters.done) != 0 {
		t.Errorf("a form that is too long does %v", letters.done)
	}
	ask(pad(mostForm))
	if len(letters.done) != 1 {
		t.Errorf("a form that is just not too long does %v", letters.done)
	}
	for range usualBurst - 2 {
		if w := ask("do=x"); w.Code != http.StatusOK {
			t.Fatalf("refused too early: %d", w.Code)
		}
	}
	w := ask("do=cancel-yes")
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") != "60" || len(letters.done) != 1 {
		t.Errorf("beyond the limit: %d, and done %v", w.Code, letters.done)
	}
}
