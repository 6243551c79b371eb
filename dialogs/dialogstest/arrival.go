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
	if r.serving() {
		a, err = o.Receive(a, r.now)
	} else {
		a, err = o.Policy.CheckIn(a, r.now)
	}
	if err == nil {
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
