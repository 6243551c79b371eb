package booking

import "slices"

// Reseat finds other desks at the same time for those whom their own cannot
// serve, as after a closure. Those who come first are seated first, and others
// may change desks for them as in [Day.Place]; who could be served before still
// can. It returns who sits elsewhere then, and for whom there is no desk.
//
// Who was called is served already and stays. For those who would lose their
// time, a freed one need not rest.
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

// elsewhere is another desk for somebody, at the same time.
func (d Day) elsewhere(id AppointmentID) (Placement, bool) {
	s := d.seatOf(id)
	slot, ok := d.ruler.slot(s.Span.Start)
	if !ok || s.Fixed {
		return Placement{}, false
	}
	r := Request{Length: s.Span.Length(), Skills: s.Skills, Audience: s.Audience, Claim: s.Claim, Waits: true}
	d = d.without(r.Claim)
	if desk, ok := d.idle(r, slot); ok {
		return Placement{Desk: d.office.Desks[desk].ID}, true
	}
	return d.rearrange(r, slot)
}

func (d Day) seatOf(id AppointmentID) seat {
	return d.seated[slices.IndexFunc(d.seated, func(s seat) bool { return s.ID == id })]
}

// after is the day once some have changed desks.
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
