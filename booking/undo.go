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
