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

// Office is one place that citizens come to: what it offers, when, and by
// which rules.
type Office struct {
	ID         OfficeID
	Name       Text
	Lang       string // of its own, in which it writes to whoever has said no other
	Address    Address
	Phone      string
	Website    string
	Privacy    Text // where the privacy notice in full can be read
	Categories []Category
	Concerns   []Concern
	Matrix     Matrix
	Desks      []Desk
	Calendar   Calendar
	Policy     Policy
	Elsewhere  []Elsewhere // what others do
	Answers    []Answer    // what only the office knows
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

// Concern finds a concern of the office.
func (o *Office) Concern(id ConcernID) (Concern, bool) {
	for _, c := range o.Concerns {
		if c.ID == id {
			return c, true
		}
	}
	return Concern{}, false
}

// Serves tells whether the office handles every one of the concerns.
func (o *Office) Serves(concerns []ConcernID) bool {
	for _, id := range concerns {
		if _, ok := o.Concern(id); !ok {
			return false
		}
	}
	return true
}

// Today is the office's date at the moment now.
func (o *Office) Today(now time.Time) Date { return DateOf(now, o.Calendar.Zone) }

// LastDay is the last day that can be booked at the moment now.
func (o *Office) LastDay(now time.Time) Date { return o.Today(now).Add(o.Policy.Horizon) }

// Town is all offices of one town.
type Town struct {
	Offices []*Office
}

// Office finds an office by its ID.
func (t Town) Office(id OfficeID) (*Office, bool) {
	for _, o := range t.Offices {
		if o.ID == id {
			return o, true
		}
	}
	return nil, false
}

// Serving is the offices that handle every one of the concerns.
func (t Town) Serving(concerns []ConcernID) []*Office {
	var all []*Office
	for _, o := range t.Offices {
		if o.Serves(concerns) {
			all = append(all, o)
		}
	}
	return all
}

// Concern finds a concern in the first office that has it.
func (t Town) Concern(id ConcernID) (Concern, bool) {
	for _, o := range t.Offices {
		if c, ok := o.Concern(id); ok {
			return c, true
		}
	}
	return Concern{}, false
}

// Categories is the categories of all offices, each once.
func (t Town) Categories() []Category {
	var all []Category
	for _, o := range t.Offices {
		for _, c := range o.Categories {
			if !slices.ContainsFunc(all, func(x Category) bool { return x.ID == c.ID }) {
				all = append(all, c)
			}
		}
	}
	return all
}

// ConcernsIn is the concerns of a category in all offices, each once.
func (t Town) ConcernsIn(category CategoryID) []Concern {
	var all []Concern
	for _, o := range t.Offices {
		for _, c := range o.Concerns {
			known := slices.ContainsFunc(all, func(x Concern) bool { return x.ID == c.ID })
			if c.Category == category && !known {
				all = append(all, c)
			}
		}
	}
	return all
}
