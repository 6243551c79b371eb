package booking

import "time"

// UndoWithin is how long a clerk can take back what was done by mistake.
const UndoWithin = 10 * time.Minute

// MayUndo tells whether r may take back at the moment now what was done at an
// instant: a clerk for a while, a lead for as long as it can be taken back at
// all. It returns ErrNotAllowed and ErrOver.
func (r Role) MayUndo(done, now time.Time) error {
	switch {
	case !r.Allows(Clerk):
		return ErrNotAllowed
	case !r.Allows(Lead) && now.After(done.Add(UndoWithin)):
		return ErrOver
	}
	return nil
}

// Restore makes an appointment stand after all that was cancelled by mistake,
// or whose holder was told by mistake that the office closes then. Whether its
// time is still untaken is the day's to say. It returns ErrOver where there is
// nothing to restore, or its time has come.
func (a Appointment) Restore(now time.Time) (Appointment, error) {
	if a.State != Cancelled && a.State != Confirmed || !now.Before(a.Span.Start) {
		return a, ErrOver
	}
	// Two on, as the calendar entry that was taken out had counted one on.
	a.State, a.Sequence, a.Updated = Confirmed, a.Sequence+2, now
	return a, nil
}
