package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	boardPath = "/anzeige"
	partField = "teil"
	// mostCalls is how many calls a screen shows: those that people may still be
	// on the way for.
	mostCalls = 8
)

// boardPage is the screen in the waiting room: numbers and desks, and not
// who they belong to.
type boardPage struct {
	frame

	Calls   []boardCall
	Waiting string // how many wait
	AsOf    string
	Board   string // the script that keeps the page up to date
	Others  []officeLink
}

type boardCall struct{ Number, Desk string }

// officeLink leads to the screen of another office of the town.
type officeLink struct{ Href, Name string }

// board serves the screen of an office, or what changes on it alone.
func (s *Site) board(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.visitors)
	if b == nil {
		return
	}
	o, ok := s.boardOffice(r)
	if !ok || b.Tickets == nil {
		s.nothing(w, r)
		return
	}
	facts, err := b.Times.Facts(r.Context(), 0, s.Now(), dialogs.Need{Line: o.ID})
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	p := s.boardOf(r, o, facts)
	d := drawing{page: "board", hosts: s.face().hosts, data: p}
	if r.URL.Query().Has(partField) {
		d.part = "live"
	}
	draw(w, r, d)
}

// boardOffice is the office that the address names; without a name it is the
// town's first.
func (s *Site) boardOffice(r *http.Request) (*booking.Office, bool) {
	town := s.Town()
	if id := r.PathValue("office"); id != "" {
		return town.Office(booking.OfficeID(id))
	}
	return town.Offices[0], true
}

func (s *Site) boardOf(r *http.Request, o *booking.Office, facts dialogs.Facts) boardPage {
	f := s.face().frame(r, language(r), "")
	f.Title = f.Said("web.board.title", "Office", locales.Text(o.Name))
	p := boardPage{frame: f, AsOf: f.asOf(o, facts), Board: boardAsset.path}
	waiting := 0
	for _, c := range dialogs.Board(o, facts.Line) {
		if c.Desk == nil {
			waiting++
			continue
		}
		p.Calls = append(p.Calls, boardCall{c.Number, c.Desk.In(f.Lang)})
	}
	p.Calls = p.Calls[:min(len(p.Calls), mostCalls)]
	p.Waiting = f.Said("web.board.waiting", "Count", waiting)
	for _, other := range s.Town().Offices {
		if other.ID != o.ID {
			p.Others = append(p.Others, officeLink{boardPath + "/" + string(other.ID), other.Name.In(f.Lang)})
		}
	}
	slices.SortFunc(p.Others, func(a, b officeLink) int { return cmp.Compare(a.Name, b.Name) })
	return p
}

// asOf is when something was looked up.
func (f frame) asOf(o *booking.Office, facts dialogs.Facts) string {
	return f.Said("web.board.as_of", "Time", locales.Clock(facts.Now.In(o.Calendar.Zone)))
}

// origin is the address of the site, for links that leave it.
func (s *Site) origin() string {
	if s.PublicURL == nil {
		return ""
	}
	return strings.TrimSuffix(s.PublicURL.String(), "/")
}
