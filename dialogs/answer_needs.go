package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// answerNeeds is what is needed anyhow, and what it takes to answer the
// questions in a message.
func (t *talk) answerNeeds(need Need, text string) Need {
	for _, f := range t.understood(text, understand.ExpectWish, View{}).Found {
		switch v := f.Value.(type) {
		case understand.QuestionValue:
			need = need.and(t.answerNeed(v))
		case understand.IntentValue:
			if v.Intent == understand.Person {
				need = need.and(t.rulesOfAll())
			}
		}
	}
	return need
}

// answerNeed is what has to be looked up to answer a question.
func (t *talk) answerNeed(q understand.QuestionValue) Need {
	if q.About == understand.AboutSoonest {
		return t.soonestNeed(q)
	}
	n := t.rulesOfAll()
	n.Appointments = true
	return n
}

// rulesOfAll asks for the overrides of every office, and no days.
func (t *talk) rulesOfAll() Need {
	var n Need
	for _, o := range t.facts.Town.Offices {
		n.Offices = append(n.Offices, o.ID)
	}
	return n
}

// and is what both need.
func (n Need) and(o Need) Need {
	n.Appointments = n.Appointments || o.Appointments
	more := slices.DeleteFunc(slices.Clone(o.Offices), func(id booking.OfficeID) bool { return slices.Contains(n.Offices, id) })
	n.Offices = slices.Concat(n.Offices, more)
	if !o.From.IsZero() && (n.From.IsZero() || o.From.Before(n.From)) {
		n.From = o.From
	}
	if o.To.After(n.To) {
		n.To = o.To
	}
	return n
}
