package dialogstest

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

func (r *records) arrive(c dialogs.Arrive) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	if err != nil {
		return a, err
	}
	o, _ := r.town().Office(a.Office)
	before := a.State
	if r.serving() {
		a, err = r.receive(o, a)
	} else {
		a, err = o.Policy.CheckIn(a, r.now)
	}
	if err == nil && a.State != before {
		r.remember(a, dialogs.WasCheckedIn)
	}
	return r.keep(a, err)
}

func (r *records) delay(c dialogs.Delay) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	if err != nil {
		return a, err
	}
	o, _ := r.town().Office(a.Office)
	return r.keep(o.Delay(a, c.By, r.now))
}

// receive checks in the visitor that staff see before them. Who counted as missed may have
// lost the desk meanwhile.
func (r *records) receive(o *booking.Office, a booking.Appointment) (booking.Appointment, error) {
	missed := a.State == booking.Missed
	a, err := o.Receive(a, r.now)
	if err == nil && missed {
		a = r.sitDown(o, a)
	}
	return a, err
}

// sitDown finds a desk at the time of somebody who is there, or leaves them
// without.
func (r *records) sitDown(o *booking.Office, a booking.Appointment) booking.Appointment {
	if a.IsTicket() {
		a.Desk = ""
		return a
	}
	day := o.Today(a.Span.Start)
	var others []booking.Busy
	for _, other := range r.world.occupied(o, day, r.now) {
		if other.ID != a.ID {
			others = append(others, other)
		}
	}
	request := booking.Request{Length: a.Span.Length(), Skills: a.Skills, Audience: a.Audience}
	placement, err := o.Day(day, others).Enter(request, a.Span.Start)
	if err != nil {
		a.Desk = ""
		return a
	}
	for _, swap := range placement.Swaps {
		moved := r.world.appointments[swap.Appointment]
		moved.Desk = swap.Desk
		r.world.appointments[moved.ID] = moved
	}
	a.Desk = placement.Desk
	return a
}
