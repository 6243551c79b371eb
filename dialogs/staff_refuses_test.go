package dialogs

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What is wrong with a clerk's command is said by its own sentence.
func TestWhatIsWrongWithACommandIsSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		command understand.StaffCommand
		err     error
		remark  []string
		screen  Screen
	}{
		"none":            {understand.StaffCommand{}, understand.ErrNoStaffCommand, []string{"staff.unknown"}, staffDayScreen},
		"no such day":     {understand.StaffCommand{}, understand.ErrNoSuchDay, []string{"day.no_such"}, staffDayScreen},
		"wrong weekday":   {understand.StaffCommand{Day: november(24)}, understand.ErrWrongWeekday, []string{"day.wrong_weekday"}, staffDayScreen},
		"past":            {understand.StaffCommand{Day: november(20)}, understand.ErrPast, []string{"day.past"}, staffDayScreen},
		"no day":          {understand.StaffCommand{}, understand.ErrNotADay, []string{"day.not_understood"}, staffDayScreen},
		"no hours":        {understand.StaffCommand{}, understand.ErrNoHours, []string{"staff.no_hours"}, staffDayScreen},
		"no desk":         {understand.StaffCommand{Do: understand.ToClose}, understand.ErrNoDesk, []string{"staff.no_such_desk"}, staffDayScreen},
		"no desk to call": {understand.StaffCommand{Do: understand.ToCall}, understand.ErrNoDesk, []string{"staff.no_desk"}, staffDeskScreen},
		"no role":         {understand.StaffCommand{}, understand.ErrNoRole, []string{"staff.no_role"}, staffDayScreen},
		"no span":         {understand.StaffCommand{}, understand.ErrNoSpan, []string{"staff.no_span"}, staffDayScreen},
		"no number":       {understand.StaffCommand{}, understand.ErrNoNumber, []string{"staff.no_number"}, staffDayScreen},
		"whose":           {understand.StaffCommand{Words: "Schmidt"}, understand.ErrNoNumber, nil, staffFindScreen},
	} {
		talk := at(staffFlow{}, staffDayScreen, booking.Clerk)
		talk.Work.Page = 3
		talk.remarkStaffCommand(tt.command, fmt.Errorf("read: %w", tt.err))
		if !slices.Equal(remarksOf(talk), tt.remark) || talk.Screen != tt.screen || tt.screen == staffFindScreen && (talk.Work.Query != "Schmidt" || talk.Work.Page != 0) {
			t.Errorf("%s: %v at %q, want %v at %q", name, remarksOf(talk), talk.Screen, tt.remark, tt.screen)
		}
	}
	viewer := at(staffFlow{}, staffDayScreen, booking.Viewer)
	if viewer.remarkStaffCommand(understand.StaffCommand{Do: understand.ToCall}, understand.ErrNoDesk); viewer.Screen != staffDayScreen {
		t.Error("a viewer is asked for their desk")
	}
	busy := at(staffFlow{}, noScreen, booking.Clerk)
	busy.Work.Task = bookingTask
	if busy.remarkStaffCommand(understand.StaffCommand{Words: "Schmidt"}, understand.ErrNoNumber); busy.Screen != noScreen || !slices.Equal(remarksOf(busy), []string{"staff.no_number"}) {
		t.Errorf("in a booking: %v at %q", remarksOf(busy), busy.Screen)
	}
}

// A command says what no name has by each of these.
func TestWhatNoNameHas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]understand.StaffCommand{
		"a day": {Day: november(24)}, "hours": {Hours: hours(8, 9)}, "a desk": {Desk: "a"}, "a number": {Number: "K7M4PQ"}, "numbers": {Numbers: []booking.Number{"K7M4PQ"}},
		"a ticket": {Ticket: 1}, "minutes": {Minutes: "5"}, "a role": {Role: booking.Lead}, "nobody": {Nobody: true}, "a count": {Count: 2},
	} {
		if !isNoName(c) {
			t.Errorf("%s may be a name", name)
		}
	}
	if isNoName(understand.StaffCommand{Words: "Schmidt", Do: understand.ToFind}) {
		t.Error("words are no name")
	}
	for step, takes := range map[step][3]bool{ // a day, today, an appointment
		whenStep{}: {true, true, false}, dayStep{}: {true, true, false}, timeStep{}: {true, true, false}, overrideDayStep{}: {true, true, false}, overrideHoursStep{}: {true, true, false},
		staffPhoneStep{}: {true, false, true}, nameStep{}: {}, staffMenuStep{}: {},
	} {
		talk := at(stepFlow{open: step}, noScreen, booking.Clerk)
		for i, do := range []understand.Action{understand.ToPlan, understand.ToToday, understand.ToShow} {
			if got := talk.takes(understand.StaffCommand{Do: do}); got != takes[i] {
				t.Errorf("%s takes %s: %v", step.name(), do, got)
			}
		}
		if got := talk.takes(understand.StaffCommand{Do: understand.ToTomorrow}); got != takes[1] {
			t.Errorf("%s takes tomorrow: %v", step.name(), got)
		}
	}
}

