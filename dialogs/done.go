package dialogs

import (
	"errors"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// done takes note of what came of a command.
func (t *talk) done(d Result) {
	switch c := d.Command.(type) {
	case Hold:
		t.held(c, d)
	case Book, Move:
		t.booked(d)
	case Affirm:
		t.affirmed(d)
	case Arrive:
		t.arrived(d)
	case Delay:
		t.delayed(d)
	case Cancel:
		t.cancelled(d)
	case Wait:
		t.joined(d)
	case EndWait:
		t.ended(d)
	case Accept:
		t.accepted(d)
	case Decline:
		t.declined(d)
	case AskCode:
		t.codeAsked(c, d)
	case Attach:
		t.attached(d)
	case Erase:
		t.erased(d)
	case Export:
		t.exported(d)
	}
}

// booked shows the receipt, or what stood in the way.
func (t *talk) booked(d Result) {
	if d.Refused != nil {
		t.refuse(d.Refused)
		return
	}
	t.Draft = Draft{}
	t.Screen, t.Chosen = bookedScreen, d.Appointment.ID
}

// refuse says why the office did not do what was asked, and leads to where
// something else can be chosen. Nothing that was typed is lost.
func (t *talk) refuse(err error) {
	switch {
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrExpired):
		t.remark("refused.taken")
		t.Draft.Start = time.Time{}
	case errors.Is(err, booking.ErrClosed), errors.Is(err, booking.ErrTooSoon), errors.Is(err, booking.ErrTooFar):
		t.remark("refused.closed")
		t.Draft.Start, t.Draft.Day = time.Time{}, booking.Date{}
	case errors.Is(err, booking.ErrMailLimit):
		t.remark("refused.mail_limit", "Phone", t.phone())
		t.Draft.Mail, t.Draft.NoMail = "", false
	case errors.Is(err, booking.ErrLimit):
		t.remark("refused.limit", "Phone", t.phone())
		t.Screen = appointmentsScreen // where one can be given back
	case errors.Is(err, booking.ErrTooOften):
		t.remark("refused.too_often", "Phone", t.phone())
	case errors.Is(err, booking.ErrTooLong):
		t.remark("refused.visit_too_long", "Longest", t.longest(), "Phone", t.phone())
		t.rethink()
	case errors.Is(err, booking.ErrUnknown), errors.Is(err, booking.ErrOver):
		t.remark("refused.gone", "Phone", t.phone())
		t.reset()
		t.Screen = appointmentsScreen
	case errors.Is(err, booking.ErrIncomplete):
		t.remark("refused.incomplete")
		t.Draft.Mail, t.Draft.NoMail = "", false
	default:
		t.remark("refused.changed", "Phone", t.phone())
		t.rethink()
	}
}

// rethink goes back to the choice of concerns, keeping them.
func (t *talk) rethink() {
	t.Draft.Picked, t.Draft.Informed = false, false
	if t.Draft.Moving == 0 {
		t.Draft.Office = "" // other concerns may be served elsewhere
	}
	t.Draft.Start, t.Draft.Day = time.Time{}, booking.Date{}
}

// bookedStep is the receipt: the number, when and where. What to bring was
// said before, and stands under the person's appointments.
type bookedStep struct{}

func (bookedStep) need(*talk) Need { return Need{Appointments: true} }

func (bookedStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	v := View{Title: locales.Say("booked.title", "Number", a.Number.String()), Body: t.brief(a)}
	if a.Sequence > 0 {
		v.Title = locales.Say("booked.moved", "Number", a.Number.String())
	}
	v.Body = append(v.Body, locales.Line{}, locales.Say("booked.keep"))
	if len(t.Later) > 0 {
		next := locales.Text(t.concern(t.Later[0]).Name)
		v.Ask = locales.Say("booked.ask_later", "Concern", next)
		book := Choice{ID: laterChoice, Label: locales.Say("booked.later", "Concern", next)}
		v.Groups = append(v.Groups, list(append([]Choice{book}, t.dropChoices()...)...))
	}
	v.Groups = append(v.Groups, navigation(appointmentsChoice, homeChoice))
	return v
}

func (bookedStep) choose(t *talk, id string) bool {
	if id == laterChoice {
		return t.bookNoted()
	}
	return t.chooseDrop(id)
}

// hear takes what is typed after a booking as the beginning of the next; no
// means what was asked about.
func (bookedStep) hear(t *talk, text string) {
	c, _ := understand.ReadCommand(text, t.Lang)
	switch {
	case c == understand.No && len(t.Later) > 1:
		t.forget(t.Later[0])
	case c == understand.No:
		t.home()
	default:
		t.Screen = noScreen
		t.search(text)
	}
}

// gone is shown for an appointment that is not there any more.
func (t *talk) gone() View {
	return View{
		Ask:    locales.Say("refused.gone", "Phone", t.phone()),
		Groups: []Group{navigation(appointmentsChoice, homeChoice)},
	}
}
