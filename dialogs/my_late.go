package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

func (f Facts) canDelay(o *booking.Office, a booking.Appointment) bool {
	_, err := o.Delay(a, booking.Delays[0], f.Now)
	return err == nil && !o.GivenUp
}

// late asks by how much somebody comes later. Before the day it says from when
// that can be said.
func (t *talk) late(a booking.Appointment) {
	o, ok := t.facts.Town.Office(a.Office)
	switch {
	case a.State != booking.Confirmed:
		t.remark("here.known")
		return
	case ok && !a.Upcoming(t.facts.Now) && !t.facts.canDelay(o, a):
		t.remark("late.over", "Phone", t.phone())
		return
	case !ok || !t.facts.canDelay(o, a):
		t.remark("late.when", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
		return
	}
	t.Chosen, t.Screen = a.ID, lateScreen
}

// lateStep asks how much later somebody comes.
type lateStep struct{}

func (lateStep) name() string { return "late" }

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
func (l lateStep) hear(t *talk, said reading) {
	if n, ok := said.number(); ok && l.choose(t, delayPrefix+strconv.Itoa(n)) {
		return
	}
	if minutes, ok := said.minutes(); !ok || !l.choose(t, delayPrefix+minutes) {
		t.miss("remark.choose")
	}
}

// delayed shows that the office knows of the delay.
func (t *talk) delayed(d Result) {
	t.Screen = appointmentsScreen
	if d.Refused != nil {
		t.remark("late.over", "Phone", t.phone())
		return
	}
	t.Chosen, t.Screen = d.Appointment.ID, appointmentScreen
	t.remark("late.done", "Length", locales.Minutes(d.Appointment.Late.Minutes()))
}