// stepFlow stands at one step.
type stepFlow struct {
	staffFlow
	open step
}

func (f stepFlow) step(*talk) step { return f.open }

// What the office refuses a clerk leads to where it can be done otherwise.
func TestWhatIsRefusedAClerkIsSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		command Command
		err     error
		remark  string
	}{
		"not allowed":           {GiveTicket{}, booking.ErrNotAllowed, "staff.refused.not_allowed"},
		"no ticket left":        {GiveTicket{}, booking.ErrFull, "staff.ticket_full"},
		"no tickets now":        {GiveTicket{}, booking.ErrClosed, "staff.ticket_closed"},
		"not on one ticket":     {GiveTicket{}, booking.ErrApart, "staff.ticket_apart"},
		"too many on a ticket":  {GiveTicket{}, booking.ErrTooMany, "staff.refused.visit"},
		"too long for a ticket": {GiveTicket{}, booking.ErrTooLong, "staff.refused.visit"},
		"no ticket":             {GiveTicket{}, booking.ErrTaken, "staff.refused.changed"},
		"nobody":                {Next{}, booking.ErrNobody, "staff.nobody_waits"},
		"hours are booked":      {Withdraw{}, booking.ErrTaken, "staff.refused.hours_booked"},
		"its time is taken":     {Restore{}, booking.ErrTaken, "staff.refused.not_restored"},
		"the time is taken":     {Hold{}, booking.ErrTaken, "staff.refused.taken"},
		"the hold is over":      {Book{}, booking.ErrExpired, "staff.refused.taken"},
		"too soon to be missed": {Miss{7}, booking.ErrTooSoon, "staff.refused.too_soon"},
		"too soon for a time":   {Hold{}, booking.ErrTooSoon, "staff.refused.closed"},
		"something":             {Next{}, booking.ErrLinked, "staff.refused.changed"},
	} {
		talk := at(staffFlow{}, staffQueueScreen, booking.Clerk)
		talk.flow.result(talk, Result{Command: tt.command, Refused: fmt.Errorf("do: %w", tt.err)})
		if got := remarksOf(talk); !slices.Equal(got, []string{tt.remark}) {
			t.Errorf("%s: %v, want %s", name, got, tt.remark)
		}
	}
}

// Who was called and may be on the way is called again, before they count as missed.
func TestWhoWasJustCalledIsCalledAgain(t *testing.T) {
	t.Parallel()
	for state, want := range map[booking.State]string{booking.Called: "staff.refused.call_again", booking.Confirmed: "staff.refused.too_soon"} {
		talk := at(staffFlow{}, staffMissScreen, booking.Clerk)
		talk.facts.Staff.Appointment = &StaffAppointment{Appointment: booking.Appointment{ID: 7, State: state}}
		talk.flow.result(talk, Result{Command: Miss{7}, Refused: booking.ErrTooSoon})
		if got := remarksOf(talk); !slices.Equal(got, []string{want}) || talk.Screen != staffAppointmentScreen {
			t.Errorf("%s: %v at %q", state, got, talk.Screen)
		}
	}
	desk := at(staffFlow{}, staffQueueScreen, booking.Clerk)
	o := desk.workOffice()
	desk.Work.Desk = o.Desks[0].ID
	desk.facts.Staff.Entries = []Entry{{Appointment: booking.Appointment{ID: 7, State: booking.Called, Desk: o.Desks[0].ID, Office: o.ID, Span: booking.Span{Start: desk.facts.Now}}}}
	if !desk.calledJustNow(Miss{7}) || desk.calledJustNow(Miss{8}) || desk.calledJustNow(Cancel{7}) {
		t.Error("who is at the desk was called, and nobody else")
	}
}

// Who is at a desk is who was called there today, and nobody at no desk.
func TestWhoIsServedIsAtTheClerksDesk(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffQueueScreen, booking.Clerk)
	o, now := talk.workOffice(), talk.facts.Now
	first, second := o.Desks[0].ID, o.Desks[1].ID
	entry := func(state booking.State, desk booking.DeskID, start time.Time) []Entry {
		return []Entry{{Appointment: booking.Appointment{ID: 7, State: state, Desk: desk, Office: o.ID, Span: booking.Span{Start: start}}}}
	}
	for name, tt := range map[string]struct {
		desk    booking.DeskID
		entries []Entry
		want    bool
	}{
		"there": {first, entry(booking.Called, first, now), true}, "at another desk": {first, entry(booking.Called, second, now), false}, "not called": {first, entry(booking.CheckedIn, first, now), false},
		"at none": {"", entry(booking.Called, "", now), false}, "yesterday": {first, entry(booking.Called, first, now.Add(-24*time.Hour)), false}, "nobody": {first, nil, false},
	} {
		talk.Work.Desk, talk.facts.Staff.Entries = tt.desk, tt.entries
		if _, got := talk.served(); got != tt.want {
			t.Errorf("%s: served %v", name, got)
		}
	}
	for state, want := range map[booking.State]bool{
		booking.Held: false, booking.Expired: false, booking.Cancelled: false, booking.Confirmed: true, booking.CheckedIn: true, booking.Called: true, booking.Finished: true, booking.Missed: true,
	} {
		if got := stands(state); got != want {
			t.Errorf("%s is of the day: %v", state, got)
		}
	}
}

