package simulation

import (
	"time"

	"terminbote/booking"
)

// Request is somebody who wants to come, and what will become of them.
type Request struct {
	Asked   time.Time
	Wishes  []booking.Wish
	Persons int
	Staff   bool // asks staff, by telephone

	First, Last booking.Date  // days that suit
	Hours       booking.Hours // in which the visit begins
	Wanted      booking.Clock // the time that suits best

	Ahead  time.Duration // cancels so long before the start; 0: never
	Misses bool
	Took   time.Duration // 0: as long as planned
	Waits  bool          // would come earlier, and is on the waiting list
}

// audience is the side of the counter that books.
func (r Request) audience() booking.Audience {
	if r.Staff {
		return booking.Staff
	}
	return booking.Public
}

// suits tells whether a time is one that the person can come at.
func (r Request) suits(start time.Time, zone *time.Location) bool {
	clock := booking.ClockOf(start, zone)
	return clock >= r.Hours.From && clock < r.Hours.To
}
