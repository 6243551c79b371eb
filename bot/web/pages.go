package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Path is where the pages are; a token follows.
const Path = "/termin/"

// mostForm is how long a form may be. Ours have one short field.
const mostForm = 1024

// tokenForm is what tokens look like. Anything else need not be looked up.
var tokenForm = regexp.MustCompile(`^[A-Za-z0-9_-]{32}$`)

// Pages serves the pages to which the links in mails lead.
type Pages struct {
	Letters dialogs.Letters
	Ratings dialogs.Ratings     // nil: visits are not rated here
	Town    func() booking.Town // by its office files as they are now
	Now     func() time.Time
	Log     *slog.Logger
	Metrics *bot.Metrics // nil: nothing is counted
	Talks   bool         // the talk is on, so that pages may lead to it

	visitors limiter
	once     sync.Once
	look     faces
}

// Handle enters the pages into mux.
func Handle(mux *http.ServeMux, pages http.Handler) {
	mux.Handle("GET "+Path+"{token}", pages)
	mux.Handle("POST "+Path+"{token}", pages)
}

// HandleAssets enters what the pages of a town load, where they stand alone.
func HandleAssets(mux *http.ServeMux, town func() booking.Town) {
	(&faces{current: town, base: TalkPath}).enterAssets(mux)
}

// face is what the pages have in common with all others of the town.
func (p *Pages) face() *face {
	p.once.Do(func() { p.look.current, p.look.talks, p.look.base = p.Town, p.Talks, TalkPath })
	return p.look.face()
}

// mailPage is the page of a link within the town's frame.
type mailPage struct {
	frame

	View view
}

// Line makes the office's telephone number in a sentence one to be called.
func (m mailPage) Line(text string) []span { return spans(text, []phone{m.Phone}) }

func (p *Pages) draw(w http.ResponseWriter, r *http.Request, status int, v view) {
	f := p.face().frame(nil, v.Lang, v.Title)
	if status != http.StatusOK {
		f.Langs = nil // all links that lead nowhere look alike
	}
	draw(w, r, drawing{page: "mail", status: status, data: mailPage{f, v}})
}

// ServeHTTP answers with a page.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := p.Now()
	if !p.visitors.admits(r.RemoteAddr, now) {
		p.Metrics.Page(asked(r), http.StatusTooManyRequests)
		w.Header().Set("Retry-After", "60")
		p.draw(w, r, http.StatusTooManyRequests, p.slow(language(r)))
		return
	}
	status, view := p.answer(w, r, now)
	p.Metrics.Page(asked(r), status)
	p.draw(w, r, status, view)
}

func (p *Pages) answer(w http.ResponseWriter, r *http.Request, now time.Time) (int, view) {
	token := r.PathValue("token")
	if !tokenForm.MatchString(token) {
		return http.StatusNotFound, p.unknown(language(r))
	}
	l, err := p.Letters.Letter(r.Context(), token, now)
	if errors.Is(err, booking.ErrUnknown) && p.Ratings != nil {
		return p.rating(w, r, token, now)
	}
	if err != nil {
		return p.failed(r, language(r), err)
	}
	v := visit{pages: p, letters: counted{p.Letters, p.Metrics}, letter: l, token: token, now: now, lang: inLanguage(r, l.Appointment.Lang)}
	if r.Method != http.MethodPost {
		return http.StatusOK, v.look()
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostForm)
	view, err := v.act(r.Context(), r.PostFormValue("do"))
	if err != nil {
		return p.failed(r, v.lang, err)
	}
	return http.StatusOK, view
}

// inLanguage is the language asked for, or the one in which the appointment was
// booked.
func inLanguage(r *http.Request, booked string) string {
	if asked := r.URL.Query().Get(langField); slices.Contains(locales.Languages(), asked) {
		return asked
	}
	return locales.Match(booked)
}

