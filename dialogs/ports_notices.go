package dialogs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"terminbote/booking"
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
