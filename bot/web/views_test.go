package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// Every page that a link in a mail can lead to is in the person's language, and has a
// title and something to read or to press.
func TestEveryPageOfAMailIsInOnesLanguage(t *testing.T) {
	t.Parallel()
	p := &Pages{Town: office.Sample, Talks: true}
	titles := map[string]map[string]string{}
	for _, lang := range []string{"de", "en"} {
		letter := letterOf(48*time.Hour, false)
		v := visit{pages: p, letters: &post{letter: letter}, letter: letter, token: token, now: noonHere, lang: lang}
		offered := v
		offered.letter = letterOf(48*time.Hour, true)
		done := func(page view, err error) view {
			if err != nil {
				t.Error(err)
			}
			return page
		}
		for name, page := range map[string]view{
			"card": v.card(), "cancel": v.askCancel(), "cancelled": v.cancelled(letter.Appointment), "disown": v.askDisown(), "disowned": v.disowned(),
			"days": done(v.days(t.Context())), "times": v.timesOf(dialogs.FreeDay{Day: booking.Date{Year: 2026, Month: time.November, Day: 24}, Starts: []time.Time{noonHere}}),
			"confirm": v.confirm("1795518000"), "wait": v.askWait(), "waiting": done(v.wait(t.Context())), "leave": v.askLeave(), "left": done(v.leave(t.Context())),
			"offer": offered.offer(), "over": offered.over(), "limited": offered.limited(), "declined": done(offered.decline(t.Context())),
			"rating": askRating(letter.Office, lang, ""), "rated": aboutRating(lang, "rating.thanks"), "unknown": p.unknown(lang), "away": p.away(lang), "slow": p.slow(lang),
		} {
			if page.Lang != lang || page.Title == "" || len(page.Text)+len(page.Groups) == 0 && page.Again == nil && name != "rated" {
				t.Errorf("%s in %s: %+v", name, lang, page)
			}
			if titles[name] == nil {
				titles[name] = map[string]string{}
			}
			titles[name][lang] = page.Title
		}
	}
	for name, of := range titles {
		if of["de"] == of["en"] {
			t.Errorf("%s is called %q in both languages", name, of["de"])
		}
	}
	if g := askRating(office.Sample().Offices[0], "de", "x"); !g.Groups[0].Close || len(g.Groups[0].Buttons) != booking.MostStars || g.Filled != "x" || g.Line == "" {
		t.Errorf("a visit is rated by %+v", g)
	}
}

// While staff hold a talk the page asks again and again whether they have written; it is
// shown what is new, and nothing where there is nothing.
func TestAPageThatListensIsShownWhatIsNew(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		lines []dialogs.HandoverLine
		want  int
	}{"nothing": {nil, http.StatusNoContent}, "a line": {[]dialogs.HandoverLine{{ID: 3, Kind: dialogs.ClerkLine, Lang: "de", Text: "Moin"}}, http.StatusOK}} {
		site, _ := wholeSite(t, hall{town: sampleTown()}, nil, func(_ *Settings, b *Backend) { b.Answers = written{lines: tt.lines} })
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/chat/beginn", nil))
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/chat/neu?since=0", nil)
		r.AddCookie(w.Result().Cookies()[0])
		r.Header.Set(swapHeader, "swap")
		w = httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if w.Code != tt.want || w.Header().Get("Cache-Control") != "no-store" || strings.Contains(w.Body.String(), `id="neu"`) != (tt.lines != nil) {
			t.Errorf("%s: %d, %v\n%s", name, w.Code, w.Header(), w.Body)
		}
	}
}

// written is what staff have written.
type written struct {
	hall
	lines []dialogs.HandoverLine
}

func (w written) Unseen(context.Context, string, string) ([]dialogs.HandoverLine, error) {
	return w.lines, nil
}

// That the office closes is told of what is to come, and not of what was.
func TestAClosureIsToldOfWhatIsToCome(t *testing.T) {
	t.Parallel()
	for ahead, want := range map[time.Duration]bool{time.Hour: true, time.Minute: true, 0: false, -time.Hour: false} {
		l := letterOf(ahead, false)
		o := *l.Office
		o.Calendar.Closures = []booking.Closure{{Day: o.Today(noonHere), Hours: booking.AllDay(), Reason: booking.Text{"de": "Wasserschaden"}}}
		l.Office, l.Appointment.Desk = &o, o.Desks[0].ID
		page := visit{pages: &Pages{}, lang: "de", letter: l, now: noonHere}.card()
		if page.Failed != want || strings.Contains(page.Remark, "Wasserschaden") != want {
			t.Errorf("%v ahead: %v, %q", ahead, page.Failed, page.Remark)
		}
	}
}
