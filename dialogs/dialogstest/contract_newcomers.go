package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newcomers has more people come than the office usually sees. Those who booked
// before are untouched; the others prove a mail address.
func (c *contract) newcomers() {
	rules := &c.town.Offices[0].Policy.Newcomers
	old := c.booked("old", clock(8, 0))
	c.now = c.now.Add(booking.KnownAfter)
	day := contractDay.Add(2)
	for i := range rules.Least {
		held := c.must(c.do(fmt.Sprint("new ", i), hold(day.At(8*60, zone))))
		c.want(c.do(fmt.Sprint("new ", i), dialogs.Release{Hold: held.ID}), nil)
	}
	c.want(c.do("one more", hold(day.At(8*60, zone))), booking.ErrUnproven)
	c.want(c.do("new 0", hold(day.At(8*60, zone))), booking.ErrUnproven)
	known := c.must(c.do("old", hold(day.At(8*60, zone))))
	if want := c.now.Add(15 * time.Minute); !known.HeldUntil.Equal(want) || old.Holder != known.Holder {
		c.Errorf("a known person keeps a time until %v, want %v", known.HeldUntil, want)
	}
	c.proving(day)
	c.now = c.now.Add(booking.NewcomersWithin + time.Minute)
	c.want(c.do("late", hold(day.At(11*60, zone))), nil) // it is over by itself
}

// proving is how somebody new gets a time all the same.
func (c *contract) proving(day booking.Date) {
	const mail = "one.more@example.org"
	ask := dialogs.AskProof{Office: "hall", Mail: mail, Lang: "de"}
	prove := func(name, code string) dialogs.Result {
		return c.do(name, dialogs.Prove{Office: "hall", Mail: mail, Code: code})
	}
	c.want(prove("one more", "000000"), booking.ErrLimit) // none was sent
	c.want(c.do("one more", ask), nil)
	code := c.Code("")
	c.want(prove("somebody else", code), booking.ErrLimit)
	for _, other := range []string{"two@example.org", "two.more@example.org", ""} { // it is for one address alone
		c.want(c.do("one more", dialogs.Prove{Office: "hall", Mail: other, Code: code}), booking.ErrLimit)
	}
	c.want(prove("one more", "wrong!"), booking.ErrCode)
	c.want(prove("one more", code), nil)
	c.want(prove("one more", code), booking.ErrLimit) // it has served
	held := c.must(c.do("one more", hold(day.At(9*60, zone))))
	if want := c.now.Add(5 * time.Minute); !held.HeldUntil.Equal(want) {
		c.Errorf("a newcomer keeps a time until %v, want %v", held.HeldUntil, want)
	}
	c.want(c.do("one more", dialogs.Erase{}), nil)
	for range 2 { // three in an hour for an address
		c.want(c.do("one more", ask), nil)
	}
	c.want(c.do("another", ask), booking.ErrLimit)
}

// newcomersShare has newcomers keep times of one day.
func (c *contract) newcomersShare() {
	c.town.Offices[0].Policy.Newcomers.Share = 20
	// 8 to 12 at two desks are 480 minutes, a fifth of them 96.
	for i := range 3 {
		c.must(c.do(fmt.Sprint("new ", i), hold(clock(8, 30*i))))
	}
	c.want(c.do("one more", hold(clock(10, 0))), booking.ErrUnproven)
	c.want(c.do("one more", hold(contractDay.Add(1).At(10*60, zone))), nil) // another day
	c.now = c.now.Add(15 * time.Minute)                                     // they run out
	c.want(c.do("one more", hold(clock(10, 0))), nil)
}

// addresses has one chat book under one stranger's address after the other.
func (c *contract) addresses() {
	c.town.Offices[0].Policy.HoldsPerHour = 100
	many := 0
	for i := range 12 {
		held := c.must(c.do("eve", hold(contractDay.Add(7).At(booking.Clock(8*60+30*(i%4)), zone))))
		booked := c.do("eve", confirm(held, fmt.Sprint("stranger ", i)))
		if booked.Refused == nil {
			many++
			c.want(c.do("eve", dialogs.Cancel{Appointment: booked.Appointment.ID}), nil)
			continue
		}
		c.want(booked, booking.ErrAddresses)
		c.now = c.now.Add(booking.HoldsWithin + time.Minute)
	}
	if many != 5 {
		c.Errorf("one chat booked under %d addresses in a day, want 5", many)
	}
	held := c.must(c.do("eve", hold(contractDay.Add(7).At(11*60, zone))))
	c.want(c.do("eve", confirm(held, "stranger 0")), nil) // named before
}

// placesUnderMail has many wait under one address.
func (c *contract) placesUnderMail() {
	wait := dialogs.Wait{
		Office: "hall", Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1,
		Contact: booking.Contact{Name: "Eve", Mail: "family@example.org"}, Lang: "de",
		Terms: booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: contractDay.Add(7)},
	}
	for i := range booking.MostPlaces {
		c.want(c.do(fmt.Sprint("waits ", i), wait), nil)
	}
	c.want(c.do("one more", wait), booking.ErrMailLimit)
	c.want(c.do("waits 0", wait), nil) // keeps the place
	own := wait
	own.Contact.Mail = "own@example.org"
	c.want(c.do("moves in", own), nil)
	c.want(c.do("moves in", wait), booking.ErrMailLimit) // no change brings the place under their address
}
