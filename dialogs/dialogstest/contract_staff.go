package dialogstest

import (
	"context"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// inHand is an appointment as a lead looks at it.
func (c *contract) inHand(id booking.AppointmentID) *dialogs.StaffAppointment {
	c.Helper()
	return c.staffFacts(dialogs.StaffNeed{Office: "hall", Appointment: id}).Appointment
}

func (c *contract) staffFacts(need dialogs.StaffNeed) (facts dialogs.StaffFacts) {
	c.Helper()
	err := c.Serve(c.Context(), colleague("lea", "").Chat, "lea", c.now, func(ctx context.Context, r dialogs.Records) error {
		found, err := r.Facts(ctx, dialogs.Need{Staff: need})
		facts = found.Staff
		return err
	})
	if err != nil {
		c.Fatal(err)
	}
	return facts
}

// did is what the history of an appointment says, the oldest first.
func (c *contract) did(id booking.AppointmentID) (all []string) {
	c.Helper()
	if found := c.inHand(id); found != nil {
		for _, entry := range found.History {
			all = append(all, entry.What)
		}
	}
	return all
}

func (c *contract) codeReadOut() {
	c.appoint("carl", booking.Clerk)
	held := c.must(c.order("carl", hold(clock(8, 0))))
	caller := confirm(held, "caller")
	caller.Contact.Mail = ""
	a := c.must(c.order("carl", caller))
	c.want(c.do("ada", dialogs.AskCode{Number: a.Number, Lang: "de"}), booking.ErrIncomplete) // no mail
	given := c.order("carl", dialogs.GiveCode{Appointment: a.ID})
	c.must(given)
	if len(given.Code) != 6 {
		c.Fatalf("read out %q", given.Code)
	}
	asked := c.do("ada", dialogs.AskCode{Number: a.Number, Lang: "de"})
	c.want(asked, nil)
	if !asked.ReadOut {
		c.Error("a code was mailed though one was read out")
	}
	c.want(c.do("ada", dialogs.Attach{Number: a.Number, Code: given.Code}), nil)
	c.must(c.order("carl", dialogs.Cancel{Appointment: a.ID}))
	c.want(c.order("carl", dialogs.GiveCode{Appointment: a.ID}), booking.ErrOver)
}

func (c *contract) arriving() {
	a := c.booked("ada", clock(8, 0))
	c.want(c.do("bob", dialogs.Arrive{Appointment: a.ID}), booking.ErrUnknown)
	c.want(c.do("ada", dialogs.Arrive{Appointment: a.ID}), booking.ErrTooSoon)
	c.want(c.do("ada", dialogs.Delay{Appointment: a.ID, By: 10 * time.Minute}), nil)
	c.want(c.do("ada", dialogs.Delay{Appointment: a.ID, By: 24 * time.Hour}), booking.ErrTooMany)
	c.want(c.order("lea", dialogs.Miss{Appointment: a.ID}), booking.ErrTooSoon)
	c.now = clock(7, 50)
	if here := c.must(c.do("ada", dialogs.Arrive{Appointment: a.ID})); here.State != booking.CheckedIn {
		c.Errorf("arrived: %+v", here)
	}
	c.want(c.do("ada", dialogs.Arrive{Appointment: a.ID}), nil) // it is done already
	c.want(c.do("ada", dialogs.Cancel{Appointment: a.ID}), nil) // who is there may go again
	missed := c.booked("bob", clock(8, 30))
	c.now = clock(8, 40)
	c.must(c.order("lea", dialogs.Miss{Appointment: missed.ID}))
	c.want(c.order("lea", dialogs.Miss{Appointment: missed.ID}), nil)
	c.want(c.do("bob", dialogs.Arrive{Appointment: missed.ID}), booking.ErrOver)
	c.want(c.order("lea", dialogs.Arrive{Appointment: missed.ID}), nil) // a clerk sees them
}

func (c *contract) calling() {
	c.appoint("carl", booking.Clerk)
	late, first := c.booked("ada", clock(9, 0)), c.booked("bob", clock(8, 0))
	c.want(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}), booking.ErrNobody)
	c.want(c.order("carl", dialogs.Next{Office: "hall", Desk: "9"}), booking.ErrUnknown)
	c.now = clock(7, 55)
	for _, id := range []booking.AppointmentID{late.ID, first.ID} {
		c.must(c.order("carl", dialogs.Arrive{Appointment: id}))
	}
	called := c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "2"}))
	if called.ID != first.ID || called.State != booking.Called || called.Desk != "2" {
		c.Errorf("called: %+v, want %d", called, first.ID)
	}
	if second := c.must(c.order("lea", dialogs.Next{Office: "hall", Desk: "1"})); second.ID != late.ID {
		c.Errorf("called twice: %+v", second)
	}
	if again := c.must(c.order("carl", dialogs.Uncall{Appointment: first.ID})); again.State != booking.CheckedIn {
		c.Errorf("taken back: %+v", again)
	}
	c.want(c.order("carl", dialogs.Uncall{Appointment: first.ID}), nil) // it is done already
	c.now = c.now.Add(booking.UndoWithin + time.Second)
	c.want(c.order("carl", dialogs.Uncall{Appointment: late.ID}), booking.ErrOver)
	c.want(c.order("lea", dialogs.Uncall{Appointment: late.ID}), nil)
	c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}))
	c.must(c.order("carl", dialogs.Finish{Appointment: first.ID}))
	c.want(c.order("carl", dialogs.Finish{Appointment: first.ID}), nil)
	c.want(c.order("carl", dialogs.Uncall{Appointment: first.ID}), booking.ErrOver)
}

