package web

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/bot"
)

// calendarFile hands out an appointment of the talk's person.
func (s *Site) calendarFile(w http.ResponseWriter, r *http.Request) {
	digits, _ := strings.CutSuffix(r.PathValue("file"), ".ics")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		s.nothing(w, r)
		return
	}
	s.file(w, r, func(ctx context.Context, b *works, id session) (bot.File, error) {
		return b.talks.calendar(ctx, id, booking.AppointmentID(n))
	})
}

// data hands out what is stored of the talk's person.
func (s *Site) data(w http.ResponseWriter, r *http.Request) {
	s.file(w, r, func(ctx context.Context, b *works, id session) (bot.File, error) { return b.talks.data(ctx, id) })
}

// file hands out a file to the talk's person, and to nobody else.
func (s *Site) file(w http.ResponseWriter, r *http.Request, of func(context.Context, *works, session) (bot.File, error)) {
	b := s.ready(w, r, &s.talkers)
	if b == nil {
		return
	}
	id, ok := b.talks.sessionOf(r)
	if !ok {
		s.nothing(w, r)
		return
	}
	file, err := of(r.Context(), b, id)
	switch {
	case errors.Is(err, errUnknown), errors.Is(err, errOver), errors.Is(err, booking.ErrUnknown):
		s.nothing(w, r)
		return
	case err != nil:
		s.refuse(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", file.Type)
	h.Set("Content-Disposition", `attachment; filename="`+strings.Map(fileLetter, file.Name)+`"`)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(file.Content)
}

// fileLetter keeps what can stand in a file's name anywhere.
func fileLetter(r rune) rune {
	if r > ' ' && r < 0x7f && !strings.ContainsRune(`"\/:*?<>|`, r) {
		return r
	}
	return '-'
}
