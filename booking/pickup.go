package booking

import "time"

// Fetchable tells whether something that was applied for at a can be ready to be
// fetched. It returns ErrTooSoon for an appointment still ahead, and ErrOver for one
// that nobody came to or that was called off.
func (a Appointment) Fetchable(now time.Time) error {
	switch a.State {
	case Finished, Called, CheckedIn:
		return nil
	case Confirmed:
		if now.Before(a.Span.Start) {
			return ErrTooSoon
		}
		return nil
	}
	return ErrOver
}

// Pickups is what an appointment of the office is followed by when what was applied
// for is ready: each once, in order.
func (o *Office) Pickups(a Appointment) []ConcernID {
	var all []ConcernID
	seen := map[ConcernID]bool{}
	for _, item := range a.Items {
		c, _ := o.Concern(item.Concern)
		if _, offered := o.Concern(c.Pickup); offered && !seen[c.Pickup] {
			seen[c.Pickup] = true
			all = append(all, c.Pickup)
		}
	}
	return all
}
