package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// listedChoice is the choice at a place in the list shown; a negative one is the last.
func (x *taking) listedChoice(place int) (Choice, bool) {
	if place < 0 {
		return x.view.lastListed()
	}
	return x.view.nth(place)
}

// takeListed takes concerns by their places in the list shown, before what is said beside
// them: "1 und 3", "2, und einen Pass brauche ich auch".
func (x *taking) takeListed() {
	for _, v := range values[understand.ChoiceValue](x.said) {
		c, listed := x.listedChoice(v.Place)
		name, is := strings.CutPrefix(c.ID, concernPrefix)
		id := booking.ConcernID(name)
		if _, known := x.facts.Town.Concern(id); !listed || !is || !known {
			continue
		}
		switch x.used, x.chose = true, true; {
		case len(x.Draft.Between) > 0:
			x.choose(c.ID)
		case x.wished(id), !x.listsStill():
			x.want(id, 0)
			x.enoughIfAny()
		default:
			x.choose(c.ID)
		}
	}
}

// listsStill tells whether the list is still shown that a message answers.
func (x *taking) listsStill() bool { return !x.Draft.Picked && x.step().name() == x.stood }

// takeChoice takes any other place in the list shown, unless what was taken before says
// otherwise. Beside a name or a wish a time that is shown is chosen too: "die 3, Peter Klein".
func (x *taking) takeChoice() {
	stands := x.Screen == noScreen && !x.view.Grave && x.step().name() == x.stood && x.asked != understand.ExpectReview
	for _, v := range values[understand.ChoiceValue](x.said) {
		c, listed := x.listedChoice(v.Place)
		_, timed := timeOf(c.ID)
		if !listed || x.chose || x.used && (timed && x.saysOtherwiseWhen() || !timed && !stands) {
			continue
		}
		x.used, x.chose = true, true
		if x.listsOthers(x.view) {
			x.remark("remark.stale")
			continue
		}
		x.chooseListed(c.ID)
	}
}

// saysOtherwiseWhen tells whether a message says of days and times more than which place of
// the list.
func (x *taking) saysOtherwiseWhen() bool {
	return slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		switch f.Value.(type) {
		case understand.DaysValue, understand.HoursValue, understand.ShiftValue:
			return true
		}
		return false
	})
}

// chooseListed makes a choice of the list shown. A time is kept in mind where something has to
// be asked before it can be set aside.
func (x *taking) chooseListed(id string) {
	start, timed := timeOf(id)
	o, known := x.office()
	if _, asked := x.step().(whenStep); asked || !timed || !known || x.step().name() == x.stood {
		x.choose(id)
		return
	}
	x.look(exactly(start, o))
}
