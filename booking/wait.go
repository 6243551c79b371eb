package booking

import (
	"slices"
	"time"
)

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
	Hours    Hours    // in which the visit begins
	Or       []Weekly `json:",omitempty"` // other days, with hours of their own, that suit as well
	Until    Date     // the last day
}

// Weekly is hours of some days of the week.
type Weekly struct {
	Weekdays Weekdays `json:"weekdays"`
	Hours    Hours    `json:"hours"`
}

// SuitDay tells whether a day of the week suits, at some time or other.
func (t Terms) SuitDay(day time.Weekday) bool {
	return t.Weekdays.Has(day) || slices.ContainsFunc(t.Or, func(w Weekly) bool { return w.Weekdays.Has(day) })
}

// Suit tells whether a visit may begin at a time of a day of the week.
func (t Terms) Suit(day time.Weekday, at Clock) bool {
	return Weekly{t.Weekdays, t.Hours}.has(day, at) || slices.ContainsFunc(t.Or, func(w Weekly) bool { return w.has(day, at) })
}

func (w Weekly) has(day time.Weekday, at Clock) bool {
	return w.Weekdays.Has(day) && w.Hours.From <= at && at < w.Hours.To
}

// AreSome tells whether some time can suit: there are days, and none of the other ones stand without
// hours of their own, nor such hours without days.
func (t Terms) AreSome() bool {
	return t.Weekdays != 0 && !slices.ContainsFunc(t.Or, func(w Weekly) bool { return w.Weekdays == 0 || w.Hours.From >= w.Hours.To })
}

// MostPlaces is how many places on the waiting list one person can have.
const MostPlaces = 5

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
