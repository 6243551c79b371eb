package web

import (
	"context"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// wants checks that a page says some sentences and offers some answers, and no others.
func wants(t *testing.T, what, page string, sentences []string, offers ...string) {
	t.Helper()
	page = html.UnescapeString(page)
	for _, key := range sentences {
		text, err := locales.For("de").Try(locales.Say(key))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page, text) {
			t.Errorf("%s does not say %s: %q", what, key, text)
		}
	}
	found := strings.Count(page, `name="do" value="`)
	for _, do := range offers {
		if !strings.Contains(page, `name="do" value="`+do+`"`) {
			t.Errorf("%s does not offer %s", what, do)
		}
	}
	if found != len(offers) {
		t.Errorf("%s offers %d answers, want %d", what, found, len(offers))
	}
}

// Every page says what it is about and what follows, and offers what there is to do:
// no answer leads into a dead end.
func TestEveryPageOfAMailLeadsOn(t *testing.T) {
	t.Parallel()
	tomorrow := "day 2026-11-24"
	for do, tt := range map[string]struct {
		says   []string
		offers []string
	}{
		"":                   {[]string{"page.do", "mail.matters", "mail.where"}, []string{"move", "wait", "cancel", "disown"}},
		"move":               {[]string{"page.day", "page.back"}, []string{tomorrow}},
		tomorrow:             {[]string{"page.time", "page.back", "page.other_day", "time.afternoon"}, []string{"time 1795518000", "move"}},
		"day 2026-11-25":     {[]string{"page.taken", "page.day"}, []string{tomorrow}},
		"time 1795518000":    {[]string{"page.move", "move.yes", "move.no", "review.change_time"}, []string{"move-to 1795518000", "move"}},
		"move-to 1795518000": {[]string{"page.moved", "page.do"}, []string{"move", "wait", "cancel", "disown"}},
		"cancel":             {[]string{"page.cancel", "page.cancel.text", "cancel.yes", "cancel.no"}, []string{"cancel-yes"}},
		"cancel-yes":         {[]string{"page.cancelled.title"}, nil},
		"disown":             {[]string{"page.disown", "page.disown.text", "page.disown.yes", "page.disown.no"}, []string{"disown-yes"}},
		"disown-yes":         {[]string{"page.disowned.title", "page.disowned"}, nil},
		"wait":               {[]string{"wait.improve", "page.wait", "wait.join", "page.back"}, []string{"wait-yes"}},
		"wait-yes":           {[]string{"page.waiting", "page.waiting.text", "page.back"}, nil},
		"leave":              {[]string{"page.leave", "page.leave.text", "page.leave.yes", "page.leave.no"}, []string{"leave-yes"}},
		"leave-yes":          {[]string{"page.left", "wait.ended", "page.back"}, nil},
	} {
		_, page := asks(t, &post{letter: letterOf(48*time.Hour, false)}, token, do)
		wants(t, do, page, tt.says, tt.offers...)
		if _, english := asks(t, &post{letter: letterOf(48*time.Hour, false)}, token+"?lang=en", do); !strings.Contains(page, `<html lang="de"`) || !strings.Contains(english, `<html lang="en"`) {
			t.Errorf("%q does not say in which language it is", do)
		}
	}
}

// Every page of an offer says what becomes of it and what stays.
func TestEveryPageOfAnOfferLeadsOn(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		do     string
		err    error
		ahead  time.Duration
		says   []string
		offers []string
	}{
		"an offer":         {"", nil, time.Hour, []string{"offer.title", "offer.ask", "offer.accept", "offer.decline", "mail.matters"}, []string{"accept", "decline", "leave"}},
		"one that is over": {"", nil, -2 * time.Hour, []string{"page.offer_over", "page.offer_over.text"}, []string{"leave"}},
		"declined":         {"decline", nil, time.Hour, []string{"page.declined", "offer.declined"}, []string{"leave"}},
		"gone meanwhile":   {"accept", booking.ErrExpired, time.Hour, []string{"page.offer_over", "page.offer_over.text"}, []string{"leave"}},
		"declined late":    {"decline", booking.ErrExpired, time.Hour, []string{"page.offer_over", "page.offer_over.text"}, []string{"leave"}},
		"one too many":     {"accept", booking.ErrLimit, time.Hour, []string{"page.limited"}, nil},
		"left":             {"leave-yes", nil, time.Hour, []string{"page.left", "wait.ended"}, nil},
	} {
		l := letterOf(48*time.Hour, true)
		l.Appointment.HeldUntil = noonHere.Add(tt.ahead)
		_, page := asks(t, &post{letter: l, err: tt.err}, token, tt.do)
		wants(t, name, page, tt.says, tt.offers...)
		back := locales.For("de").Say(locales.Say("page.back"))
		if tt.do == "leave-yes" && strings.Contains(page, back) {
			t.Errorf("%s leads back to an appointment that there is not", name)
		}
	}
	taken := letterOf(48*time.Hour, true)
	taken.Appointment.State = booking.Confirmed
	_, page := asks(t, &post{letter: taken}, token, "accept")
	wants(t, "accepted", page, []string{"page.do", "mail.where"}, "move", "wait", "cancel", "disown")
}

