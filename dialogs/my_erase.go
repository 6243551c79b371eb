package dialogs

import "terminbote/locales"

// eraseStep asks once more before everything about a person is erased.
type eraseStep struct{}

func (eraseStep) name() string { return "erase" }

func (eraseStep) need(*talk) Need { return Need{Appointments: true} }

func (eraseStep) show(t *talk) View {
	v := View{Title: locales.Say("erase.title"), Ask: locales.Say("erase.ask"), Grave: true}
	if n := len(t.facts.Appointments); n > 0 {
		v.Body = []locales.Line{locales.Say("erase.appointments", "Count", n)}
	}
	v.Groups = []Group{yesNo("erase.yes", "erase.no"), navigation(homeChoice)}
	return v
}

func (eraseStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.do(Erase{})
	case noChoice:
		t.flow.leave(t)
	default:
		return false
	}
	return true
}

func (eraseStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// erased starts over and remembers nothing but the language.
func (t *talk) erased(d Result) {
	if d.Refused != nil {
		t.flow.refuse(t, d)
		return
	}
	t.State = State{Version: version, Revision: t.Revision, Lang: t.Lang}
	t.remark("erase.done")
}
