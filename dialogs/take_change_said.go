package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What a message says about an appointment that is seen: whether it changes what that is for, or
// how many come, and what of it.

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
