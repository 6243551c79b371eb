package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// reviewStep shows everything once more and books.
type reviewStep struct{}

func (reviewStep) name() string { return "review" }

// One of the appointments may be at the same time.
func (reviewStep) need(*talk) Need { return Need{Appointments: true} }

func (reviewStep) open(*talk) bool { return true }

func (reviewStep) reopen(*talk) bool { return false }

func (reviewStep) show(t *talk) View {
	visit, o, ok := t.visit()
	if !ok {
		return t.unserved()
	}
	v := View{Title: locales.Say("review.title"), Ask: locales.Say("review.ask")}
	v.Body = append(t.basket(),
		locales.Say("review.time", "Day", dateOf(t.Draft.Day), "Time", clockOf(t.Draft.Start, o),
			"Length", t.lengthHeld(visit)),
		placeLine(o),
		locales.Say("review.persons", "Count", max(1, t.Draft.Persons)),
		locales.Say("review.name", "Name", locales.Plain(t.Draft.Name)),
	)
	if t.Draft.Mail != "" {
		v.Body = append(v.Body, locales.Say("review.mail", "Mail", understand.WrittenEmail(t.Draft.Mail)))
	}
	if t.facts.Now.Before(t.Draft.HeldUntil) {
		v.Body = append(v.Body, locales.Say("review.held", "Until", clockOf(t.Draft.HeldUntil, o)))
	}
	v.Body = append(v.Body, t.sameTime(visit)...)
	v.Body = append(v.Body, t.noted()...)
	if !t.informed(o) {
		v.Body = append(v.Body, bringLines(visit, t.Draft.Day)...)
	}
	v.Groups = []Group{list(t.reviewChoices()...), navigation(backChoice, homeChoice)}
	return v
}

// reviewChoices books, or changes one of the answers.
func (t *talk) reviewChoices() []Choice {
	choices := []Choice{
		{ID: yesChoice, Label: locales.Say("review.book")},
		{ID: changeTimeChoice, Label: locales.Say("review.change_time")},
		{ID: changeNameChoice, Label: locales.Say("review.change_name")},
		{ID: changeMailChoice, Label: locales.Say("review.change_mail")},
	}
	if t.countable() {
		choices = append(choices, Choice{ID: changeNumberChoice, Label: locales.Say("review.change_number")})
	}
	if t.mostPersons() > 1 {
		choices = append(choices, Choice{ID: changePersonsChoice, Label: locales.Say("review.change_persons")})
	}
	choices = append(choices, Choice{ID: changeConcernChoice, Label: locales.Say("review.change_concern")})
	return append(choices, t.dropChoices()...)
}

// countable tells whether there can be several cases of what is wanted.
func (t *talk) countable() bool {
	return slices.ContainsFunc(t.Draft.Wishes, func(w booking.Wish) bool { return t.facts.concern(w.Concern).MaxQuantity > 1 })
}

func (reviewStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.book(t.Lang)
	case changeTimeChoice:
		t.reopenWhen()
	case changeNameChoice:
		nameStep{}.reopen(t)
	case changeMailChoice:
		mailStep{}.reopen(t)
	case changeNumberChoice:
		t.recount()
	case changePersonsChoice:
		t.recountPersons()
	case changeConcernChoice:
		t.Draft.Picked = false
	default:
		return t.chooseDrop(id)
	}
	return true
}

// recount asks again how many cases there are.
func (t *talk) recount() {
	if t.Draft.Ask == quantityDetail {
		return // it is asked already
	}
	t.Draft.Ask, t.Draft.Wishes, t.Draft.Counts = quantityDetail, slices.Clone(t.Draft.Wishes), nil
	for i := range t.Draft.Wishes {
		t.Draft.Counts = append(t.Draft.Counts, t.Draft.Wishes[i].Quantity)
		t.Draft.Wishes[i].Quantity = 0
	}
}

func (reviewStep) hear(t *talk, said reading) { hearReview(t, said) }

// hearReview asks what is to be changed where somebody says no to all of it.
func hearReview(t *talk, said reading) {
	if said.intent() == understand.No {
		t.remark("review.wrong")
		return
	}
	t.miss("remark.choose")
}

// book books what was answered, with mails in a language.
func (t *talk) book(lang string) {
	ids := t.firstOffice()
	if len(ids) == 0 {
		return
	}
	t.do(Book{
		Order:   t.order(ids[0], t.Draft.Start),
		Hold:    t.Draft.Hold,
		Contact: booking.Contact{Name: t.Draft.Name, Mail: t.Draft.Mail, Phone: t.Draft.Phone},
		Lang:    lang,
	})
}
