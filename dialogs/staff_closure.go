package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// staffClosureStep shows the people a closure hit, and what they answered.
type staffClosureStep struct{}

func (staffClosureStep) name() string { return "closed" }

const reopenChoice = "reopen"

func (staffClosureStep) need(t *talk) Need {
	day := t.lookedAt()
	return Need{Offices: []booking.OfficeID{t.workOffice().ID}, From: day, To: day, Staff: StaffNeed{Closed: t.Work.Override}}
}

func (staffClosureStep) show(t *talk) View {
	v := View{Title: locales.Say("staff.closed"), Ask: locales.Say("staff.plan_ask")}
	c, ok := t.closure()
	if !ok {
		v.Ask = locales.Say("staff.no_closure")
		v.Groups = []Group{navigation(backChoice, homeChoice)}
		return v
	}
	o := t.workOffice()
	v.Body = []locales.Line{
		locales.Say("staff.closing_what", "Day", longDateOf(c.Day), "Hours", hoursLine(c.Hours), "Desk", deskLine(o, c.Desk)),
		locales.Say("staff.closing_why", "Reason", reasonLine(c.Reason)),
	}
	hit := t.facts.Staff.Hit
	if len(hit) == 0 {
		v.Body = append(v.Body, locales.Say("staff.closed_nobody"))
	} else {
		v.Table = t.answersTable(c, hit)
	}
	v.Groups = append(t.undoable(), t.entryChoices(hit, booking.Date{})...)
	if t.facts.Staff.Clerk.Role.MayUndo(c.At, t.facts.Now) == nil {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: reopenChoice, Label: locales.Say("staff.do.reopen")}}})
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// closure is the one looked at.
func (t *talk) closure() (booking.Closure, bool) {
	for _, c := range t.workOffice().Calendar.Closures {
		if c.ID == t.Work.Override && c.ID != 0 {
			return c, true
		}
	}
	return booking.Closure{}, false
}

// answersTable is the appointments a closure hit, each with its answer.
func (t *talk) answersTable(c booking.Closure, hit []Entry) Table {
	table := Table{Head: []locales.Line{
		locales.Say("staff.head.number"), locales.Say("staff.head.name"), locales.Say("staff.head.phone"),
		locales.Say("staff.head.told"), locales.Say("staff.head.answer"),
	}}
	for _, e := range hit {
		table.Rows = append(table.Rows, []locales.Line{
			locales.Plain(e.Number.String()), plain(e.Contact.Name), plain(e.Contact.Phone), toldLine(e.Told), t.answerLine(c, e),
		})
	}
	return table
}

func toldLine(told DeliveryState) locales.Line {
	switch told {
	case BeingTold:
		return locales.Say("staff.outcome.waits")
	case WasTold:
		return locales.Say("staff.outcome.sent")
	case NotTold:
		return locales.Say("staff.coming.untold")
	}
	return locales.Line{}
}

// answerLine is what became of an appointment that a closure has hit.
func (t *talk) answerLine(c booking.Closure, e Entry) locales.Line {
	switch {
	case e.State == booking.Cancelled:
		return locales.Say("staff.state.cancelled")
	case e.Moved:
		return locales.Say("staff.answer.moved", "Day", shortDateOf(t.facts.date(e.Appointment)), "Time", t.facts.timeOf(e.Appointment))
	case c.Desk != "" && e.Desk != c.Desk && e.Desk != "":
		return locales.Say("staff.answer.seated", "Desk", deskLine(t.workOffice(), e.Desk))
	}
	return locales.Say("staff.answer.none")
}

func (staffClosureStep) choose(t *talk, id string) bool {
	if id == reopenChoice {
		if t.may(booking.Clerk) {
			t.Screen = staffReopenScreen
		}
		return true
	}
	return t.chooseEntry(id)
}

func (staffClosureStep) hear(t *talk, said reading) { t.notUnderstood(said) }
