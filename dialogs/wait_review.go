package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// waitReviewStep shows what is waited for, and puts the person on the list.
type waitReviewStep struct{}

func (waitReviewStep) name() string { return "waitReview" }

func (waitReviewStep) need(t *talk) Need { return t.waitNeed() }

func (waitReviewStep) open(*talk) bool { return true }

func (waitReviewStep) reopen(*talk) bool { return false }

func (waitReviewStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	return View{
		Title: t.waitTitle(),
		Body:  append(t.basket(), termsLine(t.terms(o))),
		Ask:   locales.Say("wait.ask"),
		Groups: []Group{
			list(Choice{ID: yesChoice, Label: locales.Say("wait.join")}),
			navigation(backChoice, homeChoice),
		},
	}
}

func (waitReviewStep) choose(t *talk, id string) bool {
	o, ok := t.office()
	if id != yesChoice || !ok {
		return false
	}
	c := Wait{Office: o.ID, Appointment: t.Draft.Moving, Terms: t.terms(o), Lang: t.Lang}
	if t.Draft.Moving == 0 {
		c.Wishes, c.Persons = once(t.Draft.Wishes), max(1, t.Draft.Persons)
		c.Contact = booking.Contact{Name: t.Draft.Name, Mail: t.Draft.Mail, Phone: t.Draft.Phone}
	}
	t.do(c)
	return true
}

func (waitReviewStep) hear(t *talk, said reading) { hearReview(t, said) }

// terms is what was answered.
func (t *talk) terms(o *booking.Office) booking.Terms {
	hours := map[string]booking.Hours{
		anyChoice: booking.AllDay(), morningsChoice: booking.Mornings(), afternoonsChoice: booking.Afternoons(),
		saidHours: t.Draft.Wait.Span,
	}
	wanted := t.Draft.Wait
	until := wanted.Until
	if until.IsZero() {
		until = o.Today(t.facts.Now).Add(daysOfWeek * wanted.Weeks)
	}
	return booking.Terms{Weekdays: wanted.Days, Hours: hours[wanted.Hours], Or: wanted.Or, Until: until}
}

// joined shows the list, or what stood in the way.
func (t *talk) joined(d Result) {
	if d.Refused == nil {
		t.Draft, t.Screen = Draft{}, waitingScreen
		t.remark("wait.joined")
		if t.facts.Silent {
			t.remark("wait.joined_silent")
		}
		return
	}
	moving := t.Draft.Moving != 0
	t.flow.refuse(t, d)
	switch {
	case moving:
		t.Draft, t.Screen = Draft{}, appointmentsScreen
	case t.Draft.Name == "" || t.Draft.Mail != "" || t.Draft.NoMail:
		t.Draft.Wait = WaitDraft{}
	}
}
