package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// wishes is the concerns that a message takes off and those that it wants.
func (x *taking) wishes() (off, wanted []understand.ConcernValue) {
	remove := x.intends(understand.Remove) && !x.refuses()
	for _, f := range x.said.Found {
		v, ok := f.Value.(understand.ConcernValue)
		if ok {
			v, ok = x.inForce(v)
		}
		switch {
		case !ok:
		case v.Negated || remove:
			off = append(off, v)
		default:
			if f.Sure < understand.Doubt && len(v.Rivals) == 0 {
				v.Rivals = []booking.ConcernID{v.ID} // it is asked about
			}
			wanted = append(wanted, v)
		}
	}
	return off, wanted
}

// refuses tells whether a message says of one of its concerns that it is not
// wanted, so that the others are.
func (x *taking) refuses() bool {
	return slices.ContainsFunc(values[understand.ConcernValue](x.said), func(v understand.ConcernValue) bool { return v.Negated })
}

// inForce is a concern that was named, without those it may mean and that nobody
// can book today. It is false if none is left.
func (x *taking) inForce(v understand.ConcernValue) (understand.ConcernValue, bool) {
	gone := func(id booking.ConcernID) bool {
		_, known := x.facts.Town.Concern(id)
		return !known
	}
	rivals := slices.DeleteFunc(slices.Clone(v.Rivals), gone)
	if !gone(v.ID) {
		v.Rivals = rivals
		return v, true
	}
	if len(rivals) == 0 {
		return v, false
	}
	v.ID, v.Rivals = rivals[0], rivals
	return v, true
}

// sayNotNow says of concerns that were named and that nobody can book today when
// they can.
func (x *taking) sayNotNow() {
	for _, f := range x.said.Found {
		v, ok := f.Value.(understand.ConcernValue)
		if _, left := x.inForce(v); !ok || left || v.Negated {
			continue
		}
		if line, known := x.facts.notNow(v.ID); known {
			x.used = true
			x.remarks = append(x.remarks, line)
		}
	}
}

// intends tells whether one of the intents of a message is that one.
func (x *taking) intends(intent understand.Intent) bool {
	return slices.Contains(values[understand.IntentValue](x.said), understand.IntentValue{Intent: intent})
}

// takeConcerns takes concerns off and adds others. The clear ones are taken at
// once; of one that could be several it is asked which.
func (x *taking) takeConcerns() {
	off, wanted := x.wishes()
	x.sayNotNow()
	if x.Draft.Moving != 0 && !x.Draft.Changes {
		x.noteConcerns(wanted)
		return
	}
	before := slices.Clone(x.Draft.Wishes)
	x.dropForElse()
	for _, v := range off {
		x.takeOff(v)
	}
	refused := len(x.Draft.Wishes) < len(before) || !x.Draft.Changes && len(off) > 0 // of what is booked only what it is for
	if len(wanted) > 0 && !refused && x.said.Instead && len(x.Draft.Between) == 0 {  // else it takes the place of what was asked about
		x.replace(wanted)
	}
	x.dropOthers(wanted)
	x.takeEach(wanted)
	x.takeStays()
	if len(wanted) > 0 || !slices.Equal(before, x.Draft.Wishes) {
		x.Draft.Query = ""
		x.enoughIfAny()
	}
	if len(x.Draft.Wishes) == 0 && len(before) > 0 && !x.Draft.Changes {
		x.goOnWithLater()
	}
	if len(x.Draft.Wishes) == 0 && len(before) > 0 {
		x.Draft.Picked, x.Draft.Category, x.Draft.Wait = false, "", WaitDraft{}
	}
}

// goOnWithLater takes up what was noted for an appointment of its own, where all that stood before it is
// taken off.
func (x *taking) goOnWithLater() {
	for _, id := range slices.Clone(x.Later) {
		cases := x.casesLater(id)
		x.want(id, cases)
		if x.wished(id) {
			x.took(x.facts.named(booking.Wish{Concern: id, Quantity: cases}))
		}
	}
	x.enoughIfAny()
}

