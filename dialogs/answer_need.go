package dialogs

import "terminbote/dialogs/understand"

// answerNeed is what has to be looked up to answer a question.
func (t *talk) answerNeed(q understand.QuestionValue) Need {
	if q.About == understand.AboutSoonest {
		return t.soonestNeed(q)
	}
	return Need{Appointments: true}
}
