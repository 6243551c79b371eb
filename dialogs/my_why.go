package dialogs

import "terminbote/dialogs/understand"

// saysWhy says what the open question is for, and that its answer may be left out where it
// may; false where nothing about the person is asked.
func (t *talk) saysWhy() bool {
	if t.Screen == proofScreen {
		t.remark("why.proof", "Phone", t.phone())
		return true
	}
	switch expected(t.step(), View{}) {
	case understand.ExpectName, understand.ExpectMail:
		t.answer(understand.QuestionValue{About: understand.AboutPrivacy})
		t.answered = false // a reason that was no help is not given twice in a row
	case understand.ExpectReview:
		t.remark("why.review", "Phone", t.phone())
	case understand.ExpectCode:
		t.remark("why.code", "Phone", t.phone())
	default:
		return false
	}
	return true
}
