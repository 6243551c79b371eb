package web

import (
	"errors"
	"net/http"
)

// gone says that there is no talk to which an answer belongs.
func (s *Site) gone(w http.ResponseWriter, r *http.Request) {
	if swaps(r) {
		leave(w, s.Base+"/ende")
		return
	}
	http.Redirect(w, r, s.Base+"/ende", http.StatusSeeOther)
}

// over ends a talk that nobody has gone on with.
func (s *Site) over(w http.ResponseWriter, r *http.Request, b *works, id session) {
	if err := b.talks.end(r.Context(), id); err != nil {
		s.refuse(w, r, err)
		return
	}
	b.talks.forget(w, r)
	s.gone(w, r)
}

// end ends the talk by the person's own wish.
func (s *Site) end(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	id, ok := b.talks.sessionOf(r)
	if !ok {
		s.gone(w, r)
		return
	}
	s.over(w, r, b, id)
}

// ended is shown after a talk. Nothing of it is there any more.
func (s *Site) ended(w http.ResponseWriter, r *http.Request) {
	f := s.face().frame(r, language(r), "")
	f.Title = f.Said("web.ended.title")
	draw(w, r, drawing{page: "ended", hosts: s.face().hosts, data: f})
}

// stay says that somebody still sits there.
func (s *Site) stay(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	id, ok := b.talks.sessionOf(r)
	if !ok {
		s.gone(w, r)
		return
	}
	switch err := b.talks.stay(r.Context(), id); {
	case errors.Is(err, errUnknown), errors.Is(err, errOver):
		s.gone(w, r)
	case err != nil:
		s.refuse(w, r, err)
	default:
		http.Redirect(w, r, s.Base, http.StatusSeeOther)
	}
}
