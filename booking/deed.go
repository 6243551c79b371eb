package booking

import "time"

// Deed is something people do that is counted for the sender, whatever person
// or chat the program takes the sender for. Names are stored and never change.
type Deed string

// The deeds.
const (
	HeldTime      Deed = "held"      // a time was set aside
	BookedTime    Deed = "booked"    // and booked
	MovedTime     Deed = "moved"     // an appointment got another time
	CancelledTime Deed = "cancelled" // an appointment was given back
	RestedTime    Deed = "rested"    // what was given back was hidden from the public for a while
	JoinedList    Deed = "joined"    // a place on the waiting list was taken or changed
	AskedCode     Deed = "asked"     // for a code to fetch an appointment
	GuessedCode   Deed = "guessed"   // a code that was not the one
	AskedStaff    Deed = "staff"     // to talk to somebody of the office
	NamedAddress  Deed = "addressed" // a mail address that was not the sender's before
)

// DeedsCount is how long a deed counts.
const DeedsCount = 24 * time.Hour

// The most that one sender does within a day. A family that books for everybody,
// thinks again and tries once more stays far below.
const (
	bookingsADay      = 10
	movesADay         = 10
	cancellationsADay = 10
	listingsADay      = 10
	restsADay         = 2
	staffADay         = 10
)

// MayDo tells whether a sender who has done d so many times within a day may do
// it once more; ErrDayLimit means no. Other rules limit what has no number here.
func MayDo(d Deed, times int) error {
	most := map[Deed]int{
		BookedTime: bookingsADay, MovedTime: movesADay, CancelledTime: cancellationsADay, JoinedList: listingsADay,
		AskedStaff: staffADay,
	}[d]
	if most > 0 && times >= most {
		return ErrDayLimit
	}
	return nil
}

// Freeing is a time that is about to be given back.
type Freeing struct {
	BookedFor time.Duration // how long it was somebody's
	Rested    int           // how many times of the sender's have rested within a day
}

// Rests tells whether a freed time rests for delay before the public sees it. A
// time that was booked for less than it would rest was no loss to anybody who
// looked before, and hiding it would let people empty the calendar by booking
// and cancelling; so would hiding what one sender gives back again and again.
func (f Freeing) Rests(delay time.Duration) bool {
	return delay > 0 && f.BookedFor > delay && f.Rested < restsADay
}
