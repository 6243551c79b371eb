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
	title := locales.Say("notice.booked", "Number", n.Appointment.Number.String())
	if n.Kind == booking.MovedNotice {
		title = locales.Say("notice.moved", "Number", n.Appointment.Number.String())
	}
	return View{Title: title, Body: append(t.card(n.Appointment), locales.Line{}, locales.Say("booked.keep"))}
}

// EventTitle names an appointment in somebody's calendar.
func EventTitle(n Notice) locales.Line {
	return locales.Say("notice.event", "Office", locales.Text(n.Office.Name), "Number", n.Appointment.Number.String())
}
