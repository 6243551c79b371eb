package dialogs

import "terminbote/dialogs/understand"

// answer answers a question; what is asked stands open as before.
func (t *talk) answer(understand.QuestionValue) { t.remark("answer.unknown", "Phone", t.phone()) }

// respondTo answers small talk.
func (t *talk) respondTo(v understand.TalkValue) {
	switch v.Talk {
	case understand.Greeting:
		t.remark("remark.hello")
	case understand.Thanking, understand.Goodbye:
		t.remark("remark.thanks")
	default:
		t.miss("remark.choose")
	}
}

// inLanguage changes the language, where it is one that is spoken here.
func (t *talk) inLanguage(v understand.LanguageValue) { t.speak(v.Lang) }
