package booking

import (
	"slices"
	"time"
)

// The names of offices and of the desks in them.
type (
	OfficeID string
	DeskID   string
)

// Office is one place that citizens come to: what it offers, when, and under
// which rules.
type Office struct {
	ID         OfficeID
	GivenUp    bool // it is in the files no more; see [Town.WithFormer]
	Former     Text // what it was called, of one that is given up; nil: nobody knows
	Name       Text
	Lang       string // in which it writes to people who have chosen no other
	Address    Address
	Phone      string
	Website    string
	Privacy    Text // where the privacy notice in full can be read
	Site       Site
	Categories []Category
	Concerns   []Concern
	Desks      []Desk
	Calendar   Calendar
	Policy     Policy
	Elsewhere  []Elsewhere // what others do
	Answers    []Answer    // what only the office knows

	// Combinations is which concerns go together in one appointment.
	Combinations Combinations

	every []Concern // of an office as of a day: the concerns of all days
	index *index
}

// Address is where an office is.
type Address struct {
	Street, PostCode, Town string
	Hint                   Text // which door, which floor
}

// Desk is a counter with somebody behind it (Schalter).
type Desk struct {
	ID     DeskID
	Name   Text
	Skills []Skill
	Hours  *[7][]Hours // by weekday, Sunday first; nil: whenever a shift wants it
}

// Hours is a stretch of a day on the wall clock, half-open.
type Hours struct {
	From, To Clock
}

// Can tells whether the desk has all of skills.
func (d Desk) Can(skills []Skill) bool {
	for _, s := range skills {
		if !slices.Contains(d.Skills, s) {
			return false
		}
	}
	return true
}

// Has tells whether the office has a desk.
func (o *Office) Has(desk DeskID) bool { return o.deskIndex(desk) >= 0 }

// Concern finds a concern of the office.
func (o *Office) Concern(id ConcernID) (Concern, bool) {
	if i := o.concernIndex(id); i >= 0 {
		return o.Concerns[i], true
	}
	return Concern{}, false
}

// Serves tells whether the office handles all of the concerns.
func (o *Office) Serves(concerns []ConcernID) bool {
	for _, id := range concerns {
		if o.concernIndex(id) < 0 {
			return false
		}
	}
	return true
}

// Today is the office's date at the moment now.
func (o *Office) Today(now time.Time) Date { return DateOf(now, o.Calendar.Zone) }

// LastDay is the last day that can be booked at the moment now.
func (o *Office) LastDay(now time.Time) Date { return o.Today(now).Add(o.Policy.Horizon) }