func (c *contract) closing() {
	c.appoint("carl", booking.Clerk)
	hit := c.booked("ada", clock(8, 0))
	morning := dialogs.Closing{Day: contractDay, Hours: booking.Hours{From: 8 * 60, To: 10 * 60}}
	before, backwards, desk := morning, morning, morning
	before.Day = contractDay.Add(-1)
	backwards.Hours = booking.Hours{From: 10 * 60, To: 8 * 60}
	desk.Desk = "9"
	c.want(c.order("carl", dialogs.Close{Office: "hall", Closing: before}), booking.ErrTooSoon)
	c.want(c.order("carl", dialogs.Close{Office: "hall", Closing: backwards}), booking.ErrUnknown)
	c.want(c.order("carl", dialogs.Close{Office: "hall", Closing: desk}), booking.ErrUnknown)
	c.want(c.order("carl", dialogs.Close{Office: "town", Closing: morning}), booking.ErrUnknown)
	if foreseen := c.staffFacts(dialogs.StaffNeed{Office: "hall", Closing: morning}).Hit; len(foreseen) != 1 {
		c.Errorf("it would hit %+v", foreseen)
	}
	closed := c.order("carl", dialogs.Close{Office: "hall", Closing: morning, Reason: "Wasserschaden"})
	c.must(closed)
	if found := c.staffFacts(dialogs.StaffNeed{Office: "hall", Closed: closed.Override}).Hit; len(found) != 1 || found[0].ID != hit.ID {
		c.Errorf("it hit %+v", found)
	}
	c.want(c.do("bob", hold(clock(9, 0))), booking.ErrClosed)
	c.want(c.do("bob", hold(clock(11, 0))), nil)
	c.now = c.now.Add(booking.UndoWithin + time.Second)
	c.want(c.order("carl", dialogs.Reopen{Closure: closed.Override}), booking.ErrOver)
	c.want(c.order("lea", dialogs.Reopen{Closure: closed.Override}), nil)
	c.want(c.order("lea", dialogs.Reopen{Closure: closed.Override}), booking.ErrUnknown)
	c.want(c.do("bob", hold(clock(9, 0))), nil)
}

