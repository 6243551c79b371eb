package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// Staff holds the conversations of staff.
type Staff interface {
	// Serve runs one turn of a clerk's conversation as [Conversations] does of a
	// citizen's. name is how history and trail name the clerk, whose role is
	// looked up by the chat in the same transaction. What the role does not allow
	// comes back refused with booking.ErrNotAllowed, whatever the dialog asked
	// for.
	Serve(ctx context.Context, chat Chat, name string, now time.Time, turn func(context.Context, Records) error) error
	// RoleOf is the role of whoever talks in chat.
	RoleOf(ctx context.Context, chat Chat) (booking.Role, error)
}

// Colleague is somebody of the staff.
type Colleague struct {
	Chat Chat   // of theirs; empty in a citizen's talk
	Name string // as history and trail name them
	Role booking.Role
	Set  bool // a lead by the settings of the program, whom nobody here makes another
}

// StaffNeed is what a clerk wants looked up.
type StaffNeed struct {
	Office      booking.OfficeID
	From, To    booking.Date          // whose appointments; zero: none
	Find        string                // appointments of any day by number, name or mail address; at most MostFound
	Appointment booking.AppointmentID // one of them with all that is known of it; 0: none
	Closing     Closing               // whom it would hit
	Closed      booking.OverrideID    // whom a closure has hit, and what they answered; 0: none
	Audit       bool                  // what staff did lately
	Colleagues  bool
}

// Closing is a closure that is not laid down yet.
type Closing struct {
	Day   booking.Date // zero: none
	Hours booking.Hours
	Desk  booking.DeskID // empty: the whole office
}

// StaffFacts is what was found for a clerk.
type StaffFacts struct {
	Clerk       Colleague         // who talks, found whatever is asked for; its Chat is empty where a citizen does
	Entries     []Entry           // of the days asked for, by time; cancelled ones too
	Found       []Entry           // those ahead first, by time, then the past ones, the latest first
	Similar     []Entry           // whose names are like the one asked for, where nothing was found
	Appointment *StaffAppointment // nil where there is none
	Hit         []Entry           // by the closure asked for, by time: for whom there is no other desk then
	Audit       []AuditEntry      // the latest first
	Colleagues  []Colleague       // a stranger finds the leads only
}

// Entry is an appointment as staff see it in a list.
type Entry struct {
	booking.Appointment
	Told  DeliveryState
	Moved bool // to another time, since the closure asked for hit it
}

// DeliveryState is how far it came that somebody was told of their appointment.
type DeliveryState string

// How far that can be.
const (
	NothingToTell DeliveryState = ""
	BeingTold     DeliveryState = "on its way"
	WasTold       DeliveryState = "told"
	NotTold       DeliveryState = "not told" // staff have to
)

// StaffAppointment is all that is known of one appointment.
type StaffAppointment struct {
	Appointment booking.Appointment
	History     []AuditEntry // the oldest first
	Deliveries  []Delivery
}

// AuditEntry is something that was done, for staff to read.
type AuditEntry struct {
	At     time.Time
	By     string         // a clerk by name, or who else did it in the history's words
	What   string         // one of the words below
	Number booking.Number // of the appointment; empty where it was none
	Detail map[string]any
}

// What is done to an appointment, in the words of its history.
const (
	WasBooked    = "booked"
	WasMoved     = "moved"
	WasCancelled = "cancelled"
	WasRestored  = "restored" // stands after all
	WasHit       = "hit"      // by a closure
	WasAffirmed  = "affirmed"
	WasDelayed   = "delayed"
	WasCheckedIn = "checked in"
	WasCalled    = "called"
	WasUncalled  = "call taken back"
	WasFinished  = "finished"
	WasMissed    = "missed"
	WasGivenCode = "code given out"
	WasAttached  = "attached"
	WasImported  = "imported"
	WasDisowned  = "disowned"
)

// What staff do besides, in the words of the trail.
const (
	DayClosed      = "closed"    // day, from, to, desk, reason
	DayReopened    = "reopened"  // the same
	HoursOpened    = "opened"    // day, from, to, desk, internal
	HoursWithdrawn = "withdrawn" // the same
	RoleGiven      = "appointed" // name, role
)

