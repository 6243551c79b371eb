package simulation

import (
	"terminbote/statistics"
)

// Outcome is what came of a demand in some days.
type Outcome struct {
	Asked    int
	Accepted int // got an appointment
	Refused  int // found no time that suits
	Unserved int // want what the office does not do, or not in one visit

	Finished, Missed, Cancelled int // of those accepted

	Open   int               // minutes of desks for the public
	Used   int               // of those, minutes with a visit
	Waited statistics.Spread // minutes from check-in to call
	Days   statistics.Spread // from asking to the appointment
	Freed  statistics.Freed
}

// Utilisation is how much of their time desks served somebody, in percent.
func (o Outcome) Utilisation() int { return statistics.Share(o.Used, o.Open) }
