package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// What a clerk writes for the colleague is what the colleague reads, however it is
// given; and the desk is the one that was chosen.
func TestSendingOnCarriesDeskAndNote(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	desks := v.memory.Town().Offices[0].Desks
	to := desks[len(desks)-1].ID
	called := slices.IndexFunc(v.memory.Appointments(), func(a booking.Appointment) bool { return a.State == booking.Called })
	want := dialogs.SendOn{Appointment: v.memory.Appointments()[called].ID, Desk: to}
	v = v.tap(t, "queue")
	if v.step == "queue" {
		v = v.tap(t, "desk")
	}
	v = v.tap(t, "desk:"+string(desks[0].ID))
	asked := v.say(t, "weiterleiten").tap(t, "desk:"+string(to))
	for name, done := range map[string]visitor{"Foto fehlt noch": asked.say(t, "Foto fehlt noch"), "": asked.tap(t, "nonote")} {
		want.Note = name
		if !slices.Contains(done.commands, dialogs.Command(want)) {
			t.Errorf("with the note %q, asked at %s and then at %s: %+v, want %+v; %v", name, asked.step, done.step, done.commands, want, asked.remarks)
		}
	}
}
