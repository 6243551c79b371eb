package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// reviewStep shows everything once more and books.
type reviewStep struct{}

func (reviewStep) name() string { return "review" }

const (
	changeNameChoice = "change:name"
	changeMailChoice = "change:mail"
	changeTimeChoice = "change:time"
)

func (reviewStep) need(t *talk) Need {
	need := t.rules()
	need.Appointments = true // one of them may be at the same time
	return need
}

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
		locales.Say("review.persons", "Count", t.Draft.Persons),
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
	choices := append([]Choice{
		{ID: yesChoice, Label: locales.Say("review.book")},
		{ID: changeTimeChoice, Label: locales.Say("review.change_time")},
		{ID: changeNameChoice, Label: locales.Say("review.change_name")},
		{ID: changeMailChoice, Label: locales.Say("review.change_mail")},
	}, t.dropChoices()...)
	v.Groups = []Group{list(choices...), navigation(backChoice, homeChoice)}
	return v
}

func (reviewStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.book(t.Lang)
	case changeTimeChoice:
		timeStep{}.reopen(t)
		dayStep{}.reopen(t)
	case changeNameChoice:
		nameStep{}.reopen(t)
	case changeMailChoice:
		mailStep{}.reopen(t)
	default:
		return t.chooseDrop(id)
	}
	return true
}

func (reviewStep) hear(t *talk, said reading) {
	if said.intent() == understand.No {
		t.remark("review.wrong")
		return
	}
	t.remark("remark.choose")
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
