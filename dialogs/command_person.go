package dialogs

import "terminbote/booking"

// The commands about a talk with somebody of the office.
type (
	// HandOver has staff of an office go on with the talk in place of the
	// assistant. A talk that they hold already stays as it is.
	HandOver struct {
		Office   booking.OfficeID
		Concerns []booking.ConcernID // what the talk was about so far
		Lang     string
	}
	// Relay passes on what the person typed to the staff who hold the talk.
	Relay struct{ Text string }
	// TakeBack has the assistant go on with the talk.
	TakeBack struct{}
)

func (HandOver) command() {}
func (Relay) command()    {}
func (TakeBack) command() {}
