package dialogs

import (
	"testing"
	"time"

	"terminbote/booking"
)

// What came too late leads to where it can be seen, and what cannot be taken back any
// more is not offered to be.
func TestWhatCameTooLateIsLeft(t *testing.T) {
	t.Parallel()
	undo := Undo{What: missing, Appointment: 7, Closure: 3}
	for name, tt := range map[string]struct {
		command Command
		from    Screen
		want    Screen
		undone  bool
	}{
		"cancel":          {Cancel{7}, staffCancelScreen, staffAppointmentScreen, false},
		"miss":            {Miss{7}, staffMissScreen, staffAppointmentScreen, false},
		"withdraw":        {Withdraw{3}, staffWithdrawScreen, staffDayScreen, true},
		"restore":         {Restore{7}, staffAppointmentScreen, staffAppointmentScreen, true},
		"restore another": {Restore{8}, staffAppointmentScreen, staffAppointmentScreen, false},
		"restore minutes": {RestoreMinutes{3}, staffMinutesScreen, staffMinutesScreen, true},
		"change minutes":  {ChangeMinutes{}, staffMinutesReviewScreen, staffMinutesScreen, false},
		"send on":         {SendOn{Appointment: 7}, staffNoteScreen, staffQueueScreen, false},
		"reopen":          {Reopen{3}, staffReopenScreen, staffClosureScreen, true},
		"reopen by undo":  {Reopen{3}, staffDayScreen, staffDayScreen, true},
		"unmark":          {Unmark{Appointment: 7}, staffAppointmentScreen, staffAppointmentScreen, true},
		"unmark another":  {Unmark{Appointment: 8}, staffAppointmentScreen, staffAppointmentScreen, false},
		"call":            {Next{}, staffQueueScreen, staffQueueScreen, false},
	} {
		talk := at(staffFlow{}, tt.from, booking.Lead)
		talk.Work.Undo, talk.Work.Forward = undo, ForwardDraft{Appointment: 7}
		talk.giveUpOn(tt.command)
		if talk.Screen != tt.want || (talk.Work.Undo == Undo{}) != tt.undone {
			t.Errorf("%s: at %q with %+v, want %q, undone %v", name, talk.Screen, talk.Work.Undo, tt.want, tt.undone)
		}
		if forgotten := talk.Work.Forward == (ForwardDraft{}); forgotten != (name == "send on") {
			t.Errorf("%s: who is sent on is forgotten: %v", name, forgotten)
		}
	}
	talk := at(staffFlow{}, staffAppointmentScreen, booking.Lead)
	talk.Work.Undo = Undo{What: cancelling, Appointment: 7}
	if talk.giveUpOn(Arrive{7}); talk.Work.Undo == (Undo{}) {
		t.Error("who arrives was never cancelled")
	}
	for _, c := range []Command{Hold{}, Book{}, Move{}} {
		talk := at(staffFlow{}, noScreen, booking.Lead)
		talk.Work.Task, talk.Draft.Moving = bookingTask, 7
		if talk.giveUpOn(c); talk.Work.Task != noTask || talk.Screen != staffAppointmentScreen || talk.Chosen != 7 {
			t.Errorf("%T: %q at %q", c, talk.Work.Task, talk.Screen)
		}
	}
}

// A time that is taken is asked for again; one at which nobody serves with its day.
func TestATimeThatIsGoneIsAskedForAgain(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		command     Command
		day         bool
		start, kept bool
	}{
		"taken":          {Hold{}, false, false, true},
		"closed":         {Book{}, true, false, false},
		"a move, closed": {Move{}, true, false, false},
		"no time":        {Cancel{7}, true, true, true},
	} {
		talk := at(staffFlow{}, noScreen, booking.Clerk)
		talk.Draft = Draft{Day: november(24), Start: november(24).At(600, time.UTC), ByDay: true}
		talk.giveUpTime(tt.command, tt.day)
		if d := talk.Draft; d.Start.IsZero() == tt.start || d.Day.IsZero() == tt.kept {
			t.Errorf("%s: %v, %v", name, d.Day, d.Start)
		}
	}
}

