package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// Chat names one conversation: a network and somebody's address there.
type Chat struct {
	Channel string // "terminal", "telegram"
	Address string // unique within the channel
}

// Conversations holds one conversation at a time.
type Conversations interface {
	// Converse runs one turn of chat at the moment now as one transaction:
	// everything that turn does through Records is kept, or nothing is. Turns of one
	// chat run one after the other. The error is turn's, or a fault.
	Converse(ctx context.Context, chat Chat, now time.Time, turn func(context.Context, Records) error) error
}

// Records is what a turn may look up and change.
type Records interface {
	// Recall is the state remembered last; nil in a new conversation.
	Recall(ctx context.Context) ([]byte, error)
	// Facts looks up what is needed.
	Facts(ctx context.Context, need Need) (Facts, error)
	// Do carries out a command. What the rules of the office refuse comes back
	// in Done.Refused, and the turn goes on; an error is a fault.
	Do(ctx context.Context, command Command) (Result, error)
	// Remember keeps the state for the next turn.
	Remember(ctx context.Context, state []byte) error
}

// Need is which facts are wanted.
type Need struct {
	Appointments bool               // those of the person who talks
	Offices      []booking.OfficeID // whose days: what is booked on them
	From, To     booking.Date       // which days, both included
	Notice       booking.NoticeID   // one that the person got; 0: none
	Waiting      bool               // the person's places on the waiting list
	Staff        StaffNeed          // what only clerks see
}

// Empty tells whether nothing has to be looked up.
func (n Need) Empty() bool {
	return !n.Appointments && len(n.Offices) == 0 && n.Notice == 0 && !n.Waiting && n.Staff == StaffNeed{}
}

// Facts is what was found, at one moment.
type Facts struct {
	Now          time.Time
	Silent       bool                  // people are answered here, and told nothing by itself
	Town         booking.Town          // the office files with the overrides applied
	Directory    *Directory            // of the town; nil: made when it is needed
	Booked       []Booked              // the days asked for
	Appointments []booking.Appointment // the person's, upcoming, in order of time
	Notice       *ReceivedNotice       // nil where it is not the person's
	Waiting      []Waiting             // the person's places on the waiting list, oldest first
	Staff        StaffFacts            // where a clerk talks
}

// Waiting is a place on the waiting list, and the time that is held for whoever
// has it while it is offered.
type Waiting struct {
	booking.Waiting
	Offer *booking.Appointment // nil: none is open
}

// ReceivedNotice is a notice that the person got, and the appointment as it is now.
type ReceivedNotice struct {
	booking.Notice
	Appointment booking.Appointment
}

// Booked is what keeps desks busy on one day of one office.
type Booked struct {
	Office      booking.OfficeID
	Day         booking.Date
	Occupations []booking.Busy
}

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
	// Erase erases everything about the person who talks: appointments ahead
	// are cancelled, past ones lose name and address, and the talk itself is
	// forgotten.
	Erase struct{}
	// Wait puts the person on the waiting list, for an earlier time of an
	// appointment or for a first one. Whoever is on it for the same keeps their
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
	Wishes  []booking.Wish        // empty for a move: it keeps what was booked
	Persons int                   // likewise
	Moving  booking.AppointmentID // 0: a new appointment
}

func (Hold) command()    {}
func (Release) command() {}
func (Book) command()    {}
func (Move) command()    {}
func (Cancel) command()  {}
func (Affirm) command()  {}
func (AskCode) command() {}
func (Attach) command()  {}
func (Erase) command()   {}
func (Wait) command()    {}
func (EndWait) command() {}
func (Accept) command()  {}
func (Decline) command() {}

// Result is what came of a command.
type Result struct {
	Command     Command
	Refused     error               // one of booking's refusals; nil: it is done
	Appointment booking.Appointment // as it now is, where the command had one
	Data        []byte              // of an Export: JSON that people can read
	Override    booking.OverrideID  // of a Close or Open: what was laid down
	Code        string              // of a GiveCode: to be read out
	ReadOut     bool                // of an AskCode: a clerk has read one out, so that no mail is sent
}
