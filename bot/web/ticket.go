package web

import (
	"net/http"

	"terminbote/booking"
	"terminbote/dialogs"
)

const (
	ticketField = "ticket"
	arrivePath  = "/da"
)

// ticketPage is a ticket as its holder sees it on a phone, and as it is printed.
type ticketPage struct {
	frame

	Number   string // that the link carries
	Lines    []string
	AsOf     string
	Board    string
	Code     string // where the picture to scan is; empty: there is none
	Telegram string // links it to a chat there; empty: there is none
	Valid    bool
}

// ticket serves the page of a ticket: what to expect, and the call.
func (s *Site) ticket(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.visitors)
	if b == nil {
		return
	}
	number, ok := booking.ParseNumber(r.PathValue("number"))
	if !ok || b.Tickets == nil {
		s.nothing(w, r)
		return
	}
	a, facts, err := b.Tickets.Ticket(r.Context(), number, s.Now())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	p := s.ticketOf(r, b, a, facts)
	d := drawing{page: "ticket", hosts: s.face().hosts, data: p}
	if r.URL.Query().Has(partField) {
		d.part = "live"
	}
	draw(w, r, d)
}

func (s *Site) ticketOf(r *http.Request, b *works, a booking.Appointment, facts dialogs.Facts) ticketPage {
	f := s.face().frame(r, language(r), "")
	f.Title = f.Said("web.ticket.title", "Ticket", booking.TicketName(a.Ticket))
	p := ticketPage{
		frame: f, Number: string(a.Number), Lines: said(dialogs.TicketLines(facts, a), f.Lang), Board: boardAsset.path,
		Valid: a.State == booking.CheckedIn || a.State == booking.Called,
	}
	if o, ok := facts.Town.Office(a.Office); ok {
		p.AsOf = f.asOf(o, facts)
	}
	if s.QR != nil && s.PublicURL != nil {
		p.Code = dialogs.TicketPath + p.Number + "/qr.png"
	}
	if b.Telegram != nil {
		p.Telegram = b.Telegram(dialogs.TicketLink(a.Number))
	}
	return p
}

// scan draws the picture that leads to a page of this site.
func (s *Site) scan(path func(*http.Request) string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if s.QR == nil || s.PublicURL == nil {
			s.nothing(w, r)
			return
		}
		if !s.visitors.admits(r.RemoteAddr, s.Now()) {
			s.slow(w, r)
			return
		}
		picture, err := s.QR(s.origin() + path(r))
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		h := w.Header()
		h.Set("Content-Type", "image/png")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(picture)
	}
}

// arrivePage is where the code at the door leads to: one reports one's own
// arrival, in the chat in which the appointment is.
type arrivePage struct {
	frame

	Telegram string
	Code     string
}

func (s *Site) arrive(r *http.Request, f frame) (string, any, bool) {
	f.Title = f.Said("web.arrive.title")
	p := arrivePage{frame: f}
	if b := s.backend.Load(); b != nil && b.Telegram != nil {
		p.Telegram = b.Telegram(dialogs.HereLink)
	}
	if s.QR != nil && s.PublicURL != nil && r.URL.Query().Has("druck") {
		p.Code = arrivePath + "/qr.png"
	}
	return "arrive", p, true
}

// enterWaiting enters what people see who wait at the office.
func (s *Site) enterWaiting(mux *http.ServeMux) {
	mux.HandleFunc("GET "+boardPath, s.board)
	mux.HandleFunc("GET "+boardPath+"/{office}", s.board)
	mux.HandleFunc("GET "+dialogs.TicketPath+"{number}", s.ticket)
	mux.HandleFunc("GET "+dialogs.TicketPath+"{number}/qr.png", s.scan(func(r *http.Request) string {
		number, _ := booking.ParseNumber(r.PathValue("number"))
		return dialogs.TicketPath + string(number)
	}))
	mux.Handle("GET "+arrivePath, s.page(s.arrive))
	mux.HandleFunc("GET "+arrivePath+"/qr.png", s.scan(func(*http.Request) string { return arrivePath }))
}
