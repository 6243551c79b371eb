package booking

import "time"

// Attended is what happened to somebody while they were at the office, besides
// their state.
type Attended struct {
	Calls  int           // how often they were called to where they are called now
	Parked time.Time     // since when the visit rests, until it is taken up again; zero: it does not
	Served time.Duration // how long they were served before it rested, or before they were sent on
	For    DeskID        // only this desk calls them: a colleague has sent them on
	Note   string        // what that colleague wrote
}

// Calls is how people are called to a desk.
type Calls struct {
	Times int           // how often somebody is called before they count as missed
	Walk  time.Duration // how long one takes to the desk after each call
}

// CallAgain calls somebody once more who has not come to the desk. It returns
// ErrOver if they were not called.
func (a Appointment) CallAgain(now time.Time) (Appointment, error) {
	if a.State != Called {
		return a, ErrOver
	}
	a.Visit.Calls++
	a.CalledAt, a.Updated = now.Add(-a.Visit.Served), now
	return a, nil
}

// MissedCall tells whether a may be recorded as missed at now. It returns
// ErrTooSoon for somebody who was called and still has time to walk to the desk,
// or was not called as often as the office calls people.
func (p Policy) MissedCall(a Appointment, now time.Time) error {
	if a.State != Called || a.Visit.Served > 0 {
		return nil // who was here before has come to the call
	}
	if a.Visit.Calls < p.Calls.Times || now.Before(a.CalledAt.Add(p.Calls.Walk)) {
		return ErrTooSoon
	}
	return nil
}

// Park lets a visit rest while the desk serves others: a form is filled in, a
// photograph is taken. It returns ErrOver if nobody is being served.
func (a Appointment) Park(now time.Time) (Appointment, error) {
	a, err := a.interrupt(now)
	if err == nil {
		a.Visit.Parked = now
	}
	return a, err
}

// interrupt ends the service at a desk for now.
func (a Appointment) interrupt(now time.Time) (Appointment, error) {
	if a.State != Called {
		return a, ErrOver
	}
	served := now.Sub(a.CalledAt)
	a, err := a.become(CheckedIn, now)
	if err == nil {
		a.Visit.Served, a.CalledAt, a.Desk, a.Visit.Calls = served, time.Time{}, "", 0
	}
	return a, err
}

// TakeUp goes on with a visit that rests, at a desk. It returns ErrOver if the
// visit does not rest.
func (a Appointment) TakeUp(desk DeskID, now time.Time) (Appointment, error) {
	if a.Visit.Parked.IsZero() {
		return a, ErrOver
	}
	a, err := a.Call(desk, now)
	if err == nil {
		a.Visit.Parked = time.Time{}
	}
	return a, err
}

// SendOn sends somebody who is being served on to another desk, which calls them
// before all others, with a note for the colleague there. It returns ErrUnknown
// for a desk that the office does not have or that they are at, and ErrOver if
// they are not being served.
func (o *Office) SendOn(a Appointment, desk DeskID, note string, now time.Time) (Appointment, error) {
	if o.deskIndex(desk) < 0 || a.State == Called && a.Desk == desk {
		return a, ErrUnknown
	}
	a, err := a.interrupt(now)
	if err == nil {
		a.Visit.For, a.Visit.Note = desk, note
	}
	return a, err
}
