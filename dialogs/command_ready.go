package dialogs

import "terminbote/booking"

// Ready tells people that what they applied for at these appointments can be
// fetched. What comes of each is in Result.Ready; what is wrong with one keeps
// nobody else from being told, and nobody is told twice.
type Ready struct{ Numbers []booking.Number }

func (Ready) command() {}

// Readiness is what came of it for one number.
type Readiness struct {
	Number booking.Number
	What   ReadyOutcome
}

// ReadyOutcome is whether somebody is told that something can be fetched.
type ReadyOutcome string

// The outcomes.
const (
	ReadyTold      ReadyOutcome = "told"
	ReadyAlready   ReadyOutcome = "already"   // they were told before
	ReadyUnknown   ReadyOutcome = "unknown"   // no appointment has that number
	ReadyAhead     ReadyOutcome = "ahead"     // the appointment is yet to come
	ReadyOver      ReadyOutcome = "over"      // nobody came to it, or it was called off
	ReadyErased    ReadyOutcome = "erased"    // nobody knows any more whose it was
	ReadyUnreached ReadyOutcome = "unreached" // there is neither a chat nor a mail address
)
