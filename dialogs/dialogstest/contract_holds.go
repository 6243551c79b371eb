package dialogstest

import (
	"slices"
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

// changing has what an appointment is for changed, at the time that it has and at another one.
func (c *contract) changing() {
	a := c.booked("ada", clock(8, 0))
	order := wanted(clock(8, 0)) // its own time
	order.Moving, order.Wishes, order.Persons = a.ID, []booking.Wish{{Concern: "pass", Quantity: 3}}, 2
	c.want(c.do("bob", dialogs.Hold{Order: order}), booking.ErrUnknown)
	held := c.must(c.do("ada", dialogs.Hold{Order: order}))
	changed := c.must(c.do("ada", dialogs.Move{Order: order, Hold: held.ID}))
	if changed.Number != a.Number || changed.Sequence != a.Sequence+1 || !changed.IsFor(order.Wishes, 2) || changed.Span.Length() != 50*time.Minute {
		c.Errorf("changed: %+v, from %+v", changed, a)
	}
	if again := c.must(c.do("ada", dialogs.Move{Order: order, Hold: held.ID})); again.Sequence != changed.Sequence {
		c.Errorf("changed twice: %+v", again)
	}
	less := order
	less.Wishes, less.Persons = []booking.Wish{{Concern: "pass", Quantity: 1}}, 1
	c.want(c.do("ada", dialogs.Move{Order: less, Hold: held.ID}), nil) // no hold of it: its time is free for it
	if ahead := c.ahead("ada"); len(ahead) != 1 || !ahead[0].IsFor(less.Wishes, 1) || ahead[0].Span.Length() != 30*time.Minute {
		c.Errorf("ahead: %+v", ahead)
	}
	c.want(c.do("bob", hold(clock(8, 30))), nil) // what is no longer needed is free
	later := order
	later.Start = clock(9, 0)
	held = c.must(c.do("ada", dialogs.Hold{Order: later}))
	later.Persons = 1
	moved := c.must(c.do("ada", dialogs.Move{Order: later, Hold: held.ID})) // not what was held
	if !moved.IsFor(later.Wishes, 1) || !moved.Span.Start.Equal(clock(9, 0)) {
		c.Errorf("changed and moved: %+v", moved)
	}
	want := []string{dialogs.WasBooked, dialogs.WasChanged, dialogs.WasChanged, dialogs.WasMoved}
	if did := c.did(a.ID); !slices.Equal(did, want) {
		c.Errorf("its history says %q, want %q", did, want)
	}
}

// refusingChanges has an appointment changed into what nobody may book.
func (c *contract) refusingChanges() {
	a := c.booked("ada", clock(8, 0))
	order := func(persons int, wishes ...booking.Wish) dialogs.Order {
		return dialogs.Order{Office: "hall", Start: clock(8, 0), Moving: a.ID, Wishes: wishes, Persons: persons}
	}
	for name, test := range map[string]struct {
		order dialogs.Order
		want  error
	}{
		"too many cases":  {order(1, booking.Wish{Concern: "pass", Quantity: 5}), booking.ErrTooMany},
		"too many people": {order(6, booking.Wish{Concern: "pass", Quantity: 1}), booking.ErrTooMany},
		"unknown":         {order(1, booking.Wish{Concern: "nothing", Quantity: 1}), booking.ErrUnknown},
	} {
		c.Log(name)
		c.want(c.do("ada", dialogs.Hold{Order: test.order}), test.want)
		c.want(c.do("ada", dialogs.Move{Order: test.order}), test.want)
	}
	for _, name := range []string{"bob", "cyd"} {
		c.booked(name, clock(8, 30))
	}
	c.want(c.do("ada", dialogs.Hold{Order: order(1, booking.Wish{Concern: "pass", Quantity: 2})}), booking.ErrTaken) // it would last too long
	if ahead := c.ahead("ada"); len(ahead) != 1 || ahead[0].Sequence != a.Sequence {
		c.Errorf("ahead: %+v", ahead)
	}
}
