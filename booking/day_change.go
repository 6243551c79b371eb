package booking

import "slices"

// Book enters something booked on the day, after all that is booked already. The day keeps
// b, and changes its desk when desks are exchanged. One goroutine at a time may use
// a day that is changed, and copies made before are no longer right.
func (d *Day) Book(b *Busy) {
	d.add(b)
	d.changed()
}

// Swap moves appointments to other desks at the same time.
func (d *Day) Swap(swaps []Swap) {
	for _, swap := range swaps {
		s := &d.seated[d.place(swap.Appointment)]
		from := s.desk
		s.Desk, s.desk = swap.Desk, d.office.deskIndex(swap.Desk)
		d.occupy(from)
		d.occupy(s.desk)
	}
	d.changed()
}

// Free gives the time of an appointment back, or shows a freed time to everybody.
func (d *Day) Free(id AppointmentID) {
	if i := d.place(id); i >= 0 {
		desk := d.seated[i].desk
		d.seated = slices.Delete(d.seated, i, i+1)
		d.occupy(desk)
	}
	if i := slices.IndexFunc(d.resting, func(b *Busy) bool { return b.ID == id }); i >= 0 {
		left := slices.Delete(d.resting, i, i+1)
		for i := range d.desks {
			d.desks[i].cooldown = slots{}
		}
		d.resting = nil
		for _, b := range left {
			d.addCooldown(b)
		}
	}
	d.changed()
}

// place is where an appointment is among those seated; -1 if it is not.
func (d *Day) place(id AppointmentID) int {
	return slices.IndexFunc(d.seated, func(s seat) bool { return s.ID == id })
}

// occupy counts again when a desk is busy.
func (d *Day) occupy(desk int) {
	if desk < 0 {
		return
	}
	d.desks[desk].busy = slots{}
	for i := range d.seated {
		if d.seated[i].desk == desk {
			d.desks[desk].busy = d.desks[desk].busy.or(d.seated[i].slots)
		}
	}
}

// changed has what was found out about the day found out again. From now on the day
// remembers it from one question to the next.
func (d *Day) changed() {
	d.someIdle = nil
	if d.exchange == nil {
		d.exchange = &exchange{found: map[wanted]outcome{}}
	}
	d.exchange.forget()
	if d.kinds == nil {
		d.kinds = d.wantedKinds()
	}
}
