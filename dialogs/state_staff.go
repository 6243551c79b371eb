package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Workplace is what a clerk looks at and has under way.
type Workplace struct {
	Office        booking.OfficeID   `json:"office,omitempty"` // empty: the town's first
	Among         booking.OfficeID   `json:"among,omitempty"`  // in whose staff's channel was typed last
	Day           booking.Date       `json:"day,omitzero"`     // whose plan
	Part          booking.Hours      `json:"part,omitzero"`    // of the day, whose free times are looked at
	Page          int                `json:"page,omitempty"`   // of the appointments to choose from
	Desk          booking.DeskID     `json:"desk,omitempty"`   // they serve
	Query         string             `json:"query,omitempty"`  // who they look for
	Below         Screen             `json:"below,omitempty"`  // the list an appointment was opened from
	Override      booking.OverrideID `json:"laid,omitempty"`   // the closure or the extra hours looked at
	Colleague     Colleague          `json:"whom,omitzero"`    // whose role is to change
	Task          Task               `json:"making,omitempty"`
	OverrideDraft OverrideDraft      `json:"laying,omitzero"`
	Undo          Undo               `json:"undo,omitzero"`
	Minutes       MinutesDraft       `json:"minutes,omitzero"`
	Report        Span               `json:"report,omitzero"` // the days of the statistics looked at
	Ticket        TicketDraft        `json:"ticket,omitzero"`
	Forward       ForwardDraft       `json:"forward,omitzero"`
	Meant         Meant              `json:"meant,omitzero"`
	OpenLines     OpenLines          `json:"open_lines,omitzero"`
	Next          bool               `json:"next,omitempty"` // who is next was asked with the last answer of a booking
}

// OpenLines are lines for other callers that were typed in the middle of a booking, and the day on
// which that was: "morgen" would be another day later.
type OpenLines struct {
	Lines []string     `json:"lines,omitempty"`
	On    booking.Date `json:"on,omitzero"`
}

// Meant is what was told of an appointment of which it is asked which one it is. It holds only while
// the list is shown in which that was asked: another list, another search for the same and
// whatever is done meanwhile end it.
type Meant struct {
	Do     understand.Action `json:"do,omitempty"`
	Words  string            `json:"words,omitempty"` // what was told besides: to when it shall move
	Screen Screen            `json:"screen,omitempty"`
	Query  string            `json:"query,omitempty"`
	Day    booking.Date      `json:"day,omitzero"`
	Part   booking.Hours     `json:"part,omitzero"`

	Call booking.AppointmentID `json:"call,omitempty"` // is called as soon as the desk is known
}

// TicketDraft is a ticket that is about to be given.
type TicketDraft struct {
	Among []booking.ConcernID `json:"among,omitempty"` // one of them is meant
	Count int                 `json:"count,omitempty"` // how many cases; 0: one
}

// ForwardDraft is somebody who is about to be sent on to another desk.
type ForwardDraft struct {
	Appointment booking.AppointmentID `json:"appointment,omitempty"`
	Desk        booking.DeskID        `json:"desk,omitempty"`
}

// MinutesDraft is other minutes of a concern that a lead considers.
type MinutesDraft struct {
	Among   []booking.ConcernID `json:"among,omitempty"` // one of them is meant
	Typed   string              `json:"typed,omitempty"` // minutes, for whichever it is
	Concern booking.ConcernID   `json:"concern,omitempty"`
	Minutes int                 `json:"minutes,omitempty"` // 0: not said yet
	From    booking.Date        `json:"from,omitzero"`
}

// Task is what a clerk answers questions for.
type Task string

// The tasks of a clerk.
const (
	noTask      Task = ""
	bookingTask Task = "entry" // an appointment, or another time for one
	closingTask Task = "closing"
	openingTask Task = "opening"
)

// OverrideDraft is the override under way, a closure or extra hours: one field for each answer.
type OverrideDraft struct {
	Day      booking.Date   `json:"day,omitzero"`
	Hours    booking.Hours  `json:"hours,omitzero"`
	Desk     booking.DeskID `json:"desk,omitempty"`
	Placed   bool           `json:"placed,omitempty"` // this desk, or none for all
	Reason   string         `json:"reason,omitempty"`
	Internal bool           `json:"internal,omitempty"`
	For      bool           `json:"for,omitempty"` // Internal was answered
}

// Undo is what was done last and can be taken back for a while.
type Undo struct {
	What        Undoable              `json:"what"`
	Appointment booking.AppointmentID `json:"appointment,omitempty"`
	Number      booking.Number        `json:"number,omitempty"`
	Called      string                `json:"called,omitempty"` // by what they are called out
	Office      booking.OfficeID      `json:"office,omitempty"` // where it was before it was moved
	Start       time.Time             `json:"start,omitzero"`   // and when
	Closure     booking.OverrideID    `json:"closure,omitempty"`
	Extra       Extra                 `json:"extra,omitzero"`
	Until       time.Time             `json:"until,omitzero"`
	Since       bool                  `json:"since,omitempty"`    // something else was done since, which cannot be taken back
	Revision    int                   `json:"revision,omitempty"` // of the state that was seen right after
	Earlier     *Undo                 `json:"earlier,omitempty"`  // what was done by the same line, and before it
}

// Undoable is a thing that can be undone.
type Undoable string

// The things that can be undone.
const (
	cancelling  Undoable = "cancel"
	missing     Undoable = "miss"
	arriving    Undoable = "arrive"
	calling     Undoable = "call"
	finishing   Undoable = "finish"
	moving      Undoable = "move"
	closingDown Undoable = "close"
	withdrawing Undoable = "withdraw"
	retiming    Undoable = "minutes"
)

// The screens of a clerk's talk. None of them, and no task, is
// the menu.
const (
	staffDayScreen         Screen = "plan"       // of a day
	staffWeekScreen        Screen = "week"       // its days
	staffFreeScreen        Screen = "free"       // what is free on a day
	staffFindScreen        Screen = "find"       // appointments by number, name or mail
	staffAppointmentScreen Screen = "case"       // one of them with all that is known
	staffCancelScreen      Screen = "strike"     // cancel it, really?
	staffMissScreen        Screen = "miss"       // nobody came, really?
	staffReceiptScreen     Screen = "receipt"    // of a booking by phone
	staffClosureScreen     Screen = "closed"     // the people a closure hit
	staffReopenScreen      Screen = "reopen"     // take it back, really?
	staffWithdrawScreen    Screen = "withdraw"   // take extra hours back, really?
	staffQueueScreen       Screen = "queue"      // who is there
	staffDeskScreen        Screen = "desk"       // which desk do you serve?
	staffColleaguesScreen  Screen = "colleagues" // and their roles
	staffRoleScreen        Screen = "colleague"  // which role?
	staffAuditScreen       Screen = "trail"      // what staff did
	staffOfficeScreen      Screen = "bureau"     // which office?

	staffMinutesScreen       Screen = "minutes"       // that concerns take
	staffMinutesOfScreen     Screen = "minutesOf"     // which concern?
	staffMinutesReviewScreen Screen = "minutesReview" // change them, really?
	staffStatisticsScreen    Screen = "statistics"    // of some days

	staffTicketScreen Screen = "ticketFor" // a ticket for which concern?
	staffSendOnScreen Screen = "sendOn"    // to which desk?
	staffNoteScreen   Screen = "note"      // what should the colleague know?
)
