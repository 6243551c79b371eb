package booking

import "time"

// UndoWithin is how long a clerk can undo a mistake.
const UndoWithin = 10 * time.Minute

// MayUndo tells whether r may undo at now something done at an earlier time: a
// clerk for a while, a lead without limit. It returns ErrNotAllowed and
// ErrOver.
func (r Role) MayUndo(done, now time.Time) error {
	switch {
	case !r.Allows(Clerk):
		return ErrNotAllowed
	case !r.Allows(Lead) && now.After(done.Add(UndoWithin)):
		return ErrOver
	}
	return nil
}

// Restore makes an appointment valid again that was cancelled by mistake, or
// whose holder was told by mistake that the office closes. Whether its time is
// still free is for the day to say. It returns ErrOver if there is nothing to
// restore or the appointment has started.
func (a Appointment) Restore(now time.Time) (Appointment, error) {
	if a.State != Cancelled && a.State != Confirmed || !now.Before(a.Span.Start) {
		return a, ErrOver
	}
	// Two more, since removing the calendar entry has used one.
	a.State, a.Sequence, a.Updated = Confirmed, a.Sequence+2, now
	return a, nil
}

// Unmark takes back that an appointment came to be in a state at the office: mark is [CheckedIn], [Finished] or
// [Missed], and what it was before holds again. missed says that it counted as missed before that arrival. Taking
// back what is taken back changes nothing. Unmark returns ErrOver after the day, for a visit that has begun
// meanwhile, and for a ticket that never counted as missed: it is nothing without who has come.
func (o *Office) Unmark(a Appointment, mark State, missed bool, now time.Time) (Appointment, error) {
	before := a.before(mark, missed)
	switch {
	case a.State == before && mark != before:
		return a, nil
	case a.State != mark, before == "", o.Today(now) != o.Today(a.Span.Start), a.Visit.Served > 0 && mark == CheckedIn:
		return a, ErrOver
	}
	a.State, a.Updated = before, now
	switch before {
	case Called:
		a.Visit.Calls = max(1, o.Policy.Calls.Times) // who was there, or did not come however often they were called
	case Confirmed, Missed:
		a.Visit = Attended{}
		if !a.IsTicket() { // whose number was drawn by somebody who was there
			a.Arrived = time.Time{}
		}
	}
	return a, nil
}

// before is the state in which an appointment was before it was marked; empty: nothing takes that mark back.
func (a Appointment) before(mark State, missed bool) State {
	switch {
	case mark == CheckedIn && missed:
		return Missed
	case mark == CheckedIn && a.IsTicket():
		return ""
	case mark == CheckedIn:
		return Confirmed
	case mark == Finished, mark == Missed && !a.CalledAt.IsZero():
		return Called
	case mark == Missed && !a.Arrived.IsZero():
		return CheckedIn
	case mark == Missed:
		return Confirmed
	}
	return ""
}
