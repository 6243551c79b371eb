package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// reminded is what a bare word answers where no question is open: the reminder,
// whose question stands above.
func (t *talk) reminded(v View, said reading) (string, bool) {
	if t.asks(v) || !slices.ContainsFunc(t.facts.Appointments, t.facts.awaited) {
		return "", false
	}
	switch said.intentAt(v) {
	case understand.Yes:
		return ownPrefix + comingChoice, true
	case understand.No, understand.Cancel:
		return ownPrefix + cancelChoice, !v.offers(cancelChoice)
	}
	return "", false
}

// asks tells whether the talk waits for a yes or a no.
func (t *talk) asks(v View) bool {
	lies := slices.Contains([]Screen{noScreen, bookedScreen, appointmentsScreen, appointmentScreen}, t.Screen)
	return !lies || t.Draft.Begun() || slices.ContainsFunc([]string{yesChoice, noChoice, nextChoice, laterChoice}, v.offers)
}

// awaited tells whether the holder of a was asked whether they come, and has
// not answered.
func (f Facts) awaited(a booking.Appointment) bool {
	o, ok := f.Town.Office(a.Office)
	return ok && !a.Coming && a.Upcoming(f.Now) && o.Reminded(a, f.Now)
}

// own does what is wanted with the person's appointment; where there are
// several it has to be said with which.
func (t *talk) own(choice string) bool {
	if choice == comingChoice {
		return t.coming()
	}
	var fitting []booking.Appointment
	for _, a := range t.facts.Appointments {
		if t.facts.appointmentView(a).offers(choice) {
			fitting = append(fitting, a)
		}
	}
	if len(fitting) == 1 {
		t.Chosen, t.Screen = fitting[0].ID, appointmentScreen
		return appointmentStep{}.choose(t, choice)
	}
	t.Screen = appointmentsScreen
	switch {
	case len(fitting) > 1:
		t.remark("appointments.which")
	case t.isGivenUp():
		t.Screen = appointmentScreen // which says so
	case choice == lateChoice && len(t.facts.Appointments) > 0:
		t.late(t.facts.Appointments[0])
	case len(t.facts.Appointments) > 0:
		t.remark("own.begun", "Phone", t.phone())
	}
	return true
}

// isGivenUp tells whether an appointment ahead is at an office that is no more, or
// for what it no longer does, and chooses it.
func (t *talk) isGivenUp() bool {
	i := slices.IndexFunc(t.facts.Appointments, func(a booking.Appointment) bool {
		return a.Upcoming(t.facts.Now) && !t.facts.movable(a)
	})
	if i >= 0 {
		t.Chosen = t.facts.Appointments[i].ID
	}
	return i >= 0
}

// coming records that somebody comes: to the next appointment for which they
// have not said so.
func (t *talk) coming() bool {
	var next booking.Appointment
	for _, a := range t.facts.Appointments {
		if a.Upcoming(t.facts.Now) && (next.ID == 0 || next.Coming && !a.Coming) {
			next = a
		}
	}
	if next.ID == 0 {
		t.Screen = appointmentsScreen
		return true
	}
	t.do(Affirm{next.ID})
	return true
}
