package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// change begins to look for another time, or to wait for an earlier one, as
// the choice says. The appointment stays until the other is booked; a booking
// under way is not given up unasked.
func (t *talk) change(choice string) {
	a, ok := t.appointment(t.Chosen)
	switch {
	case !ok || !a.Upcoming(t.facts.Now):
		t.remark("refused.gone", "Phone", t.phone())
		t.Screen = appointmentsScreen
	case !t.facts.movable(a):
		t.Screen = appointmentScreen // which says why
	case t.Draft.Begun():
		t.interrupt(choice)
	default:
		t.release()
		t.Draft = Draft{Moving: a.ID, Office: a.Office, Wait: WaitDraft{On: choice == waitChoice}}
		t.Screen = noScreen
	}
}

// movedLine names the appointment that is moved or waits for an earlier time.
func (t *talk) movedLine() locales.Line {
	if t.Draft.Wait.On {
		return t.waitTitle()
	}
	a, ok := t.appointment(t.Draft.Moving)
	if !ok {
		return locales.Line{}
	}
	if t.Draft.Changes {
		return t.changedLine(a)
	}
	key := "move.title"
	if t.facts.unserved(a) {
		key = "move.title_unserved"
	}
	//locales:keys move.title move.title_unserved
	return locales.Say(key, "Number", a.Number.String(), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
}

// wantsPresent tells whether the time that is wanted is the one that the
// appointment to be moved has already.
func (t *talk) wantsPresent(o *booking.Office) bool {
	a, ok := t.appointment(t.Draft.Moving)
	return ok && t.Draft.Moving != 0 && t.whenever().suits(a.Span.Start, o.Calendar.Zone)
}

// moveStep asks whether the new time shall take the old one's place.
type moveStep struct{}

func (moveStep) name() string { return "move" }

func (moveStep) need(*talk) Need { return Need{Appointments: true} }

func (moveStep) open(*talk) bool { return true }

func (moveStep) reopen(*talk) bool { return false }

func (moveStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	if t.Draft.Changes {
		return t.changeView(o)
	}
	return View{
		Title: t.movedLine(),
		Body:  []locales.Line{t.heldLine()},
		Ask:   locales.Say("move.ask", "Day", dateOf(t.Draft.Day), "Time", clockOf(t.Draft.Start, o)),
		Groups: []Group{
			list(
				Choice{ID: yesChoice, Label: locales.Say("move.yes")},
				Choice{ID: changeTimeChoice, Label: locales.Say("review.change_time")},
				Choice{ID: noChoice, Label: locales.Say("move.no")},
			),
			navigation(backChoice, homeChoice),
		},
	}
}

func (moveStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.do(Move{Order: t.order(t.Draft.Office, t.Draft.Start), Hold: t.Draft.Hold})
	case changeTimeChoice:
		t.reopenWhen()
	case noChoice:
		t.refuseMove()
	default:
		return false
	}
	return true
}

// refuseMove leaves the appointment as it is.
func (t *talk) refuseMove() {
	if t.Draft.Changes {
		t.keepBooked()
		return
	}
	a, ok := t.appointment(t.Draft.Moving)
	t.reset()
	t.Screen = appointmentsScreen
	if ok {
		t.remark("move.kept", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
	}
}

// keepBooked leaves the appointment that was to be moved, or changed, as it is, and says so.
func (t *talk) keepBooked() {
	a, ok := t.appointment(t.Draft.Moving)
	changes := t.Draft.Changes
	t.reset()
	if !ok {
		return
	}
	t.Chosen, t.Screen = a.ID, appointmentScreen
	if changes {
		t.remark("change.kept", "What", t.facts.purpose(a.Wishes(), a.Persons), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
		return
	}
	t.remark("move.kept", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
}

func (moveStep) hear(t *talk, _ reading) { t.miss("remark.choose") }

// waitTitle says what is waited for, where that is an earlier time.
func (t *talk) waitTitle() locales.Line {
	a, ok := t.appointment(t.Draft.Moving)
	if !ok {
		return locales.Say("wait.title")
	}
	key := "wait.earlier"
	if t.facts.unserved(a) {
		key = "wait.earlier_unserved"
	}
	//locales:keys wait.earlier wait.earlier_unserved
	return locales.Say(key, "Number", a.Number.String(), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
}