func (c *contract) openingUp() {
	c.appoint("carl", booking.Clerk)
	evening := dialogs.Extra{Day: contractDay, Hours: booking.Hours{From: 18 * 60, To: 20 * 60}}
	desk := evening
	desk.Desk = "9"
	c.want(c.order("carl", dialogs.Open{Office: "hall", Extra: desk}), booking.ErrUnknown)
	c.want(c.do("ada", hold(clock(18, 0))), booking.ErrClosed)
	opened := c.order("carl", dialogs.Open{Office: "hall", Extra: evening})
	c.must(opened)
	a := c.booked("ada", clock(18, 0))
	c.want(c.order("carl", dialogs.Withdraw{Extra: opened.Override}), booking.ErrTaken)
	c.must(c.do("ada", dialogs.Cancel{Appointment: a.ID}))
	c.now = c.now.Add(booking.UndoWithin + time.Second)
	c.want(c.order("carl", dialogs.Withdraw{Extra: opened.Override}), booking.ErrOver)
	c.want(c.order("lea", dialogs.Withdraw{Extra: opened.Override}), nil)
	c.want(c.order("lea", dialogs.Withdraw{Extra: opened.Override}), booking.ErrUnknown)
	c.want(c.do("ada", hold(clock(18, 0))), booking.ErrClosed)
}

func (c *contract) restoring() {
	c.appoint("carl", booking.Clerk)
	a, taken := c.booked("ada", clock(8, 0)), c.booked("bob", clock(9, 0))
	c.want(c.order("carl", dialogs.Restore{Appointment: a.ID}), nil) // it stands
	for _, x := range []booking.Appointment{a, taken} {
		c.must(c.order("carl", dialogs.Cancel{Appointment: x.ID}))
	}
	for _, name := range []string{"cyd", "dan"} {
		c.must(c.do(name, hold(clock(9, 0))))
	}
	c.want(c.order("carl", dialogs.Restore{Appointment: taken.ID}), booking.ErrTaken)
	c.now = c.now.Add(booking.UndoWithin + time.Second)
	c.want(c.order("carl", dialogs.Restore{Appointment: a.ID}), booking.ErrOver)
	back := c.must(c.order("lea", dialogs.Restore{Appointment: a.ID}))
	if back.State != booking.Confirmed || back.Sequence <= a.Sequence || len(c.ahead("ada")) != 1 {
		c.Errorf("restored: %+v", back)
	}
	want := []string{dialogs.WasBooked, dialogs.WasCancelled, dialogs.WasRestored}
	if got := c.did(a.ID); len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		c.Errorf("its history says %q, want %q", got, want)
	}
}

func (c *contract) roles() {
	ben := colleague("ben", booking.Clerk)
	role := func() booking.Role {
		got, err := c.RoleOf(c.Context(), ben.Chat)
		if err != nil {
			c.Fatal(err)
		}
		return got
	}
	if got := role(); got != booking.Stranger {
		c.Errorf("an unknown colleague is a %q", got)
	}
	set := dialogs.SetRole{Chat: ben.Chat, Name: "ben", Role: booking.Clerk}
	c.want(c.order("ben", set), booking.ErrNotAllowed)
	wrong, nameless, nowhere := set, set, set
	wrong.Role, nameless.Name, nowhere.Chat = "mayor", "", dialogs.Chat{}
	c.want(c.order("lea", wrong), booking.ErrUnknown)
	c.want(c.order("lea", nameless), booking.ErrUnknown)
	c.want(c.order("lea", nowhere), booking.ErrUnknown)
	c.must(c.order("lea", set))
	if got := role(); got != booking.Clerk {
		c.Errorf("ben is a %q, want a clerk", got)
	}
	c.want(c.order("ben", set), booking.ErrNotAllowed) // that takes a lead
	if all := c.staffFacts(dialogs.StaffNeed{Colleagues: true}).Colleagues; len(all) != 2 {
		c.Errorf("colleagues: %+v, want ben and lea", all)
	}
	set.Role = booking.Stranger
	c.must(c.order("lea", set))
	if got := role(); got != booking.Stranger {
		c.Errorf("ben is a %q, want a stranger again", got)
	}
	found := false
	for _, entry := range c.staffFacts(dialogs.StaffNeed{Office: "hall", Audit: true}).Audit {
		found = found || entry.What == dialogs.RoleGiven && entry.By == "lea"
	}
	if !found {
		c.Error("nothing says who gave the role")
	}
}