// Delivery is one thing that was to be told, and what came of it.
type Delivery struct {
	Appointment booking.AppointmentID
	Kind        booking.NoticeKind
	Sequence    int // of the appointment when it was planned
	Channel     string
	Due         time.Time
	Outcome     string    // "sent", "void", "unreachable", "failed"; empty while it is on its way
	Settled     time.Time // zero while it is on its way
}

// OutcomeAt is what came of it by the moment now: "void" too where it is on its
// way and will not be told, since it holds of a no more.
func (t Delivery) OutcomeAt(a booking.Appointment, now time.Time) string {
	n := booking.Notice{Kind: t.Kind, Sequence: t.Sequence, Due: t.Due}
	if t.Outcome == "" && !n.True(a, now) {
		return "void"
	}
	return t.Outcome
}

// DayPosts is what it takes to keep a post with the day of an office up to date,
// outside of any conversation.
type DayPosts interface {
	// Plan looks up a day of an office: its entries, and what is booked on it.
	Plan(ctx context.Context, office booking.OfficeID, day booking.Date, now time.Time) (Facts, error)
	// DayPost is the post that shows a day in a channel; false where there is none.
	DayPost(ctx context.Context, office booking.OfficeID, day booking.Date, channel string) (DayPost, bool, error)
	// KeepDayPost remembers a post, in place of the one remembered before for
	// the same day and channel.
	KeepDayPost(ctx context.Context, post DayPost) error
}

// DayPost is a post in which staff see a day of an office.
type DayPost struct {
	Office  booking.OfficeID
	Day     booking.Date
	Channel string // where it stands, as its network names it
	ID      string // likewise
	Digest  string // of what it shows
	At      time.Time
}

// The commands of a clerk's talk, besides those of a citizen's: they hold,
// book, move and cancel for others.
type (
	// Close lays down a closure. Whom it hits is seated elsewhere where that
	// is possible; the others are told and asked to choose another time.
	Close struct {
		Office  booking.OfficeID
		Closing Closing
		Reason  string
	}
	// Reopen takes a closure back, by mistake as it was. Whom it hit and who has
	// not chosen another time is told that the appointment stands.
	Reopen struct{ Closure booking.OverrideID }
	// Open lays down extra hours.
	Open struct {
		Office booking.OfficeID
		Extra  Extra
	}
	// Withdraw takes extra hours back in which nobody has booked.
	Withdraw struct{ Extra booking.OverrideID }
	// Restore undoes a cancellation while the time is untaken. The citizen is
	// told.
	Restore struct{ Appointment booking.AppointmentID }
	// Next calls the one who is next to a desk: of those who are there and whom
	// that desk can serve, the one whose turn is first. Nobody is called twice.
	// It is refused with booking.ErrNobody where nobody waits for the desk.
	Next struct {
		Office booking.OfficeID
		Desk   booking.DeskID
	}
	// Finish ends a visit.
	Finish struct{ Appointment booking.AppointmentID }
	// Miss records that nobody came.
	Miss struct{ Appointment booking.AppointmentID }
	// Uncall undoes a call: the citizen waits again.
	Uncall struct{ Appointment booking.AppointmentID }
	// GiveCode makes a code with which a citizen takes the appointment into
	// their chat, for the clerk to read out.
	GiveCode struct{ Appointment booking.AppointmentID }
	// SetRole gives a colleague a role.
	SetRole struct {
		Chat Chat
		Name string
		Role booking.Role // Stranger: takes it away
	}
)

// Extra is extra hours that are not laid down yet.
type Extra struct {
	Day      booking.Date
	Hours    booking.Hours
	Desk     booking.DeskID // empty: every desk
	Internal bool
}

func (Close) command()    {}
func (Reopen) command()   {}
func (Open) command()     {}
func (Withdraw) command() {}
func (Restore) command()  {}
func (Next) command()     {}
func (Finish) command()   {}
func (Miss) command()     {}
func (Uncall) command()   {}
func (GiveCode) command() {}
func (SetRole) command()  {}
