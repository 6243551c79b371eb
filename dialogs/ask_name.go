package dialogs

import (
	"errors"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// nameStep asks in whose name the appointment is booked. It cannot be changed
// afterwards, so that appointments are not traded.
type nameStep struct{}

func (nameStep) name() string { return "name" }

func (nameStep) need(*talk) Need { return Need{} }

func (nameStep) open(t *talk) bool { return t.Draft.Name == "" }

func (nameStep) reopen(t *talk) bool {
	given := t.Draft.Name != ""
	t.Draft.Name = ""
	return given
}

func (nameStep) show(t *talk) View {
	return View{
		Title:  t.heldLine(),
		Ask:    locales.Say("name.ask"),
		Typing: true,
		Field:  NameField,
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (nameStep) choose(*talk, string) bool { return false }

func (nameStep) hear(t *talk, said reading) {
	name, err := said.name()
	switch {
	case said.intent() != "":
		t.remark("name.word")
	case err == nil:
		t.Draft.Name = name
	case errors.Is(err, understand.ErrNameTooLong):
		t.remark("name.too_long")
	default:
		t.remark("name.odd")
	}
}

// introduced takes a contact as the answer to the question for the name.
func (t *talk) introduced(e Introduced) {
	if _, asked := t.step().(nameStep); !asked {
		t.remark("remark.text_only")
		return
	}
	nameStep{}.hear(t, t.read(e.Name))
	if t.Draft.Name != "" {
		t.Draft.Phone = e.Phone
	}
}

// heldLine says which time is set aside, and until when. One that ran out is
// renewed when it is booked, if nobody else took it.
func (t *talk) heldLine() locales.Line {
	o, ok := t.office()
	if !ok || t.Draft.Wait.On {
		return locales.Line{}
	}
	if !t.facts.Now.Before(t.Draft.HeldUntil) {
		return locales.Say("time.chosen", "Day", dateOf(t.Draft.Day), "Time", clockOf(t.Draft.Start, o))
	}
	return locales.Say("time.reserved", "Day", dateOf(t.Draft.Day),
		"Time", clockOf(t.Draft.Start, o), "Until", clockOf(t.Draft.HeldUntil, o))
}
