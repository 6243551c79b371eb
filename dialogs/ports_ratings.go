package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// Ratings takes what people say by the link in a mail of how their visit was. It
// returns ErrUnknown for a token that leads to no visit that can be rated, and
// ErrOver for one that was rated.
type Ratings interface {
	// Visited finds the office that somebody was at, and in which language they
	// are written to, also where it returns ErrOver.
	Visited(ctx context.Context, token string, now time.Time) (*booking.Office, string, error)
	// RateBy rates the visit, once, with a line or without.
	RateBy(ctx context.Context, token string, stars int, line string, now time.Time) error
}
