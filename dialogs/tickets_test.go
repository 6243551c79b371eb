package dialogs_test

import (
	"fmt"
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ticket enters a ticket that staff have given, under a number of its own.
func (s *stage) ticket(o *booking.Office, id booking.ConcernID) {
	visit, err := o.Visit([]booking.Wish{{Concern: id, Quantity: 1}}, 1)
	if err != nil {
		s.t.Fatal(err)
	}
	a, err := o.NewTicket(visit, s.memory.Appointments(), s.now)
	if err != nil {
		s.t.Fatal(err)
	}
	a.Number = booking.Number(fmt.Sprintf("TCK%d22", a.Ticket+1))
	s.memory.Put(a)
}

// call calls the first ticket that waits.
func (s *stage) call(desk booking.DeskID) {
	all := s.memory.Appointments()
	i := slices.IndexFunc(all, func(a booking.Appointment) bool { return a.IsTicket() && a.State == booking.CheckedIn })
	a, err := all[i].Call(desk, s.now)
	if err != nil {
		s.t.Fatal(err)
	}
	s.memory.Put(a)
}

// withTicket is v whose ticket has just been scanned.
func withTicket(tb testing.TB, v visitor) visitor {
	tb.Helper()
	o := v.memory.Town().Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		tb.Fatal(err)
	}
	a, err := o.NewTicket(visit, nil, v.now)
	if err != nil {
		tb.Fatal(err)
	}
	a.Number = "TCK222"
	v.memory = v.memory.Clone()
	v.memory.Put(a)
	return v.turn(tb, dialogs.Started{Payload: "ticket_TCK222"})
}
