package dialogs

import (
	"context"
	"slices"
	"time"

	"terminbote/booking"
)

// TicketPath is where a ticket's page is on the town's site; its number follows.
const TicketPath = "/marke/"

// Tickets looks up who waits, for pages that anybody can see.
type Tickets interface {
	// Ticket finds a ticket by the number that its link carries, and the line of
	// its office today. It returns booking.ErrUnknown where that is no ticket's.
	Ticket(ctx context.Context, number booking.Number, now time.Time) (booking.Appointment, Facts, error)
	// Line finds who waits in an office today, or is called.
	Line(ctx context.Context, office booking.OfficeID, now time.Time) (Facts, error)
}

// HereLink is the payload of the link at the door, by which somebody says that
// they are there.
const HereLink = hereChoice

// TicketLink is the payload of a link that leads to a ticket.
func TicketLink(number booking.Number) string { return ticketPrefix + string(number) }

const ticketPrefix = "ticket_"

// BoardCall is a number as a screen shows it, and the desk that it is called to.
type BoardCall struct {
	Number string
	Desk   booking.Text // nil: it waits
}

// Board is what a screen shows of a line: who is called, the latest first, and then
// who waits.
func Board(o *booking.Office, line []booking.Appointment) []BoardCall {
	var called, waiting []booking.Appointment
	for _, a := range line {
		switch {
		case a.State == booking.Called:
			called = append(called, a)
		case a.State == booking.CheckedIn && a.Visit.Parked.IsZero():
			waiting = append(waiting, a)
		}
	}
	slices.SortFunc(called, func(a, b booking.Appointment) int { return b.CalledAt.Compare(a.CalledAt) })
	var all []BoardCall
	for _, a := range called {
		all = append(all, BoardCall{callName(a), booking.Text(deskName(o, a.Desk))})
	}
	for _, a := range waiting {
		all = append(all, BoardCall{Number: callName(a)})
	}
	return all
}
