package dialogs

import "terminbote/booking"

// The commands of a clerk's talk, besides those of a citizen's: they hold,
// book, move and cancel for others.
type (
	// Close closes the office or a desk for some hours. People it hits are seated
	// at another desk where there is one; the others are told and asked to choose
	// another time.
	Close struct {
		Office  booking.OfficeID
		Closing Closing
		Reason  string
	}
	// Reopen takes back a closure made by mistake. Everybody it hit who has
	// not chosen another time is told that the appointment stands.
	Reopen struct{ Closure booking.OverrideID }
	// Open adds extra hours.
	Open struct {
		Office booking.OfficeID
		Extra  Extra
	}
	// Withdraw takes extra hours back in which nobody has booked.
	Withdraw struct{ Extra booking.OverrideID }
	// Restore undoes a cancellation while the time is untaken. The citizen is
	// told.
	Restore struct{ Appointment booking.AppointmentID }
	// Next calls to a desk the one whose turn is first, of those who are there
	// and whose visit the desk can serve, or the one named. Nobody is called twice. It is refused with
	// booking.ErrNobody where nobody waits for the desk, or that one does not.
	Next struct {
		Office      booking.OfficeID
		Desk        booking.DeskID
		Appointment booking.AppointmentID // 0: whose turn is first
	}
	// Finish ends a visit.
	Finish struct{ Appointment booking.AppointmentID }
	// Miss records that nobody came.
	Miss struct{ Appointment booking.AppointmentID }
	// Uncall undoes a call: the citizen waits again.
	Uncall struct{ Appointment booking.AppointmentID }
	// Unmark takes back that somebody is there (booking.CheckedIn), done with (booking.Finished) or counts as
	// missed (booking.Missed). Who was told is told better.
	Unmark struct {
		Appointment booking.AppointmentID
		Mark        booking.State
	}
	// GiveCode makes a code with which a citizen takes the appointment into
	// their chat, for the clerk to read out.
	GiveCode struct{ Appointment booking.AppointmentID }
	// ChangeMinutes changes how many minutes the first case of a concern takes, for
	// what is booked from a day on. What is booked already keeps its length.
	ChangeMinutes struct {
		Office  booking.OfficeID
		Concern booking.ConcernID
		Minutes int
		From    booking.Date
	}
	// RestoreMinutes takes a change of minutes back. What was booked by it keeps its
	// length.
	RestoreMinutes struct{ Change booking.OverrideID }
	// SetRole gives a colleague a role.
	SetRole struct {
		Chat Chat
		Name string
		Role booking.Role // Stranger: takes it away
	}
)

// Extra is extra hours to be added.
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
func (Unmark) command()   {}
func (GiveCode) command() {}
func (SetRole) command()  {}

func (ChangeMinutes) command()  {}
func (RestoreMinutes) command() {}
