package booking

import "slices"

// Reseat finds other desks at the same time for appointments that their own
// desk cannot serve, as after a closure. Earlier ones are seated first, and
// others may change desks for them as in [Day.Place]; those that could be
// served before still can. It returns the changes of desks, and which
// appointments have no desk left.
//
// An appointment that was called is being served and stays. Times in cooldown
// may be used.
func (d Day) Reseat() (swaps []Swap, left []AppointmentID) {
	before := d.busy()
	for _, id := range d.Affected() {
		if placement, ok := d.elsewhere(id); ok {
			d = d.after(append(placement.Swaps, Swap{id, placement.Desk}))
		}
	}
	for i, now := range d.busy() {
		if now.Desk != before[i].Desk {
			swaps = append(swaps, Swap{now.ID, now.Desk})
		}
	}
	for _, id := range d.Affected() {
		if s := d.seatOf(id); !s.Fixed {
			left = append(left, id)
		}
	}
	return swaps, left
}

// elsewhere finds another desk for an appointment at the same time.
func (d Day) elsewhere(id AppointmentID) (Placement, bool) {
	s := d.seatOf(id)
	slot, ok := d.ruler.slot(s.Span.Start)
	if !ok || s.Fixed {
		return Placement{}, false
	}
	r := Request{Length: s.Span.Length(), Skills: s.Skills, Audience: s.Audience, Claim: s.Claim}
	d = d.without(r.Claim)
	if desk, ok := d.idle(r, slot); ok {
		return Placement{Desk: d.office.Desks[desk].ID}, true
	}
	return d.rearrange(r, slot)
}

func (d Day) seatOf(id AppointmentID) seat {
	return d.seated[slices.IndexFunc(d.seated, func(s seat) bool { return s.ID == id })]
}

// after is the day once some appointments have changed desks.
func (d Day) after(swaps []Swap) Day {
	all := d.busy()
	for _, swap := range swaps {
		i := slices.IndexFunc(all, func(o Busy) bool { return o.ID == swap.Appointment })
		all[i].Desk = swap.Desk
	}
	return d.office.Day(d.Date, all)
}

func (d Day) busy() []Busy {
	all := make([]Busy, len(d.seated))
	for i, s := range d.seated {
		all[i] = *s.Busy
	}
	return all
}
