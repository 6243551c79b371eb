package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// takePeople takes how many come and how many cases there are.
func (x *taking) takePeople() {
	if x.Draft.Moving != 0 && !x.Draft.Changes {
		return
	}
	for _, v := range values[understand.PersonsValue](x.said) {
		if v.By != 0 {
			x.takeMore(v.By)
			continue
		}
		if v.Also > 0 {
			x.takeAlso(v.Also)
			v.Count = max(v.Count, max(1, x.Draft.Persons)+v.Also)
		}
		x.takePersons(v.Count)
	}
	for _, v := range values[understand.CountValue](x.said) {
		x.takeCount(v.Count)
	}
}

// takeMore takes by how many those who come are more or fewer than before. Who counts them as
// well, or names nobody who was expected, says nothing by it.
func (x *taking) takeMore(by int) {
	counted := slices.ContainsFunc(values[understand.PersonsValue](x.said), func(v understand.PersonsValue) bool { return v.Count > 0 })
	x.used = true
	now := max(1, x.Draft.Persons) + by
	switch {
	case counted:
	case now > 0:
		x.takePersons(now)
		if by < 0 || x.Draft.Changes {
			x.recountCases()
		}
	case !x.Draft.Changes:
		x.took(locales.Say("review.persons", "Count", max(1, x.Draft.Persons)))
	}
}

// recountCases asks again how many cases there are of what is counted, where others come to
// it than before: each of them may have had one.
func (x *taking) recountCases() {
	if slices.ContainsFunc(x.Draft.Wishes, func(w booking.Wish) bool { return w.Quantity > 1 }) {
		x.recount()
	}
}

// bookAlso begins to book what the appointment that is seen is for, for others who shall
// have the same.
func (x *taking) bookAlso() bool {
	others := slices.ContainsFunc(values[understand.PersonsValue](x.said), func(v understand.PersonsValue) bool { return v.Also > 0 })
	a, seen := x.appointment(x.Chosen)
	if !others || !seen || !x.mayMove() {
		return false
	}
	x.Screen = noScreen
	for _, item := range a.Items {
		x.want(item.Concern, 0)
	}
	x.enoughIfAny()
	for _, wish := range x.Draft.Wishes {
		x.took(x.facts.named(wish))
	}
	x.Draft.After = a.ID
	return true
}

// takeAlso takes that some more people shall have what is wanted: so many cases more of
// the only concern. Of several, only they know which.
func (x *taking) takeAlso(n int) {
	switch {
	case x.wished(x.settled):
		x.takeCountOfSettled(1 + n)
	case len(x.Draft.Wishes) > 1:
		x.recount()
	case len(x.Draft.Wishes) == 1:
		x.takeCases(max(1, x.Draft.Wishes[0].Quantity) + n)
	}
}

// takeCases takes how many cases there are of the only concern, where they are counted.
func (x *taking) takeCases(n int) {
	id := x.Draft.Wishes[0].Concern
	if x.facts.concern(id).PerPerson > 0 || x.facts.isForSeveral(id) {
		return
	}
	x.used = true
	x.setCases(id, n)
	if x.Draft.Wishes[0].Quantity == n {
		x.took(x.facts.named(booking.Wish{Concern: id, Quantity: n}))
	}
}

func (x *taking) takePersons(n int) {
	x.used = true
	if len(x.Draft.Wishes) == 0 {
		x.keepPersons(n)
		x.settleByPersons()
		return
	}
	if _, wanted := x.wishes(); n < x.Draft.Persons && len(wanted) > 0 && !x.said.Instead {
		return // these are some of those who come
	}
	x.settleOnCounterpart(n)
	if x.asked == understand.ExpectQuantity && x.uncounted() >= 0 {
		quantityStep{}.answer(x.talk, n)
	}
	before := x.Draft.Persons
	x.Draft.Persons = 0
	personsStep{}.answer(x.talk, n)
	if x.Draft.Persons == 0 {
		x.Draft.Persons = before
		return
	}
	if n > 1 || before > 1 || x.asked == understand.ExpectPersons || x.asked == understand.ExpectReview || len(x.said.Found) == 1 {
		x.took(locales.Say("review.persons", "Count", n), understand.ExpectPersons, understand.ExpectQuantity)
	}
}

// keepPersons keeps how many come until it is known what for.
func (x *taking) keepPersons(n int) {
	if n < 1 || n > x.mostPersons() {
		x.remark("refused.persons", "Count", x.mostPersons(), "Phone", x.phone())
		return
	}
	before := x.Draft.Persons
	x.Draft.Persons = n
	if n > 1 || before > 1 || len(x.said.Found) == 1 {
		x.took(locales.Say("review.persons", "Count", n), understand.ExpectPersons)
	}
}

// settleOnCounterpart takes what is for several people in place of what is for one, where it turns
// out that more come, and the other way round.
func (x *taking) settleOnCounterpart(n int) {
	id, other := x.withCounterpart(n > 1)
	if _, named := x.wishes(); id == "" || len(named) > 0 || x.flow.audience() != booking.Public {
		return
	}
	before := x.Draft.Wishes
	x.drop(id)
	if x.want(other, 0); !x.wished(other) {
		x.Draft.Wishes = before // it was refused, and said so
		return
	}
	x.enoughIfAny()
	x.took(x.facts.named(booking.Wish{Concern: other}))
}

// withCounterpart is what is wanted for one person and could be for several, or the other way round, and
// what that is then.
func (x *taking) withCounterpart(several bool) (id, other booking.ConcernID) {
	for _, w := range x.Draft.Wishes {
		other, has := x.facts.counterpart(w.Concern)
		if _, known := x.facts.Town.Concern(other); has && known && x.facts.isForSeveral(w.Concern) != several {
			return w.Concern, other
		}
	}
	return "", ""
}

// settleByPersons takes the one of two concerns that are asked about that is meant by how
// many come: one is a family's and the other a single person's.
func (x *taking) settleByPersons() {
	b := x.Draft.Between
	if len(b) != 2 || x.Draft.Persons == 0 || x.facts.isForSeveral(b[0]) == x.facts.isForSeveral(b[1]) {
		return
	}
	id := b[0]
	if x.facts.isForSeveral(b[1]) == (x.Draft.Persons > 1) {
		id = b[1]
	}
	x.settleOn(id)
	if len(x.Draft.Wishes) > 0 {
		x.took(x.facts.named(x.Draft.Wishes[0]))
	}
}

// takeCount takes a bare number as the open question means it; elsewhere it is
// how many cases there are of the only concern.
func (x *taking) takeCount(n int) {
	switch {
	case x.takeCountOfSettled(n):
	case x.asked == understand.ExpectPersons:
		x.takePersons(n)
	case x.uncounted() >= 0:
		x.used = true
		quantityStep{}.answer(x.talk, n)
	case len(x.Draft.Wishes) == 1:
		x.takeCases(n)
	case len(x.Draft.Wishes) > 1:
		x.used = true
		x.recount() // only they know which
	}
}
