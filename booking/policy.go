package booking

import "time"

// Policy is the rules of the office about booking and what follows it.
type Policy struct {
	Horizon      int           // how many days ahead one can book
	LeadTime     time.Duration // from now to the first time offered to the public
	Grid         time.Duration // starts and lengths are multiples; 5 to 60 min, divides the hour
	Longest      time.Duration // the longest visit
	Hold         time.Duration // how long a time is reserved for somebody who is booking
	PerPerson    int           // upcoming appointments of one person
	PerMail      int           // upcoming appointments under one mail address
	MaxPersons   int           // people in one visit
	MailRequired bool
	HoldsPerHour int // times a person may hold without booking; 0: no limit

	// Reminder is when reminders are sent, on the day before.
	Reminder Clock
	// Appeal is the percentage of reminders that say what it costs others if nobody
	// comes.
	Appeal int
	// Arrive is how long before and after its start the holder of an
	// appointment can report their arrival.
	Arrive struct{ Before, After time.Duration }
	// Grace is how long after its start an appointment counts as missed if
	// nobody came. Only an office whose staff record arrivals can tell.
	Grace            time.Duration
	ArrivalsRecorded bool
	// Retention is how long after its day an appointment keeps its holder's data.
	Retention time.Duration
	// Release is the shortest and longest delay after which a cancelled time is
	// offered to the public again. The waiting list and staff see it at once.
	Release struct{ Least, Most time.Duration }
	// Offer is how long a freed time is offered to one person on the waiting
	// list, by chat or only by mail, and in which hours.
	Offer struct {
		Chat, Mail time.Duration
		Hours      Hours
	}
	// Rating says that people are asked how their visit was.
	Rating bool
	// Late is the delay that triggers a notice (From), and the change of it that
	// triggers the next one. Zero: nobody is told.
	Late struct{ From, Change time.Duration }
	// DayPost is when the plan of the day is posted for staff, and whether it
	// shows the names of those who come.
	DayPost struct {
		At    Clock
		Names bool
	}
	// Newcomers is what people who are not known yet may take.
	Newcomers Newcomers
	// MailsPerDay is how many mails one address gets a day.
	MailsPerDay int
	// WalkIns is how people without an appointment are served beside those with
	// one.
	WalkIns WalkIns
	// Calls is how people are called to a desk.
	Calls Calls
	// NewAddresses is how many addresses that nobody has answered from yet are
	// written to in an hour; 0: no limit.
	NewAddresses int
}

// HoldsWithin is the period in which holds are counted.
const HoldsWithin = time.Hour

// MayHold tells whether a person who has held so many times lately without
// booking may hold another; ErrTooOften means no. Holds for moves count too:
// nobody else can have that time meanwhile.
func (p Policy) MayHold(held int) error {
	if p.HoldsPerHour > 0 && held >= p.HoldsPerHour {
		return ErrTooOften
	}
	return nil
}

// Admits tells whether a person with ofPerson upcoming appointments, whose mail
// address has underMail, may book another. ErrLimit means no, ErrMailLimit
// means no because of the address. Moves do not count: they add none.
func (p Policy) Admits(ofPerson, underMail int) error {
	switch {
	case ofPerson >= p.PerPerson:
		return ErrLimit
	case underMail >= p.PerMail:
		return ErrMailLimit
	}
	return nil
}
