package dialogs

import (
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/locales"
)

// What a clerk moves is the one to look at as long as its time is asked for, also where
// they are asked whether to go on.
func TestWhatIsMovedIsLookedAt(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		screen Screen
		moving booking.AppointmentID
		asked  bool
		want   booking.AppointmentID
	}{
		"its questions": {noScreen, 2, true, 2}, "whether to go on": {resumeScreen, 2, true, 2},
		"another is looked at": {staffAppointmentScreen, 2, true, 1}, "nothing moves": {noScreen, 0, true, 1}, "nothing is asked": {noScreen, 2, false, 0},
	} {
		talk := at(staffFlow{}, tt.screen, booking.Clerk)
		talk.Chosen, talk.Draft.Moving = 1, tt.moving
		if got := talk.forStaff(Need{Appointments: tt.asked}).Staff.Appointment; got != tt.want {
			t.Errorf("%s: number %d is looked at, want %d", name, got, tt.want)
		}
	}
}

// A colleague's note is one line, whatever they typed.
func TestANoteIsOneLine(t *testing.T) {
	t.Parallel()
	talk := at(staffFlow{}, staffQueueScreen, booking.Clerk)
	o := talk.workOffice()
	talk.Work.Desk = o.Desks[0].ID
	talk.facts.Staff.Entries = []Entry{{Appointment: booking.Appointment{
		ID: 7, State: booking.Called, Desk: o.Desks[0].ID, Office: o.ID, Number: "K7M4QX", Span: booking.Span{Start: talk.facts.Now},
		Visit: booking.Attended{Calls: 1, Note: "Foto\nfehlt"},
	}}}
	i := slices.IndexFunc(talk.view().Body, func(l locales.Line) bool { return l.Key == "staff.note" })
	if i < 0 {
		t.Fatalf("no note in %v", talk.view().Body)
	}
	if got := inGerman(talk.view().Body[i]); strings.Contains(got, "\n") || !strings.Contains(got, "Foto fehlt") {
		t.Errorf("%q", got)
	}
}
