package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// findTakenOff looks at the appointment that is for what a message takes off, where something is booked and
// nothing else is under way: "den Pass doch nicht". It returns true where it has to be asked which one is meant.
func (x *taking) findTakenOff(text string) bool {
	if !x.mayTakeOffBooked() || !x.takesOff(text) {
		return false
	}
	ahead := slices.DeleteFunc(slices.Clone(x.facts.Appointments), func(a booking.Appointment) bool { return !a.Upcoming(x.facts.Now) })
	said := x.readAgainst(text, x.asked, ahead)
	if said.Several && len(ahead) > 1 {
		x.used, x.Screen = true, appointmentsScreen
		x.remark("appointments.which_off")
		return true
	}
	off := slices.DeleteFunc(values[understand.ConcernValue](said), func(v understand.ConcernValue) bool { return !v.Negated })
	if !said.Corrects || len(off) == 0 {
		return x.takesOffNothing(text)
	}
	theirs := slices.DeleteFunc(ahead, func(a booking.Appointment) bool {
		return !slices.ContainsFunc(off, func(v understand.ConcernValue) bool { return x.isFor(a, v) })
	})
	seen := func(a booking.Appointment) bool { return a.ID == x.Chosen }
	switch {
	case len(theirs) == 0, x.Screen != noScreen && x.Screen != appointmentsScreen && slices.ContainsFunc(theirs, seen):
		return false
	case len(theirs) > 1:
		x.used, x.Screen = true, appointmentsScreen
		x.remark("appointments.which_off")
		return true
	}
	x.Chosen, x.Screen = theirs[0].ID, appointmentScreen
	x.view = x.step().show(x.talk)
	x.asked = expected(x.step(), x.view)
	x.said = x.understood(text, x.asked, x.view)
	return false
}

// takesOffNothing says so where a message takes off what nothing is booked for, and wants nothing by that.
func (x *taking) takesOffNothing(text string) bool {
	_, wanted := x.wishes()
	if len(wanted) != 1 || len(wanted[0].Rivals) > 0 || x.Screen == noScreen {
		return false
	}
	said := x.readAgainst(text, x.asked, []booking.Appointment{{Items: []booking.Item{{Concern: wanted[0].ID, Quantity: 1}}}})
	off := slices.ContainsFunc(values[understand.ConcernValue](said), func(v understand.ConcernValue) bool { return v.Negated })
	if off {
		x.used = true
		x.miss("remark.no_effect")
	}
	return off
}

// mayTakeOffBooked tells whether what is taken off can only be something that is booked.
func (x *taking) mayTakeOffBooked() bool {
	if x.flow.audience() != booking.Public || x.Draft.Begun() || len(x.Draft.Between) > 0 {
		return false
	}
	return slices.Contains([]Screen{noScreen, bookedScreen, appointmentScreen, appointmentsScreen}, x.Screen)
}
