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
