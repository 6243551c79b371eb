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
	ids := t.firstOffice()
	if t.Screen != noScreen || len(t.Draft.Wishes) == 0 && t.Draft.Moving == 0 {
		ids = t.spokenOf(said)
	}
	if len(ids) == 0 {
		return need
	}
	return need.and(t.window(ids))
}

// spokenOf is the offices whose days a message may be about.
func (t *talk) spokenOf(said understand.Reading) []booking.OfficeID {
	var wanted []booking.ConcernID
	for _, v := range values[understand.ConcernValue](said) {
		wanted = append(wanted, v.ID)
	}
	if t.Screen == noScreen && len(wanted) == 0 {
		return nil
	}
	var ids []booking.OfficeID
	for _, o := range t.facts.Town.Serving(wanted) {
		ids = append(ids, o.ID)
	}
	return ids[:min(len(ids), officesAPage)] // of more one is asked which
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
