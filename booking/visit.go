package booking

import (
	"slices"
	"time"
)

// Wish is a concern somebody has, and how many cases of it.
type Wish struct {
	Concern  ConcernID `json:"concern"`
	Quantity int       `json:"quantity"`
}

// Visit is what one appointment is for: concerns with their quantities, and how
// many people come.
type Visit struct {
	Parts   []Part
	Persons int

	grid time.Duration
}

// Part is one concern of a visit and how many cases of it.
type Part struct {
	Concern  Concern
	Quantity int
}

// Visit combines wishes into one visit of persons people. It returns ErrUnknown
// for no wishes or an unknown concern, ErrPhoneOnly, ErrTooMany for a quantity
// out of range, ErrApart for concerns that cannot be combined and ErrTooLong
// beyond the longest visit.
func (o *Office) Visit(wishes []Wish, persons int) (Visit, error) {
	return o.VisitFor(Public, wishes, persons)
}

// VisitFor is like Visit for a given audience: staff may book concerns that are
// arranged by telephone only.
func (o *Office) VisitFor(who Audience, wishes []Wish, persons int) (Visit, error) {
	return o.VisitOn(Date{}, who, wishes, persons)
}

// VisitOn is like VisitFor for a visit on day d: it takes as long and needs what
// holds then, and ErrUnknown is also for a concern that is not done on that day.
// The zero Date is no day in particular.
func (o *Office) VisitOn(d Date, who Audience, wishes []Wish, persons int) (Visit, error) {
	if persons < 1 || persons > o.Policy.MaxPersons {
		return Visit{}, ErrTooMany
	}
	if len(wishes) == 0 {
		return Visit{}, ErrUnknown
	}
	v := Visit{Persons: persons, grid: o.Policy.Grid}
	for _, wish := range wishes {
		part, err := o.part(d, who, wish)
		if err != nil {
			return Visit{}, err
		}
		for _, other := range v.Parts {
			if !o.Combinations.Combines(other.Concern.ID, part.Concern.ID) {
				return Visit{}, ErrApart
			}
		}
		if err := v.add(part); err != nil {
			return Visit{}, err
		}
	}
	if v.Length() > o.Policy.Longest {
		return Visit{}, ErrTooLong
	}
	return v, nil
}

// add adds a part. Cases of a concern that is in the visit already are added
// up, so that naming it twice does not get around the largest quantity.
func (v *Visit) add(part Part) error {
	i := slices.IndexFunc(v.Parts, func(p Part) bool { return p.Concern.ID == part.Concern.ID })
	if i < 0 {
		v.Parts = append(v.Parts, part)
		return nil
	}
	v.Parts[i].Quantity += part.Quantity
	if v.Parts[i].Quantity > part.Concern.MaxQuantity {
		return ErrTooMany
	}
	return nil
}

func (o *Office) part(d Date, who Audience, wish Wish) (Part, error) {
	concern, ok := o.ConcernOn(wish.Concern, d)
	switch {
	case !ok:
		return Part{}, ErrUnknown
	case concern.PhoneOnly && who != Staff:
		return Part{}, ErrPhoneOnly
	case wish.Quantity < 1 || wish.Quantity > concern.MaxQuantity:
		return Part{}, ErrTooMany
	}
	return Part{concern, wish.Quantity}, nil
}

// Length is how long the visit takes, rounded up to the office's grid.
func (v Visit) Length() time.Duration {
	var sum time.Duration
	for _, p := range v.Parts {
		sum += p.Concern.Takes(p.Quantity)
		sum += time.Duration(v.Persons-1) * p.Concern.PerPerson
	}
	if v.grid > 0 {
		sum = (sum + v.grid - 1) / v.grid * v.grid
	}
	return sum
}

// Documents lists what to bring, each document once, in the order of the
// concerns.
func (v Visit) Documents() []Document {
	var all []Document
	seen := map[DocumentID]bool{}
	for _, p := range v.Parts {
		for _, doc := range p.Concern.Documents {
			if !seen[doc.ID] {
				seen[doc.ID] = true
				all = append(all, doc)
			}
		}
	}
	return all
}

// Forms lists the forms to fill in, each once.
func (v Visit) Forms() []Form {
	var all []Form
	seen := map[FormID]bool{}
	for _, p := range v.Parts {
		for _, form := range p.Concern.Forms {
			if !seen[form.ID] {
				seen[form.ID] = true
				all = append(all, form)
			}
		}
	}
	return all
}

// Cost is the sum of the fees valid on day d.
func (v Visit) Cost(d Date) Cost {
	var sum Cost
	for _, p := range v.Parts {
		fee, _ := p.Concern.FeeOn(d) // none: it is settled at the counter
		sum = sum.plus(fee.times(p.Quantity))
	}
	return sum
}

// Skills lists what a desk must be able to do to serve the visit.
func (v Visit) Skills() []Skill {
	var all []Skill
	for _, p := range v.Parts {
		if !slices.Contains(all, p.Concern.Skill) {
			all = append(all, p.Concern.Skill)
		}
	}
	return all
}

// Items is the visit as it is stored in an appointment. It copies names and
// minutes, so that a later office file changes no booking.
func (v Visit) Items() []Item {
	items := make([]Item, len(v.Parts))
	for i, p := range v.Parts {
		items[i] = Item{
			Concern: p.Concern.ID, Name: p.Concern.Name, Quantity: p.Quantity,
			Minutes: int(p.Concern.Takes(p.Quantity) / time.Minute),
		}
	}
	return items
}
