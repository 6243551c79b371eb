package dialogs

import "terminbote/dialogs/understand"

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
