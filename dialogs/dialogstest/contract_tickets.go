package dialogstest

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func giveOne() dialogs.GiveTicket {
	return dialogs.GiveTicket{Office: "hall", Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1}
}

func (c *contract) ticketing() {
	c.now = clock(8, 0)
	c.appoint("carl", booking.Clerk)
	c.want(c.do("ada", giveOne()), booking.ErrNotAllowed)
	for _, wrong := range []struct {
		change func(*dialogs.GiveTicket)
		want   error
	}{
		{func(g *dialogs.GiveTicket) { g.Office = "nowhere" }, booking.ErrUnknown},
		{func(g *dialogs.GiveTicket) { g.Wishes[0].Concern = "nothing" }, booking.ErrUnknown},
		{func(g *dialogs.GiveTicket) { g.Wishes[0].Quantity = 5 }, booking.ErrTooMany},
	} {
		give := giveOne()
		wrong.change(&give)
		c.want(c.order("carl", give), wrong.want)
	}
	first, second := c.order("carl", giveOne()), c.order("carl", giveOne())
	if a := c.must(first); a.Ticket != 1 || first.Outlook.Place != 1 || a.State != booking.CheckedIn {
		c.Errorf("the first ticket: %+v, %+v", a, first.Outlook)
	}
	a := c.must(second)
	if a.Ticket != 2 || second.Outlook.Place != 2 {
		c.Errorf("the second ticket: %+v, %+v", a, second.Outlook)
	}
	link := dialogs.LinkTicket{Number: a.Number, Lang: "en"}
	c.want(c.do("bob", dialogs.LinkTicket{Number: "ZZZ999"}), booking.ErrUnknown)
	c.want(c.do("bob", dialogs.AskCode{Number: a.Number}), booking.ErrTicket)
	if linked := c.must(c.do("ada", link)); linked.Lang != "en" || linked.Holder == 0 {
		c.Errorf("linked: %+v", linked)
	}
	c.want(c.do("ada", link), nil) // a second scan
	c.want(c.do("bob", link), booking.ErrLinked)
	c.want(c.do("bob", dialogs.Cancel{Appointment: a.ID}), booking.ErrUnknown)
	if left := c.must(c.do("ada", dialogs.Cancel{Appointment: a.ID})); left.State != booking.Cancelled {
		c.Errorf("given back: %+v", left)
	}
	c.want(c.do("ada", link), booking.ErrOver)
	if third := c.must(c.order("carl", giveOne())); third.Ticket != 3 {
		c.Errorf("a number was given twice: %+v", third)
	}
	c.now = clock(11, 31)
	c.want(c.order("carl", giveOne()), booking.ErrClosed)
}

func (c *contract) attending() {
	c.now = clock(8, 0)
	c.appoint("carl", booking.Clerk)
	a := c.must(c.order("carl", giveOne()))
	for _, command := range []dialogs.Command{
		dialogs.CallAgain{Appointment: a.ID},
		dialogs.Park{Appointment: a.ID},
		dialogs.TakeUp{Appointment: a.ID, Desk: "1"},
		dialogs.SendOn{Appointment: a.ID, Desk: "1"},
	} {
		c.want(c.order("carl", command), booking.ErrOver)
		c.want(c.do("ada", command), booking.ErrNotAllowed)
	}
	c.must(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}))
	c.want(c.order("carl", dialogs.Miss{Appointment: a.ID}), booking.ErrTooSoon)
	if again := c.must(c.order("carl", dialogs.CallAgain{Appointment: a.ID})); again.Visit.Calls != 2 {
		c.Errorf("called again: %+v", again.Visit)
	}
	c.want(c.order("carl", dialogs.Miss{Appointment: a.ID}), booking.ErrTooSoon) // still on the way
	c.now = clock(8, 10)
	if parked := c.must(c.order("carl", dialogs.Park{Appointment: a.ID})); parked.Visit.Served != 10*time.Minute || parked.Desk != "" {
		c.Errorf("parked: %+v", parked)
	}
	c.want(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}), booking.ErrNobody)
	c.want(c.order("carl", dialogs.TakeUp{Appointment: a.ID, Desk: "9"}), booking.ErrUnknown)
	c.must(c.order("carl", dialogs.TakeUp{Appointment: a.ID, Desk: "1"}))
	if rests := c.must(c.order("carl", dialogs.Uncall{Appointment: a.ID})); rests.Visit.Parked.IsZero() || rests.Desk != "" {
		c.Errorf("a visit that rested, taken back: %+v", rests)
	}
	c.must(c.order("carl", dialogs.TakeUp{Appointment: a.ID, Desk: "1"}))
	c.want(c.order("carl", dialogs.SendOn{Appointment: a.ID, Desk: "1"}), booking.ErrUnknown)
	sent := c.must(c.order("carl", dialogs.SendOn{Appointment: a.ID, Desk: "2", Note: "photo is missing"}))
	if sent.Visit.For != "2" || sent.State != booking.CheckedIn {
		c.Errorf("sent on: %+v", sent)
	}
	c.want(c.order("carl", dialogs.Next{Office: "hall", Desk: "1"}), booking.ErrNobody)
	if called := c.must(c.order("lea", dialogs.Next{Office: "hall", Desk: "2"})); called.Visit.Note != "photo is missing" {
		c.Errorf("the note is lost: %+v", called)
	}
	c.now = clock(8, 15)
	if back := c.must(c.order("lea", dialogs.Uncall{Appointment: a.ID})); back.Desk != "" || back.Visit.For != "2" {
		c.Errorf("taken back: %+v", back)
	}
	c.must(c.order("lea", dialogs.Next{Office: "hall", Desk: "2"}))
	if done := c.must(c.order("lea", dialogs.Finish{Appointment: a.ID})); done.Visit != (booking.Attended{}) {
		c.Errorf("the note outlasts the visit: %+v", done.Visit)
	}
}
