package demo

import (
	"sync/atomic"
	"time"
)

// Clock is the demonstration's one clock. It goes as the machine's does, from
// a moment of its own, and can be put forward.
type Clock struct {
	machine func() time.Time
	ahead   atomic.Int64 // of the machine's clock, in nanoseconds
}

// NewClock is a clock that shows begin now, and then goes as machine does.
func NewClock(machine func() time.Time, begin time.Time) *Clock {
	c := &Clock{machine: machine}
	c.ahead.Store(int64(begin.Sub(machine())))
	return c
}

// Now is what the clock shows.
func (c *Clock) Now() time.Time { return c.machine().Add(time.Duration(c.ahead.Load())) }

// Forward puts the clock forward. It never goes back: what has been told cannot
// be untold.
func (c *Clock) Forward(d time.Duration) { c.ahead.Add(int64(max(0, d))) }

// To puts the clock forward to a moment.
func (c *Clock) To(t time.Time) { c.Forward(t.Sub(c.Now())) }
