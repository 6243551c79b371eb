package dialogs

import (
	"errors"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffTicketStep asks what somebody without an appointment comes for.
type staffTicketStep struct{}

func (staffTicketStep) name() string { return "ticketFor" }

const (
	ticketChoice    = "ticket"
	ticketForPrefix = "for:"
)

func (staffTicketStep) need(*talk) Need { return Need{} }

func (staffTicketStep) show(t *talk) View {
	v := View{Title: locales.Say("staff.ticket"), Ask: locales.Say("staff.ticket_for"), Typing: true}
	var choices []Choice
	for _, id := range t.Work.Ticket.Among {
		if c, ok := t.workOffice().Concern(id); ok {
			choices = append(choices, Choice{ID: ticketForPrefix + string(id), Label: say(c.Name)})
		}
	}
	if len(choices) > 0 {
		v.Groups = append(v.Groups, list(choices...))
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

func (staffTicketStep) choose(t *talk, id string) bool {
	concern, ok := strings.CutPrefix(id, ticketForPrefix)
	if !ok || !slices.Contains(t.Work.Ticket.Among, booking.ConcernID(concern)) {
		return false
	}
	t.giveTicket(t.counted(booking.ConcernID(concern)))
	return true
}

func (staffTicketStep) hear(t *talk, said reading) {
	count, words := said.counted()
	if count == 0 {
		count = t.Work.Ticket.Count
	}
	t.ticketFor(words, count)
}

// wantTicket gives a ticket for what a command names, or asks what it is for.
func (t *talk) wantTicket(e understand.StaffCommand) {
	if !t.may(booking.Clerk) {
		return
	}
	if !t.workOffice().Policy.WalkIns.Tickets {
		t.remark("staff.ticket_off")
		return
	}
	t.Work.Ticket, t.Screen = TicketDraft{}, staffTicketScreen
	if e.Words != "" {
		t.ticketFor(e.Words, e.Count)
	}
}

func (t *talk) ticketFor(words string, count int) {
	if t.Work.Ticket = (TicketDraft{}); count < 0 {
		t.miss("staff.ticket_count")
		return
	}
	t.Work.Ticket.Count = count
	if several := t.severalNamed(words, count); len(several) > 0 {
		t.giveTicket(several...)
		return
	}
	found := t.concernsNamed(words)
	switch len(found) {
	case 0:
		t.miss("staff.ticket_unknown", "Text", plain(shortName(words)))
	case 1:
		t.giveTicket(t.counted(found[0]))
	default:
		t.Work.Ticket.Among = found
	}
}

// counted is a concern for as many cases as were said before.
func (t *talk) counted(id booking.ConcernID) booking.Wish {
	return booking.Wish{Concern: id, Quantity: max(1, t.Work.Ticket.Count)}
}

func (t *talk) giveTicket(wishes ...booking.Wish) {
	t.do(GiveTicket{Office: t.workOffice().ID, Wishes: wishes, Persons: 1})
}

// ticketGiven says what the ticket's number is, what to expect, and how it gets
// into a chat.
func (t *talk) ticketGiven(d Result) {
	a := d.Appointment
	t.Work.Ticket, t.Screen = TicketDraft{}, staffQueueScreen
	t.remark("staff.ticket_given", "Ticket", callName(a), "Concerns", itemsLine(a.Items), "Place", d.Outlook.Place, "Wait", outlookLine(d.Outlook))
	link := locales.Plain(ticketPrefix + string(a.Number))
	if t.facts.Site != "" {
		link = locales.Plain(t.facts.Site + TicketPath + string(a.Number))
	}
	t.remark("staff.ticket_link", "Link", link, "Number", a.Number.String())
}

// ticketRefused says why no ticket was given.
func (t *talk) ticketRefused(err error) {
	o := t.workOffice()
	switch {
	case errors.Is(err, booking.ErrFull):
		t.remark("staff.ticket_full")
	case errors.Is(err, booking.ErrClosed):
		t.remark("staff.ticket_closed", "Minutes", locales.Minutes(o.Policy.WalkIns.Close.Minutes()))
	case errors.Is(err, booking.ErrApart):
		t.remark("staff.ticket_apart")
	case errors.Is(err, booking.ErrTooMany), errors.Is(err, booking.ErrTooLong):
		t.remark("staff.refused.visit", "Longest", t.facts.longest())
	default:
		t.remark("staff.refused.changed")
	}
	t.Work.Ticket = TicketDraft{}
}
