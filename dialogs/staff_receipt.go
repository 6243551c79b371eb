package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffReceiptStep is what the clerk reads out to the caller once it is booked.
type staffReceiptStep struct{}

func (staffReceiptStep) name() string { return "receipt" }

func (staffReceiptStep) need(t *talk) Need {
	need := Need{Staff: StaffNeed{Appointment: t.Chosen}}
	if t.Work.Next {
		need.Staff.From, need.Staff.To = t.today(), t.today()
	}
	return need
}

func (staffReceiptStep) show(t *talk) View {
	c := t.facts.Staff.Appointment
	if c == nil {
		return staffAppointmentStep{}.show(t)
	}
	a := c.Appointment
	v := View{Title: locales.Say("staff.booked", "Number", a.Number.String())}
	if a.Sequence > 0 {
		v.Title = locales.Say("staff.moved", "Number", a.Number.String())
	}
	v.Body = append([]locales.Line{locales.Say("staff.spelled", "Letters", spelled(a.Number))}, t.facts.card(a)...)
	if a.Contact.Mail == "" {
		v.Body = append(v.Body, locales.Line{}, locales.Say("staff.read_all"))
	}
	if t.Work.Next {
		v.Body = append(v.Body, locales.Line{}, t.nextLine())
	}
	v.Ask = locales.Say("staff.booked_ask")
	var choices []Choice
	if len(t.Later) > 0 {
		next := locales.Text(t.facts.concern(t.Later[0]).Name)
		choices = append(choices, Choice{ID: laterChoice, Label: locales.Say("booked.later", "Concern", next)})
	}
	choices = append(choices, Choice{ID: newChoice, Label: locales.Say("staff.do.new")},
		Choice{ID: connectChoice, Label: locales.Say("staff.do.connect")})
	v.Groups = append(t.undoable(), list(choices...), navigation(homeChoice))
	return v
}

func (staffReceiptStep) choose(t *talk, id string) bool {
	switch id {
	case laterChoice:
		if !t.bookNoted() {
			return false
		}
		t.Work.Task = bookingTask
	case connectChoice:
		t.runFor(understand.ToConnect, t.Chosen)
	default:
		return false
	}
	return true
}

// hear takes that a second appointment shall lie beside the one that is booked.
func (staffReceiptStep) hear(t *talk, said reading) {
	if beside, rest := said.beside(); beside != understand.NotBeside && t.may(booking.Clerk) {
		t.bookBeside(t.read(rest), beside)
		return
	}
	t.notUnderstood(said)
}

// bookBeside begins a booking beside the one whose receipt is seen: for the same, unless something
// else is named, and with the same number to call. Who it is for is asked.
func (t *talk) bookBeside(said reading, beside understand.Beside) {
	a, ok := t.facts.lookedUp(t.Chosen)
	if !ok {
		t.notUnderstood(said)
		return
	}
	t.undertake(bookingTask)
	x := &taking{talk: t, said: t.readBriefly(said.text)}
	x.said.Beside = beside
	x.Draft.Office, x.Draft.After, x.Draft.Phone, x.Draft.Mail = a.Office, a.ID, a.Contact.Phone, a.Contact.Mail
	x.Draft.NoPhone, x.Draft.NoMail = a.Contact.Phone == "", a.Contact.Mail == ""
	if x.takeConcerns(); len(x.Draft.Wishes) == 0 {
		for _, item := range a.Items {
			x.want(item.Concern, item.Quantity)
		}
		for _, wish := range x.Draft.Wishes {
			x.took(x.facts.named(wish))
		}
	}
	x.enoughIfAny()
	x.takeBeside()
	x.sayBack()
}

// thenNext shows who is next, once what was answered before is done: where that books, with its receipt.
func (t *talk) thenNext() {
	if len(t.commands) > 0 || t.Work.Task == bookingTask && t.missed {
		t.Work.Next = len(t.commands) > 0
		return
	}
	t.flow.travel(t, queueChoice)
}

// nextLine says who is called next to the clerk's desk. Without a desk nobody knows who that is, and
// it says how many wait.
func (t *talk) nextLine() locales.Line {
	o := t.workOffice()
	var waiting []booking.Appointment
	for _, e := range t.facts.entries(o, t.today()) {
		if e.State == booking.CheckedIn && e.Visit.Parked.IsZero() {
			waiting = append(waiting, e.Appointment)
		}
	}
	next, err := o.Next(t.Work.Desk, waiting, t.facts.Now)
	switch {
	case len(waiting) == 0:
		return locales.Say("staff.next_nobody")
	case err == nil:
		return locales.Say("staff.next", "Number", callName(next), "Time", t.facts.timeOf(next), "Name", visitorLine(next), "Concerns", itemsLine(next.Items))
	case hasDesk(o, t.Work.Desk):
		return locales.Say("staff.nobody_waits", "Desk", deskLine(o, t.Work.Desk))
	}
	return locales.Say("staff.next_waiting", "Count", len(waiting))
}

// entered shows the receipt.
func (t *talk) entered(d Result) {
	if _, moved := d.Command.(Move); moved {
		t.keepUndo(t.Work.Undo)
	}
	t.Draft, t.Work.Task = Draft{}, noTask
	t.Screen, t.Chosen, t.Work.Below = staffReceiptScreen, d.Appointment.ID, noScreen
}
