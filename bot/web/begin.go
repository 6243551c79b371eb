package web

import (
	"net/http"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
)

// welcome is the page on which a talk begins.
func (s *Site) welcome(w http.ResponseWriter, r *http.Request) {
	if s.Clerk != "" {
		s.desk(w, r)
		return
	}
	p := talkPage{frame: s.face().frame(r, language(r), "")}
	p.frame.Title = p.Said("web.talk.title")
	if c, ok := s.today(s.Now()).Concern(booking.ConcernID(r.URL.Query().Get(concernField))); ok && !c.PhoneOnly {
		p.Concern, p.Named = string(c.ID), c.Name.In(p.frame.Lang)
	}
	if number, ok := booking.ParseNumber(r.URL.Query().Get(numberField)); ok {
		p.Sought = number.String()
	}
	draw(w, r, drawing{page: "talk", hosts: s.face().hosts, data: p})
}

// desk begins a clerk's talk at once: only staff get here.
func (s *Site) desk(w http.ResponseWriter, r *http.Request) {
	b, id := s.backend.Load(), newSession()
	form := sent{event: dialogs.Started{}, begins: true}
	if _, err := b.talks.take(r.Context(), id, language(r), form); err != nil {
		s.refuse(w, r, err)
		return
	}
	b.talks.give(w, r, id)
	http.Redirect(w, r, s.Base, http.StatusSeeOther)
}

// begin begins a talk, or something new in one that goes on. What was written
// beside the button is its first answer.
func (s *Site) begin(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	if err := r.ParseForm(); err != nil {
		s.unread(w, r, err)
		return
	}
	form := sent{event: dialogs.Started{Payload: payload(r)}, begins: true}
	if do := r.PostForm.Get(doField); do == "appointments" || do == dialogs.HereLink {
		form.event = dialogs.Asked{For: do}
	}
	id, ok := b.talks.sessionOf(r)
	if ok {
		_, err := b.talks.look(r.Context(), id)
		ok = err == nil
	}
	if !ok {
		// The browser cannot choose: a session is always one of ours.
		if !s.starters.admits(r.RemoteAddr, s.Now()) {
			s.slow(w, r)
			return
		}
		id = newSession()
	}
	begun, err := b.talks.take(r.Context(), id, language(r), form)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	if !ok {
		b.talks.give(w, r, id)
	}
	if text := strings.TrimSpace(r.PostForm.Get(textField)); text != "" {
		if _, err := b.talks.take(r.Context(), id, language(r), typed(text, begun.Revision)); err != nil {
			s.refuse(w, r, err)
			return
		}
	}
	http.Redirect(w, r, s.Base+"#offen", http.StatusSeeOther)
}

// at is what is wanted at the office that the form names, if it names one.
func at(r *http.Request, wanted string) string {
	if office := r.PostForm.Get(placeField); office != "" {
		return dialogs.PlaceLink(booking.OfficeID(office), wanted)
	}
	return wanted
}

func payload(r *http.Request) string {
	if concern := r.PostForm.Get(concernField); concern != "" {
		return at(r, "concern_"+concern)
	}
	if ticket := r.PostForm.Get(ticketField); ticket != "" {
		return dialogs.TicketLink(booking.Number(ticket))
	}
	if number := r.PostForm.Get(numberField); number != "" {
		return "number_" + number
	}
	if category := r.PostForm.Get("category"); category != "" {
		return "category_" + category
	}
	return ""
}