// What can be said on the day is offered on the day, and what has begun leads to the
// telephone.
func TestACardOffersWhatItsTimeAllows(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change func(*dialogs.Letter)
		ahead  time.Duration
		says   []string
		offers []string
	}{
		"soon":        {nil, 5 * time.Minute, []string{"here.choice"}, []string{"here", "move", "wait", "cancel", "disown"}},
		"in a week":   {nil, 7 * 24 * time.Hour, nil, []string{"move", "wait", "cancel", "disown"}},
		"it is there": {func(l *dialogs.Letter) { l.Appointment.State = booking.CheckedIn }, 5 * time.Minute, []string{"here.known"}, nil},
		"it is over":  {nil, -24 * time.Hour, []string{"page.begun"}, nil},
		"it waits":    {func(l *dialogs.Letter) { l.Wait = &booking.Waiting{} }, 48 * time.Hour, []string{"wait.end"}, []string{"move", "leave", "cancel", "disown"}},
		"given up": {func(l *dialogs.Letter) {
			o := *l.Office
			o.GivenUp, l.Office = true, &o
		}, 48 * time.Hour, []string{"appointment.cancel"}, []string{"cancel", "disown"}},
	} {
		l := letterOf(tt.ahead, false)
		if tt.change != nil {
			tt.change(&l)
		}
		status, page := asks(t, &post{letter: l}, token, "")
		if status != http.StatusOK {
			t.Errorf("%s: %d", name, status)
		}
		wants(t, name, page, tt.says, tt.offers...)
	}
}

// A cancelled appointment can be booked again by a town with a talk, for the same where
// it was for one thing.
func TestWhatIsCancelledCanBeBookedAgain(t *testing.T) {
	t.Parallel()
	l := letterOf(48*time.Hour, false)
	two := l.Appointment
	two.Items = append(two.Items, two.Items[0])
	for name, tt := range map[string]struct {
		a     booking.Appointment
		talks bool
		want  *again
	}{
		"one":    {l.Appointment, true, &again{string(l.Office.Concerns[0].ID), locales.For("de").Say(locales.Say("web.again"))}},
		"two":    {two, true, &again{"", locales.For("de").Say(locales.Say("web.again"))}},
		"nobody": {l.Appointment, false, nil},
	} {
		got := visit{pages: &Pages{Talks: tt.talks}, lang: "de", letter: l}.again(tt.a)
		if (got == nil) != (tt.want == nil) || got != nil && *got != *tt.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A line on a visit is counted in characters, and goes with at least one star.
func TestALineOnAVisitIsCountedInCharacters(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		stars int
		line  string
		want  string
	}{
		"none":            {3, "", ""},
		"the longest":     {3, strings.Repeat("ü", dialogs.LongestComment), ""},
		"one too many":    {3, strings.Repeat("ü", dialogs.LongestComment+1), "rating.too_long"},
		"without a star":  {0, "gut", "rating.stars"},
		"without either":  {0, "", "rating.stars"},
		"too long for it": {0, strings.Repeat("x", dialogs.LongestComment+1), "rating.too_long"},
	} {
		if got, ok := incomplete(tt.stars, tt.line); got.Key != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %v", name, got.Key, ok)
		}
	}
}

// answeredTwice is ratings that ask, and then take no answer.
type answeredTwice struct {
	hall
	err error
}

func (a answeredTwice) RateBy(context.Context, string, int, string, time.Time) error { return a.err }

// An answer that comes second is told that there is one already; one that cannot be kept
// is not thanked for.
func TestASecondAnswerOnAVisitIsTold(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]struct {
		status int
		says   string
	}{
		nil: {http.StatusOK, "rating.thanks"}, booking.ErrOver: {http.StatusOK, "rating.over"}, booking.ErrUnknown: {http.StatusNotFound, "page.unknown.title"},
		errors.New("away"): {http.StatusServiceUnavailable, "page.away.title"},
	} {
		if err != nil {
			err = fmt.Errorf("rate: %w", err)
		}
		site, _ := wholeSite(t, hall{town: sampleTown()}, &post{gone: booking.ErrUnknown}, func(_ *Settings, b *Backend) { b.Ratings = answeredTwice{hall{town: sampleTown()}, err} })
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Path+token, strings.NewReader("do=rate:4"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if w.Code != want.status {
			t.Errorf("%v: %d", err, w.Code)
		}
		wants(t, fmt.Sprint(err), w.Body.String(), []string{want.says})
	}
}
