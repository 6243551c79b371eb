package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// TicketPath is where a ticket's page is on the town's site; its number follows.
const TicketPath = "/marke/"

// Tickets looks up tickets, for pages that anybody can see.
type Tickets interface {
	// Ticket finds a ticket by the number that its link carries, and the line of
	// its office today. It returns booking.ErrUnknown where that is no ticket's.
	Ticket(ctx context.Context, number booking.Number, now time.Time) (booking.Appointment, Facts, error)
}

// HereLink is the payload of the link at the door, by which somebody says that
// they are there.
const HereLink = hereChoice

// TicketLink is the payload of a link that leads to a ticket.
func TicketLink(number booking.Number) string { return ticketPrefix + string(number) }

const ticketPrefix = "ticket_"
