package dialogs

import (
	"time"

	"terminbote/booking"
)

// Command is something that a turn wants done.
type Command interface{ command() }

// The commands of a citizen's talk.
type (
	// Hold sets a time aside. The former hold of the same chat is given back.
	Hold struct {
		Order
		Former booking.AppointmentID // 0: none
		Key    string                // the same key holds once, however often it is asked
	}
	// Release gives a held time back.
	Release struct{ Hold booking.AppointmentID }
	// Book confirms a hold. One that ran out is renewed silently where its
	// time is still free.
	Book struct {
		Order
		Hold    booking.AppointmentID
		Contact booking.Contact
		Lang    string
	}
	// Move confirms the hold of a move.
	Move struct {
		Order
		Hold booking.AppointmentID
	}
	// Cancel gives one of the person's appointments back.
	Cancel struct{ Appointment booking.AppointmentID }
	// Affirm says that the person comes.
	Affirm struct{ Appointment booking.AppointmentID }
	// AskCode sends a one-time code to the mail address under which the
	// appointment of that number was booked.
	AskCode struct {
		Number booking.Number
		Lang   string
	}
	// AskProof sends a one-time code to a mail address, so that somebody who
	// is not known yet can show that it is theirs.
	AskProof struct {
		Office booking.OfficeID
		Mail   string
		Lang   string
	}
	// Prove shows that a mail address is the talking person's, if the code is the
	// one that was sent there.
	Prove struct {
		Office booking.OfficeID
		Mail   string
		Code   string
	}
	// Erase erases everything about the person who talks: appointments ahead
	// are cancelled, past ones lose name and address, and the talk itself is
	// forgotten.
	Erase struct{}
	// Wait puts the person on the waiting list, for an earlier time of an
	// appointment or for a first one. Somebody on it for the same keeps their
	// place.
	Wait struct {
		Office      booking.OfficeID
		Appointment booking.AppointmentID // 0: a first one
		Wishes      []booking.Wish        // for a first one
		Persons     int
		Contact     booking.Contact // in whose name that is booked
		Terms       booking.Terms
		Lang        string
	}
	// EndWait takes the person off the waiting list.
	EndWait struct{ Wait booking.WaitID }
	// Accept takes the time that is offered under a hold: the appointment that
	// waited for it moves there, or a first one is booked.
	Accept struct{ Hold booking.AppointmentID }
	// Decline passes an offered time on to the next who waits.
	Decline struct{ Hold booking.AppointmentID }
	// Attach makes the appointment of that number the talking person's, if the
	// code is the one that was sent.
	Attach struct {
		Number booking.Number
		Code   string
	}
)

// Order is which time is wanted for what.
type Order struct {
	Office  booking.OfficeID
	Start   time.Time
	Wishes  []booking.Wish        // empty for a move that keeps what was booked; else what it is for henceforth
	Persons int                   // likewise
	Moving  booking.AppointmentID // 0: a new appointment
}

// IsFor tells whether an appointment, or a hold, is for what is ordered. A move that says
// nothing of it keeps what was booked, whatever that is.
func (o Order) IsFor(a booking.Appointment) bool {
	return o.Moving != 0 && len(o.Wishes) == 0 || a.IsFor(o.Wishes, o.Persons)
}

func (Hold) command()     {}
func (Release) command()  {}
func (Book) command()     {}
func (Move) command()     {}
func (Cancel) command()   {}
func (Affirm) command()   {}
func (AskCode) command()  {}
func (Attach) command()   {}
func (AskProof) command() {}
func (Prove) command()    {}
func (Erase) command()    {}
func (Wait) command()     {}
func (EndWait) command()  {}
func (Accept) command()   {}
func (Decline) command()  {}

// What can be done on the day.
type (
	// Arrive says that the person is there.
	Arrive struct{ Appointment booking.AppointmentID }
	// Delay says that the person comes later, for staff to see.
	Delay struct {
		Appointment booking.AppointmentID
		By          time.Duration
	}
)

func (Arrive) command() {}
func (Delay) command()  {}

// Export gathers all that is stored about the person who talks; Done carries
// it as a file for people to keep.
type Export struct{}

func (Export) command() {}
