package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// DayPosts is what it takes to keep a post with the day of an office up to date,
// outside of any conversation.
type DayPosts interface {
	// Plan looks up a day of an office: its entries, and what is booked on it.
	Plan(ctx context.Context, office booking.OfficeID, day booking.Date, now time.Time) (Facts, error)
	// DayPost is the post that shows a day in a channel; false where there is none.
	DayPost(ctx context.Context, office booking.OfficeID, day booking.Date, channel string) (DayPost, bool, error)
	// KeepDayPost remembers a post, in place of the one remembered before for
	// the same day and channel.
	KeepDayPost(ctx context.Context, post DayPost) error
	// BrakeUntold tells whether staff have not been told yet how the brake on new
	// people is, and since when it is on; zero: it is off again.
	BrakeUntold(ctx context.Context, office booking.OfficeID) (since time.Time, untold bool, err error)
	// BrakeTold remembers that they were told.
	BrakeTold(ctx context.Context, office booking.OfficeID, now time.Time) error
	// AlarmsUntold is the calls for help that staff have not been told of, the
	// oldest first.
	AlarmsUntold(ctx context.Context, office booking.OfficeID) ([]RaisedAlarm, error)
	// AlarmTold remembers that they were told of one.
	AlarmTold(ctx context.Context, id int64, now time.Time) error
}

// RaisedAlarm is somebody of the staff who needs colleagues at once.
type RaisedAlarm struct {
	ID   int64
	Desk booking.DeskID // empty: not said
	By   string
	At   time.Time
}

// DayPost is a post in which staff see a day of an office.
type DayPost struct {
	Office  booking.OfficeID
	Day     booking.Date
	Channel string // where it stands, as its network names it
	ID      string // likewise
	Digest  string // of what it shows
	At      time.Time
}
