package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// A message may change what an appointment is for, or how many come to it. Then the draft
// begins with what is booked, and the rest of the message is taken as in any booking: what it
// refuses, what it wants instead or besides, people, days.

// takeUpChange begins to change the appointment that a message is about, if it says so.
func (x *taking) takeUpChange() (booking.Appointment, bool) {
	a, ok := x.changeable()
	if !ok || !x.changesClearly(a) {
		return booking.Appointment{}, false
	}
	x.unchanged, x.laterBefore = x.State, len(x.Later)
	begun := x.Draft.Wishes // of a new booking that was not meant
	moves := x.Draft.Moving != 0
	if !moves {
		x.release()
		x.Draft = Draft{Moving: a.ID, Office: a.Office}
	}
	x.Screen, x.Chosen = noScreen, a.ID
	x.loadBooked(a)
	x.dropMoving()
	x.used = true
	if wrong, is := x.callsWrong(); is && x.wantsAny() {
		x.said.Instead = x.said.Instead || wrong == understand.ExpectWish
	}
	switch {
	case x.wantsAny():
	case !moves && len(begun) > 0:
		x.takeBegun(begun)
	case x.said.Keeps:
		x.Draft.Wishes, x.Draft.Picked, x.Draft.Category = nil, false, ""
	}
	return a, true
}

// keepsBooked leaves what is booked as it is, where a message says no more than that.
func (x *taking) keepsBooked() bool {
	a, ok := x.changeable()
	_, called := x.callsWrong()
	if ok && x.Screen != noScreen && len(values[understand.StaysValue](x.said)) == len(x.said.Found) && len(x.said.Found) > 0 {
		x.used = true
		x.sayBooked(a)
		return true
	}
	if !ok || !x.said.Keeps || called || x.said.Instead || x.wantsAny() || len(x.said.Rest) > 0 || x.Draft.Begun() && x.Draft.Moving == 0 {
		return false
	}
	if x.Draft.Moving != 0 {
		x.keepTime()
		return true
	}
	x.used = true
	x.sayBooked(a)
	return true
}

// loadBooked begins a change with what is booked.
func (x *taking) loadBooked(a booking.Appointment) {
	d := &x.Draft
	d.Changes, d.Picked = true, true
	d.Wishes = known(x.facts.Town, a.Wishes(), func(w booking.Wish) booking.ConcernID { return w.Concern })
	d.Agreed = concernIDs(d.Wishes)
	d.Persons = a.Persons
	if a.Persons == 1 && !x.personsMatter() {
		d.Persons = 0 // it was never asked
	}
}

// changeable is the appointment that a message may change: the one that is seen, the only one
// where all are, the one that moves, or the one that was seen when a new booking was begun.
func (x *taking) changeable() (booking.Appointment, bool) {
	if x.flow.audience() != booking.Public {
		return booking.Appointment{}, false
	}
	id := x.Chosen
	switch x.Screen {
	case bookedScreen, appointmentScreen:
	case cancelScreen:
		if !x.mayMove() {
			return booking.Appointment{}, false
		}
	case appointmentsScreen:
		id = x.onlyUpcoming()
	case noScreen:
		if id = x.Draft.Moving; id == 0 {
			id = x.Draft.After
		}
		if x.Draft.Changes || x.Draft.Wait.On {
			return booking.Appointment{}, false
		}
	default:
		return booking.Appointment{}, false
	}
	a, ok := x.appointment(id)
	ok = ok && a.Upcoming(x.facts.Now) && x.facts.movable(a)
	return a, ok && (x.Screen == noScreen || !x.Draft.Begun())
}

// onlyUpcoming is the appointment ahead, where it is the only one; 0: it is not.
func (x *taking) onlyUpcoming() booking.AppointmentID {
	var ahead []booking.AppointmentID
	for _, a := range x.facts.Appointments {
		if a.Upcoming(x.facts.Now) {
			ahead = append(ahead, a.ID)
		}
	}
	if len(ahead) != 1 {
		return 0
	}
	return ahead[0]
}

// dropMoving leaves out of a message what would move the appointment or take something back:
// "können Sie das in einen Pass ändern".
func (x *taking) dropMoving() {
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		v, is := f.Value.(understand.IntentValue)
		return is && slices.Contains([]understand.Intent{understand.Move, understand.Restore, understand.Cancel, understand.No, understand.Remove}, v.Intent)
	})
}

// takeBegun takes what a new booking was begun with in place of what is booked, or besides.
func (x *taking) takeBegun(begun []booking.Wish) {
	if !x.said.Adds {
		x.replace(nil)
	}
	for _, w := range begun {
		x.want(w.Concern, w.Quantity)
	}
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		v, is := f.Value.(understand.CorrectionValue)
		return is && v.Of == understand.ExpectWish
	})
}

// settleChange ends what a message changes of an appointment: its own time is tried first,
// unless another one is wanted. What leaves nothing over is a cancellation, and what comes to
// nothing leaves everything as it is.
func (x *taking) settleChange(a booking.Appointment) {
	x.echo, x.shown = nil, false // the next view says it
	d := &x.Draft
	switch {
	case len(d.Wishes) == 0 && len(d.Between) == 0 && !x.asksWhat():
		x.Draft = Draft{}
		x.Screen = cancelScreen
		if len(x.remarks) > 0 { // what was wanted instead was refused
			x.Screen = appointmentScreen
		}
		x.bookApart()
	case x.sameAsBooked(a):
		x.Draft, x.Screen = x.unchanged.Draft, x.unchanged.Screen
		if len(x.remarks) == 0 {
			x.sayBooked(a)
		}
		x.bookApart()
	case x.suitsPresent(a):
		x.tryPresent(a)
	}
}

// sayBooked says that an appointment is booked like that already.
func (x *taking) sayBooked(a booking.Appointment) {
	what := append(x.facts.purposeOf(a.Wishes()), locales.Say("review.persons", "Count", a.Persons))
	x.remark("change.same", "What", what)
}

// bookApart begins a booking of what could not be had in the same appointment. While that
// moves it is kept in mind.
func (x *taking) bookApart() {
	switch {
	case len(x.Later) <= x.laterBefore:
	case x.Draft.Moving != 0:
		x.remarks = append(x.remarks, x.noted()...)
	default:
		x.bookLater(x.Later[len(x.Later)-1])
	}
}

// asksWhat tells whether a message calls wrong what the appointment is for, and does not say
// clearly what is right.
func (x *taking) asksWhat() bool {
	wrong, called := x.callsWrong()
	return (called && wrong == understand.ExpectWish || x.vague || x.said.Keeps) && !x.wantsAny()
}

// sameAsBooked tells whether a change comes to nothing.
func (x *taking) sameAsBooked(a booking.Appointment) bool {
	d := x.Draft
	return d.Picked && d.Ask == noDetail && len(d.Between) == 0 && a.IsFor(once(d.Wishes), max(1, d.Persons))
}

// suitsPresent tells whether the time of an appointment is as wanted.
func (x *taking) suitsPresent(a booking.Appointment) bool {
	o, ok := x.facts.Town.Office(a.Office)
	if !ok || len(x.saidShifts()) > 0 {
		return false
	}
	days, hours := x.saidWhen()
	if days == nil && hours == nil {
		return true
	}
	if either := x.saidEither(days, hours); len(either) > 0 {
		return anyOf(either).suits(a.Span.Start, o.Calendar.Zone)
	}
	return (terms{}).with(days, hours).suits(a.Span.Start, o.Calendar.Zone)
}