// takeOff takes a concern off; one that nobody chose needs no word.
func (x *taking) takeOff(v understand.ConcernValue) {
	for _, id := range x.meantBy(v) {
		if x.wished(id) || slices.Contains(x.Later, id) {
			x.replaced = x.casesWished(id)
			x.Draft.Dropped = []booking.Wish{{Concern: id, Quantity: x.replaced}}
			x.drop(id)
			x.forget(id)
			x.took(locales.Say("taken.off", "Concern", locales.Text(x.facts.concern(id).Name)))
			return
		}
	}
	x.used = true
}

// meantBy is the concerns that somebody may mean who names one: of what is booked the kinds of
// it as well, as the extended certificate is a certificate.
func (x *taking) meantBy(v understand.ConcernValue) []booking.ConcernID {
	all := append([]booking.ConcernID{v.ID}, v.Rivals...)
	for _, w := range x.Draft.Wishes {
		if x.Draft.Changes && x.facts.isKindOf(w.Concern, v.ID) {
			all = append(all, w.Concern)
		}
	}
	return all
}

// replace drops what the concerns wanted now take the place of: the only
// one chosen so far, or the latest; what is chosen or noted already takes the place of nothing. Of what is booked one of the same kind before that.
func (x *taking) replace(wanted []understand.ConcernValue) {
	known := func(v understand.ConcernValue) bool { return x.wished(v.ID) || slices.Contains(x.Later, v.ID) }
	if len(x.Draft.Wishes) == 0 || slices.ContainsFunc(wanted, known) {
		return
	}
	id := x.replacedBy(wanted)
	x.replaced = x.casesWished(id)
	x.drop(id)
	x.took(locales.Say("taken.off", "Concern", locales.Text(x.facts.concern(id).Name)))
}

// replacedBy is the wish that the concerns wanted now take the place of.
func (x *taking) replacedBy(wanted []understand.ConcernValue) booking.ConcernID {
	akin := func(w booking.Wish) bool {
		return slices.ContainsFunc(wanted, func(v understand.ConcernValue) bool {
			return x.facts.isKindOf(v.ID, w.Concern) || x.facts.isKindOf(w.Concern, v.ID)
		})
	}
	if i := slices.IndexFunc(x.Draft.Wishes, akin); i >= 0 && x.Draft.Changes {
		return x.Draft.Wishes[i].Concern
	}
	return x.Draft.Wishes[len(x.Draft.Wishes)-1].Concern
}

// casesWished is how many cases of a concern are wanted so far; 0: that is not said.
func (t *talk) casesWished(id booking.ConcernID) int {
	i := slices.IndexFunc(t.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == id })
	if i < 0 {
		return 0
	}
	return t.Draft.Wishes[i].Quantity
}

// dropOthers takes off what was chosen besides, where somebody says that they want only what
// was chosen too: "nur den Perso".
func (x *taking) dropOthers(wanted []understand.ConcernValue) {
	named := func(id booking.ConcernID) bool {
		return slices.ContainsFunc(wanted, func(v understand.ConcernValue) bool { return v.ID == id || slices.Contains(v.Rivals, id) })
	}
	chosen := slices.Concat(concernIDs(x.Draft.Wishes), x.Later)
	if !x.said.Only || !slices.ContainsFunc(chosen, named) {
		return
	}
	var dropped []booking.Wish
	for _, id := range chosen {
		if !named(id) {
			dropped = append(dropped, booking.Wish{Concern: id, Quantity: x.casesWished(id)})
			x.Draft.Dropped = dropped
			x.drop(id)
			x.forget(id)
			x.took(locales.Say("taken.off", "Concern", locales.Text(x.facts.concern(id).Name)))
		}
	}
}

