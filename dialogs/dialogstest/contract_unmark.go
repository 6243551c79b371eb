package dialogstest

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// unmarks takes a mark back as the lead or a clerk does, and holds that the appointment is then in a state.
func (c *contract) unmarks(name string, id booking.AppointmentID, mark, want booking.State) booking.Appointment {
	c.Helper()
	a := c.must(c.order(name, dialogs.Unmark{Appointment: id, Mark: mark}))
	if a.State != want {
		c.Errorf("%s taken back: %s, want %s", mark, a.State, want)
	}
	return a
}

// unmarking holds that each mark has one way back, to the state before it.
func (c *contract) unmarking() {
	c.appoint("carl", booking.Clerk)
	a, b := c.booked("ada", clock(8, 0)), c.booked("bob", clock(8, 0))
	c.now = clock(8, 5)
	c.want(c.do("ada", dialogs.Unmark{Appointment: a.ID, Mark: booking.CheckedIn}), booking.ErrNotAllowed)
	c.must(c.order("carl", dialogs.Arrive{Appointment: a.ID}))
	c.want(c.order("carl", dialogs.Unmark{Appointment: a.ID, Mark: booking.Finished}), booking.ErrOver)
	if back := c.unmarks("carl", a.ID, booking.CheckedIn, booking.Confirmed); !back.Arrived.IsZero() {
		c.Errorf("still here since %v", back.Arrived)
	}
	c.unmarks("carl", a.ID, booking.CheckedIn, booking.Confirmed) // it is done already
	c.must(c.order("carl", dialogs.Arrive{Appointment: a.ID}))
	c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}))
	c.want(c.order("carl", dialogs.Unmark{Appointment: a.ID, Mark: booking.CheckedIn}), booking.ErrOver) // the call comes first
	c.must(c.order("carl", dialogs.Finish{Appointment: a.ID}))
	if back := c.unmarks("carl", a.ID, booking.Finished, booking.Called); back.Desk != "1" || back.CalledAt.IsZero() {
		c.Errorf("back at %q since %v", back.Desk, back.CalledAt)
	}
	c.must(c.order("carl", dialogs.Finish{Appointment: a.ID}))
	c.must(c.order("carl", dialogs.Miss{Appointment: b.ID}))
	c.unmarks("carl", b.ID, booking.Missed, booking.Confirmed)
	c.must(c.order("carl", dialogs.Miss{Appointment: b.ID}))
	c.must(c.order("carl", dialogs.Arrive{Appointment: b.ID}))
	c.unmarks("carl", b.ID, booking.CheckedIn, booking.Missed)
	c.must(c.order("carl", dialogs.Arrive{Appointment: b.ID}))
	c.must(c.order("carl", dialogs.Miss{Appointment: b.ID}))
	c.must(c.order("carl", dialogs.Arrive{Appointment: b.ID}))
	c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "1", Appointment: b.ID}))
	c.want(c.order("carl", dialogs.Unmark{Appointment: a.ID, Mark: booking.Finished}), booking.ErrTaken) // another is there
	c.must(c.order("carl", dialogs.Finish{Appointment: b.ID}))
	c.now = c.now.Add(booking.UndoWithin + time.Second)
	c.want(c.order("carl", dialogs.Unmark{Appointment: b.ID, Mark: booking.Finished}), booking.ErrOver)
	c.unmarks("lea", b.ID, booking.Finished, booking.Called)
	for _, what := range []string{dialogs.WasUnarrived, dialogs.WasUnmissed, dialogs.WasUnfinished} {
		if did := append(c.did(a.ID), c.did(b.ID)...); !slices.Contains(did, what) {
			c.Errorf("no history says %q: %q", what, did)
		}
	}
}

// unmarkingAgain holds that a call ends with a no-show: what follows a later arrival leads back to that arrival.
func (c *contract) unmarkingAgain() {
	c.appoint("carl", booking.Clerk)
	a := c.booked("ada", clock(8, 0))
	c.now = clock(8, 5)
	c.must(c.order("carl", dialogs.Arrive{Appointment: a.ID}))
	c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}))
	c.must(c.order("carl", dialogs.CallAgain{Appointment: a.ID}))
	miss := func() {
		c.Helper()
		c.now = c.now.Add(5 * time.Minute)
		c.must(c.order("carl", dialogs.Miss{Appointment: a.ID}))
	}
	miss()
	if back := c.unmarks("carl", a.ID, booking.Missed, booking.Called); back.Desk != "1" {
		c.Errorf("back at %q", back.Desk)
	}
	miss()
	if here := c.must(c.order("carl", dialogs.Arrive{Appointment: a.ID})); !here.CalledAt.IsZero() {
		c.Errorf("who has just come was called at %v", here.CalledAt)
	}
	miss()
	c.unmarks("carl", a.ID, booking.Missed, booking.CheckedIn)
	c.unmarks("carl", a.ID, booking.CheckedIn, booking.Missed)
}

// callingOne holds that the one who is named is called out of turn, if they wait for that desk.
func (c *contract) callingOne() {
	first, named := c.booked("ada", clock(8, 0)), c.booked("bob", clock(9, 0))
	next := dialogs.Next{Office: "hall", Desk: "1", Appointment: named.ID}
	c.want(c.order("lea", next), booking.ErrNobody)
	c.now = clock(7, 55)
	for _, a := range []booking.Appointment{first, named} {
		c.must(c.order("lea", dialogs.Arrive{Appointment: a.ID}))
	}
	if called := c.must(c.order("lea", next)); called.ID != named.ID {
		c.Errorf("called %d, want %d", called.ID, named.ID)
	}
	c.want(c.order("lea", next), booking.ErrNobody)
}