// What a lead may have stand again is what one of the staff has cancelled, and is ahead.
func TestALeadRestoresWhatStaffHaveCancelled(t *testing.T) {
	t.Parallel()
	now := at(staffFlow{}, noScreen, booking.Lead).facts.Now
	karla := AuditEntry{What: WasCancelled, By: "Karla", Account: Chat{Channel: "test", Address: "k"}}
	citizen := AuditEntry{What: WasCancelled, By: "person 7"}
	case1 := func(state booking.State, start time.Time, history ...AuditEntry) *StaffAppointment {
		return &StaffAppointment{Appointment: booking.Appointment{ID: 7, State: state, Span: booking.Span{Start: start}}, History: history}
	}
	ahead := now.Add(time.Minute)
	for name, tt := range map[string]struct {
		role booking.Role
		undo Undo
		c    *StaffAppointment
		want bool
	}{
		"by a clerk":                {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, karla), true},
		"by an earlier account":     {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, AuditEntry{What: WasCancelled, By: "Karla"}), true},
		"for a clerk":               {booking.Clerk, Undo{}, case1(booking.Cancelled, ahead, karla), false},
		"by the citizen":            {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, citizen), false},
		"by a letter":               {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, AuditEntry{What: WasCancelled, By: "letter"}), false},
		"by somebody erased":        {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, AuditEntry{What: WasCancelled, By: "erased"}), false},
		"by a program":              {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, AuditEntry{What: WasCancelled}), false},
		"the citizen, then a clerk": {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, citizen, karla), true},
		"a clerk, then the citizen": {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, karla, citizen), false},
		"something behind":          {booking.Lead, Undo{}, case1(booking.Cancelled, ahead, karla, AuditEntry{What: WasReady, By: "person 7"}), true},
		"it stands":                 {booking.Lead, Undo{}, case1(booking.Confirmed, ahead, karla), false},
		"it begins now":             {booking.Lead, Undo{}, case1(booking.Cancelled, now, karla), false},
		"nobody knows":              {booking.Lead, Undo{}, case1(booking.Cancelled, ahead), false},
		"it can be undone":          {booking.Lead, Undo{What: cancelling, Appointment: 7, Until: ahead}, case1(booking.Cancelled, ahead, karla), false},
		"no longer undone":          {booking.Lead, Undo{What: cancelling, Appointment: 7, Until: now}, case1(booking.Cancelled, ahead, karla), true},
		"another can be undone":     {booking.Lead, Undo{What: cancelling, Appointment: 8, Until: ahead}, case1(booking.Cancelled, ahead, karla), true},
		"something else can":        {booking.Lead, Undo{What: moving, Appointment: 7, Until: ahead}, case1(booking.Cancelled, ahead, karla), true},
	} {
		talk := at(staffFlow{}, noScreen, tt.role)
		talk.Work.Undo = tt.undo
		if got := talk.restorable(tt.c); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// What can be done with an appointment follows from its state and its time.
func TestWhatCanBeDoneFollowsFromTheState(t *testing.T) {
	t.Parallel()
	now := at(staffFlow{}, noScreen, booking.Clerk).facts.Now
	for name, tt := range map[string]struct {
		state booking.State
		start time.Time
		want  []string
	}{
		"later today":  {booking.Confirmed, now.Add(time.Minute), []string{hereChoice, moveChoice, cancelChoice, connectChoice}},
		"tomorrow":     {booking.Confirmed, now.Add(24 * time.Hour), []string{moveChoice, cancelChoice, connectChoice}},
		"now":          {booking.Confirmed, now, []string{hereChoice, missChoice}},
		"yesterday":    {booking.Confirmed, now.Add(-24 * time.Hour), []string{missChoice}},
		"there, later": {booking.CheckedIn, now.Add(time.Minute), []string{cancelChoice}},
		"there, now":   {booking.CheckedIn, now, []string{missChoice, cancelChoice}},
		"called":       {booking.Called, now, []string{finishChoice, uncallChoice, missChoice}},
		"missed":       {booking.Missed, now, []string{hereChoice}},
		"done":         {booking.Finished, now, nil},
		"cancelled":    {booking.Cancelled, now, nil},
	} {
		talk := at(staffFlow{}, noScreen, booking.Clerk)
		office := talk.facts.Town.Offices[0].ID
		var got []string
		for _, c := range talk.appointmentCommands(booking.Appointment{Office: office, State: tt.state, Span: booking.Span{Start: tt.start}}) {
			got = append(got, c.ID)
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %v, want %v", name, got, tt.want)
			}
		}
	}
}
