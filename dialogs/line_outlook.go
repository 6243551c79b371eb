package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// outlookLine is how long somebody waits, at least and at most.
func outlookLine(o booking.Outlook) locales.Line {
	most := locales.Minutes(o.Most / time.Minute)
	switch {
	case o.Most == 0:
		return locales.Say("ticket.soon")
	case o.Least == 0:
		return locales.Say("ticket.at_most", "Most", most)
	case o.Least == o.Most:
		return locales.Say("ticket.about", "Most", most)
	}
	return locales.Say("ticket.between", "Least", int(o.Least/time.Minute), "Most", int(o.Most/time.Minute))
}

// callName is what somebody is called by: the number of their ticket or of their
// appointment.
func callName(a booking.Appointment) string {
	if a.IsTicket() {
		return booking.TicketName(a.Ticket)
	}
	return a.Number.String()
}

// visitorLine is who somebody is to staff: a name, or that they came without an
// appointment and gave none.
func visitorLine(a booking.Appointment) locales.Line {
	if a.IsTicket() {
		return locales.Say("staff.walk_in")
	}
	return plain(a.Contact.Name)
}
