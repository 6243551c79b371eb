package booking

import "time"

// Newcomers is how an office deals with people it does not know yet,
// when more of them want times than it usually sees.
type Newcomers struct {
	Least, Most int           // an hour: so many never put the brake on, more always do; 0: no brake
	Share       int           // percent of a day that their holds may take without proof
	Hold        time.Duration // how long a time is kept for them while the brake is on
}

// CameFirst is a deed: somebody who is not known yet asked for a time.
const CameFirst Deed = "came"

// ProvedAddress is a deed: somebody showed that they read the mails to an
// address.
const ProvedAddress Deed = "proved"

const (
	// NewcomersWithin is the period in which newcomers are counted.
	NewcomersWithin = time.Hour
	// KnownAfter is how long ago somebody has to have booked to be known.
	KnownAfter = 24 * time.Hour
	// UsualFrom is how far back an office looks to learn what is usual.
	UsualFrom = 28 * 24 * time.Hour

	aboveUsual   = 2 // times the busiest usual hour
	alwaysOnADay = 3 // holds without proof that any day takes
	proofsADay   = 3 // of one mail address, by different senders
)

// Brakes tells whether so many newcomers within the last hour are more than the
// office usually sees; usual is how many came in its busiest hour lately.
func (n Newcomers) Brakes(came, usual int) bool {
	return n.Least > 0 && came > min(max(aboveUsual*usual, n.Least), max(n.Most, n.Least))
}

// Enough is how many newcomers need counting at most: one more changes nothing,
// whatever is usual. Without a brake it is none.
func (n Newcomers) Enough() int {
	if n.Least == 0 {
		return 0
	}
	return max(n.Most, n.Least) + 1
}

// Lasts is how long a time is kept for a newcomer: usually as long as for
// anybody.
func (n Newcomers) Lasts(usual time.Duration, brakes bool) time.Duration {
	if brakes && n.Hold > 0 {
		return min(usual, n.Hold)
	}
	return usual
}

// Taken is what newcomers keep of a day without proof.
type Taken struct {
	Holds  int
	Length time.Duration
}

// Room tells whether one more of a newcomer's holds fits into the share of a
// day on which desks serve the public for served, all together.
func (n Newcomers) Room(taken Taken, length, served time.Duration) bool {
	return n.Share == 0 || taken.Holds < alwaysOnADay || 100*(taken.Length+length) <= time.Duration(n.Share)*served
}

// MayProve tells whether an address that so many others have proved to be theirs
// within a day may be proved once more.
func MayProve(others int) error {
	if others >= proofsADay {
		return ErrLimit
	}
	return nil
}

// PublicTime is how long desks serve the public on this day, all together.
func (d *Day) PublicTime() time.Duration {
	slots := 0
	for _, desk := range d.desks {
		slots += desk.public.count()
	}
	return time.Duration(slots) * d.office.Policy.Grid
}
