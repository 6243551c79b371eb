package dialogs_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

func TestWhoIsThereIsNotSaidToComeLater(t *testing.T) {
	t.Parallel()
	for state, want := range map[booking.State]bool{
		booking.Confirmed: true, booking.Missed: true,
		booking.CheckedIn: false, booking.Called: false, booking.Finished: false,
	} {
		facts, _ := reminded(0, func(a *booking.Appointment) { a.State, a.Late = state, 15*time.Minute })
		a := facts.Appointments[0]
		facts.Staff.Entries = []dialogs.Entry{{Appointment: a}}
		o := facts.Town.Offices[0]
		view := dialogs.ShowDay(facts, o.ID, o.Today(a.Span.Start), false)
		late := func(l locales.Line) bool { return l.Key == "staff.coming.late" }
		if got := slices.ContainsFunc(slices.Concat(view.Table.Rows...), late); got != want {
			t.Errorf("%s: said to come later: %t, want %t", state, got, want)
		}
	}
}
