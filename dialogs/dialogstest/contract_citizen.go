package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func (c *contract) holding() {
	first := dialogs.Hold{Order: wanted(clock(8, 0)), Key: "k"}
	ada := c.must(c.do("ada", first))
	if again := c.must(c.do("ada", first)); again.ID != ada.ID {
		c.Errorf("the same request held %d and %d", ada.ID, again.ID)
	}
	if bob := c.must(c.do("bob", first)); bob.ID == ada.ID {
		c.Error("two people's requests were taken for one")
	}
	c.want(c.do("cyd", hold(clock(8, 0))), booking.ErrTaken)
	c.want(c.do("cyd", hold(clock(8, 15))), booking.ErrTaken) // overlaps
	c.want(c.do("cyd", hold(clock(11, 45))), booking.ErrClosed)
	c.want(c.do("cyd", hold(clock(6, 0))), booking.ErrTooSoon)
	c.want(c.do("cyd", hold(contractDay.Add(22).At(8*60, zone))), booking.ErrTooFar)
	c.want(c.do("cyd", dialogs.Hold{Order: dialogs.Order{Office: "hall", Start: clock(9, 0), Persons: 1}}), booking.ErrUnknown)
	many := wanted(clock(9, 0))
	many.Wishes[0].Quantity = 5
	c.want(c.do("cyd", dialogs.Hold{Order: many}), booking.ErrTooMany)
	c.want(c.do("cyd", dialogs.Release{Hold: ada.ID}), booking.ErrUnknown)
	next := hold(clock(9, 0))
	next.Former = ada.ID
	c.must(c.do("ada", next))
	c.want(c.do("cyd", hold(clock(8, 0))), nil) // the former one was given back
	c.want(c.do("ada", dialogs.Release{Hold: ada.ID}), nil)
}

func (c *contract) holdsHaveAnEnd() {
	for i := range 4 {
		c.must(c.do("ada", hold(clock(8+i/2, i%2*30))))
	}
	c.want(c.do("ada", hold(clock(11, 0))), booking.ErrTooOften)
	c.want(c.do("bob", hold(clock(11, 0))), nil)
	c.appoint("carl", booking.Clerk)
	for i := range 6 {
		c.want(c.order("carl", hold(contractDay.Add(1).At(booking.Clock(8*60+30*i), zone))), nil)
	}
	c.now = c.now.Add(booking.HoldsWithin + time.Minute)
	last := c.must(c.do("ada", hold(clock(11, 0))))
	c.must(c.do("ada", confirm(last, "ada")))
	for i := range 4 { // who books was in earnest
		c.want(c.do("ada", hold(contractDay.Add(2).At(booking.Clock(8*60+30*i), zone))), nil)
	}
	c.want(c.do("ada", hold(contractDay.Add(2).At(11*60, zone))), booking.ErrTooOften)
}