// takeEach takes what is clear first, and then asks about the rest, one after the other.
func (x *taking) takeEach(wanted []understand.ConcernValue) {
	var doubted []understand.ConcernValue
	for _, v := range wanted {
		if len(x.between(v)) > 0 {
			doubted = append(doubted, v)
			continue
		}
		x.takeConcern(v)
	}
	for i, v := range doubted {
		switch {
		case i == 0:
			x.takeConcern(v)
		case !x.wished(v.ID) && !slices.Contains(x.Draft.Doubts, v.ID):
			x.Draft.Doubts = append(slices.Clone(x.Draft.Doubts), v.ID)
		}
	}
	if len(doubted) > 0 { // nothing is asked about twice
		x.Draft.Doubts = slices.DeleteFunc(slices.Clone(x.Draft.Doubts), func(id booking.ConcernID) bool { return slices.Contains(x.Draft.Between, id) })
	}
	x.nextDoubt()
}

// takeConcern takes one concern, or asks which of several was meant.
func (x *taking) takeConcern(v understand.ConcernValue) {
	if between := x.between(v); len(between) > 0 {
		x.used = x.used || !slices.Equal(between, x.Draft.Between)
		x.Draft.Between, x.Draft.Cases = between, x.casesOf(v)
		return
	}
	x.used = true
	cases := x.casesOf(v)
	if cases == 0 && slices.Contains(x.Draft.Between, v.ID) {
		cases = x.Draft.Cases // said before it was asked which
	}
	x.Draft.Between, x.Draft.Cases = nil, 0
	x.want(v.ID, cases)
	if !x.wished(v.ID) {
		return // it was refused, and said so
	}
	i := slices.IndexFunc(x.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == v.ID })
	if c := x.facts.concern(v.ID); v.Some && cases == 0 && c.MaxQuantity > 1 {
		x.askCount(i)
	}
	if cases > 0 && x.Draft.Wishes[i].Quantity != cases {
		return // so many do not fit, and it was said
	}
	x.took(x.facts.named(x.Draft.Wishes[i]))
}

// casesOf is how many cases of a concern are wanted. Who wants it for several
// people and says no number wants one for each, unless it is for all of them; who
// wants it in place of something else wants as many, and who wants one more has one more.
func (x *taking) casesOf(v understand.ConcernValue) int {
	people := values[understand.PersonsValue](x.said)
	_, wanted := x.wishes()
	c := x.facts.concern(v.ID)
	if had := x.casesWished(v.ID); v.More && v.Quantity < 2 && x.wished(v.ID) && c.MaxQuantity > 1 && c.PerPerson == 0 && !x.facts.isForSeveral(v.ID) {
		return max(1, had) + 1 // "noch ein Perso"
	}
	if v.Quantity > 0 || len(wanted) != 1 || len(v.Rivals) > 1 || c.PerPerson > 0 || x.facts.isForSeveral(v.ID) || c.MaxQuantity < 2 {
		return v.Quantity
	}
	if len(people) == 1 {
		return people[0].Count
	}
	if x.wished(v.ID) {
		return 0 // it takes the place of nothing
	}
	return min(x.replaced, c.MaxQuantity)
}

// between is the concerns to choose from where a message could mean several
// and none of them was chosen before.
func (x *taking) between(v understand.ConcernValue) []booking.ConcernID {
	if len(v.Rivals) == 0 {
		return nil
	}
	var all []booking.ConcernID
	for _, id := range append([]booking.ConcernID{v.ID}, v.Rivals...) {
		if _, known := x.facts.Town.Concern(id); known && !slices.Contains(all, id) {
			all = append(all, id)
		}
		if x.wished(id) {
			return nil
		}
	}
	return all
}

// noteConcerns keeps in mind what is wanted besides a move.
func (x *taking) noteConcerns(wanted []understand.ConcernValue) {
	for _, v := range wanted {
		x.used = true
		x.note(v.ID)
		x.noteCases(v.ID, x.casesOf(v))
		x.remark("refused.apart", "Concern", locales.Text(x.facts.concern(v.ID).Name))
	}
}
