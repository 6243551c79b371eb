package booking

import (
	"fmt"
	"slices"
)

// TownID names a town among those of an installation.
type TownID string

// Town is all offices of one town.
type Town struct {
	ID      TownID // empty: the town of an installation that was made for one
	Offices []*Office

	former []*Office // given up; appointments made there are still known

	byID map[OfficeID]int // the position of each; nil: lookups search
	memo *memo            // what was worked out of the offices; nil: nothing is kept
}

// NewTown is a town of these offices, in which offices, concerns and desks are
// found without a search.
func NewTown(offices ...*Office) Town {
	t := Town{Offices: offices, byID: make(map[OfficeID]int, len(offices)), memo: new(memo)}
	for i := len(offices) - 1; i >= 0; i-- { // of two with one ID the first counts
		offices[i].Index()
		t.byID[offices[i].ID] = i
	}
	return t
}

// Current is the town itself: what is asked for the town where its files are read
// only once.
func (t Town) Current() Town { return t }

// With is the town with each office replaced by another version of it.
func (t Town) With(offices []*Office) Town {
	return Town{ID: t.ID, Offices: offices, former: t.former, byID: t.byID, memo: new(memo)}
}

// Former is an office that may be given up, and what it was called; nil: nobody
// knows.
type Former struct {
	ID   OfficeID
	Name Text
}

// WithFormer is the town with those of the offices that are in its files no more.
// They are found by their ID, for those who have an appointment there, and
// nowhere else.
func (t Town) WithFormer(all ...Former) Town {
	t.former = nil
	if len(t.Offices) == 0 {
		return t // nobody speaks for them
	}
	for _, f := range all {
		if _, open := t.open(f.ID); !open {
			t.former = append(t.former, t.Offices[0].stead(f))
		}
	}
	return t
}

// Known is all offices of the files, and those that are given up.
func (t Town) Known() []*Office { return append(slices.Clip(t.Offices), t.former...) }

// stead is what the office says in the place of one that is given up: it has
// no hours, no desks and no concerns. Its address is that of who speaks.
func (o *Office) stead(f Former) *Office {
	return &Office{
		ID: f.ID, GivenUp: true, Former: f.Name, Name: o.Name, Lang: o.Lang, Address: o.Address, Phone: o.Phone, Website: o.Website, Privacy: o.Privacy, Site: o.Site,
		Policy: o.Policy, Calendar: Calendar{Zone: o.Calendar.Zone},
	}
}

// Office finds an office by its ID, one that is given up too.
func (t Town) Office(id OfficeID) (*Office, bool) {
	if o, ok := t.open(id); ok {
		return o, true
	}
	for _, o := range t.former {
		if o.ID == id {
			return o, true
		}
	}
	return nil, false
}

// open finds an office of the files by its ID.
func (t Town) open(id OfficeID) (*Office, bool) {
	if t.byID != nil {
		i, ok := t.byID[id]
		if !ok {
			return nil, false
		}
		return t.Offices[i], true
	}
	for _, o := range t.Offices {
		if o.ID == id {
			return o, true
		}
	}
	return nil, false
}

// Serving is the offices that handle every one of the concerns.
func (t Town) Serving(concerns []ConcernID) []*Office {
	key := questionOf{"serving", fmt.Sprintf("%q", concerns)}
	return slices.Clip(Remember(t, key, func() []*Office { return t.serving(concerns) }))
}

func (t Town) serving(concerns []ConcernID) []*Office {
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
	offices := t.Offices
	if t.memo != nil {
		first, known := t.firsts()[id]
		if !known {
			return Concern{}, false
		}
		offices = offices[first:]
	}
	for _, o := range offices {
		if i := o.concernIndex(id); i >= 0 {
			return o.Concerns[i], true
		}
	}
	return Concern{}, false
}

// Categories is the categories of all offices, each once.
func (t Town) Categories() []Category {
	return slices.Clone(Remember(t, question("categories"), t.categories))
}

func (t Town) categories() []Category {
	var all []Category
	seen := map[CategoryID]bool{}
	for _, o := range t.Offices {
		for _, c := range o.Categories {
			if !seen[c.ID] {
				seen[c.ID] = true
				all = append(all, c)
			}
		}
	}
	return all
}

// Category finds a category of the town; the zero Category where it has none of
// that ID.
func (t Town) Category(id CategoryID) Category {
	for _, c := range t.Categories() {
		if c.ID == id {
			return c
		}
	}
	return Category{}
}

// ConcernsIn is the concerns of a category in all offices, each once.
func (t Town) ConcernsIn(category CategoryID) []Concern {
	return slices.Clone(Remember(t, questionOf{"category", string(category)}, func() []Concern { return t.concernsIn(category) }))
}

func (t Town) concernsIn(category CategoryID) []Concern {
	var all []Concern
	seen := map[ConcernID]bool{}
	for _, o := range t.Offices {
		for i := range o.Concerns {
			if c := &o.Concerns[i]; c.Category == category && !seen[c.ID] {
				seen[c.ID] = true
				all = append(all, *c)
			}
		}
	}
	return all
}
