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
	Confirmed State = "confirmed"  // booked
	CheckedIn State = "checked in" // the citizen is there
	Called    State = "called"     // called to a desk
	Finished  State = "finished"
	Cancelled State = "cancelled"
	Missed    State = "missed"  // nobody came
	Expired   State = "expired" // a hold that ran out
)

// follows lists which states may come after each state. A state that is not
// here is final, unless it is taken back ([Office.Unmark]).
var follows = map[State][]State{
	Held:      {Confirmed, Cancelled, Expired},
	Confirmed: {CheckedIn, Called, Cancelled, Missed},
	CheckedIn: {Called, Cancelled, Missed},
	Called:    {Finished, Missed, CheckedIn},
	Missed:    {CheckedIn},
	Cancelled: {Confirmed},
}

// MayBecome tells whether next may follow s. A cancelled appointment may be
// confirmed again while its time is free: the cancellation is undone. A missed
// one may still check in, if somebody comes late and is served.
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

// Appointment is a visit with a time and a desk reserved for it. While it is
// held the reservation ends by itself; once confirmed it is binding. The office
// may move it to another desk until it is called.
type Appointment struct {
	ID        AppointmentID
	Claim     AppointmentID // whose time it is: its own ID, or for the hold of a move the ID of the appointment that moves
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
	Holder    PersonID // 0: linked to no chat yet (booked by phone, imported)
	Contact   Contact
	Lang      string
	Sequence  int           // of the calendar entry: each move and each restored cancellation raises it
	Coming    bool          // the holder has said, when reminded, that they come
	Late      time.Duration // how much later than agreed the holder will come
	Behind    time.Duration // how late the office has told the holder that it runs
	Arrived   time.Time     // when they checked in
	CalledAt  time.Time     // when they were called last
	Visit     Attended      // what happened to them at the office
	Ticket    int           // the number on a ticket of somebody without an appointment; 0: an appointment
	Updated   time.Time
}

// Item is one concern of an appointment as it was when it was booked.
type Item struct {
	Concern  ConcernID `json:"concern"`
	Name     Text      `json:"name"`
	Quantity int       `json:"quantity"`
	Minutes  int       `json:"minutes"`
	Promise  *Promise  `json:"promise,omitempty"` // nil: booked before promises were stored, or imported
}

// Contact is the person that the appointment is for.
type Contact struct {
	Name  string
	Mail  string // may be empty where the office does not require it
	Phone string
}

// Moves tells whether this is the hold of a move: the old appointment stays
// until the hold is confirmed.
func (a Appointment) Moves() bool { return a.State == Held && a.Claim != a.ID }

// IsFor tells whether the appointment is for these wishes and so many people.
func (a Appointment) IsFor(wishes []Wish, persons int) bool {
	return a.Persons == persons && slices.EqualFunc(a.Items, wishes, func(i Item, w Wish) bool {
		return i.Concern == w.Concern && i.Quantity == w.Quantity
	})
}

// Wishes is what the appointment is for, as it is wished for.
func (a Appointment) Wishes() []Wish {
	var all []Wish
	for _, i := range a.Items {
		all = append(all, Wish{Concern: i.Concern, Quantity: i.Quantity})
	}
	return all
}

// HoldExpired tells whether this is a hold that has expired at now.
func (a Appointment) HoldExpired(now time.Time) bool {
	return a.State == Held && !now.Before(a.HeldUntil)
}

// Blocks tells whether the appointment keeps its desk busy at now.
func (a Appointment) Blocks(now time.Time) bool { return a.State.Blocks() && !a.HoldExpired(now) }

// Upcoming tells whether the appointment is confirmed and has not started at
// now. Until it starts it can be moved and cancelled.
func (a Appointment) Upcoming(now time.Time) bool {
	return a.State == Confirmed && now.Before(a.Span.Start)
}

// Confirm books a held appointment under number. It returns ErrOver if it is
// not a hold, or is the hold of a move, and ErrExpired if the hold has expired;
// the caller may then confirm a new hold of the same time, if that is still
// free.
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

// MoveTo gives a confirmed appointment the time, desk and concerns of hold,
// which was made for this move. Number, contact and history stay. It returns
// ErrOver if the appointment is no longer upcoming or hold belongs to another
// one, and ErrExpired if the hold has expired.
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

// Cancel cancels the appointment. A confirmed one can be cancelled until it
// starts, a hold at any time; otherwise Cancel returns ErrOver.
func (a Appointment) Cancel(now time.Time) (Appointment, error) {
	if a.State == Confirmed && !a.Upcoming(now) {
		return a, ErrOver
	}
	return a.become(Cancelled, now)
}

// Affirm records that the holder will come. It returns ErrOver if the
// appointment is no longer upcoming.
func (a Appointment) Affirm(now time.Time) (Appointment, error) {
	if !a.Upcoming(now) {
		return a, ErrOver
	}
	a.Coming, a.Updated = true, now
	return a, nil
}

// Miss records that nobody came. It returns ErrTooSoon before the appointment
// starts.
func (a Appointment) Miss(now time.Time) (Appointment, error) {
	if now.Before(a.Span.Start) {
		return a, ErrTooSoon
	}
	return a.become(Missed, now)
}

// CheckIn records that the citizen has arrived. It returns ErrOver if they have
// been called already. A call from before they counted as missed is none of this visit.
func (a Appointment) CheckIn(now time.Time) (Appointment, error) {
	if a.State == Called {
		return a, ErrOver
	}
	here, err := a.become(CheckedIn, now)
	if err == nil {
		here.Arrived, here.CalledAt = now, time.Time{}
	}
	return here, err
}

// Finish records that the visit is over.
func (a Appointment) Finish(now time.Time) (Appointment, error) { return a.become(Finished, now) }

func (a Appointment) become(next State, now time.Time) (Appointment, error) {
	if !a.State.MayBecome(next) {
		return a, ErrOver
	}
	a.State, a.Updated = next, now
	if next != Called && next != CheckedIn {
		a.Visit = Attended{} // what colleagues noted for each other is forgotten, too
	}
	return a, nil
}
