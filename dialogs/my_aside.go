package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// aside answers a message that is questions and small talk and nothing else.
func (t *talk) aside(text string) bool {
	said := t.whole(text)
	if len(said.Found) == 0 {
		return false
	}
	for _, f := range said.Found {
		switch f.Value.(type) {
		case understand.QuestionValue, understand.TalkValue, understand.LanguageValue:
		default:
			return false
		}
	}
	for _, f := range said.Found {
		switch v := f.Value.(type) {
		case understand.QuestionValue:
			t.answer(v)
		case understand.TalkValue:
			t.respondTo(v)
		case understand.LanguageValue:
			t.inLanguage(v)
		}
	}
	return true
}

// asideNeed is what a step needs, and what the questions in a message do.
func (t *talk) asideNeed(need Need, text string) Need {
	for _, f := range t.whole(text).Found {
		if q, asks := f.Value.(understand.QuestionValue); asks {
			need = need.and(t.answerNeed(q))
		}
	}
	return need
}

// and is what both need.
func (n Need) and(o Need) Need {
	n.Appointments = n.Appointments || o.Appointments
	n.Offices = slices.Concat(n.Offices, slices.DeleteFunc(slices.Clone(o.Offices), func(id booking.OfficeID) bool { return slices.Contains(n.Offices, id) }))
	if !o.From.IsZero() && (n.From.IsZero() || o.From.Before(n.From)) {
		n.From = o.From
	}
	if o.To.After(n.To) {
		n.To = o.To
	}
	return n
}
