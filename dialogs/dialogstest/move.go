package dialogstest

import (
	"errors"

	"terminbote/booking"
	"terminbote/dialogs"
)

// standing is the hold, renewed where it ran out, or is for something else than what is
// ordered, and its time is still free.
func (r *records) standing(
	hold booking.Appointment, o dialogs.Order, id, claim booking.AppointmentID,
) (booking.Appointment, error) {
	if hold.ID != 0 && !hold.HoldExpired(r.now) {
		if !hold.Span.Start.Equal(o.Start) {
			return hold, booking.ErrExpired
		}
		if o.IsFor(hold) {
			return hold, nil
		}
	}
	a, err := r.draft(o)
	if err != nil {
		return a, err
	}
	a.ID, a.Claim = id, claim
	err = r.seat(&a, hold.ID)
	if err != nil && !errors.Is(err, booking.ErrTooSoon) {
		return a, booking.ErrExpired
	}
	return a, err
}

// move confirms the hold of a move.
func (r *records) move(m dialogs.Move) (booking.Appointment, error) {
	old, err := r.own(m.Moving)
	_, stands := r.world.appointments[m.Hold]
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case !stands && old.Sequence > 0 && old.Span.Start.Equal(m.Start) && m.IsFor(old):
		return old, nil // it is done already
	case old.Office != m.Office:
		return booking.Appointment{}, booking.ErrUnknown
	case !old.Upcoming(r.now):
		return booking.Appointment{}, booking.ErrOver
	}
	if err := r.may(booking.MovedTime); err != nil {
		return booking.Appointment{}, err
	}
	hold, err := r.standing(r.world.appointments[m.Hold], m.Order, m.Hold, old.Claim)
	if err != nil {
		return booking.Appointment{}, err
	}
	moved, err := old.MoveTo(hold, r.now)
	if err == nil {
		delete(r.world.appointments, m.Hold)
		r.count(booking.MovedTime, 0)
		r.rememberMoved(moved, old)
	}
	return r.keep(moved, err)
}

// rememberMoved remembers that an appointment has another time, or only another purpose.
func (r *records) rememberMoved(moved, old booking.Appointment) {
	what := dialogs.WasMoved
	if moved.Span.Start.Equal(old.Span.Start) {
		what = dialogs.WasChanged
	}
	r.remember(moved, what)
}

// draftMove keeps what the appointment that is moved was booked for, unless the order says
// what it is for henceforth.
func (r *records) draftMove(a booking.Appointment, o dialogs.Order) (booking.Appointment, error) {
	old, err := r.own(o.Moving)
	switch {
	case err != nil:
		return a, err
	case old.Office != o.Office:
		return a, booking.ErrUnknown
	case !old.Upcoming(r.now):
		return a, booking.ErrOver
	}
	a.Claim = old.Claim
	if !r.serving() {
		a.Audience = old.Audience
	}
	if len(o.Wishes) > 0 {
		return r.draftVisit(a, o)
	}
	a.Span = booking.Span{Start: o.Start, End: o.Start.Add(old.Span.Length())}
	office, _ := r.town().Office(o.Office)
	a.Items, a.Persons, a.Skills = office.Renewed(old.Items, office.Today(o.Start)), old.Persons, old.Skills
	return a, nil
}
