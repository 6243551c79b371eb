package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

const (
	delayPrefix = "by:"
)

// dayOfChoices is what can be said of an appointment when its day has come.
func (f Facts) dayOfChoices(a booking.Appointment) []Choice {
	var choices []Choice
	o, ok := f.Town.Office(a.Office)
	if !ok {
		return nil
	}
	if f.canArrive(o, a) {
		choices = append(choices, Choice{ID: hereChoice, Label: locales.Say("here.choice")})
	}
	if f.canDelay(o, a) {
		choices = append(choices, Choice{ID: lateChoice, Label: locales.Say("late.choice")})
	}
	return choices
}

func (f Facts) canArrive(o *booking.Office, a booking.Appointment) bool {
	_, err := o.Policy.CheckIn(a, f.Now)
	return err == nil && a.State == booking.Confirmed && !o.GivenUp
}

// here takes "I am here" for the appointment that it is time for. Where it is
// time for none, it says what to do now that it has begun, or when the next
// one's time is.
func (t *talk) here() {
	for _, a := range t.facts.Appointments {
		if o, ok := t.facts.Town.Office(a.Office); ok && t.facts.canArrive(o, a) {
			t.do(Arrive{a.ID})
			return
		}
	}
	if len(t.facts.Appointments) > 0 {
		t.arriveWhen(t.facts.Appointments[0])
		return
	}
	t.remark("here.none")
	t.Screen = appointmentsScreen
}

// arriveWhen says when somebody can say that they are there.
func (t *talk) arriveWhen(a booking.Appointment) {
	o, ok := t.facts.Town.Office(a.Office)
	switch {
	case !ok:
		t.remark("here.none")
		return
	case a.State == booking.Called:
		t.remarks = append(t.remarks, CallLine(o, a))
		return
	case a.State != booking.Confirmed:
		t.remark("here.done")
		return
	}
	from, until := o.Policy.ArrivalWindow(a)
	if t.facts.Now.After(until) {
		t.remark("here.late", "Until", clockOf(until, o), "Phone", t.phone())
		return
	}
	t.remark("here.when", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a), "From", clockOf(from, o), "Until", clockOf(until, o))
}

// arrived welcomes who is there.
func (t *talk) arrived(d Result) {
	if d.Refused != nil {
		t.remark("here.over", "Phone", t.phone())
		return
	}
	t.Chosen, t.Screen = d.Appointment.ID, appointmentScreen
	t.remark("here.done")
}
