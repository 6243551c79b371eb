package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	hereChoice  = "here"
	lateChoice  = "late"
	delayPrefix = "by:"
)

// dayOfChoices is what can be said of an appointment when its day has come.
func (t *talk) dayOfChoices(a booking.Appointment) []Choice {
	var choices []Choice
	o, ok := t.facts.Town.Office(a.Office)
	if !ok {
		return nil
	}
	if t.canArrive(o, a) {
		choices = append(choices, Choice{ID: hereChoice, Label: locales.Say("here.choice")})
	}
	if t.canDelay(o, a) {
		choices = append(choices, Choice{ID: lateChoice, Label: locales.Say("late.choice")})
	}
	return choices
}

func (t *talk) canArrive(o *booking.Office, a booking.Appointment) bool {
	_, err := o.Policy.CheckIn(a, t.facts.Now)
	return err == nil && a.State == booking.Confirmed
}

func (t *talk) canDelay(o *booking.Office, a booking.Appointment) bool {
	_, err := o.Delay(a, booking.Delays[0], t.facts.Now)
	return err == nil
}

// here takes "I am here" for the appointment that it is time for. Where it is
// time for none, it says what to do now that it has begun, or when the next
// one's time is.
func (t *talk) here() {
	for _, a := range t.facts.Appointments {
		if o, ok := t.facts.Town.Office(a.Office); ok && t.canArrive(o, a) {
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
	if a.State != booking.Confirmed {
		t.remark("here.done")
		return
	}
	o, ok := t.facts.Town.Office(a.Office)
	if !ok {
		t.remark("here.none")
		return
	}
	from, until := o.Policy.ArrivalWindow(a)
	if t.facts.Now.After(until) {
		t.remark("here.late", "Until", clockOf(until, o), "Phone", t.phone())
		return
	}
	t.remark("here.when", "Day", t.dayOf(a), "Time", t.timeOf(a), "From", clockOf(from, o), "Until", clockOf(until, o))
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

// late takes it that somebody comes later. Before the day it says from when
// that can be said.
func (t *talk) late(a booking.Appointment) {
	o, ok := t.facts.Town.Office(a.Office)
	switch {
	case a.State != booking.Confirmed:
		t.remark("here.known")
		return
	case ok && !a.Upcoming(t.facts.Now) && !t.canDelay(o, a):
		t.remark("late.over", "Phone", t.phone())
		return
	case !ok || !t.canDelay(o, a):
		t.remark("late.when", "Day", t.dayOf(a), "Time", t.timeOf(a))
		return
	}
	t.Chosen, t.Screen = a.ID, lateScreen
}

// lateStep asks how much later somebody comes.
type lateStep struct{}

func (lateStep) need(*talk) Need { return Need{Appointments: true} }

func (lateStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	g := Group{Columns: 2}
	for _, by := range booking.Delays {
		g.Choices = append(g.Choices, Choice{
			ID:    delayPrefix + strconv.Itoa(int(by.Minutes())),
			Label: locales.Say("late.by", "Length", locales.Minutes(by.Minutes())),
		})
	}
	return View{
		Title:  locales.Say("appointment.title", "Number", a.Number.String()),
		Ask:    locales.Say("late.ask"),
		Groups: []Group{g, navigation(backChoice, homeChoice)},
	}
}

func (lateStep) choose(t *talk, id string) bool {
	digits, ok := strings.CutPrefix(id, delayPrefix)
	if !ok {
		return false
	}
	n, err := strconv.Atoi(digits)
	by := time.Duration(n) * time.Minute
	if err != nil || !slices.Contains(booking.Delays, by) {
		return false
	}
	t.do(Delay{t.Chosen, by})
	return true
}

// hear takes the minutes as they are typed.
func (l lateStep) hear(t *talk, text string) {
	n, ok := understand.Number(text, t.Lang)
	if !ok || !l.choose(t, delayPrefix+strconv.Itoa(n)) {
		t.remark("remark.choose")
	}
}

// delayed thanks for the word.
func (t *talk) delayed(d Result) {
	t.Screen = appointmentsScreen
	if d.Refused != nil {
		t.remark("late.over", "Phone", t.phone())
		return
	}
	t.Chosen, t.Screen = d.Appointment.ID, appointmentScreen
	t.remark("late.done", "Length", locales.Minutes(d.Appointment.Late.Minutes()))
}

// What can be done on the day.
type (
	// Arrive says that the person is there.
	Arrive struct{ Appointment booking.AppointmentID }
	// Delay says that the person comes later, for staff to see.
	Delay struct {
		Appointment booking.AppointmentID
		By          time.Duration
	}
)

func (Arrive) command() {}
func (Delay) command()  {}
