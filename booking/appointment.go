package booking

import (
	"slices"
	"time"
)

// The names of what is stored.
type (
	AppointmentID int64
	PersonID      int64
)

// State is where an appointment stands in its life.
type State string

// The states of an appointment.
const (
	Held      State = "held"       // set aside while somebody is booking
	Confirmed State = "confirmed"  // booked bindingly
	CheckedIn State = "checked in" // the citizen is there
	Called    State = "called"     // asked to a desk
	Finished  State = "finished"
	Cancelled State = "cancelled"
	Missed    State = "missed"  // nobody came
	Expired   State = "expired" // a hold that ran out
)

// follows is what may come after each state; what is not here ends it all.
var follows = map[State][]State{
	Held:      {Confirmed, Cancelled, Expired},
	Confirmed: {CheckedIn, Called, Cancelled, Missed},
	CheckedIn: {Called, Cancelled, Missed},
	Called:    {Finished, Missed, CheckedIn},
	Missed:    {CheckedIn},
	Cancelled: {Confirmed},
}

// MayBecome tells whether next may follow s. A cancelled appointment may be
// confirmed again as long as its time is untaken: an undone cancellation. A
// missed one may still check in, where somebody came late and is served.
func (s State) MayBecome(next State) bool { return slices.Contains(follows[s], next) }

// Blocks tells whether an appointment in this state keeps a desk busy.
func (s State) Blocks() bool {
	return s == Held || s == Confirmed || s == CheckedIn || s == Called
}

// Audience is who books: some shifts are for staff only.
type Audience string

// The two audiences.
const (
	Public Audience = "public"
	Staff  Audience = "staff" // books for callers, internal shifts included
)

// Appointment is a visit with a time and a desk set aside for it. While it is
// held it is a reservation; once confirmed it is binding. It belongs to the
// office: the desk may be swapped for another until it is called.
type Appointment struct {
	ID        AppointmentID
	Claim     AppointmentID // the appointment it shares its time with: its own ID, or for the hold of a move the ID of what is moved
	Number    Number        // given when it is confirmed
	Office    OfficeID
	Desk      DeskID
	Span      Span
	State     State
	HeldUntil time.Time // for a hold
	Items     []Item
	Persons   int
	Skills    []Skill
	Audience  Audience // who booked it
	Holder    PersonID // 0: nobody's chat yet (phone, import)
	Contact   Contact
	Lang      string
	Sequence  int           // goes up whenever calendars have to take it up anew: with each move, and when it stands after all
	Coming    bool          // the holder has said, when reminded, that they come
	Late      time.Duration // how much later the holder has said they come
	Behind    time.Duration // how much later than agreed the office has told the holder it is
	Arrived   time.Time     // when they checked in
	CalledAt  time.Time     // when they were called last
	Updated   time.Time
}

// Item is one concern of an appointment as it was when it was booked.
type Item struct {
	Concern  ConcernID `json:"concern"`
	Name     Text      `json:"name"`
	Quantity int       `json:"quantity"`
	Minutes  int       `json:"minutes"`
}

// Contact is whom the appointment is for.
type Contact struct {
	Name  string
	Mail  string // may be empty where the office does not require it
	Phone string
}

// Moves tells whether this is the hold of a move: the old appointment stays
// until the hold is confirmed.
func (a Appointment) Moves() bool { return a.State == Held && a.Claim != a.ID }

// HoldExpired tells whether a hold has run out at now.
func (a Appointment) HoldExpired(now time.Time) bool {
	return a.State == Held && !now.Before(a.HeldUntil)
}

// Blocks tells whether the appointment keeps its desk busy at now.
func (a Appointment) Blocks(now time.Time) bool { return a.State.Blocks() && !a.HoldExpired(now) }

// Upcoming tells whether the appointment is booked and not over at now. It can
// be moved and cancelled until it starts.
func (a Appointment) Upcoming(now time.Time) bool {
	return a.State == Confirmed && now.Before(a.Span.Start)
}

// Confirm books a held appointment bindingly under number. It returns ErrOver
// where it is no hold, or that of a move, and ErrExpired where the hold ran out; then a fresh hold
// of the same time, if that is still free, can be confirmed instead.
func (a Appointment) Confirm(number Number, contact Contact, now time.Time) (Appointment, error) {
	if a.State != Held || a.Moves() {
		return a, ErrOver
	}
	if a.HoldExpired(now) {
		return a, ErrExpired
	}
	a.State, a.Number, a.Contact, a.HeldUntil, a.Updated = Confirmed, number, contact, time.Time{}, now
	return a, nil
}

// MoveTo gives a booked appointment the time and desk of hold, which was made
// for this move, and what they were found for. Number, contact and history
// stay. It returns ErrOver where the appointment is not upcoming any more or
// hold is another one's, and ErrExpired where the hold ran out.
func (a Appointment) MoveTo(hold Appointment, now time.Time) (Appointment, error) {
	switch {
	case !a.Upcoming(now), !hold.Moves(), hold.Claim != a.Claim, hold.Office != a.Office:
		return a, ErrOver
	case hold.HoldExpired(now):
		return a, ErrExpired
	}
	a.Span, a.Desk, a.Items, a.Persons = hold.Span, hold.Desk, hold.Items, hold.Persons
	a.Skills, a.Audience = hold.Skills, hold.Audience
	a.Sequence, a.Coming, a.Late, a.Behind, a.Updated = a.Sequence+1, false, 0, 0, now
	return a, nil
}

// Cancel gives the appointment back. Until it starts it may be cancelled; a
// hold may be at any time. Otherwise it returns ErrOver.
func (a Appointment) Cancel(now time.Time) (Appointment, error) {
	if a.State == Confirmed && !a.Upcoming(now) {
		return a, ErrOver
	}
	return a.become(Cancelled, now)
}

// Affirm records that the holder comes. It returns ErrOver where the
// appointment is not upcoming any more.
func (a Appointment) Affirm(now time.Time) (Appointment, error) {
	if !a.Upcoming(now) {
		return a, ErrOver
	}
	a.Coming, a.Updated = true, now
	return a, nil
}

// Miss records that nobody came. It returns ErrTooSoon before the appointment
// has begun.
func (a Appointment) Miss(now time.Time) (Appointment, error) {
	if now.Before(a.Span.Start) {
		return a, ErrTooSoon
	}
	return a.become(Missed, now)
}

// CheckIn records that the citizen is there. It returns ErrOver for who has been
// called already.
func (a Appointment) CheckIn(now time.Time) (Appointment, error) {
	if a.State == Called {
		return a, ErrOver
	}
	here, err := a.become(CheckedIn, now)
	if err == nil {
		here.Arrived = now
	}
	return here, err
}

// Finish records that the visit is done.
func (a Appointment) Finish(now time.Time) (Appointment, error) { return a.become(Finished, now) }

func (a Appointment) become(next State, now time.Time) (Appointment, error) {
	if !a.State.MayBecome(next) {
		return a, ErrOver
	}
	a.State, a.Updated = next, now
	return a, nil
}
