package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// Letter is a mail as it was sent, reached again by the link in it.
type Letter struct {
	Appointment booking.Appointment // as it is now; of an offer the hold
	Office      *booking.Office
	Wait        *booking.Waiting    // the place on the waiting list; nil: there is none
	Offer       bool                // the mail offers a time for that
	Old         booking.Appointment // what would move there; none for a first appointment
}

// Posting is a mail about to go out.
type Posting struct {
	To          string
	Appointment booking.AppointmentID // 0: it speaks of none that can be opened
	Office      booking.OfficeID      // by whose rules mails are counted; empty: the first one's
	Notice      booking.NoticeID      // several tries of one notice count as one; 0: of none
	Kind        booking.NoticeKind    // of the notice; empty: the mail holds a code, which has limits of its own
}

// Postbook notes which mails go out.
type Postbook interface {
	// Post notes a mail and returns the token for the link in it, which is known
	// to nobody else. It returns ErrLimit if the person who made it go out has
	// caused as many mails to the address within a day as the office sends, and
	// ErrTooOften if strangers have, or if the office writes to too many new
	// addresses just now: then it can go later.
	Post(ctx context.Context, p Posting, now time.Time) (token string, err error)
}

// Letters does what people ask for by the link in a mail. All of it returns
// ErrUnknown for a token that nobody was given, or whose appointment is over or
// cancelled, or whose offer somebody has given up waiting for.
type Letters interface {
	// Letter finds what the token leads to. It changes nothing. The hold of an
	// offer that ran out, or was declined, is Expired.
	Letter(ctx context.Context, token string, now time.Time) (Letter, error)
	// FreeTimes looks up where the appointment could be moved to.
	FreeTimes(ctx context.Context, l Letter, now time.Time) ([]FreeDay, error)
	// CancelBy gives the appointment back.
	CancelBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error)
	// ArriveBy says that its holder is there. It returns ErrTooSoon and ErrOver
	// outside of the time to arrive.
	ArriveBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error)
	// MoveBy gives it another time. It returns booking's other refusals too.
	MoveBy(ctx context.Context, token string, start, now time.Time) (booking.Appointment, error)
	// Disown gives it back for somebody who never booked it, and erases the name
	// and the address under which it was booked.
	Disown(ctx context.Context, token string, now time.Time) error
	// AcceptBy takes the time that is offered; from then on the token leads to
	// the appointment. It returns ErrExpired where the offer is over, and what
	// else Accept is refused with.
	AcceptBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error)
	// DeclineBy passes it on to the next who waits. It returns ErrExpired too.
	DeclineBy(ctx context.Context, token string, now time.Time) error
	// WaitBy puts the appointment on the waiting list for any earlier time. What
	// is on it already stays as it is.
	WaitBy(ctx context.Context, token string, now time.Time) error
	// LeaveBy takes it off the list, an offered time included.
	LeaveBy(ctx context.Context, token string, now time.Time) error
}

// FreeDay is a day with times that are free.
type FreeDay struct {
	Day    booking.Date
	Starts []time.Time
}
