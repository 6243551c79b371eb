package statistics

import (
	"time"

	"terminbote/booking"
)

// Visit is one visit as it was booked, without the person: what replay and
// rehearsal run again.
type Visit struct {
	Key     Key
	Persons int
	Staff   bool      // booked by staff for a caller
	Asked   time.Time // when it was booked
	Start   time.Time
	Planned int // minutes
	State   booking.State
	Ahead   int // minutes from the cancellation to the start
	Took    int // minutes; 0: not measured
}

// How far back an office looks for what to change: for the minutes that visits
// took, and for the days that are run again with others.
const (
	LearnDays  = 180
	ReplayDays = 28
)
