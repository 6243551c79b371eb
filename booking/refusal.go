package booking

import (
	"errors"
	"fmt"
	"slices"
)

// The refusals of the office. They are answers, not faults: each has a sentence
// for the citizen, and after each of them nothing has changed.
var (
	// ErrTaken says that every desk that could serve the visit is busy then.
	ErrTaken = errors.New("that time is taken")
	// ErrClosed says that the office does not serve the visit at that time:
	// closed, a holiday, walk-in only, or no desk with the skill on duty.
	ErrClosed = errors.New("the office is closed then")
	// ErrTooSoon says that the time is past or within the lead time.
	ErrTooSoon = errors.New("that time is too soon")
	// ErrTooFar says that the day lies beyond the booking horizon.
	ErrTooFar = errors.New("that day is too far ahead")
	// ErrTooLong says that the visit would exceed the longest one allowed.
	ErrTooLong = errors.New("too long for one visit")
	// ErrTooMany says that a quantity or the number of persons is out of range.
	ErrTooMany = errors.New("not that many")
	// ErrApart says that two concerns cannot share one appointment.
	ErrApart = errors.New("these concerns need separate appointments")
	// ErrPhoneOnly says that the concern is urgent and arranged by telephone.
	ErrPhoneOnly = errors.New("by telephone only")
	// ErrUnknown says that there is no such concern, office or appointment,
	// or that it is not this person's.
	ErrUnknown = errors.New("unknown")
	// ErrLimit says that a person or a mail address has as many appointments
	// as the office allows.
	ErrLimit = errors.New("as many appointments as allowed")
	// ErrMailLimit is an ErrLimit that another mail address does not meet.
	ErrMailLimit = fmt.Errorf("%w under that mail address", ErrLimit)
	// ErrTooOften says that a person has held many times without booking any
	// and must wait a while.
	ErrTooOften = errors.New("held too often")
	// ErrDayLimit is an ErrTooOften that only the next day ends: a person has
	// booked, moved or cancelled as often as one person does in a day.
	ErrDayLimit = fmt.Errorf("%w today", ErrTooOften)
	// ErrUnproven says that many new people want times just now, and that this
	// one first has to show that a mail address is theirs.
	ErrUnproven = errors.New("no mail address is proved yet")
	// ErrAddresses says that a person has named many mail addresses today.
	ErrAddresses = errors.New("too many mail addresses")
	// ErrExpired says that a hold ran out and its time went to somebody else.
	ErrExpired = errors.New("the hold ran out")
	// ErrOver says that the appointment's state does not allow this any more.
	ErrOver = errors.New("the appointment is over")
	// ErrCode says that a one-time code is wrong.
	ErrCode = errors.New("that code is not valid")
	// ErrNotAllowed says that the clerk lacks the role for this.
	ErrNotAllowed = errors.New("not allowed")
	// ErrNumberGiven says that the number of an entry belongs to another
	// appointment.
	ErrNumberGiven = errors.New("that number is given already")
	// ErrEntered says that an entry was imported already.
	ErrEntered = errors.New("that appointment is there already")
	// ErrNobody says that nobody waits for what the desk can serve.
	ErrNobody = errors.New("nobody waits")
	// ErrLinked says that a ticket is in somebody else's chat already.
	ErrLinked = errors.New("that ticket is linked already")
	// ErrTicket says that a number is a ticket's: it is linked without a code.
	ErrTicket = errors.New("that is a ticket")
	// ErrFull says that no more tickets can be served before closing.
	ErrFull = errors.New("no more tickets can be served today")
	// ErrIncomplete says that a booking lacks a name or a mail address.
	ErrIncomplete = errors.New("name or mail address missing")
)

// Refusal is one answer "no" of the office.
type Refusal struct {
	Err  error
	Name string   // in metrics and logs
	To   Audience // who can get it: Public means citizens and staff; empty: only a program
}

// refusals is every refusal. One that wraps another stands before it.
var refusals = []Refusal{
	{ErrTaken, "taken", Public},
	{ErrClosed, "closed", Public},
	{ErrTooSoon, "too soon", Public},
	{ErrTooFar, "too far", Public},
	{ErrTooLong, "too long", Public},
	{ErrTooMany, "too many", Public},
	{ErrApart, "apart", Public},
	{ErrPhoneOnly, "phone only", Public},
	{ErrUnknown, "unknown", Public},
	{ErrMailLimit, "limit", Public},
	{ErrLimit, "limit", Public},
	{ErrDayLimit, "day limit", Public},
	{ErrTooOften, "too often", Public},
	{ErrUnproven, "unproven", Public},
	{ErrAddresses, "addresses", Public},
	{ErrExpired, "expired", Public},
	{ErrOver, "over", Public},
	{ErrCode, "code", Public},
	{ErrIncomplete, "incomplete", Public},
	{ErrNotAllowed, "not allowed", Staff},
	{ErrNobody, "nobody", Staff},
	{ErrFull, "full", Staff},
	{ErrLinked, "linked", Public},
	{ErrTicket, "ticket", Public},
	{ErrNumberGiven, "number given", ""},
	{ErrEntered, "entered", ""},
}

// Refusals is every answer "no" of the office.
func Refusals() []Refusal { return slices.Clone(refusals) }

// AsRefusal finds the refusal that err is or wraps; false where err is a fault.
func AsRefusal(err error) (Refusal, bool) {
	i := slices.IndexFunc(refusals, func(r Refusal) bool { return errors.Is(err, r.Err) })
	if i < 0 {
		return Refusal{}, false
	}
	return refusals[i], true
}
