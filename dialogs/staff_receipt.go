package dialogs

import (
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffReceiptStep is what the clerk reads out to the caller once it is booked.
type staffReceiptStep struct{}

func (staffReceiptStep) name() string { return "receipt" }

func (staffReceiptStep) need(t *talk) Need { return Need{Staff: StaffNeed{Appointment: t.Chosen}} }

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

func (staffReceiptStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// entered shows the receipt.
func (t *talk) entered(d Result) {
	if _, moved := d.Command.(Move); moved {
		t.keepUndo(t.Work.Undo)
	}
	t.Draft, t.Work.Task = Draft{}, noTask
	t.Screen, t.Chosen, t.Work.Below = staffReceiptScreen, d.Appointment.ID, noScreen
}
