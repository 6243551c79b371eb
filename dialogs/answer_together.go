package dialogs

import (
	"errors"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// together says whether what is chosen and what a question names go in one appointment, as the rules
// of the office have it.
func (i inquiry) together() []locales.Line {
	o := i.offices[0]
	all := i.partsAsked(o)
	if len(all) < 2 {
		return []locales.Line{locales.Say("answer.together_which", "Phone", o.Phone)}
	}
	for n, part := range all {
		for _, other := range all[:n] {
			if !o.Combinations.Combines(other.Concern.ID, part.Concern.ID) {
				return []locales.Line{locales.Say("answer.together_not", "Concern", locales.Text(other.Concern.Name), "Other", locales.Text(part.Concern.Name))}
			}
		}
	}
	wishes := make([]booking.Wish, len(all))
	for n, part := range all {
		wishes[n] = booking.Wish{Concern: part.Concern.ID, Quantity: part.Quantity}
	}
	visit, err := o.VisitFor(booking.Staff, wishes, i.visit.Persons)
	i.visit.Parts = all
	switch {
	case errors.Is(err, booking.ErrTooLong):
		return []locales.Line{locales.Say("answer.together_long", "Concerns", partNames(i.visit), "Longest", locales.Minutes(o.Policy.Longest.Minutes()), "Phone", o.Phone)}
	case err != nil:
		return []locales.Line{locales.Say("answer.together_many", "Concerns", partNames(i.visit), "Phone", o.Phone)}
	}
	i.visit = visit
	return []locales.Line{locales.Say("answer.together_goes", "Concerns", partNames(i.visit), "Length", i.minutes())}
}

// partsAsked is what is chosen and what the question names, each once. Where what it names takes in
// what is chosen, or two things are named, no more than they are meant. Who has chosen one thing and
// names what takes it in means another: "kann ich meinen eigenen Angelschein gleich mit verlängern".
func (i inquiry) partsAsked(o *booking.Office) []booking.Part {
	all := slices.Clone(i.visit.Parts)
	if len(i.Concerns) > 1 {
		all = nil
	}
	apart := len(all) == 1
	for _, id := range i.Concerns {
		c, known := o.ConcernOn(id, i.on)
		if known && !slices.ContainsFunc(all, func(p booking.Part) bool {
			return p.Concern.ID == id || !apart && i.facts.isKindOf(p.Concern.ID, id)
		}) {
			all = append(all, booking.Part{Concern: c, Quantity: max(1, i.chosenCases(id))})
		}
	}
	return all
}

// chosenCases is how many cases of a concern are chosen; 0: none.
func (i inquiry) chosenCases(id booking.ConcernID) int {
	for _, p := range i.visit.Parts {
		if p.Concern.ID == id {
			return p.Quantity
		}
	}
	return 0
}
