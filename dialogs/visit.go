package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// concern finds a concern of the town.
func (f Facts) concern(id booking.ConcernID) booking.Concern {
	c, _ := f.Town.Concern(id)
	return c
}

// offices is which offices can serve the draft.
func (t *talk) offices() []booking.OfficeID {
	if _, known := t.facts.Town.Office(t.Draft.Office); known {
		return []booking.OfficeID{t.Draft.Office}
	}
	return t.facts.Town.Able(t.flow.audience(), once(t.Draft.Wishes), max(1, t.Draft.Persons))
}

// visit is what the draft asks for on its day, at the office chosen or the first
// that can serve it.
func (t *talk) visit() (booking.Visit, *booking.Office, bool) {
	for _, id := range t.offices() {
		office, _ := t.facts.Town.Office(id)
		visit, err := t.visitOn(office, t.Draft.Day)
		if err != nil { // it is not done on that day, which has nothing free
			visit, err = t.visitAt(office)
		}
		if err == nil {
			return visit, office, true
		}
	}
	return booking.Visit{}, nil, false
}

// visitAt is what the draft asks for, at an office and on no day in particular.
func (t *talk) visitAt(o *booking.Office) (booking.Visit, error) {
	return t.visitOn(o, booking.Date{})
}

// visitOn is what the draft asks for as it holds on a day.
func (t *talk) visitOn(o *booking.Office, day booking.Date) (booking.Visit, error) {
	return o.VisitOn(day, t.flow.audience(), once(t.Draft.Wishes), max(1, t.Draft.Persons))
}

// fits tells whether some office can serve all wishes in one visit; otherwise
// the refusal of the first office that handles them. An appointment that changes stays
// at its office.
func (t *talk) fits(wishes []booking.Wish, persons int) error {
	offices := t.facts.Town.Serving(concernIDs(wishes))
	if t.Draft.Changes {
		offices = slices.DeleteFunc(slices.Clone(offices), func(o *booking.Office) bool { return o.ID != t.Draft.Office })
	}
	if len(offices) == 0 {
		return booking.ErrApart
	}
	var refused error
	for _, o := range offices {
		_, err := o.VisitFor(t.flow.audience(), once(wishes), persons)
		if err == nil {
			return nil
		}
		if refused == nil {
			refused = err
		}
	}
	return refused
}

// once reads quantities that were not asked as one.
func once(wishes []booking.Wish) []booking.Wish {
	all := slices.Clone(wishes)
	for i := range all {
		all[i].Quantity = max(1, all[i].Quantity)
	}
	return all
}

// known is what of all is about concerns that the town still has.
func known[T any](town booking.Town, all []T, id func(T) booking.ConcernID) []T {
	given := func(x T) bool {
		_, ok := town.Concern(id(x))
		return !ok
	}
	if !slices.ContainsFunc(all, given) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), given)
}

func concernIDs(wishes []booking.Wish) []booking.ConcernID {
	ids := make([]booking.ConcernID, len(wishes))
	for i, w := range wishes {
		ids[i] = w.Concern
	}
	return ids
}

// basket is what was chosen so far, one line.
func (t *talk) basket() []locales.Line {
	if len(t.Draft.Wishes) == 0 {
		return nil
	}
	var names locales.List
	for _, w := range t.Draft.Wishes {
		names = append(names, t.facts.named(w))
	}
	return []locales.Line{locales.Say("concern.basket", "Concerns", names)}
}

// named is a concern with how often, where that is more than once.
func (f Facts) named(w booking.Wish) locales.Line {
	return quantityLine(f.concern(w.Concern).Name, w.Quantity)
}

// longest is the longest visit of the town's offices.
func (f Facts) longest() locales.Minutes {
	return booking.Remember(f.Town, "the longest visit", func() locales.Minutes {
		longest := f.Town.Offices[0].Policy.Longest
		for _, o := range f.Town.Offices {
			longest = max(longest, o.Policy.Longest)
		}
		return locales.Minutes(longest.Minutes())
	})
}

// firstOffice is the one office whose days are looked at.
func (t *talk) firstOffice() []booking.OfficeID {
	ids := t.offices()
	return slices.Clip(ids[:min(1, len(ids))])
}

// unserved is shown where what is wanted is not served any more, since the
// office's file changed in the middle of the talk.
func (t *talk) unserved() View {
	return View{
		Ask:    locales.Say("day.unserved", "Phone", t.phone()),
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (t *talk) order(office booking.OfficeID, start time.Time) Order {
	o := Order{Office: office, Start: start, Moving: t.Draft.Moving}
	if t.Draft.Moving == 0 || t.Draft.Changes {
		o.Wishes, o.Persons = once(t.Draft.Wishes), max(1, t.Draft.Persons)
	}
	return o
}

// mailRequired tells whether citizens must give a mail address at the office that is chosen.
func (t *talk) mailRequired() bool {
	o, ok := t.office()
	return ok && o.Policy.MailRequired && t.flow.audience() == booking.Public
}
