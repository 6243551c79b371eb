package booking

import "time"

// WaitID names a place on the waiting list.
type WaitID int64

// Waiting is somebody's place on the waiting list (Warteliste): for an earlier
// time of an appointment they have, or for a first one where nothing was free.
type Waiting struct {
	ID          WaitID
	Person      PersonID
	Office      OfficeID
	Appointment AppointmentID // what gets the earlier time; 0: a first one
	Wishes      []Wish        // for a first one
	Persons     int
	Terms       Terms
	Contact     Contact // for a first one
	Lang        string
	Since       time.Time
}

// Terms is which times suit somebody who waits.
type Terms struct {
	Weekdays Weekdays
	Hours    Hours // in which the visit begins
	Until    Date  // the last day
}

// Weekdays is a set of days of the week.
type Weekdays uint8

// AnyWeekday is all of them.
const AnyWeekday Weekdays = 1<<7 - 1

// Has tells whether day is one of them.
func (w Weekdays) Has(day time.Weekday) bool { return w>>day&1 == 1 }

// Toggle adds day, or takes it out where it was in.
func (w Weekdays) Toggle(day time.Weekday) Weekdays { return w ^ 1<<day }

// Mornings and Afternoons are the hours that people choose from.
func Mornings() Hours { return Hours{0, 12 * 60} }

// Afternoons begin at noon.
func Afternoons() Hours { return Hours{12 * 60, Midnight} }

// Suit tells whether a visit may begin at start.
func (t Terms) Suit(start time.Time, zone *time.Location) bool {
	day, clock := DateOf(start, zone), ClockOf(start, zone)
	return t.Weekdays.Has(day.Weekday()) && !day.After(t.Until) && t.Hours.From <= clock && clock < t.Hours.To
}

// Reach is how somebody who waits can be told of an offer.
type Reach string

// The ways; none at all leaves a person out.
const (
	Unreached Reach = ""
	ByChat    Reach = "chat"
	ByMail    Reach = "mail"
)

// Window is how long a time is offered to somebody (Angebot).
func (p Policy) Window(r Reach) time.Duration {
	switch r {
	case ByChat:
		return p.Offer.Chat
	case ByMail:
		return p.Offer.Mail
	}
	return 0
}

// Prolonged is until when a time is kept for somebody whose chat turned out to
// be out of reach, so that they read of it in a mail. Who accepts at the last
// moment still has the office's lead time.
func (p Policy) Prolonged(hold Appointment, now time.Time) time.Time {
	until := now.Add(p.Window(ByMail))
	if last := hold.Span.Start.Add(-p.LeadTime); last.Before(until) {
		until = last
	}
	if until.Before(hold.HeldUntil) {
		return hold.HeldUntil
	}
	return until
}

// OffersAt tells whether people may be disturbed with an offer at the moment
// now.
func (o *Office) OffersAt(now time.Time) bool {
	clock := ClockOf(now, o.Calendar.Zone)
	return o.Policy.Offer.Hours.From <= clock && clock < o.Policy.Offer.Hours.To
}

// PassOn is for how long a time that somebody did not want is kept from the
// public, so that the next who waits is offered it.
const PassOn = time.Minute

// Waiter is somebody who waits, with all that decides about an offer.
type Waiter struct {
	Waiting
	Old       Appointment // what gets the earlier time
	Reach     Reach
	Offered   []Span    // what was offered before; never again
	Latest    time.Time // when that was last
	Ahead     int       // appointments that the person has
	UnderMail int       // and that the mail address has
}

// Offer is a time for one of those who wait.
type Offer struct {
	Wait WaitID
	Span Span
	Placement
	Until time.Time // when it goes to the next
}

// Offers is who gets which time offered at the moment now: first come, first
// served among those whom it suits, each one time at most. Waiters come in the
// order of the list, without those who have an offer open; booked is what keeps
// desks busy on the days looked at, and freed the times that were given back.
//
// Who waits for an earlier time hears of freed times only, since they saw all
// others when they joined. Who has none at all hears of any time, but of one
// that the public can see as well once a day at most.
func (o *Office) Offers(booked map[Date][]Busy, freed []Span, waiters []Waiter, now time.Time) []Offer {
	if !o.OffersAt(now) {
		return nil
	}
	m := matching{office: o, booked: make(map[Date][]Busy, len(booked)), freed: freed, now: now}
	for date, all := range booked {
		m.booked[date] = all
	}
	var offers []Offer
	for _, w := range waiters {
		if offer, ok := m.find(w); ok {
			offers = append(offers, offer)
		}
	}
	return offers
}

