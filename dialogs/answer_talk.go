package dialogs

import (
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// respondTo says something to small talk. Where life is in danger it says
// nothing but who helps.
func (t *talk) respondTo(talk understand.TalkValue) {
	switch talk.Talk {
	case understand.Emergency:
		t.answered = true // which is said as often as somebody needs it
		t.remark("talk.emergency")
	case understand.Insult:
		t.remark("talk.insult", "Phone", t.phone())
	case understand.Greeting:
		t.remark("remark.hello")
	case understand.Thanking:
		t.sayWelcome()
	case understand.Praise:
		t.remark("talk.praise")
	case understand.Goodbye:
		t.sayGoodbye()
	case understand.Pause:
		t.sayPause()
	case understand.Nonsense:
		t.remark("talk.nonsense")
	}
}

// sayPause says that there is time, and what has become of a booking under way.
func (t *talk) sayPause() {
	o, known := t.office()
	switch {
	case !t.Draft.Begun() || t.Screen != noScreen:
		t.remark("talk.pause")
	case known && t.facts.Now.Before(t.Draft.HeldUntil):
		t.remark("talk.pause_held", "Until", clockOf(t.Draft.HeldUntil, o))
	default:
		t.remark("talk.pause_unbooked")
	}
}

// sayWelcome answers thanks. Where the last question stands open, they are no yes to it, and
// nobody is left to believe so.
func (t *talk) sayWelcome() {
	switch t.step().name() {
	case "review":
		t.remark("talk.welcome_unbooked")
	case "move":
		t.remark("talk.welcome_unchanged")
	case "waitReview":
		t.remark("talk.welcome_unlisted")
	default:
		t.remark("talk.welcome")
	}
}

// sayGoodbye says what has become of a booking or a move under way.
func (t *talk) sayGoodbye() {
	switch {
	case t.Draft.Moving != 0:
		t.remark("talk.goodbye_unchanged")
	case t.Draft.Begun():
		t.remark("talk.goodbye_unbooked")
	default:
		t.remark("talk.goodbye")
	}
}

// toPerson offers somebody of the office, or says where people are to be reached,
// and when.
func (t *talk) toPerson() {
	if len(t.facts.reachable()) > 0 {
		t.Screen = personScreen
		return
	}
	t.referred = true
	i := t.inquiry(understand.QuestionValue{About: understand.AboutContact})
	if len(i.offices) > mostPlacesTold {
		t.remark("talk.person", "Phone", t.phone())
		t.remarks = append(t.remarks, whichPlace(i.offices))
		return
	}
	for _, o := range i.offices {
		t.remarks = append(t.remarks, i.of(o, locales.Say("talk.person", "Phone", o.Phone)))
		t.remarks = append(t.remarks, stateLines(o, t.facts.Now)...)
	}
}
