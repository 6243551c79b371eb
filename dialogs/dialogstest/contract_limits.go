package dialogstest

import (
	"errors"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// mostADay is more than one sender can do of anything in a day.
const mostADay = 40

// guessingHasAnEnd has codes guessed in one chat after the other, each erased
// once it is used up.
func (c *contract) guessingHasAnEnd() {
	a := c.booked("ada", contractDay.Add(7).At(8*60, zone))
	begin, guesses := c.now, 0
	try := func(name, code string) dialogs.Result {
		return c.do(name, dialogs.Attach{Number: a.Number, Code: code})
	}
	for i := 0; c.now.Before(begin.Add(booking.DeedsCount)); i++ {
		name := fmt.Sprint("eve ", i%3)
		_ = c.do(name, dialogs.AskCode{Number: a.Number, Lang: "de"})
		for range booking.CodeTries {
			if errors.Is(try(name, "wrong").Refused, booking.ErrCode) {
				guesses++
			}
		}
		c.want(c.do(name, dialogs.Erase{}), nil)
		c.now = c.now.Add(10 * time.Minute)
	}
	if guesses < booking.CodeTries || guesses > 15 {
		c.Errorf("%d guesses in a day, want 15 at most", guesses)
	}
	c.codeOfAClerk(a)
}

// codeOfAClerk helps somebody on a day when others have used up all guesses.
func (c *contract) codeOfAClerk(a booking.Appointment) {
	c.now = c.now.Add(-time.Hour) // the guesses still count
	c.appoint("carl", booking.Clerk)
	given := c.order("carl", dialogs.GiveCode{Appointment: a.ID})
	c.must(given)
	c.must(c.do("ada's other chat", dialogs.Attach{Number: a.Number, Code: given.Code}))
}

// dayLimits has one chat do what it can in a day, erased in between.
func (c *contract) dayLimits() {
	day := contractDay.Add(7)
	done := map[string]int{}
	for i := range mostADay {
		held := c.do("eve", hold(day.At(booking.Clock(8*60+30*(i%4)), zone)))
		if held.Refused != nil {
			c.want(held, booking.ErrTooOften)
			break
		}
		booked := c.do("eve", confirm(held.Appointment, "eve"))
		if booked.Refused != nil {
			c.want(booked, booking.ErrDayLimit)
			break
		}
		done["booked"]++
		if i%2 == 0 {
			c.want(c.do("eve", dialogs.Erase{}), nil)
			continue
		}
		c.want(c.do("eve", dialogs.Cancel{Appointment: booked.Appointment.ID}), nil)
	}
	if done["booked"] != 10 {
		c.Errorf("one chat booked %d times in a day, want 10", done["booked"])
	}
	c.want(c.do("fay", hold(day.At(8*60, zone))), nil)
	c.now = c.now.Add(booking.DeedsCount + time.Minute)
	c.booked("eve", day.At(9*60, zone))
	c.moveLimit(day)
}

// moveLimit has an appointment moved again and again. It can still be cancelled.
func (c *contract) moveLimit(day booking.Date) {
	a := c.booked("gus", day.At(8*60, zone))
	moves := 0
	for i := range mostADay {
		order := dialogs.Order{Office: "hall", Start: day.At(booking.Clock(10*60+30*(i%2)), zone), Moving: a.ID}
		held := c.do("gus", dialogs.Hold{Order: order})
		if errors.Is(held.Refused, booking.ErrTooOften) {
			c.now = c.now.Add(booking.HoldsWithin + time.Minute)
			continue
		}
		moved := c.do("gus", dialogs.Move{Order: order, Hold: c.must(held).ID})
		if moved.Refused != nil {
			c.want(moved, booking.ErrDayLimit)
			break
		}
		moves++
	}
	if moves != 10 {
		c.Errorf("one chat moved %d times in a day, want 10", moves)
	}
	c.want(c.do("gus", dialogs.Cancel{Appointment: a.ID}), nil)
}
