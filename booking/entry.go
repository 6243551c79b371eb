package booking

import "time"

// Entry is an appointment from another system that is being imported.
type Entry struct {
	Number  Number // empty: it gets one
	Office  OfficeID
	Start   time.Time
	Length  time.Duration // 0: as long as Wishes take
	Wishes  []Wish
	Persons int // 0: one
	Contact Contact
	Lang    string
}

// Enter finds a desk for r at start as [Day.Place] does, for an appointment
// that was agreed before: neither lead time nor horizon count. It returns
// ErrClosed and ErrTaken like Place.
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
