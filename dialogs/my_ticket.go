package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// ticketStep shows somebody without an appointment their place in the line, and
// what to expect.
type ticketStep struct{}

func (ticketStep) name() string { return "ticket" }

const (
	refreshChoice     = "refresh"
	leaveTicketChoice = "leave"
)

func (ticketStep) need(t *talk) Need { return Need{Appointments: true, Line: t.lineOffice()} }

// lineOffice is the office that the person waits in.
func (t *talk) lineOffice() booking.OfficeID {
	if o, ok := t.facts.Town.Office(t.Queue); ok {
		return o.ID
	}
	return t.facts.Town.Offices[0].ID
}

func (ticketStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok || !a.IsTicket() {
		return View{Ask: locales.Say("ticket.gone"), Groups: []Group{navigation(homeChoice)}}
	}
	v := View{
		Title: locales.Say("ticket.title", "Ticket", booking.TicketName(a.Ticket)),
		Body:  []locales.Line{itemsLine(a.Items)},
		Ask:   locales.Say("ticket.ask"),
		Groups: []Group{
			{Columns: 1, Choices: []Choice{
				{ID: refreshChoice, Label: locales.Say("ticket.refresh")},
				{ID: leaveTicketChoice, Label: locales.Say("ticket.leave")},
			}},
			navigation(homeChoice),
		},
	}
	v.Body = append(v.Body, TicketLines(t.facts, a)...)
	switch {
	case a.State != booking.CheckedIn:
	case t.facts.Reached:
		v.Body = append(v.Body, locales.Say("ticket.told"))
	default:
		v.Body = append(v.Body, locales.Say("ticket.look"))
	}
	return v
}

// CallLine says where somebody goes who was called.
func CallLine(o *booking.Office, a booking.Appointment) locales.Line {
	return locales.Say("ticket.called", "Desk", deskName(o, a.Desk))
}

// TicketLines is where a ticket stands in the line of the facts.
func TicketLines(f Facts, a booking.Appointment) []locales.Line {
	o, ok := f.Town.Office(a.Office)
	switch {
	case !ok:
		return nil
	case a.State == booking.Called:
		return []locales.Line{CallLine(o, a)}
	case a.State != booking.CheckedIn:
		return []locales.Line{locales.Say("ticket.gone")}
	case !a.Visit.Parked.IsZero():
		return []locales.Line{locales.Say("ticket.parked")}
	}
	outlook, ok := o.Outlook(a, f.Line, f.Now)
	if !ok {
		return []locales.Line{locales.Say("ticket.late", "Phone", o.Phone)}
	}
	return []locales.Line{locales.Say("ticket.place", "Place", outlook.Place), outlookLine(outlook)}
}

func (ticketStep) choose(t *talk, id string) bool {
	switch id {
	case refreshChoice:
		t.asOfNow()
	case leaveTicketChoice:
		t.Screen = leaveTicketScreen
	default:
		return false
	}
	return true
}

// asOfNow says that what is seen is looked up just now.
func (t *talk) asOfNow() {
	o, _ := t.facts.Town.Office(t.lineOffice())
	t.remark("ticket.as_of", "Time", clockOf(t.facts.Now, o))
}

func (ticketStep) hear(t *talk, _ reading) { t.miss("remark.choose") }

// linkedTicket is the number of the ticket that a link leads to.
func linkedTicket(payload string) (booking.Number, bool) {
	text, ok := strings.CutPrefix(payload, ticketPrefix)
	if !ok {
		return "", false
	}
	return booking.ParseNumber(text)
}

// ticketLinked shows a ticket that is the person's now.
func (t *talk) ticketLinked(d Result) {
	switch {
	case errors.Is(d.Refused, booking.ErrLinked):
		t.remark("ticket.linked_elsewhere")
	case errors.Is(d.Refused, booking.ErrLimit):
		t.remark("attach.too_often", "Phone", t.phone())
	case d.Refused != nil:
		t.remark("ticket.unknown")
	default:
		t.showTicket(d.Appointment)
	}
}

func (t *talk) showTicket(a booking.Appointment) {
	t.Chosen, t.Queue, t.Screen = a.ID, a.Office, ticketScreen
}

// leaveTicketStep asks before somebody leaves the line.
type leaveTicketStep struct{}

func (leaveTicketStep) name() string { return "leaveTicket" }

func (leaveTicketStep) need(*talk) Need { return Need{Appointments: true} }

func (leaveTicketStep) show(*talk) View {
	return View{
		Ask: locales.Say("ticket.leave_ask"), Grave: true,
		Groups: []Group{yesNo("ticket.leave_yes", "ticket.leave_no"), navigation(backChoice)},
	}
}

func (leaveTicketStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.do(Cancel{t.Chosen})
	case noChoice:
		t.Screen = ticketScreen
	default:
		return false
	}
	return true
}

func (leaveTicketStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// ticketReturned says that somebody has left the line.
func (t *talk) ticketReturned(d Result) {
	t.Screen = noScreen
	if d.Refused != nil {
		t.remark("ticket.gone")
		t.Screen = ticketScreen
		return
	}
	t.remark("ticket.left", "Ticket", booking.TicketName(d.Appointment.Ticket))
}
