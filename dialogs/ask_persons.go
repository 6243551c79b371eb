package dialogs

import (
	"errors"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// personsStep asks how many people come, where that makes the visit longer or
// somebody wants to say it. Else it is one.
type personsStep struct{}

func (personsStep) name() string { return "persons" }

func (personsStep) need(*talk) Need { return Need{} }

func (personsStep) open(t *talk) bool {
	return t.Draft.Persons == 0 && (t.Draft.Ask == personsDetail || t.personsMatter())
}

// personsMatter tells whether the visit takes longer the more people come.
func (t *talk) personsMatter() bool {
	return slices.ContainsFunc(t.Draft.Wishes, func(w booking.Wish) bool { return t.facts.concern(w.Concern).PerPerson > 0 })
}

func (personsStep) reopen(t *talk) bool {
	if t.Draft.Ask == personsDetail {
		t.Draft.Persons, t.Draft.Ask = t.Draft.Came, noDetail
		return true
	}
	given := t.Draft.Persons > 0 && t.personsMatter()
	if given {
		t.Draft.Persons = 0
	}
	return given
}

// recountPersons asks again how many come.
func (t *talk) recountPersons() {
	if t.Draft.Ask != personsDetail {
		t.Draft.Came, t.Draft.Persons, t.Draft.Ask = t.Draft.Persons, 0, personsDetail
	}
}

func (personsStep) show(t *talk) View {
	return View{
		Body:   t.basket(),
		Ask:    locales.Say("persons.ask"),
		Groups: []Group{numbers(t.mostPersons()), navigation(backChoice, homeChoice)},
	}
}

func (s personsStep) choose(t *talk, id string) bool { return t.chooseNumber(id, s.answer) }

func (s personsStep) hear(t *talk, said reading) { t.hearNumber(said, s.answer) }

func (personsStep) answer(t *talk, n int) {
	err := t.fits(t.Draft.Wishes, n)
	switch {
	case err == nil:
		t.Draft.Persons = n
		if t.Draft.Ask == personsDetail {
			t.Draft.Ask = noDetail
		}
	case errors.Is(err, booking.ErrTooLong):
		t.remark("refused.persons_too_long", "Count", n, "Longest", t.facts.longest(), "Phone", t.phone())
	default:
		t.remark("refused.persons", "Count", t.mostPersons(), "Phone", t.phone())
	}
}

// mostPersons is how many people may come to one appointment.
func (t *talk) mostPersons() int {
	most := 1
	for _, o := range t.facts.Town.Serving(concernIDs(t.Draft.Wishes)) {
		most = max(most, o.Policy.MaxPersons)
	}
	return most
}
