package demo

import (
	"sync/atomic"
	"time"
)

// Pace is how late the office calls those who have come.
type Pace struct{ late atomic.Int64 }

// Late is how long people wait for their call.
func (p *Pace) Late() time.Duration { return time.Duration(p.late.Load()) }

// Fall lets the office be so late from now on; 0: it is in time again.
func (p *Pace) Fall(behind time.Duration) { p.late.Store(int64(behind)) }
