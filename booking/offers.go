package booking

import (
	"slices"
	"time"
)

// Waiter is a person on the waiting list, with everything that decides about an
// offer.
type Waiter struct {
	Waiting
	Old       Appointment // the appointment that gets the earlier time
	Reach     Reach
	Offered   []Span    // earlier offers, not to be repeated
	Latest    time.Time // when the last offer was made
	Ahead     int       // upcoming appointments of the person
	UnderMail int       // and of the mail address
	Unproven  bool      // nothing is known of the person yet, and no mail address is proved
}

// Offer is a time for a person on the waiting list.
type Offer struct {
	Wait WaitID
	Span Span
	Placement
	Until time.Time // when it goes to the next
}

// Offers decides which times are offered to which people at now: the first on
// the list that a time suits gets it, and each gets one at most. Waiters come
// in the order of the list, without those who have an open offer; booked is
// what keeps desks busy on the days to consider, and freed the times that were
// given back.
//
// A person who waits for an earlier time is offered only freed times, since
// they saw all others when they joined. A person without an appointment is
// offered any time, but one that the public sees too only once a day.
//
// Newcomers without proof together get no more than half of the day's share for
// them: an offer keeps a time from all others, as any other hold does, and those
// who choose a time themselves need room, too.
func (o *Office) Offers(booked map[Date][]Busy, freed []Span, waiters []Waiter, now time.Time) []Offer {
	if !o.OffersAt(now) {
		return nil
	}
	m := newMatching(o, booked, freed, now)
	var offers []Offer
	for i := range waiters {
		if offer, ok := m.find(&waiters[i]); ok {
			offers = append(offers, offer)
		}
	}
	return offers
}

// matching is the days with the offers found so far. Thousands wait for the
// same few times, so each day is examined once for all who want the same.
type matching struct {
	office *Office
	now    time.Time
	today  Date
	days   []*offerDay // in order
	dated  bool        // what is wanted depends on the day
	found  int
}

func newMatching(o *Office, booked map[Date][]Busy, freed []Span, now time.Time) *matching {
	m := &matching{office: o, now: now, today: o.Today(now), dated: o.dated()}
	last := o.LastDay(now)
	for date, all := range booked {
		if date.Before(m.today) || date.After(last) {
			continue
		}
		m.days = append(m.days, newOfferDay(o, date, all, freed))
	}
	slices.SortFunc(m.days, func(a, b *offerDay) int { return b.date.DaysUntil(a.date) })
	return m
}

// find is the earliest time for w. From then on it is taken.
func (m *matching) find(w *Waiter) (Offer, bool) {
	until := m.now.Add(m.office.Policy.Window(w.Reach))
	r, ok := m.office.demand(w, m.now)
	if !ok || m.letsPass(w) || !until.After(m.now) {
		return Offer{}, false
	}
	wanted := offerTerms{
		Terms: w.Terms, offered: w.Offered, onlyFreed: w.Appointment != 0 || m.heardToday(w),
		from: until.Add(m.office.Policy.LeadTime), before: w.Old.Span.Start,
	}
	last := m.last(w)
	for _, day := range m.days {
		if day.date.After(last) {
			break
		}
		r, ok := m.demandOn(day.date, w, r)
		if !ok || !w.Terms.SuitDay(day.weekday) || w.Unproven && !day.room(m.office, r.Length) {
			continue
		}
		for _, t := range day.times(r, wanted.onlyFreed, m.now) {
			if !wanted.suit(day.weekday, t, r.Length) {
				continue
			}
			if placement, err := day.day.Place(r, t.start, m.now); err == nil {
				m.found++
				day.seat(m.office, m.found, w, r, t.start, placement)
				return Offer{w.ID, Span{t.start, t.start.Add(r.Length)}, placement, until}, true
			}
		}
	}
	return Offer{}, false
}

// patience is how many offers in a row somebody can let pass before they are
// offered one a day: each keeps a time from all others for a while.
const patience = 3

// letsPass tells whether w has let so many offers pass that others come first
// today.
func (m *matching) letsPass(w *Waiter) bool { return len(w.Offered) >= patience && m.heardToday(w) }

// heardToday tells whether w was offered something today.
func (m *matching) heardToday(w *Waiter) bool {
	return m.office.Today(w.Latest) == m.today
}

// demand is the request of w; false if they cannot be served or may not book.
func (o *Office) demand(w *Waiter, now time.Time) (Request, bool) {
	if w.Appointment != 0 {
		r := Request{Length: w.Old.Span.Length(), Skills: w.Old.Skills, Audience: Public, Claim: w.Old.Claim, Waits: true}
		return r, w.Old.ID == w.Appointment && w.Old.Office == o.ID && w.Old.Upcoming(now)
	}
	visit, err := o.Visit(w.Wishes, w.Persons)
	r := visit.Request(Public)
	r.Waits = true
	return r, err == nil && o.Policy.Admits(w.Ahead, w.UnderMail) == nil
}

// demandOn is the request of w for one day, on which it may take another time or
// not be done at all. On most days it is r.
func (m *matching) demandOn(day Date, w *Waiter, r Request) (Request, bool) {
	if w.Appointment != 0 || !m.dated {
		return r, true
	}
	visit, err := m.office.VisitOn(day, Public, w.Wishes, w.Persons)
	r.Length = visit.Length()
	return r, err == nil
}

// last is the last day to consider for w.
func (m *matching) last(w *Waiter) Date {
	last := w.Terms.Until
	if w.Appointment != 0 {
		if day := m.office.Today(w.Old.Span.Start); day.Before(last) {
			last = day
		}
	}
	return last
}

// offerTerms is which times may be offered to one person.
type offerTerms struct {
	Terms
	offered   []Span    // before, not to be repeated
	onlyFreed bool      // and none that the public sees too
	from      time.Time // leaves the lead time of the office even to those who accept at the last moment
	before    time.Time // the start of their appointment; zero: they have none
}

// suit tells whether a visit of some length may be offered at a time of a day of the week.
func (t offerTerms) suit(day time.Weekday, at offerTime, length time.Duration) bool {
	switch {
	case !t.Suit(day, at.clock), at.start.Before(t.from):
		return false
	case !t.before.IsZero() && !at.start.Before(t.before):
		return false
	}
	return !touches(Span{at.start, at.start.Add(length)}, t.offered)
}
