package booking

import "time"

// Policy is what the office has laid down about booking and what follows it.
type Policy struct {
	Horizon      int           // how many days ahead one can book
	LeadTime     time.Duration // from now to the first time offered to the public
	Grid         time.Duration // starts and lengths are multiples; 5 to 60 min, divides the hour
	Longest      time.Duration // the longest visit
	Hold         time.Duration // how long a time is kept for somebody who is booking
	PerPerson    int           // appointments ahead of one person
	PerMail      int           // appointments ahead under one mail address
	MaxPersons   int           // people in one visit
	MailRequired bool
	HoldsPerHour int // times one may hold without booking; 0: as many as one likes

	// Reminder is when people are reminded, on the day before.
	Reminder Clock
	// Arrive is how long before and after its start an appointment's holder
	// can say "I am here".
	Arrive struct{ Before, After time.Duration }
	// Grace is how long after its start an appointment nobody came to is
	// missed. Only an office whose staff record arrivals has it found out by
	// itself.
	Grace            time.Duration
	ArrivalsRecorded bool
	// Retention is how long after its day an appointment stays somebody's.
	Retention time.Duration
	// Release is after which delay, at least and at most, a time given back is
	// offered to the public again. The waiting list and staff see it at once.
	Release struct{ Least, Most time.Duration }
	// Offer is how long a freed time is offered to one person of the waiting
	// list, how long where only mail reaches them, and in which hours.
	Offer struct {
		Chat, Mail time.Duration
		Hours      Hours
	}
	// Late is from which delay on people are told that the office is later
	// than agreed, and by how much that must change until they are told anew.
	// None: nobody is told.
	Late struct{ From, Change time.Duration }
	// DayPost is when staff are shown the plan of the day, and whether the names
	// of those who come stand in what all of them see.
	DayPost struct {
		At    Clock
		Names bool
	}
	// MailsPerDay is how many mails one address gets in a day.
	MailsPerDay int
}

// Usual is the part of a policy about what follows a booking, as most offices
// have it.
func Usual() Policy {
	p := Policy{
		Reminder:    17 * 60,
		Grace:       15 * time.Minute,
		Retention:   30 * 24 * time.Hour,
		MailsPerDay: 20,

		HoldsPerHour: 12,
	}
	p.Arrive.Before, p.Arrive.After = 15*time.Minute, 5*time.Minute
	p.Release.Least, p.Release.Most = 5*time.Minute, 30*time.Minute
	p.Offer.Chat, p.Offer.Mail = 10*time.Minute, time.Hour
	p.Offer.Hours = Hours{8 * 60, 20 * 60}
	p.Late.From, p.Late.Change = 15*time.Minute, 10*time.Minute
	p.DayPost.At = 7 * 60
	return p
}

// HoldsWithin is the time in which holds are counted.
const HoldsWithin = time.Hour

// MayHold tells whether somebody who has held so many times lately without
// booking may hold once more; ErrTooOften says no. The holds of moves count
// too: nobody else can have that time meanwhile.
func (p Policy) MayHold(held int) error {
	if p.HoldsPerHour > 0 && held >= p.HoldsPerHour {
		return ErrTooOften
	}
	return nil
}

// Admits tells whether somebody who has ofPerson appointments ahead, and whose
// mail address has underMail, may book one more; ErrLimit says no, ErrMailLimit
// only because of the address. Moves are not counted: they add nothing.
func (p Policy) Admits(ofPerson, underMail int) error {
	switch {
	case ofPerson >= p.PerPerson:
		return ErrLimit
	case underMail >= p.PerMail:
		return ErrMailLimit
	}
	return nil
}
