package dialogstest

import (
	"terminbote/booking"
	"terminbote/dialogs"
)

// unmark takes back that somebody came, is done with, or counts as missed.
func (r *records) unmark(c dialogs.Unmark) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	if err != nil {
		return a, err
	}
	o, _ := r.town().Office(a.Office)
	back, err := o.Unmark(a, c.Mark, r.wasMissed(a.ID), r.now)
	switch {
	case err != nil || back.State == a.State:
		return back, err
	case back.State == booking.Called && r.isServing(back):
		return a, booking.ErrTaken
	case c.Mark != booking.CheckedIn:
		err = r.clerk.Role.MayUndo(a.Updated, r.now)
	}
	if err != nil {
		return a, err
	}
	if c.Mark == booking.Missed && back.State != booking.Called {
		back = r.sitDown(o, back)
	}
	r.remember(back, dialogs.WasUnmarked(c.Mark))
	return r.keep(back, nil)
}

// wasMissed tells whether an appointment counted as missed before its holder came.
func (r *records) wasMissed(id booking.AppointmentID) bool {
	n := 0
	for _, act := range r.world.history[id] {
		switch act.What {
		case dialogs.WasMissed:
			n++
		case dialogs.WasUnmissed:
			n--
		}
	}
	return n > 0
}

// isServing tells whether somebody else is called to the desk of an appointment.
func (r *records) isServing(a booking.Appointment) bool {
	return len(r.world.those(func(other booking.Appointment) bool {
		return other.ID != a.ID && other.Office == a.Office && other.Desk == a.Desk && other.State == booking.Called
	})) > 0
}
