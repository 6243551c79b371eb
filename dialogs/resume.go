package dialogs

import "terminbote/locales"

// resumeStep asks, where somebody starts anew in the middle of a booking,
// whether to go on with it.
type resumeStep struct{}

const (
	continueChoice = "continue"
	overChoice     = "over"
)

func (resumeStep) need(t *talk) Need { return Need{Appointments: t.Draft.Moving != 0} }

func (resumeStep) show(t *talk) View {
	v := View{Body: t.basket(), Ask: locales.Say("resume.ask")}
	if t.Draft.Moving != 0 {
		v.Body = []locales.Line{t.errand()}
	}
	v.Groups = []Group{list(
		Choice{ID: continueChoice, Label: locales.Say("resume.continue")},
		Choice{ID: overChoice, Label: locales.Say("resume.over")},
	)}
	return v
}

func (resumeStep) choose(t *talk, id string) bool {
	switch id {
	case continueChoice, yesChoice, nextChoice, backChoice:
		t.Screen = noScreen
	case overChoice, homeChoice:
		t.reset()
	default:
		return false
	}
	return true
}

func (resumeStep) hear(t *talk, _ string) { t.remark("remark.choose") }
