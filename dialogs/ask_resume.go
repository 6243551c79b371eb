package dialogs

import (
	"strings"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// resumeStep asks, where somebody begins something else in the middle of a
// booking, whether to go on with it.
type resumeStep struct{}

func (resumeStep) name() string { return "resume" }

const (
	overChoice = "over"
)

func (resumeStep) need(t *talk) Need {
	return Need{Appointments: t.Draft.Moving != 0 || t.Instead != ""}
}

func (resumeStep) show(t *talk) View {
	v := View{Body: t.basket(), Ask: locales.Say("resume.ask")}
	if t.Draft.Moving != 0 {
		v.Body = []locales.Line{t.movedLine()}
	}
	if t.Instead != "" {
		v.Ask = locales.Say("resume.ask_instead")
	}
	v.Groups = []Group{list(
		Choice{ID: continueChoice, Label: locales.Say("resume.continue")},
		Choice{ID: overChoice, Label: t.insteadLabel()},
	)}
	return v
}

func (t *talk) insteadLabel() locales.Line {
	a, ok := t.appointment(t.Chosen)
	payload, link := strings.CutPrefix(t.Instead, linkPrefix)
	switch {
	case link:
		return t.linkLabel(payload)
	case ok && t.Instead == moveChoice:
		return locales.Say("resume.move", "Number", a.Number.String())
	case ok && t.Instead == waitChoice:
		return locales.Say("resume.wait", "Number", a.Number.String())
	}
	return locales.Say("resume.over")
}

func (resumeStep) choose(t *talk, id string) bool {
	switch id {
	case continueChoice, yesChoice, nextChoice, backChoice:
		t.Screen = noScreen
	case overChoice:
		t.giveUp()
	case homeChoice:
		t.reset()
	default:
		return false
	}
	return true
}

// giveUp drops the booking and begins what was wanted instead.
func (t *talk) giveUp() {
	instead := t.Instead
	t.reset()
	if payload, link := strings.CutPrefix(instead, linkPrefix); link {
		t.begin(payload)
	} else if instead != "" {
		t.change(instead)
	}
}

// hear takes a plain yes. Who breaks off where nothing else is to begin gives up.
func (s resumeStep) hear(t *talk, said reading) {
	if said.intent() == understand.Cancel && t.Instead == "" {
		s.choose(t, overChoice)
		return
	}
	for _, v := range values[understand.IntentValue](t.understood(said.text, understand.ExpectYesNo, View{})) {
		if v.Intent == understand.Yes || v.Intent == understand.Next {
			s.choose(t, continueChoice)
			return
		}
	}
	t.miss("remark.choose")
}
