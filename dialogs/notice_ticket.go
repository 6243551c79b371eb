package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// tellTicket is what a notice says about a ticket: it has no day and no time, and
// nothing is to be answered.
func tellTicket(n Notice) View {
	ticket := callName(n.Appointment)
	switch n.Kind {
	case booking.CalledNotice:
		return View{Title: locales.Say("notice.called_ticket", "Ticket", ticket, "Desk", deskName(n.Office, n.Appointment.Desk))}
	case booking.MissedNotice:
		return View{Title: locales.Say("notice.missed_ticket", "Ticket", ticket)}
	}
	return View{Title: locales.Say("ticket.left", "Ticket", ticket)}
}
