package booking

import "time"

// NoticeID names a notice.
type NoticeID int64

// NoticeKind is what somebody is told.
type NoticeKind string

// The kinds of notice.
const (
	BookedNotice NoticeKind = "booked" // your appointment, what to bring
	MovedNotice  NoticeKind = "moved"  // its new time
)

// Notice is one thing to tell somebody about an appointment.
type Notice struct {
	ID       NoticeID
	Kind     NoticeKind
	Sequence int       // of the appointment when the notice was planned
	Due      time.Time // not to be told before
}

// True tells whether what the notice says still holds of a at the moment now:
// it is looked at again when it is sent, so that nobody is told of an
// appointment that is gone or has moved since.
func (n Notice) True(a Appointment, now time.Time) bool {
	return a.Upcoming(now) && a.Sequence == n.Sequence
}
