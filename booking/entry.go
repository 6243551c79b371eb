package booking

import "time"

// Enter finds a desk for r at start as [Day.Place] does, but for what was
// agreed before and is only written down now: neither lead time nor horizon
// count. It returns ErrClosed and ErrTaken like Place.
func (d Day) Enter(r Request, start time.Time) (Placement, error) {
	slot, ok := d.ruler.slot(start)
	if !ok {
		return Placement{}, ErrClosed
	}
	if desk, ok := d.idle(r, slot); ok {
		return Placement{Desk: d.office.Desks[desk].ID}, nil
	}
	if placement, ok := d.rearrange(r, slot); ok {
		return placement, nil
	}
	if !d.onDuty(r, slot) {
		return Placement{}, ErrClosed
	}
	return Placement{}, ErrTaken
}
