package dialogs

import (
	"slices"

	"terminbote/booking"
)

// BoardCall is a number as a screen shows it, and the desk that it is called to.
type BoardCall struct {
	Number string
	Desk   booking.Text // nil: it waits
}

// Board is what a screen shows of a line: who is called, the latest first, and then
// who waits.
func Board(o *booking.Office, line []booking.Appointment) []BoardCall {
	var called, waiting []booking.Appointment
	for _, a := range line {
		switch {
		case a.State == booking.Called:
			called = append(called, a)
		case a.State == booking.CheckedIn && a.Visit.Parked.IsZero():
			waiting = append(waiting, a)
		}
	}
	slices.SortFunc(called, func(a, b booking.Appointment) int { return b.CalledAt.Compare(a.CalledAt) })
	var all []BoardCall
	for _, a := range called {
		all = append(all, BoardCall{callName(a), booking.Text(deskName(o, a.Desk))})
	}
	for _, a := range waiting {
		all = append(all, BoardCall{Number: callName(a)})
	}
	return all
}
