package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Times looks up what is booked.
type Times interface {
	Facts(ctx context.Context, person booking.PersonID, now time.Time, need dialogs.Need) (dialogs.Facts, error)
}

// freeTimes says when a concern can be booked: as a page, or as JSON for the
// town's own site.
//
//	GET /termin/frei?concern=id-card&at=werne&quantity=2&day=2026-11-24
//
// Where several offices do it, and none is named, it is the first one's times.
type freeTimes struct {
	Office  booking.OfficeID   `json:"office"`
	Others  []booking.OfficeID `json:"others,omitempty"` // that do it too
	Concern booking.ConcernID  `json:"concern"`
	Minutes int                `json:"minutes"` // on the first day asked for
	Next    *time.Time         `json:"next"`    // null: nothing is free
	Days    []freeDay          `json:"days"`
}

type freeDay struct {
	Day     string   `json:"day"`
	Minutes int      `json:"minutes"`
	Free    int      `json:"free"`
	Times   []string `json:"times"`
}

// freeFresh is for how many seconds an answer may be kept.
const freeFresh = "public, max-age=10"

func (s *Site) freeTimes(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.visitors)
	if b == nil {
		return
	}
	q, ok := s.freeQuery(r)
	if !ok {
		s.nothing(w, r)
		return
	}
	free, err := q.answer(r.Context(), b.Times, s.Now())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*") // what is free is no secret
	if strings.Contains(r.Header.Get("Accept"), "text/html") && r.URL.Query().Get("format") != "json" {
		s.drawFree(w, r, q, free)
		return
	}
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", freeFresh)
	h.Set("Vary", "Accept")
	h.Set("X-Content-Type-Options", "nosniff")
	_ = json.NewEncoder(w).Encode(free)
}

// freeQuery is what is asked for.
type freeQuery struct {
	concern  booking.Concern
	office   *booking.Office
	others   []*booking.Office // that do it too
	quantity int
	day      booking.Date // zero: all that can be booked
}

func (s *Site) freeQuery(r *http.Request) (freeQuery, bool) {
	form := r.URL.Query()
	id := booking.ConcernID(form.Get(concernField))
	town := s.today(s.Now())
	c, ok := town.Concern(id)
	if !ok || c.PhoneOnly {
		return freeQuery{}, false
	}
	q := freeQuery{concern: c, quantity: 1}
	if !q.goTo(booking.OfficeID(form.Get(placeField)), town.Serving([]booking.ConcernID{id})) {
		return freeQuery{}, false
	}
	if text := form.Get("quantity"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > c.MaxQuantity {
			return freeQuery{}, false
		}
		q.quantity = n
	}
	if text := form.Get("day"); text != "" {
		day, err := booking.ParseDate(text)
		today := q.office.Today(s.Now())
		if err != nil || day.Before(today) || day.After(q.office.LastDay(s.Now())) {
			return freeQuery{}, false
		}
		q.day = day
	}
	return q, true
}

// goTo chooses the office with that ID, or the first one where none is named, of all
// that do it.
func (q *freeQuery) goTo(id booking.OfficeID, all []*booking.Office) bool {
	for _, o := range all {
		if q.office == nil && (id == "" || o.ID == id) {
			q.office = o
		} else {
			q.others = append(q.others, o)
		}
	}
	return q.office != nil
}

func (q freeQuery) answer(ctx context.Context, times Times, now time.Time) (freeTimes, error) {
	need := dialogs.Need{Offices: []booking.OfficeID{q.office.ID}, From: q.office.Today(now), To: q.office.LastDay(now)}
	if !q.day.IsZero() {
		need.From, need.To = q.day, q.day
	}
	facts, err := times.Facts(ctx, 0, now, need)
	if err != nil {
		return freeTimes{}, err
	}
	free := freeTimes{Office: q.office.ID, Concern: q.concern.ID, Days: []freeDay{}}
	for _, o := range q.others {
		free.Others = append(free.Others, o.ID)
	}
	o, _ := facts.Town.Office(q.office.ID)
	for _, booked := range facts.Booked {
		visit, err := o.VisitOn(booked.Day, booking.Public, []booking.Wish{{Concern: q.concern.ID, Quantity: q.quantity}}, 1)
		if err != nil {
			continue // it is not done then, or the visit would be too long
		}
		request, minutes := visit.Request(booking.Public), int(visit.Length().Minutes())
		if free.Minutes == 0 {
			free.Minutes = minutes
		}
		starts := o.Day(booked.Day, booked.Busy).Starts(request, now)
		if len(starts) > 0 {
			free.add(booked.Day, minutes, starts, o.Calendar.Zone)
		}
	}
	return free, nil
}

func (f *freeTimes) add(d booking.Date, minutes int, starts []time.Time, zone *time.Location) {
	if f.Next == nil {
		next := starts[0].In(zone)
		f.Next = &next
	}
	day := freeDay{Day: d.String(), Minutes: minutes, Free: len(starts), Times: make([]string, len(starts))}
	for i, start := range starts {
		day.Times[i] = start.In(zone).Format("15:04")
	}
	f.Days = append(f.Days, day)
}

// bookable is what a page has a button to book.
type bookable struct {
	ID booking.ConcernID
	At booking.OfficeID // empty: where is asked, or only one does it
}

// freePage is the same for people.
type freePage struct {
	frame
	bookable

	Concern string
	Place   string
	Others  []freePlace
	Next    string // the next free time; empty: there is none
	Days    []freeLine
}

type freeLine struct{ Day, Count string }

// freePlace is another office that does it.
type freePlace struct {
	ID   booking.OfficeID
	Name string
}

func (s *Site) drawFree(w http.ResponseWriter, r *http.Request, q freeQuery, free freeTimes) {
	f := s.face().frame(r, language(r), "")
	f.Title = f.Said("web.free.title", "Concern", locales.Text(q.concern.Name))
	p := freePage{frame: f, bookable: bookable{ID: q.concern.ID}, Concern: q.concern.Name.In(f.Lang)}
	if len(q.others) > 0 {
		p.At, p.Place = q.office.ID, q.office.Name.In(f.Lang)
	}
	for _, o := range q.others {
		p.Others = append(p.Others, freePlace{o.ID, o.Name.In(f.Lang)})
	}
	if free.Next != nil {
		p.Next = f.Said("web.free.next", "Day", locales.Date(*free.Next), "Time", locales.Clock(*free.Next))
	}
	for _, d := range free.Days {
		day, _ := booking.ParseDate(d.Day) // it was written here
		p.Days = append(p.Days, freeLine{f.Said("web.day", "Day", locales.Date(noon(day))), f.Said("web.free.count", "Count", d.Free)})
	}
	draw(w, r, drawing{page: "free", public: true, hosts: s.face().hosts, data: p})
}
