package booking

import "time"

// NoticeID names a notice.
type NoticeID int64

// NoticeKind is what a notice says.
type NoticeKind string

// The kinds of notice.
const (
	BookedNotice    NoticeKind = "booked"    // your appointment, what to bring
	MovedNotice     NoticeKind = "moved"     // its new time
	CancelledNotice NoticeKind = "cancelled" // it is off
	ReminderNotice  NoticeKind = "reminder"  // tomorrow; are you coming?
	MissedNotice    NoticeKind = "missed"    // nobody came
	OfferNotice     NoticeKind = "offer"     // a time is free; do you want it?
	RestoredNotice  NoticeKind = "restored"  // a cancellation by mistake: it stands after all
	ClosedNotice    NoticeKind = "closed"    // the office closes then: choose another time
	DroppedNotice   NoticeKind = "dropped"   // the office has given up something it is for, or does it again
	CalledNotice    NoticeKind = "called"    // please come to a desk
	LateNotice      NoticeKind = "late"      // the office runs late
	RatingNotice    NoticeKind = "rating"    // how was it?
	PickupNotice    NoticeKind = "pickup"    // what was applied for can be fetched

	UncalledNotice NoticeKind = "uncalled" // the call to a desk was a mistake
	UnmissedNotice NoticeKind = "unmissed" // that nobody came was a mistake
)

// NoticeKinds is all kinds of notice.
func NoticeKinds() []NoticeKind {
	return []NoticeKind{
		BookedNotice, MovedNotice, CancelledNotice, ReminderNotice, MissedNotice,
		OfferNotice, RestoredNotice, ClosedNotice, DroppedNotice, CalledNotice, LateNotice,
		PickupNotice, RatingNotice, UncalledNotice, UnmissedNotice,
	}
}

// Notice is a message to be sent about an appointment.
type Notice struct {
	ID       NoticeID
	Kind     NoticeKind
	Sequence int       // of the appointment when the notice was planned
	Due      time.Time // not to be told before
}

// Notices plans what to send about a, to which what kind says has just
// happened: that notice at once, and a reminder for an appointment ahead.
func (o *Office) Notices(kind NoticeKind, a Appointment, now time.Time) []Notice {
	all := []Notice{{Kind: kind, Sequence: a.Sequence, Due: now}}
	if kind == RatingNotice {
		all[0].Due = now.Add(RateAfter)
	}
	if kind != BookedNotice && kind != MovedNotice && kind != RestoredNotice {
		return all
	}
	// Somebody who books after the time of the reminder has just been told
	// everything and needs none.
	if due := o.remindAt(a); due.After(now) {
		all = append(all, Notice{Kind: ReminderNotice, Sequence: a.Sequence, Due: due})
	}
	return all
}

// usualReminder is when most offices remind: people read it after work.
const usualReminder Clock = 17 * 60

// remindAt is when the reminder is due: on the day before, by the wall clock.
func (o *Office) remindAt(a Appointment) time.Time {
	zone := o.Calendar.Zone
	return DateOf(a.Span.Start, zone).Add(-1).At(o.Policy.Reminder, zone)
}

// Reminded tells whether a's reminder is due at now. An appointment booked or
// moved after that time gets no reminder.
func (o *Office) Reminded(a Appointment, now time.Time) bool {
	due := o.remindAt(a)
	return a.Updated.Before(due) && !now.Before(due)
}

// True tells whether what the notice says still holds for a at now. It is
// checked again when the notice is sent, so that nobody is told of an
// appointment that is gone or has moved.
func (n Notice) True(a Appointment, now time.Time) bool {
	if a.Sequence != n.Sequence {
		return false
	}
	switch n.Kind {
	case CancelledNotice:
		return a.State == Cancelled
	case MissedNotice:
		return a.State == Missed
	case OfferNotice:
		return a.State == Held && !a.HoldExpired(now)
	case CalledNotice:
		return a.State == Called
	case UncalledNotice:
		return a.State == CheckedIn || a.State == Confirmed
	case UnmissedNotice:
		return a.State == CheckedIn || a.State == Confirmed || a.State == Called
	case RatingNotice:
		return a.Rateable(now)
	case PickupNotice:
		return a.Fetchable(now) == nil
	}
	return a.Upcoming(now)
}

// A reminder that is late because a network or the program was down does not
// wake anybody.
const (
	heldUp            = time.Hour
	dayBegins   Clock = 6 * 60
	nightBegins Clock = 22 * 60
)

// UntilMorning is how long n waits at now if it is a reminder that was delayed
// into the night. 0: it can be sent.
func (o *Office) UntilMorning(n Notice, now time.Time) time.Duration {
	if n.Kind != ReminderNotice || now.Before(n.Due.Add(heldUp)) {
		return 0
	}
	zone, today := o.Calendar.Zone, o.Today(now)
	morning := today.At(dayBegins, zone)
	switch {
	case !now.Before(today.At(nightBegins, zone)):
		morning = today.Add(1).At(dayBegins, zone)
	case !now.Before(morning):
		return 0
	}
	return morning.Sub(now)
}

// Mailed tells whether the notice is sent by mail. What is true only for a
// moment is of no use in a mail read in the evening.
func (k NoticeKind) Mailed() bool { return k != CalledNotice && k != UncalledNotice }

// MailedAnyway tells whether the notice is also mailed to people whose chat
// can be reached. How late the office is helps on the way there: it is mailed where
// nothing is faster. How a visit was is asked once.
func (k NoticeKind) MailedAnyway() bool { return k.Mailed() && k != LateNotice && k != RatingNotice }
