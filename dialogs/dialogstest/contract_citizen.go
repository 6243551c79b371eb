package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func (c *contract) limits() {
	c.booked("ada", clock(8, 0))
	c.booked("ada", clock(9, 0))
	c.want(c.do("ada", hold(clock(10, 0))), booking.ErrLimit)
	for i, name := range []string{"bob", "cyd", "dan"} {
		held := c.must(c.do(name, hold(clock(10, 30*(i/2)))))
		c.must(c.do(name, confirm(held, "family")))
	}
	held := c.must(c.do("eva", hold(clock(11, 0))))
	c.want(c.do("eva", confirm(held, "family")), booking.ErrMailLimit)
	upper := confirm(held, "family")
	upper.Contact.Mail = "Family@Example.org"
	c.want(c.do("eva", upper), booking.ErrMailLimit) // the same mailbox
	c.want(c.do("eva", confirm(held, "eva")), nil)
}

func (c *contract) lastContact() {
	last := func(name string) booking.Contact { return c.facts(name, dialogs.Need{Contact: true}).Contact }
	c.want(c.do("ada", hold(clock(8, 0))), nil)
	if got := last("ada"); got != (booking.Contact{}) {
		c.Errorf("who only held a time gave %+v", got)
	}
	first := c.booked("ada", clock(9, 0))
	order := confirm(c.must(c.do("ada", hold(clock(10, 0)))), "ada")
	order.Contact.Name = "Ada Byron"
	second := c.must(c.do("ada", order))
	if got := last("ada"); got != second.Contact {
		c.Errorf("the last is %+v, want %+v", got, second.Contact)
	}
	c.must(c.do("ada", dialogs.Cancel{Appointment: first.ID}))
	c.must(c.do("ada", dialogs.Cancel{Appointment: second.ID}))
	if got := last("ada"); got.Name != "Ada Byron" {
		c.Errorf("once all is cancelled the last is %+v", got)
	}
	if got := last("bob"); got != (booking.Contact{}) {
		c.Errorf("somebody else is told %+v", got)
	}
	c.must(c.do("ada", dialogs.Erase{}))
	if got := last("ada"); got != (booking.Contact{}) {
		c.Errorf("once erased the last is %+v", got)
	}
}

func (c *contract) moving() {
	a := c.booked("ada", clock(8, 0))
	target := wanted(clock(8, 15)) // over oneself
	target.Moving, target.Wishes, target.Persons = a.ID, nil, 0
	c.want(c.do("bob", dialogs.Hold{Order: target}), booking.ErrUnknown)
	held := c.must(c.do("ada", dialogs.Hold{Order: target}))
	c.want(c.do("bob", dialogs.Move{Order: target, Hold: held.ID}), booking.ErrUnknown)
	c.want(c.do("ada", confirm(held, "ada")), booking.ErrUnknown) // it is that of a move
	moved := c.must(c.do("ada", dialogs.Move{Order: target, Hold: held.ID}))
	if moved.ID != a.ID || moved.Number != a.Number || moved.Sequence != a.Sequence+1 || !moved.Span.Start.Equal(clock(8, 15)) {
		c.Errorf("moved: %+v, from %+v", moved, a)
	}
	if again := c.must(c.do("ada", dialogs.Move{Order: target, Hold: held.ID})); again.Sequence != moved.Sequence {
		c.Errorf("moved twice: %+v", again)
	}
	if ahead := c.ahead("ada"); len(ahead) != 1 {
		c.Errorf("ahead: %+v", ahead)
	}
	target.Start = clock(9, 0)
	c.now = clock(8, 20)
	c.want(c.do("ada", dialogs.Hold{Order: target}), booking.ErrOver) // it has begun
}

