package dialogs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// Notice is something to tell a chat about an appointment, as both are now.
type Notice struct {
	booking.Notice
	Chat        Chat
	Lang        string
	Appointment booking.Appointment
	Office      *booking.Office
}

// Messenger brings notices to people.
type Messenger interface {
	// Deliver sends a notice. ErrUnreachable says that the person cannot be
	// reached there; Later says to try again after a while; any other error is
	// tried again too, less and less often.
	Deliver(ctx context.Context, n Notice) error
}

// ErrUnreachable says that nothing can be sent to a chat.
var ErrUnreachable = errors.New("nothing can be sent there")

// Later says that a network asks to wait.
type Later struct{ After time.Duration }

// Error says how long to wait.
func (l Later) Error() string { return fmt.Sprintf("to be sent after %v", l.After) }

// Tell is what a notice says.
func Tell(n Notice) View {
	t := talk{facts: Facts{Town: booking.Town{Offices: []*booking.Office{n.Office}}}}
	number := n.Appointment.Number.String()
	switch n.Kind {
	case booking.ReminderNotice:
		return View{
			Title:  locales.Say("notice.reminder", "Number", number, "Day", t.dayOf(n.Appointment), "Time", t.timeOf(n.Appointment)),
			Body:   append(t.brief(n.Appointment), tickLines(n.Office.Booked(n.Appointment), t.date(n.Appointment))...),
			Ask:    locales.Say("notice.coming"),
			Groups: []Group{answers()},
		}
	case booking.OfferNotice:
		return t.tellOffer(n)
	case booking.CancelledNotice:
		return View{Title: locales.Say("notice.cancelled", "Number", number), Body: t.brief(n.Appointment)}
	case booking.MissedNotice:
		return t.missed(n.Appointment)
	case booking.MovedNotice:
		return View{Title: locales.Say("notice.moved", "Number", number), Body: t.kept(n.Appointment)}
	case booking.RestoredNotice:
		return t.tellRestored(n)
	case booking.ClosedNotice:
		return t.tellClosed(n)
	case booking.CalledNotice:
		return View{Title: locales.Say("notice.called", "Number", number, "Desk", deskName(n.Office, n.Appointment.Desk))}
	case booking.LateNotice:
		return t.tellLate(n)
	}
	return View{Title: locales.Say("notice.booked", "Number", number), Body: t.kept(n.Appointment)}
}

// kept is an appointment's card with what to do if one cannot come.
func (t *talk) kept(a booking.Appointment) []locales.Line {
	return append(t.card(a), locales.Line{}, locales.Say("booked.keep"))
}

const comingChoice = "coming"

// answers is what can be answered to a reminder. It is still there on the day,
// when somebody is late.
func answers() Group {
	return Group{Columns: 1, Choices: []Choice{
		{ID: comingChoice, Label: locales.Say("notice.yes")},
		{ID: lateChoice, Label: locales.Say("late.choice")},
		{ID: moveChoice, Label: locales.Say("appointment.move")},
		{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
	}}
}

// respond takes the answer to a notice, if what that speaks of still holds.
func (t *talk) respond(e Responded) {
	told := t.facts.Notice
	if told == nil || told.ID != e.Notice || !t.holds(*told, e.Choice) {
		t.remark("notice.over")
		return
	}
	if told.Kind == booking.OfferNotice {
		if !t.answerOffer(told.Appointment.ID, e.Choice) {
			t.remark("offer.over")
		}
		return
	}
	switch e.Choice {
	case againChoice:
		t.again(told.Appointment)
	case comingChoice:
		t.do(Affirm{told.Appointment.ID})
	case lateChoice:
		t.late(told.Appointment)
	case moveChoice:
		t.Chosen = told.Appointment.ID
		t.change(moveChoice)
	case cancelChoice:
		t.Chosen, t.Screen = told.Appointment.ID, cancelScreen
	default:
		t.remark("notice.over")
	}
}

// holds tells whether the answer to a notice can be taken. Who is late can say
// so when the appointment has begun, too.
func (t *talk) holds(told ReceivedNotice, choice string) bool {
	a := told.Appointment
	if told.True(a, t.facts.Now) {
		return true
	}
	o, ok := t.facts.Town.Office(a.Office)
	return ok && choice == lateChoice && told.Sequence == a.Sequence && t.canDelay(o, a)
}

// affirmed thanks who said that they come, and shows what they come to unless
// a booking is under way.
func (t *talk) affirmed(d Result) {
	if d.Refused != nil {
		t.remark("notice.over")
		return
	}
	t.remark("notice.thanks", "Day", t.dayOf(d.Appointment), "Time", t.timeOf(d.Appointment))
	if !t.Draft.Begun() {
		t.Chosen, t.Screen = d.Appointment.ID, appointmentScreen
	}
}

// EventTitle names an appointment in somebody's calendar.
func EventTitle(n Notice) locales.Line {
	return locales.Say("notice.event", "Office", locales.Text(n.Office.Name), "Number", n.Appointment.Number.String())
}