func (c *contract) bookingHolds() {
	held := c.must(c.do("ada", hold(clock(8, 0))))
	if held.State != booking.Held || held.Desk == "" || !held.HeldUntil.Equal(c.now.Add(15*time.Minute)) {
		c.Errorf("held: %+v", held)
	}
	nameless := confirm(held, "ada")
	nameless.Contact.Name = ""
	c.want(c.do("ada", nameless), booking.ErrIncomplete)
	mailless := confirm(held, "ada")
	mailless.Contact.Mail = ""
	c.want(c.do("ada", mailless), booking.ErrIncomplete)
	c.want(c.do("bob", confirm(held, "bob")), booking.ErrUnknown)
	other := confirm(held, "ada")
	other.Start = clock(9, 0)
	c.want(c.do("ada", other), booking.ErrExpired)
	nothing := confirm(held, "ada")
	nothing.Hold = 0
	c.want(c.do("ada", nothing), booking.ErrExpired)

	a := c.must(c.do("ada", confirm(held, "ada")))
	if a.State != booking.Confirmed || a.Number == "" || a.Contact.Name != "ada" || a.Lang != "de" || !a.Span.Start.Equal(clock(8, 0)) {
		c.Errorf("booked: %+v", a)
	}
	if again := c.must(c.do("ada", confirm(held, "ada"))); again.ID != a.ID || again.Number != a.Number {
		c.Errorf("booked twice: %+v and %+v", a, again)
	}
	if ahead := c.ahead("ada"); len(ahead) != 1 || ahead[0].Number != a.Number {
		c.Errorf("ahead: %+v", ahead)
	}
	if ahead := c.ahead("bob"); len(ahead) != 0 {
		c.Errorf("somebody else's: %+v", ahead)
	}
	c.want(c.do("ada", dialogs.Release{Hold: a.ID}), booking.ErrOver)
	c.must(c.do("ada", dialogs.Cancel{Appointment: a.ID}))
	c.want(c.do("ada", confirm(held, "ada")), booking.ErrOver)
	clerk := c.must(c.order("lea", hold(clock(9, 0))))
	mailless = confirm(clerk, "caller")
	mailless.Contact.Mail = ""
	c.want(c.order("lea", mailless), nil) // a caller needs none
}

// bookingWhatIsOrdered has something else booked than was held: other quantities, and more
// people. What was seen last counts, and the hold is no excuse.
func (c *contract) bookingWhatIsOrdered() {
	for name, change := range map[string]func(*dialogs.Book){
		"ada": func(b *dialogs.Book) { b.Wishes = []booking.Wish{{Concern: "pass", Quantity: 3}} },
		"bob": func(b *dialogs.Book) { b.Persons = 2 },
	} {
		book := confirm(c.must(c.do(name, hold(clock(8, 0)))), name)
		change(&book)
		a := c.must(c.do(name, book))
		if !a.IsFor(book.Wishes, book.Persons) || a.ID != book.Hold || !a.Span.Start.Equal(book.Start) {
			c.Errorf("%s ordered %+v, booked is %+v", name, book.Order, a)
		}
		if length := a.Span.Length(); a.Items[0].Quantity == 3 && length != 50*time.Minute {
			c.Errorf("three are done in %v", length)
		}
		if again := c.must(c.do(name, book)); again.ID != a.ID {
			c.Errorf("booked twice: %+v and %+v", a, again)
		}
	}
	third := confirm(c.must(c.do("cyd", hold(clock(8, 50)))), "cyd")
	c.must(c.do("dee", hold(clock(9, 20)))) // and the other desk
	c.must(c.do("eve", hold(clock(9, 20))))
	third.Wishes = []booking.Wish{{Concern: "pass", Quantity: 2}} // ends when both desks have somebody else
	if got := c.do("cyd", third).Refused; got == nil {
		c.Error("booked although it does not fit any more")
	}
}

func (c *contract) ranOut() {
	held, lost := c.must(c.do("ada", hold(clock(8, 0)))), c.must(c.do("ada", hold(clock(9, 0))))
	c.now = c.now.Add(15 * time.Minute)
	for _, name := range []string{"bob", "cyd"} {
		c.must(c.do(name, hold(clock(9, 0)))) // blocks nothing any more
	}
	c.want(c.do("ada", confirm(lost, "ada")), booking.ErrExpired)
	a := c.must(c.do("ada", confirm(held, "ada")))
	if a.State != booking.Confirmed || !a.Span.Start.Equal(clock(8, 0)) {
		c.Errorf("renewed: %+v", a)
	}
}

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
	nameless, past, never, improve := listed(), listed(), listed(), listed()
	nameless.Contact.Name = ""
	past.Terms.Until = contractDay.Add(-1)
	never.Terms.Weekdays = 0
	improve.Appointment = a.ID
	c.want(c.do("ada", nameless), booking.ErrIncomplete)
	c.want(c.do("ada", past), booking.ErrTooSoon)
	c.want(c.do("ada", never), booking.ErrTooSoon)
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