func (c *contract) cancelling() {
	a := c.booked("ada", clock(8, 0))
	c.want(c.do("bob", dialogs.Cancel{Appointment: a.ID}), booking.ErrUnknown)
	c.want(c.do("bob", dialogs.Affirm{Appointment: a.ID}), booking.ErrUnknown)
	if coming := c.must(c.do("ada", dialogs.Affirm{Appointment: a.ID})); !coming.Coming {
		c.Errorf("affirmed: %+v", coming)
	}
	if gone := c.must(c.do("ada", dialogs.Cancel{Appointment: a.ID})); gone.State != booking.Cancelled {
		c.Errorf("cancelled: %+v", gone)
	}
	c.want(c.do("ada", dialogs.Cancel{Appointment: a.ID}), nil) // it is done already
	c.want(c.do("ada", dialogs.Affirm{Appointment: a.ID}), booking.ErrOver)
	for _, name := range []string{"bob", "cyd"} {
		c.want(c.do(name, hold(clock(8, 0))), nil)
	}
	held := c.must(c.do("dan", hold(clock(9, 0))))
	c.want(c.do("dan", dialogs.Cancel{Appointment: held.ID}), booking.ErrUnknown) // a hold is given back
	late := c.booked("eva", clock(10, 0))
	c.now = clock(10, 0)
	c.want(c.do("eva", dialogs.Cancel{Appointment: late.ID}), booking.ErrOver)
}

// listed is ada's place on the waiting list for a first appointment.
func listed() dialogs.Wait {
	return dialogs.Wait{
		Office: "hall", Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1, Lang: "de",
		Contact: booking.Contact{Name: "ada", Mail: "ada@example.org"},
		Terms:   booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.Hours{From: 0, To: booking.Midnight}, Until: contractDay.Add(7)},
	}
}

func (c *contract) waitingList() {
	a := c.booked("ada", clock(11, 0))
	nameless, past, never, neverElse, improve := listed(), listed(), listed(), listed(), listed()
	nameless.Contact.Name = ""
	past.Terms.Until = contractDay.Add(-1)
	never.Terms.Weekdays = 0
	neverElse.Terms.Or = []booking.Weekly{{Hours: booking.AllDay()}}
	improve.Appointment = a.ID
	c.want(c.do("ada", nameless), booking.ErrIncomplete)
	c.want(c.do("ada", past), booking.ErrTooSoon)
	c.want(c.do("ada", never), booking.ErrTooSoon)
	c.want(c.do("ada", neverElse), booking.ErrTooSoon)
	c.want(c.do("bob", improve), booking.ErrUnknown)
	c.want(c.do("ada", improve), nil)
	c.want(c.do("ada", improve), nil) // keeps its place
	for i := range 4 {
		w := listed()
		w.Wishes[0].Quantity = i + 1
		c.want(c.do("ada", w), nil)
	}
	w := listed()
	w.Wishes[0].Quantity = 5
	c.want(c.do("ada", w), booking.ErrLimit)
	changed := listed()
	changed.Persons, changed.Terms.Hours = 2, booking.Mornings()
	c.want(c.do("ada", changed), nil) // all places taken; this one is changed
	c.want(c.do("ada", improve), nil)
	places := c.facts("ada", dialogs.Need{Waiting: true}).Waiting
	if len(places) != booking.MostPlaces {
		c.Fatalf("%d places, want %d", len(places), booking.MostPlaces)
	}
	c.want(c.do("bob", dialogs.EndWait{Wait: places[0].ID}), booking.ErrUnknown)
	c.want(c.do("ada", dialogs.EndWait{Wait: places[0].ID}), nil)
	c.want(c.do("ada", dialogs.EndWait{Wait: places[0].ID}), booking.ErrUnknown)
	if left := c.facts("ada", dialogs.Need{Waiting: true}).Waiting; len(left) != booking.MostPlaces-1 {
		c.Errorf("%d places are left", len(left))
	}
}

