package dialogs

import (
	"errors"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// nameStep asks in whose name the appointment is booked. It cannot be changed
// afterwards, so that appointments are not traded.
type nameStep struct{}

func (nameStep) name() string { return "name" }

func (nameStep) need(t *talk) Need { return t.contactNeed() }

func (nameStep) open(t *talk) bool { return t.Draft.Name == "" }

func (nameStep) reopen(t *talk) bool {
	given := t.Draft.Name != "" || t.Draft.Doubt.Name != ""
	t.Draft.Name, t.Draft.Doubt.Name = "", ""
	return given
}

func (nameStep) show(t *talk) View {
	if name := t.Draft.Doubt.Name; name != "" {
		return View{
			Title: t.heldLine(), Ask: locales.Say("name.doubt", "Name", plain(name)), Typing: true,
			Groups: []Group{yesNo("choice.yes", "choice.no"), navigation(backChoice, homeChoice)},
		}
	}
	return View{
		Title:  t.heldLine(),
		Ask:    locales.Say("name.ask"),
		Typing: true,
		Field:  NameField,
		Groups: append(sameGroup(t.facts.Contact), navigation(backChoice, homeChoice)),
	}
}

func (nameStep) choose(t *talk, id string) bool {
	if id == sameChoice && t.Draft.Doubt.Name == "" {
		return t.sameAsLast()
	}
	name := t.Draft.Doubt.Name
	if name == "" || id != yesChoice && id != noChoice {
		return false
	}
	t.Draft.Doubt.Name = ""
	if id == yesChoice {
		t.Draft.Name = name
	}
	return true
}

// hear asks about what may be a name and does not look like one: what is a wish
// or a command must not be booked as somebody's name.
func (nameStep) hear(t *talk, said reading) {
	name, err := said.name()
	asked := t.understood(said.text, understand.ExpectName, View{})
	names := values[understand.NameValue](asked)
	switch {
	case len(names) == 1 && len(asked.Found) == 1: // another one, instead of yes or no
		t.Draft.Name, t.Draft.Doubt.Name = names[0].Name, ""
	case t.flow.audience() == booking.Public && (said.wanted == understand.No || said.wanted == understand.Refuse):
		t.miss("name.refused", "Phone", t.phone())
	case said.intent() != "" || said.undecided() || len(names) == 0 && len(asked.Found) > 0 && len(asked.Rest) == 0:
		t.miss("name.word")
	case err == nil && said.brief():
		t.Draft.Doubt.Name = name
	case errors.Is(err, understand.ErrNameSentence), errors.Is(err, understand.ErrNameLink):
		t.miss("name.sentence")
	case errors.Is(err, understand.ErrNameTooLong):
		t.miss("name.too_long")
	default:
		t.miss("name.odd")
	}
}

// introduced takes a contact as the answer to the question for the name.
func (t *talk) introduced(e Introduced) {
	if _, asked := t.step().(nameStep); !asked {
		t.remark("remark.text_only")
		return
	}
	if name, err := t.read(e.Name).name(); err == nil {
		t.Draft.Name, t.Draft.Phone = name, e.Phone
		return
	}
	t.miss("name.odd")
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
