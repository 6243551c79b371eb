package dialogs

import (
	"time"

	"terminbote/booking"
)

// Load is how much the database has in hand.
type Load struct {
	Notices     []Backlog      // due and not sent
	Updates     []Backlog      // received and not answered
	Jobs        map[string]int // in the queue, by their state
	Connections Connections
	Rushes      []Rush // of the offices
	Counters    []CounterLoad
}

// CounterLoad is who is at the counter of an office, or talks with its staff.
type CounterLoad struct {
	Office     string
	Tickets    map[booking.State]int // of those who have no appointment
	Handovers  int                   // talks that staff hold
	Unanswered int                   // of them, those in which the person wrote last
	Oldest     time.Time             // since when the first of them has waited; zero: none
	Ratings    int                   // of the weeks that are over: others could be traced by their time
}

// Rush is how many people never seen before want times of an office.
type Rush struct {
	Office    string
	Newcomers int  // within the last hour
	Usual     int  // in the busiest usual hour
	Braked    bool // they prove a mail address first
}

// Backlog is what waits on one channel.
type Backlog struct {
	Channel string
	Many    int
	Oldest  time.Time // when the oldest of them was due, or came
}

// Connections is those that one program has to the database.
type Connections struct {
	Used, Idle, Most int
	Waits            int64         // how often a turn had to wait for one
	Waited           time.Duration // how long, all together
}
