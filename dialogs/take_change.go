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

// changesClearly tells whether a message changes what an appointment is for, or how many come,
// once what it hardly means is left out.
func (x *taking) changesClearly(a booking.Appointment) bool {
	all := x.said.Found
	people := len(values[understand.PersonsValue](x.said)) > 0
	if people || x.refusesOf(a) {
		x.said.Found = slices.DeleteFunc(slices.Clone(all), func(f understand.Finding) bool {
			_, is := f.Value.(understand.ConcernValue)
			return is && f.Sure < understand.Doubt
		})
	}
	changes := x.changesWhat(a)
	if !changes {
		x.said.Found = all
	}
	x.vague = len(x.said.Found) < len(all)
	return changes
}

// changesWhat tells whether a message changes what an appointment is for, or how many come.
// A plain wish for something else does not: that is a new booking.
func (x *taking) changesWhat(a booking.Appointment) bool {
	if x.othersToo() || x.intends(understand.Book) || x.intends(understand.CallOff) {
		return false
	}
	_, wanted := x.wishes()
	wrong, called := x.callsWrong()
	if x.Screen == noScreen && x.Draft.Moving == 0 { // a new booking is under way
		return x.said.Keeps || called && wrong == understand.ExpectWish && len(wanted) == 0 && x.Draft.Start.IsZero()
	}
	switch {
	case x.said.Keeps && len(wanted) == 0:
		return called || x.said.Instead || len(x.said.Rest) > 0 // what else, it does not say clearly
	case len(wanted) > 0:
		return x.refusesOf(a) || x.wantsOther(a, wanted) && (x.said.Instead || x.said.Adds || x.said.Keeps || called) || x.leavesOut(a, wanted)
	case called && (wrong == understand.ExpectWish || wrong == understand.ExpectPersons || wrong == understand.ExpectQuantity):
		return true
	case x.refusesOf(a):
		return x.Screen != cancelScreen || !x.refusesAll(a) // there it is asked already
	}
	moves := x.Screen == noScreen
	return slices.ContainsFunc(values[understand.PersonsValue](x.said), func(v understand.PersonsValue) bool {
		return v.By != 0 || v.Count > 0 && (v.Count != a.Persons || !moves)
	})
}

// othersToo tells whether others shall have the same, in an appointment of their own.
func (x *taking) othersToo() bool {
	return slices.ContainsFunc(values[understand.PersonsValue](x.said), func(v understand.PersonsValue) bool { return v.Also > 0 })
}

// callsWrong is the first answer that a message calls wrong.
func (x *taking) callsWrong() (understand.Expect, bool) {
	for _, v := range values[understand.CorrectionValue](x.said) {
		return v.Of, true
	}
	return "", false
}

// wantsAny tells whether a message names a concern that is wanted.
func (x *taking) wantsAny() bool {
	_, wanted := x.wishes()
	return len(wanted) > 0
}

// refusesOf tells whether a message says of something that an appointment is for that it is
// not wanted.
func (x *taking) refusesOf(a booking.Appointment) bool {
	off, _ := x.wishes()
	return slices.ContainsFunc(off, func(v understand.ConcernValue) bool { return x.isFor(a, v) })
}

// refusesAll tells whether a message refuses all that an appointment is for.
func (x *taking) refusesAll(a booking.Appointment) bool {
	off, _ := x.wishes()
	return !slices.ContainsFunc(a.Items, func(i booking.Item) bool {
		return !slices.ContainsFunc(off, func(v understand.ConcernValue) bool { return x.isCalled(i.Concern, v) })
	})
}

// wantsOther tells whether something is wanted that an appointment is not for, or in another
// number.
func (x *taking) wantsOther(a booking.Appointment, wanted []understand.ConcernValue) bool {
	return slices.ContainsFunc(wanted, func(v understand.ConcernValue) bool {
		return !x.isFor(a, v) || v.Quantity > 0 && !slices.Contains(a.Wishes(), booking.Wish{Concern: v.ID, Quantity: v.Quantity})
	})
}

// leavesOut tells whether a message names some of what an appointment is for as all of it:
// "nur den Perso".
func (x *taking) leavesOut(a booking.Appointment, wanted []understand.ConcernValue) bool {
	return x.said.Only && len(wanted) < len(a.Items) && !slices.ContainsFunc(wanted, func(v understand.ConcernValue) bool { return !x.isFor(a, v) })
}

// isFor tells whether an appointment is for a concern that was named.
func (x *taking) isFor(a booking.Appointment, v understand.ConcernValue) bool {
	return slices.ContainsFunc(a.Items, func(i booking.Item) bool { return x.isCalled(i.Concern, v) })
}

// isCalled tells whether a concern was named, or where it is refused what it is a kind of.
func (x *taking) isCalled(id booking.ConcernID, v understand.ConcernValue) bool {
	return v.ID == id || slices.Contains(v.Rivals, id) || v.Negated && x.facts.isKindOf(id, v.ID)
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
	return (terms{}).with(days, hours).suits(a.Span.Start, o.Calendar.Zone)
}
