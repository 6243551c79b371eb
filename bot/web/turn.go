package web

import (
	"cmp"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// The fields of a talk's forms.
const (
	choiceField   = "choice"
	textField     = "text"
	keyField      = "key"
	revisionField = "revision"
	sinceField    = "since"
	concernField  = "concern"
	placeField    = "at"
	doField       = "do"
	numberField   = "number"
)

// swapHeader is what the script asks with for what is new alone.
const swapHeader = "X-Talk"

// talkPage is a talk as a page.
type talkPage struct {
	frame
	scene

	Began   bool // there is a talk
	Concern string
	Named   string // that concern
	Sought  string // the number of an appointment to be fetched into the talk
	Stale   string // said of a form that did nothing
	Fresh   []message
	Reset   bool // the log is to be drawn again
	Warns   int  // seconds until a warning
	Ends    int
}

// talk shows the talk, or how one begins.
func (s *Site) talk(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	s.keepLanguage(w, r)
	id, ok := b.talks.sessionOf(r)
	if !ok {
		s.welcome(w, r)
		return
	}
	now, err := b.talks.look(r.Context(), id)
	switch {
	case errors.Is(err, errUnknown):
		s.welcome(w, r)
	case errors.Is(err, errOver):
		s.over(w, r, b, id)
	case err != nil:
		s.refuse(w, r, err)
	default:
		s.show(w, r, id, now, false)
	}
}

// ready is what to work on; nil where the answer is given already.
func (s *Site) ready(w http.ResponseWriter, r *http.Request, limit *limiter) *works {
	b := s.backend.Load()
	switch {
	case b == nil:
		s.away(w, r)
	case !limit.admits(r.RemoteAddr, s.Now()):
		s.slow(w, r)
		return nil
	}
	return b
}

// turn takes in an answer.
func (s *Site) turn(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	if err := r.ParseForm(); err != nil {
		s.unread(w, r, err)
		return
	}
	id, ok := b.talks.sessionOf(r)
	if !ok {
		s.gone(w, r)
		return
	}
	form, ok := formOf(r, id)
	if !ok {
		s.fault(w, r, http.StatusForbidden, "web.forged.title", "web.forged")
		return
	}
	now, err := b.talks.take(r.Context(), id, language(r), form)
	s.answer(w, r, b, id, form, now, err)
}

// answer shows what came of a form.
func (s *Site) answer(w http.ResponseWriter, r *http.Request, b *works, id session, form sent, now scene, err error) {
	switch {
	case errors.Is(err, errUnknown):
		s.gone(w, r)
		return
	case errors.Is(err, errOver):
		s.over(w, r, b, id)
		return
	}
	stale := errors.Is(err, errStale)
	if stale || errors.Is(err, errAgain) {
		now, err = b.talks.look(r.Context(), id)
	}
	switch {
	case err != nil:
		s.refuse(w, r, err)
	case stale || swaps(r):
		if strings.HasPrefix(form.choice, "lang:") && swaps(r) {
			leave(w, s.Base)
			return
		}
		s.show(w, r, id, now, stale)
	default:
		http.Redirect(w, r, s.Base+"#offen", http.StatusSeeOther)
	}
}

// formOf reads a form of the talk; false where it was not made here for this
// session.
func formOf(r *http.Request, id session) (sent, bool) {
	revision, err := strconv.Atoi(r.PostForm.Get(revisionField))
	if err != nil || !id.made(r.PostForm.Get(keyField), revision) {
		return sent{}, false
	}
	if choice := r.PostForm.Get(choiceField); choice != "" {
		return sent{revision: revision, choice: choice, event: dialogs.Tapped{Choice: choice, Revision: revision}}, true
	}
	return typed(r.PostForm.Get(textField), revision), true
}

// typed is an answer in somebody's own words.
func typed(text string, revision int) sent {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return sent{revision: revision, answer: text, event: bot.Filled{Said: dialogs.Said{Text: text}, Revision: revision}}
}

func swaps(r *http.Request) bool { return r.Header.Get(swapHeader) != "" }

// leave tells the script to go to another page.
func leave(w http.ResponseWriter, to string) {
	w.Header().Set(swapHeader, to)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNoContent)
}

// show draws a talk as it stands. A stale form is a conflict, and it is said
// that it did nothing.
func (s *Site) show(w http.ResponseWriter, r *http.Request, id session, now scene, stale bool) {
	status := http.StatusOK
	p := talkPage{
		frame: s.face().frame(nil, now.Speaks, ""), scene: now, Began: true,
		Warns: int(idleWarns / time.Second), Ends: int(Idle / time.Second),
	}
	p.frame.Own = true
	if stale {
		status, p.Stale = http.StatusConflict, p.Said("web.stale")
	}
	p.frame.Title = p.Said("web.talk.at", "Question", cmp.Or(now.Ask, now.About))
	if p.Work {
		p.frame.Title = p.Said("web.work")
	}
	p.Key, p.Frame = id.key(now.Revision), framed(r)
	part := ""
	p.Fresh = now.Log
	if swaps(r) {
		part = "swap"
		if seen, err := strconv.Atoi(r.FormValue(sinceField)); err == nil && seen >= now.First && seen <= now.Count {
			p.Fresh = now.since(seen)
		} else {
			p.Reset = true
		}
	}
	draw(w, r, drawing{page: "talk", part: part, status: status, hosts: s.face().hosts, data: p})
}
