package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// wider is what a step needs and what a message may speak of besides: who names
// a concern and a time gets that time at once, and questions are answered.
func (t *talk) wider(need Need, text string) Need {
	said := t.understood(text, understand.ExpectWish, View{})
	for _, q := range values[understand.QuestionValue](said) {
		need = need.and(t.answerNeed(q))
	}
	if q, ok := t.followUp(said); ok {
		need = need.and(t.answerNeed(q))
	}
	ids := t.spokenOf(said, text)
	if len(ids) == 0 {
		return need
	}
	return need.and(t.window(ids))
}

// spokenOf is the offices whose days a message may be about: the one that is chosen,
// or else the one that it names, or those of which one is asked which.
func (t *talk) spokenOf(said understand.Reading, text string) []booking.OfficeID {
	var wanted []booking.ConcernID
	for _, v := range values[understand.ConcernValue](said) {
		wanted = append(wanted, v.ID)
	}
	nothing := t.Screen == noScreen && !t.Draft.Begun() && len(wanted) == 0
	if o, chosen := t.facts.Town.Office(t.Draft.Office); chosen && o.Serves(wanted) && !nothing {
		return []booking.OfficeID{o.ID}
	}
	if id, named := t.namedPlace(wanted, text); named {
		return []booking.OfficeID{id}
	}
	switch {
	case nothing:
		return nil
	case t.Screen == noScreen && t.Draft.Begun():
		return t.firstOffice()
	}
	var ids []booking.OfficeID
	for _, o := range t.facts.Town.Serving(wanted) {
		ids = append(ids, o.ID)
	}
	return ids[:min(len(ids), officesAPage)]
}

// namedPlace is the one office that a message names, of those that serve what it wants,
// or what is under way.
func (t *talk) namedPlace(wanted []booking.ConcernID, text string) (booking.OfficeID, bool) {
	wishes := make([]booking.Wish, len(wanted))
	for i, id := range wanted {
		wishes[i].Concern = id
	}
	if len(wishes) == 0 {
		wishes = t.Draft.Wishes
	}
	all := t.facts.Town.Able(t.flow.audience(), once(wishes), max(1, t.Draft.Persons))
	if len(wishes) == 0 || len(all) < 2 {
		return "", false
	}
	at, _ := t.read(text).places(t.facts.Town, all)
	if len(at) != 1 {
		return "", false
	}
	return all[at[0]], true
}

// and is what both need.
func (n Need) and(o Need) Need {
	n.Appointments, n.Contact = n.Appointments || o.Appointments, n.Contact || o.Contact
	n.Offices = slices.Concat(n.Offices, slices.DeleteFunc(slices.Clone(o.Offices), func(id booking.OfficeID) bool { return slices.Contains(n.Offices, id) }))
	if !o.From.IsZero() && (n.From.IsZero() || o.From.Before(n.From)) {
		n.From = o.From
	}
	if o.To.After(n.To) {
		n.To = o.To
	}
	return n
}