// matching is the days as they are with the offers found so far.
type matching struct {
	office *Office
	booked map[Date][]Busy
	freed  []Span
	now    time.Time
	found  int
}

// find is the earliest time for w, which then is nobody else's.
func (m *matching) find(w Waiter) (Offer, bool) {
	until := m.now.Add(m.office.Policy.Window(w.Reach))
	r, ok := m.office.demand(w, m.now)
	if !ok || !until.After(m.now) {
		return Offer{}, false
	}
	today := m.office.Today(m.now)
	for date := today; !date.After(m.last(w)); date = date.Add(1) {
		booked, looked := m.booked[date]
		if !looked || !w.Terms.Weekdays.Has(date.Weekday()) {
			continue
		}
		day := m.office.Day(date, booked)
		for _, start := range day.Starts(r, m.now) {
			span := Span{start, start.Add(r.Length)}
			if !m.suits(w, span, until) {
				continue
			}
			placement, err := day.Place(r, start, m.now)
			if err != nil {
				continue
			}
			m.seat(date, r, span, placement)
			return Offer{w.ID, span, placement, until}, true
		}
	}
	return Offer{}, false
}

// demand is what w wants of a day; false where they cannot be served, or may
// not book.
func (o *Office) demand(w Waiter, now time.Time) (Request, bool) {
	if w.Appointment != 0 {
		r := Request{Length: w.Old.Span.Length(), Skills: w.Old.Skills, Audience: Public, Claim: w.Old.Claim, Waits: true}
		return r, w.Old.ID == w.Appointment && w.Old.Office == o.ID && w.Old.Upcoming(now)
	}
	visit, err := o.Visit(w.Wishes, w.Persons)
	r := visit.Request(Public)
	r.Waits = true
	return r, err == nil && o.Policy.Admits(w.Ahead, w.UnderMail) == nil
}

// last is the last day that comes into question for w.
func (m *matching) last(w Waiter) Date {
	last := w.Terms.Until
	if w.Appointment != 0 {
		if day := DateOf(w.Old.Span.Start, m.office.Calendar.Zone); day.Before(last) {
			last = day
		}
	}
	if horizon := m.office.LastDay(m.now); horizon.Before(last) {
		last = horizon
	}
	return last
}

// suits tells whether a time that is free may be offered to w until then. Who
// accepts at the last moment still has the office's lead time.
func (m *matching) suits(w Waiter, span Span, until time.Time) bool {
	switch {
	case span.Start.Before(until.Add(m.office.Policy.LeadTime)),
		!w.Terms.Suit(span.Start, m.office.Calendar.Zone),
		touches(span, w.Offered),
		w.Appointment != 0 && !span.Start.Before(w.Old.Span.Start):
		return false
	}
	if w.Appointment == 0 && (w.Latest.IsZero() || m.office.Today(w.Latest) != m.office.Today(m.now)) {
		return true
	}
	return fills(span, m.freed)
}

// fills tells whether a visit lies within one of the freed times, or all around
// it: others, which lap over, were free before.
func fills(span Span, freed []Span) bool {
	for _, f := range freed {
		if f.covers(span) || span.covers(f) {
			return true
		}
	}
	return false
}

func (s Span) covers(o Span) bool { return !o.Start.Before(s.Start) && !o.End.After(s.End) }

func touches(span Span, others []Span) bool {
	for _, o := range others {
		if span.Overlaps(o) {
			return true
		}
	}
	return false
}

// seat enters an offer, so that the next in the list is not offered the same.
func (m *matching) seat(date Date, r Request, span Span, p Placement) {
	m.found++
	all := make([]Busy, 0, len(m.booked[date])+1)
	for _, o := range m.booked[date] {
		for _, swap := range p.Swaps {
			if o.ID == swap.Appointment && !o.Cooldown {
				o.Desk = swap.Desk
			}
		}
		all = append(all, o)
	}
	id := AppointmentID(-1<<40 - m.found) // nobody's
	claim := r.Claim
	if claim == 0 {
		claim = id
	}
	m.booked[date] = append(all, Busy{
		ID: id, Claim: claim, Desk: p.Desk, Span: span, Skills: r.Skills, Audience: r.Audience, Fixed: true,
	})
}
