package booking

import "time"

// WaitID identifies a place on the waiting list.
type WaitID int64

// Waiting is a place on the waiting list (Warteliste): for an earlier time of
// an appointment, or for a first appointment when nothing was free.
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

// Terms is which times suit a person who waits.
type Terms struct {
	Weekdays Weekdays
	Hours    Hours // in which the visit begins
	Until    Date  // the last day
}

// Weekdays is a set of days of the week.
type Weekdays uint8

// AnyWeekday is all of them.
const AnyWeekday Weekdays = 1<<7 - 1

// Has tells whether the set includes day.
func (w Weekdays) Has(day time.Weekday) bool { return w>>day&1 == 1 }

// Toggle adds day, or removes it if it is included.
func (w Weekdays) Toggle(day time.Weekday) Weekdays { return w ^ 1<<day }

// Mornings and Afternoons are the hours that people choose from.
func Mornings() Hours { return Hours{0, 12 * 60} }

// Afternoons begin at noon.
func Afternoons() Hours { return Hours{12 * 60, Midnight} }

// Reach is how a person who waits can be told of an offer.
type Reach string

// The ways; none at all leaves a person out.
const (
	Unreached Reach = ""
	ByChat    Reach = "chat"
	ByMail    Reach = "mail"
)

// How long a time is offered in most offices: a mail is read later than a chat.
const (
	usualChatOffer = 6 * time.Minute
	usualMailOffer = time.Hour
)

// Window is how long a time is offered to one person (Angebot).
func (p Policy) Window(r Reach) time.Duration {
	switch r {
	case ByChat:
		return p.Offer.Chat
	case ByMail:
		return p.Offer.Mail
	}
	return 0
}

// Prolonged is until when an offer is kept for a person whose chat cannot be
// reached, so that they can read of it in a mail. If they accept at the last
// moment, the lead time of the office must still be left.
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

// OffersAt tells whether offers may be sent at now.
func (o *Office) OffersAt(now time.Time) bool {
	clock := ClockOf(now, o.Calendar.Zone)
	return o.Policy.Offer.Hours.From <= clock && clock < o.Policy.Offer.Hours.To
}

// PassOn is how long a time that somebody declined is hidden from the public,
// so that the next person on the list is offered it.
const PassOn = time.Minute