func (c *contract) erasing() {
	past, ahead := c.booked("ada", clock(8, 0)), c.booked("ada", clock(10, 0))
	c.want(c.do("ada", listed()), booking.ErrLimit) // as many as allowed
	improve := listed()
	improve.Appointment = ahead.ID
	c.must(c.do("ada", improve))
	other := c.booked("bob", clock(10, 0))
	c.now = clock(8, 30)
	c.must(c.do("ada", dialogs.Erase{}))
	if got := c.facts("ada", dialogs.Need{Appointments: true, Waiting: true}); len(got.Appointments)+len(got.Waiting) > 0 {
		c.Errorf("left: %+v", got)
	}
	if still := c.ahead("bob"); len(still) != 1 || still[0].ID != other.ID {
		c.Errorf("somebody else's: %+v", still)
	}
	for _, a := range []booking.Appointment{past, ahead} {
		c.want(c.do("ada", dialogs.Cancel{Appointment: a.ID}), booking.ErrUnknown) // it is nobody's
		found := c.inHand(a.ID)
		if found == nil || found.Appointment.Contact.Mail != "" || found.Appointment.Contact.Name == "ada" || found.Appointment.Holder != 0 {
			c.Errorf("%d still says whose it was: %+v", a.ID, found)
		}
	}
	if got := c.inHand(ahead.ID); got != nil && got.Appointment.State != booking.Cancelled {
		c.Errorf("what lay ahead is %s", got.Appointment.State)
	}
	c.want(c.order("lea", dialogs.Restore{Appointment: ahead.ID}), booking.ErrOver) // which person is it for?
	c.want(c.do("cyd", hold(clock(10, 0))), nil)
	c.booked("ada", clock(11, 0)) // who starts over has nothing ahead
}

func (c *contract) codes() {
	a := c.booked("ada", clock(8, 0))
	ask := func(name string) dialogs.Result { return c.do(name, dialogs.AskCode{Number: a.Number, Lang: "de"}) }
	c.want(c.do("bob", dialogs.AskCode{Number: "BBBBBB", Lang: "de"}), booking.ErrUnknown)
	c.want(ask("ada"), booking.ErrUnknown) // it is hers already
	c.must(ask("bob"))
	code := c.Code(a.Number)
	if len(code) != 6 {
		c.Fatalf("mailed the code %q", code)
	}
	try := func(name, code string) dialogs.Result {
		return c.do(name, dialogs.Attach{Number: a.Number, Code: code})
	}
	c.want(try("bob", "wrong"), booking.ErrCode)
	c.want(try("cyd", code), booking.ErrLimit) // it serves in one chat
	if got := c.must(try("bob", code)); got.ID != a.ID {
		c.Errorf("attached %+v", got)
	}
	c.want(try("bob", code), booking.ErrLimit) // it has served
	if len(c.ahead("bob")) != 1 || len(c.ahead("ada")) != 0 {
		c.Errorf("bob has %v, ada has %v", c.ahead("bob"), c.ahead("ada"))
	}
	late := c.booked("dan", clock(9, 0))
	c.must(c.do("eva", dialogs.AskCode{Number: late.Number, Lang: "de"}))
	c.now = c.now.Add(booking.CodeLasts)
	c.want(c.do("eva", dialogs.Attach{Number: late.Number, Code: c.Code(late.Number)}), booking.ErrLimit) // too old
	c.must(c.do("dan", dialogs.Cancel{Appointment: late.ID}))
	c.want(c.do("eva", dialogs.AskCode{Number: late.Number, Lang: "de"}), booking.ErrOver)
}

func (c *contract) codeLimits() {
	a := c.booked("ada", clock(8, 0))
	ask := dialogs.AskCode{Number: a.Number, Lang: "de"}
	c.must(c.do("bob", ask))
	for range booking.CodeTries {
		c.want(c.do("bob", dialogs.Attach{Number: a.Number, Code: "wrong"}), booking.ErrCode)
	}
	c.want(c.do("bob", dialogs.Attach{Number: a.Number, Code: c.Code(a.Number)}), booking.ErrLimit)
	c.must(c.do("cyd", ask))
	c.must(c.do("dan", ask))
	c.want(c.do("eva", ask), booking.ErrLimit) // three for a number
	for i := range 5 {
		c.want(c.do("fay", dialogs.AskCode{Number: booking.Number(fmt.Sprint("BBBBB", i)), Lang: "de"}), booking.ErrUnknown)
	}
	other := c.booked("gus", clock(9, 0))
	c.want(c.do("fay", dialogs.AskCode{Number: other.Number, Lang: "de"}), booking.ErrLimit) // five in a chat
	c.now = c.now.Add(booking.CodesWithin)
	c.now = c.now.Add(time.Second)
	later := c.booked("gus", clock(11, 0))
	c.want(c.do("fay", dialogs.AskCode{Number: later.Number, Lang: "de"}), nil)
}
