package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What a message says of the person's own appointments: which one it means, and that one is to be
// fetched, kept or booked once more.

// fetchesNumber begins to bring an appointment here, or shows it, where a message
// names its number and nothing that is done here: "ich hab am Telefon einen
// Termin bekommen, Nummer K7M 4PQ".
func (x *taking) fetchesNumber() bool {
	_, wanted := x.wishes()
	if x.Screen != noScreen || x.asked != understand.ExpectWish || x.Draft.Begun() || len(wanted) > 0 {
		return false
	}
	announced := slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		_, number := f.Value.(understand.NumberValue)
		_, bare := booking.ParseNumber(f.Words)
		return number && !bare
	})
	return announced && x.fetches(understand.Attach)
}

// isMoving tells whether another time is looked for, for an appointment that there is.
func (x *taking) isMoving() bool {
	return x.Screen == noScreen && x.Draft.Moving != 0 && !x.Draft.Wait.On
}

// keepTime leaves the appointment that was to be moved, or changed, as it is.
func (x *taking) keepTime() {
	x.used, x.chose = true, true
	x.keepBooked()
}

// returns tells whether somebody has just cancelled, and has done nothing since.
func (x *taking) returns() bool {
	return x.Screen == appointmentsScreen && len(x.Returned.Wishes) > 0 && !x.Draft.Begun()
}

// rebook begins a booking of what was cancelled, by the same person.
func (x *taking) rebook() {
	gone := x.Returned
	x.reset()
	x.Draft.Wishes, x.Draft.Persons, x.Draft.Office = gone.Wishes, gone.Persons, gone.Office
	x.Draft.Name, x.Draft.Mail, x.Draft.Phone = gone.Contact.Name, gone.Contact.Mail, gone.Contact.Phone
	x.Draft.NoMail = gone.Contact.Name != "" && gone.Contact.Mail == ""
	x.Draft.Category, x.Returned = x.facts.concern(gone.Wishes[0].Concern).Category, Returned{}
	x.enoughIfAny()
}

// restore books once more what was cancelled, at its time where that is still
// free.
func (x *taking) restore() {
	gone := x.Returned
	if len(gone.Wishes) == 0 || x.Draft.Begun() || !gone.Start.After(x.facts.Now) {
		x.remark("restore.nothing", "Phone", x.phone())
		return
	}
	x.rebook()
	if o, ok := x.office(); ok {
		x.look(exactly(gone.Start, o))
		x.remark("restore.again", "Day", dateOf(o.Today(gone.Start)), "Time", clockOf(gone.Start, o))
	}
}

// findNumbered looks at the appointment whose number a message names.
func (x *taking) findNumbered() {
	for _, v := range values[understand.NumberValue](x.said) {
		i := slices.IndexFunc(x.facts.Appointments, func(a booking.Appointment) bool { return a.Number == v.Number })
		if i >= 0 {
			x.Chosen, x.Screen = x.facts.Appointments[i].ID, appointmentScreen
			x.view = x.step().show(x.talk)
		}
	}
}

// findNamed looks at the only one of several appointments that is for what a message
// names, or that is called off on the day it names: "den Perso will ich absagen". What
// names it is no wish.
func (x *taking) findNamed() {
	if x.Screen != appointmentsScreen {
		return
	}
	_, named := x.wishes()
	days := values[understand.DaysValue](x.said)
	var fitting []booking.AppointmentID
	for _, a := range x.facts.Appointments {
		isFor := func(v understand.ConcernValue) bool {
			return slices.ContainsFunc(a.Items, func(i booking.Item) bool { return i.Concern == v.ID || slices.Contains(v.Rivals, i.Concern) })
		}
		lies := func(v understand.DaysValue) bool { return (terms{days: v.Days}).suitDay(x.facts.date(a)) }
		if slices.ContainsFunc(named, isFor) || len(named) == 0 && x.intends(understand.CallOff) && slices.ContainsFunc(days, lies) {
			fitting = append(fitting, a.ID)
		}
	}
	if len(fitting) != 1 {
		return
	}
	x.Chosen, x.Screen = fitting[0], appointmentScreen
	x.view = x.step().show(x.talk)
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		_, is := f.Value.(understand.ConcernValue)
		return is
	})
}

// fetches begins to bring an appointment here that was made elsewhere, where a
// message says its number with what is wanted: its own one, and no other, is
// called off. One that is here already is shown.
func (x *taking) fetches(intent understand.Intent) bool {
	numbers := values[understand.NumberValue](x.said)
	if len(numbers) != 1 || x.flow.audience() != booking.Public || !slices.Contains(aboutOne, intent) {
		return false
	}
	here := slices.ContainsFunc(x.facts.Appointments, func(a booking.Appointment) bool { return a.Number == numbers[0].Number })
	switch {
	case !here:
		x.attach(numbers[0].Number)
	case intent == understand.Attach:
		x.findNumbered()
	default:
		return false
	}
	x.used, x.chose = true, true
	return true
}

// aboutOne is what is wanted with one appointment.
var aboutOne = []understand.Intent{understand.Attach, understand.Move, understand.CallOff, understand.Late, understand.Coming}