// failed is the page for what could not be done. All links that lead nowhere
// look alike.
func (p *Pages) failed(r *http.Request, lang string, err error) (int, view) {
	if errors.Is(err, booking.ErrUnknown) || errors.Is(err, booking.ErrOver) {
		return http.StatusNotFound, p.unknown(lang)
	}
	if r.Context().Err() == nil {
		p.Log.ErrorContext(r.Context(), "page not served", "error", err)
	}
	return http.StatusServiceUnavailable, p.away(lang)
}

// visit is somebody who came by a link.
type visit struct {
	pages   *Pages
	letters dialogs.Letters
	letter  dialogs.Letter
	token   string
	now     time.Time
	lang    string
}

// What can be asked for: a word, and for some of them what it is about.
const (
	moveWord   = "move"
	dayWord    = "day"
	timeWord   = "time"
	moveToWord = "move-to"
	cancelWord = "cancel"
	cancelYes  = "cancel-yes"
	disownWord = "disown"
	disownYes  = "disown-yes"
)

// look shows what the link leads to.
func (v visit) look() view {
	if v.letter.Offer {
		return v.offer()
	}
	return v.card()
}

// act does what a form asks for. What it does not know shows the appointment.
func (v visit) act(ctx context.Context, do string) (view, error) {
	word, what, _ := strings.Cut(do, " ")
	if v.letter.Offer {
		return v.answer(ctx, word)
	}
	if word == hereWord {
		return v.arrive(ctx)
	}
	if !v.letter.Appointment.Upcoming(v.now) {
		return v.card(), nil
	}
	switch word {
	case moveWord:
		return v.days(ctx)
	case dayWord:
		return v.times(ctx, what)
	case timeWord:
		return v.confirm(what), nil
	case moveToWord:
		return v.move(ctx, what)
	case cancelWord:
		return v.askCancel(), nil
	case cancelYes:
		return v.cancel(ctx)
	case waitWord:
		return v.askWait(), nil
	case waitYes:
		return v.wait(ctx)
	case leaveWord:
		return v.askLeave(), nil
	case leaveYes:
		return v.leave(ctx)
	case disownWord:
		return v.askDisown(), nil
	case disownYes:
		return v.disown(ctx)
	}
	return v.card(), nil
}

func (v visit) cancel(ctx context.Context) (view, error) {
	a, err := v.letters.CancelBy(ctx, v.token, v.now)
	if err != nil {
		return view{}, err
	}
	return v.cancelled(a), nil
}

func (v visit) disown(ctx context.Context) (view, error) {
	if err := v.letters.Disown(ctx, v.token, v.now); err != nil {
		return view{}, err
	}
	return v.disowned(), nil
}

// move gives the appointment another time; where that was taken meanwhile, it
// leads to the others.
func (v visit) move(ctx context.Context, what string) (view, error) {
	start, ok := instant(what)
	if !ok {
		return v.card(), nil
	}
	a, err := v.letters.MoveBy(ctx, v.token, start, v.now)
	switch {
	case errors.Is(err, booking.ErrDayLimit):
		card := v.card()
		card.Failed, card.Remark = true, v.say(locales.Say("refused.day_limit", "Phone", v.letter.Office.Phone))
		return card, nil
	case refused(err):
		days, err := v.days(ctx)
		days.Failed, days.Remark = true, v.say(locales.Say("page.taken"))
		return days, err
	case err != nil:
		return view{}, err
	}
	v.letter.Appointment = a
	card := v.card()
	card.Remark = v.say(locales.Say("page.moved"))
	return card, nil
}

// refused tells whether the office does not give that time. There may be others.
func refused(err error) bool {
	for _, refusal := range []error{
		booking.ErrTaken, booking.ErrExpired, booking.ErrClosed, booking.ErrTooSoon, booking.ErrTooFar,
	} {
		if errors.Is(err, refusal) {
			return true
		}
	}
	return false
}

// instant is a time as a form carries it.
func instant(what string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(what, 10, 64)
	return time.Unix(seconds, 0).UTC(), err == nil
}
