package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/statistics"
)

// Colleague is somebody of the staff.
type Colleague struct {
	Chat Chat   // of theirs; empty in a citizen's talk
	Name string // as history and trail name them
	Role booking.Role
	Set  bool // a lead by the program's settings, whose role nobody here changes

	// FullName and Since tell accounts apart that look alike: what the network
	// calls the person in full, and since when the account is known. Both may be
	// missing.
	FullName string    `json:",omitempty"`
	Since    time.Time `json:",omitzero"`
}

// StaffNeed is what a clerk wants looked up.
type StaffNeed struct {
	Office      booking.OfficeID
	From, To    booking.Date          // whose appointments; zero: none
	Find        string                // appointments of any day by number, name or mail address; at most MostFound
	Appointment booking.AppointmentID // one of them with all that is known of it; 0: none
	Closing     Closing               // the people it would hit
	Closed      booking.OverrideID    // the people a closure hit, and their answers; 0: none
	Audit       bool                  // what staff did lately
	Colleagues  bool
	Took        bool // how long visits took
	Replay      bool // the visits of the last weeks, to be booked again
	Report      Span // the statistics of these days
}

// Span is days from one to another, both included; zero: none.
type Span struct {
	From booking.Date `json:"from,omitzero"`
	To   booking.Date `json:"to,omitzero"`
}

// Closing is a closure to be made.
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
	Hit         []Entry           // by the closure asked for, by time: no other desk is free for them then
	Audit       []AuditEntry      // the latest first
	Colleagues  []Colleague       // a stranger finds the leads only
	Braked      time.Time         // since when new people prove a mail address first; zero: they need not

	Took   []statistics.Took  // of the last months, by what for
	Replay []statistics.Visit // of the last weeks, in the order in which they were booked
	Report *statistics.Report // of the days asked for; nil where none were
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
	At      time.Time
	By      string         // a clerk by name, or who else did it in the history's words
	Account Chat           // of a clerk; empty for others, and for clerks in entries from before accounts were kept
	What    string         // one of the words below
	Number  booking.Number // of the appointment; empty where it was none
	Detail  map[string]any
}

// What is done to an appointment, in the words of its history.
const (
	WasBooked    = "booked"
	WasMoved     = "moved"
	WasChanged   = "changed" // what it is for, at the same time
	WasCancelled = "cancelled"
	WasRestored  = "restored" // stands after all
	WasDropped   = "dropped"  // concern: the office has given it up
	WasTakenUp   = "taken up" // concern: and does it again
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
	WasReady     = "ready" // what was applied for can be fetched

	WasUnarrived  = "arrival taken back"
	WasUnfinished = "end taken back"
	WasUnmissed   = "missed taken back"

	WasTicketed    = "ticket given"
	WasCalledAgain = "called again"
	WasParked      = "parked"
	WasSentOn      = "sent on" // desk
)

// What staff do besides, in the words of the audit log.
const (
	DayClosed      = "closed"       // day, from, to, desk, reason
	DayReopened    = "reopened"     // the same
	HoursOpened    = "opened"       // day, from, to, desk, internal
	HoursWithdrawn = "withdrawn"    // the same
	RoleGiven      = "appointed"    // name, role, network, account
	FileRead       = "file read"    // digest: office files were read while the program ran
	FileRefused    = "file refused" // digest: something is wrong with them, and the ones before stay in force
	MinutesChanged = "minutes"      // office, concern, minutes, before, day
	MinutesBack    = "minutes back" // the same
	AlarmRaised    = "alarm"        // office, desk
	FileHit        = "file hit"     // day, count: an office file no longer serves appointments
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

// WasUnmarked is what history says of a mark that was taken back.
func WasUnmarked(mark booking.State) string {
	switch mark {
	case booking.Finished:
		return WasUnfinished
	case booking.Missed:
		return WasUnmissed
	}
	return WasUnarrived
}
