package dialogs

import "terminbote/booking"

// The commands about people without an appointment, and about what happens to
// people at the office.
type (
	// GiveTicket gives somebody without an appointment the next number. It is
	// refused with booking.ErrClosed where no tickets are given then, and with
	// booking.ErrFull where nobody could serve them any more.
	GiveTicket struct {
		Office  booking.OfficeID
		Wishes  []booking.Wish
		Persons int
	}
	// LinkTicket puts the ticket with that number into the chat of the person who
	// talks, who is called there. It is refused with booking.ErrLinked where it is
	// in somebody else's.
	LinkTicket struct {
		Number booking.Number
		Lang   string
	}
	// CallAgain calls somebody once more who has not come to the desk.
	CallAgain struct{ Appointment booking.AppointmentID }
	// Park lets a visit rest while the desk serves others.
	Park struct{ Appointment booking.AppointmentID }
	// TakeUp goes on with a visit that rests, at a desk.
	TakeUp struct {
		Appointment booking.AppointmentID
		Desk        booking.DeskID
	}
	// SendOn sends somebody who is being served on to another desk, which calls
	// them before all others.
	SendOn struct {
		Appointment booking.AppointmentID
		Desk        booking.DeskID
		Note        string // for the colleague there
	}
	// Alarm calls colleagues for help, to a desk where that is known.
	Alarm struct {
		Office booking.OfficeID
		Desk   booking.DeskID
	}
)

func (GiveTicket) command() {}
func (LinkTicket) command() {}
func (CallAgain) command()  {}
func (Park) command()       {}
func (TakeUp) command()     {}
func (SendOn) command()     {}
func (Alarm) command()      {}
