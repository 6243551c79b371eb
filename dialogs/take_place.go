package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// takePlace takes the office that a message names along with what is wanted:
// "Personalausweis in Werne". The question where takes what is its answer alone.
func (x *taking) takePlace() {
	_, wanted := x.wishes()
	if x.Draft.Office != "" || len(wanted) == 0 {
		return
	}
	all := x.offices()
	at, whole := x.read(x.said.Text).places(x.facts.Town, all)
	if len(all) < 2 || len(at) != 1 || !whole {
		return
	}
	x.Draft.Office = all[at[0]]
	if o, ok := x.facts.Town.Office(x.Draft.Office); ok {
		x.took(say(o.Name))
	}
}

// linkedPlace is the office that a link leads to, and the rest of the link: a
// concern or a category there. gone says that there is no such office any more.
func (t *talk) linkedPlace(payload string) (office booking.OfficeID, rest string, gone bool) {
	id, rest, ok := cutPlace(payload)
	if !ok {
		return "", payload, false
	}
	o, known := t.facts.Town.Office(id)
	if !known || o.GivenUp {
		return "", rest, true
	}
	return id, rest, false
}

// leaveOfficeFor has the place asked again if the one chosen does not serve what
// is wanted, and another one does.
func (t *talk) leaveOfficeFor(wishes []booking.Wish) {
	o, chosen := t.facts.Town.Office(t.Draft.Office)
	if !chosen || o.Serves(concernIDs(wishes)) || len(t.facts.Town.Serving(concernIDs(wishes))) == 0 {
		return
	}
	t.remark("office.elsewhere", "Office", locales.Text(o.Name))
	t.Draft.Office = ""
}
