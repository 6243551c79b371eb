package booking

import (
	"strconv"
	"time"
)

// WalkIns is how an office serves people without an appointment beside those
// with one.
type WalkIns struct {
	Tickets bool // given by staff
	Rule    TurnRule
	// Due is how long before its time an appointment goes before all tickets.
	Due time.Duration
	// Close is how long before the desks close the last ticket is given.
	Close time.Duration
	// Longest is how long a ticket waits until it goes like an appointment that is
	// due; 0: as long as appointments are.
	Longest time.Duration
}

// TurnRule says who goes first: an appointment or a ticket.
type TurnRule string

// The rules that an office can choose.
const (
	// DueFirst lets appointments that are due go first; tickets fill what is left.
	DueFirst TurnRule = "appointments first"
	// InTurn lets everybody go by their time: a ticket's is when it was given.
	InTurn TurnRule = "in turn"
)

// IsTicket tells whether somebody came without an appointment.
func (a Appointment) IsTicket() bool { return a.Ticket > 0 }

// TicketName is the number on a ticket as it is called and shown: W12.
func TicketName(number int) string { return "W" + strconv.Itoa(number) }

// NewTicket is a ticket for a visit that begins to wait at now, with the day's
// next number. It returns ErrClosed where the office gives none then: it gives
// none at all, no desk that can serve the visit is on duty any more today, or it
// closes soon. It returns ErrFull where the visit would have to wait until after
// the desks close. today is the appointments and tickets of the day.
func (o *Office) NewTicket(visit Visit, today []Appointment, now time.Time) (Appointment, error) {
	last, open := o.LastTicket(visit.Skills(), now)
	if !open || now.After(last) {
		return Appointment{}, ErrClosed
	}
	a := Appointment{
		Office: o.ID, Span: Span{now, now.Add(visit.Length())}, State: CheckedIn, Items: visit.Items(), Persons: visit.Persons,
		Skills: visit.Skills(), Audience: Staff, Lang: o.Lang, Arrived: now, Updated: now, Ticket: 1,
	}
	for _, other := range today {
		a.Ticket = max(a.Ticket, other.Ticket+1)
	}
	a.Contact.Name = TicketName(a.Ticket)
	if _, served := o.Outlook(a, append([]Appointment{a}, today...), now); !served {
		return Appointment{}, ErrFull
	}
	return a, nil
}

// LastTicket is the time of the last ticket for a visit that needs skills, on
// the day of now. It is false if none are given that day any more: the office
// gives none, or the desks that could serve it have closed.
func (o *Office) LastTicket(skills []Skill, now time.Time) (time.Time, bool) {
	var closes time.Time
	for _, d := range o.onDuty(now) {
		if d.desk.Can(skills) {
			for _, span := range d.spans {
				if span.End.After(closes) {
					closes = span.End
				}
			}
		}
	}
	return closes.Add(-o.Policy.WalkIns.Close), o.Policy.WalkIns.Tickets && now.Before(closes)
}

// duty is when a desk serves on a day.
type duty struct {
	desk  Desk
	spans []Span
}

// onDuty is when each desk serves on the day of now, also where one comes without
// an appointment on that day.
func (o *Office) onDuty(now time.Time) []duty {
	open := *o
	open.Calendar.WalkIn = nil
	d := open.Day(o.Today(now), nil)
	all := make([]duty, len(o.Desks))
	for i := range all {
		all[i] = duty{o.Desks[i], d.ruler.spans(d.desks[i].staff)}
	}
	return all
}

// Link puts a ticket into the chat of a person, who is told there. It returns
// ErrUnknown for what is no ticket, ErrOver once it was called or given back, and
// ErrLinked if it is in somebody else's. Linking it twice changes nothing.
func (a Appointment) Link(person PersonID, now time.Time) (Appointment, error) {
	switch {
	case !a.IsTicket():
		return a, ErrUnknown
	case a.State != CheckedIn && a.State != Called:
		return a, ErrOver
	case a.Holder == person:
		return a, nil
	case a.Holder != 0:
		return a, ErrLinked
	}
	a.Holder, a.Updated = person, now
	return a, nil
}
