package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
)

// Need is which facts are wanted.
type Need struct {
	Appointments bool               // those of the person who talks
	Offices      []booking.OfficeID // whose days: what is booked on them; their rules are known in every turn
	From, To     booking.Date       // which days, both included
	Notice       booking.NoticeID   // one that the person got; 0: none
	Waiting      bool               // the person's places on the waiting list
	Contact      bool               // under which name the person booked last
	Reach        bool               // which staff can be reached in the chat, and whether they hold the talk
	Line         booking.OfficeID   // whose line of today: who waits there; empty: none
	Staff        StaffNeed          // what only clerks see
}

// Empty tells whether nothing has to be looked up.
func (n Need) Empty() bool {
	return !n.Appointments && len(n.Offices) == 0 && n.Notice == 0 && !n.Waiting && !n.Contact && !n.Reach && n.Line == "" && n.Staff == StaffNeed{}
}

// Covers tells whether what was found for n answers o as well, as long as
// nothing has changed in between.
func (n Need) Covers(o Need) bool {
	return n.Staff == o.Staff && n.coversDays(o) &&
		(n.Appointments || !o.Appointments) && (n.Waiting || !o.Waiting) && (n.Contact || !o.Contact) && (n.Reach || !o.Reach) &&
		(o.Notice == 0 || o.Notice == n.Notice) && (o.Line == "" || o.Line == n.Line)
}

func (n Need) coversDays(o Need) bool {
	if len(o.Offices) == 0 {
		return true
	}
	within := o.From.IsZero() || !n.From.IsZero() && !o.From.Before(n.From) && !o.To.After(n.To)
	return within && !slices.ContainsFunc(o.Offices, func(id booking.OfficeID) bool { return !slices.Contains(n.Offices, id) })
}

// Facts is what was found, at one moment.
type Facts struct {
	Now          time.Time
	Silent       bool                  // people are answered here, and told nothing by itself
	Reached      bool                  // this chat is told things by itself
	PlainMail    bool                  // mails reach no address with letters beyond ASCII before the @
	Calendar     bool                  // the network draws days as a calendar, all of them
	Site         string                // where the town's pages are; empty: it has none
	Town         booking.Town          // the office files with the overrides applied
	Directory    *Directory            // of the town
	Booked       []Booked              // the days asked for
	Appointments []booking.Appointment // the person's, upcoming, in order of time
	Notice       *ReceivedNotice       // nil where it is not the person's
	Waiting      []Waiting             // the person's places on the waiting list, oldest first
	Contact      booking.Contact       // of what the person booked last; zero where that is nothing
	Reachable    bool                  // staff may be reached in the chat: Reach says whether
	Reach        *Reach                // nil: not looked up
	Line         []booking.Appointment // who waits, is served or will come today: nothing in it tells who they are
	Staff        StaffFacts            // where a clerk talks
}

// Waiting is a place on the waiting list, and the time that is held for
// the person while it is offered.
type Waiting struct {
	booking.Waiting
	Offer *booking.Appointment // nil: none is open
}

// ReceivedNotice is a notice that the person got, and the appointment as it is now.
type ReceivedNotice struct {
	booking.Notice
	Appointment booking.Appointment
}

// Booked is what keeps desks busy on one day of one office.
type Booked struct {
	Office booking.OfficeID
	Day    booking.Date
	Busy   []booking.Busy
	Found  *booking.Found // what others found on it as it is; nil: nothing is kept
}