// What speaks against extra hours is a day off, or a closure at that desk and time.
func TestWhatSpeaksAgainstExtraHoursIsSaid(t *testing.T) {
	t.Parallel()
	day := november(24)
	for name, tt := range map[string]struct {
		desk    booking.DeskID // of the extra hours
		closure booking.Closure
		want    int
	}{
		"everywhere":        {"a", booking.Closure{Day: day, Hours: hours(8, 12)}, 1},
		"at that desk":      {"a", booking.Closure{Day: day, Hours: hours(8, 12), Desk: "a"}, 1},
		"at another":        {"a", booking.Closure{Day: day, Hours: hours(8, 12), Desk: "b"}, 0},
		"at one of all":     {"", booking.Closure{Day: day, Hours: hours(8, 12), Desk: "b"}, 0},
		"until they begin":  {"a", booking.Closure{Day: day, Hours: hours(8, 10)}, 0},
		"from their end on": {"a", booking.Closure{Day: day, Hours: hours(12, 14)}, 0},
		"into them":         {"a", booking.Closure{Day: day, Hours: booking.Hours{From: 480, To: 601}}, 1},
		"out of them":       {"a", booking.Closure{Day: day, Hours: booking.Hours{From: 719, To: 800}}, 1},
		"on another day":    {"a", booking.Closure{Day: day.Add(1), Hours: hours(8, 12)}, 0},
	} {
		talk := at(staffFlow{}, noScreen, booking.Clerk)
		o := *talk.workOffice()
		o.Calendar.Closures = []booking.Closure{tt.closure}
		talk.facts.Town = booking.NewTown(&o)
		talk.Work.Task, talk.Work.OverrideDraft = openingTask, OverrideDraft{Day: day, Hours: hours(10, 12), Desk: tt.desk}
		if got := talk.openingWarnings(); len(got) != tt.want {
			t.Errorf("%s: %v", name, keysOf(got))
		}
	}
	feast := at(staffFlow{}, noScreen, booking.Clerk)
	feast.Work.OverrideDraft = OverrideDraft{Day: booking.Date{Year: 2026, Month: time.December, Day: 25}, Hours: hours(10, 12)}
	if got := keysOf(feast.openingWarnings()); !slices.Equal(got, []string{"staff.opening_holiday"}) {
		t.Errorf("at Christmas: %v", got)
	}
}

// What a command says of closing or opening is taken over, and the rest is asked.
func TestWhatACommandSaysOfAnOverrideIsTakenOver(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		task    Task
		command understand.StaffCommand
		want    OverrideDraft
	}{
		"nothing to close": {closingTask, understand.StaffCommand{}, OverrideDraft{}},
		"a day to close":   {closingTask, understand.StaffCommand{Day: november(24)}, OverrideDraft{Day: november(24), Hours: booking.AllDay(), Placed: true, For: true}},
		"hours to close":   {closingTask, understand.StaffCommand{Day: november(24), Hours: hours(8, 9), Desk: "a", Words: "krank"}, OverrideDraft{Day: november(24), Hours: hours(8, 9), Desk: "a", Reason: "krank", Placed: true, For: true}},
		"a day to open":    {openingTask, understand.StaffCommand{Day: november(24)}, OverrideDraft{Day: november(24), Placed: true, For: true}},
		"inside":           {openingTask, understand.StaffCommand{Internal: true}, OverrideDraft{Internal: true, For: true}},
	} {
		talk := at(staffFlow{}, staffDayScreen, booking.Clerk)
		talk.beginOverride(tt.task, tt.command)
		if talk.Work.OverrideDraft != tt.want || talk.Work.Task != tt.task || talk.Screen != noScreen {
			t.Errorf("%s: %+v for %q at %q, want %+v", name, talk.Work.OverrideDraft, talk.Work.Task, talk.Screen, tt.want)
		}
	}
	viewer := at(staffFlow{}, staffDayScreen, booking.Viewer)
	if viewer.beginOverride(closingTask, understand.StaffCommand{}); viewer.Work.Task != noTask {
		t.Error("a viewer closes")
	}
	busy := at(staffFlow{}, staffDayScreen, booking.Clerk)
	busy.Work.Task, busy.Draft.Wishes = bookingTask, []booking.Wish{{Concern: "passport"}}
	if busy.beginOverride(closingTask, understand.StaffCommand{}); busy.Work.Task != bookingTask || busy.Screen != resumeScreen {
		t.Errorf("a booking is given up unasked for %q", busy.Work.Task)
	}
}
