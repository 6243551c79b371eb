package booking

import "slices"

// As is the office at today, as people see it: concerns that are done on no day
// that can be booked are left out, and the others are as on the first day on
// which they are done. What holds on a certain day is answered by ConcernOn,
// ConcernsOn and VisitOn.
func (o *Office) As(today Date) *Office {
	if !o.dated() {
		return o
	}
	at := *o
	at.every, at.Concerns = o.all(), nil
	for _, c := range at.every {
		if c.Done.meets(today, today.Add(o.Policy.Horizon)) {
			at.Concerns = append(at.Concerns, c.on(later(today, c.Done.From)))
		}
	}
	at.Categories = nil
	for _, category := range o.Categories {
		if slices.ContainsFunc(at.Concerns, func(c Concern) bool { return c.Category == category.ID }) {
			at.Categories = append(at.Categories, category)
		}
	}
	return &at
}

func later(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}

// all is the concerns of all days.
func (o *Office) all() []Concern {
	if o.every != nil {
		return o.every
	}
	return o.Concerns
}

// dated tells whether some concern is another one on some days.
func (o *Office) dated() bool {
	all := o.all()
	for i := range all {
		if all[i].dated() {
			return true
		}
	}
	return false
}

// ConcernOn finds a concern as it is on day d; on no day in particular it is as
// of today. It is false if the office does not do it on that day.
func (o *Office) ConcernOn(id ConcernID, d Date) (Concern, bool) {
	if d.IsZero() {
		return o.Concern(id)
	}
	all := o.all()
	i := o.indexIn(all, id)
	if i < 0 || !all[i].Done.Has(d) {
		return Concern{}, false
	}
	return all[i].on(d), true
}

// ConcernsOn is the concerns that the office does on day d.
func (o *Office) ConcernsOn(d Date) []Concern {
	if !o.dated() {
		return o.Concerns
	}
	var all []Concern
	for _, c := range o.all() {
		if c.Done.Has(d) {
			all = append(all, c.on(d))
		}
	}
	return all
}

// Ever finds a concern of the office whatever the day, to say since when or
// until when it is done.
func (o *Office) Ever(id ConcernID) (Concern, bool) {
	all := o.all()
	if i := o.indexIn(all, id); i >= 0 {
		return all[i], true
	}
	return Concern{}, false
}

// Ever finds a concern of the town whatever the day, and the first office that
// has it.
func (t Town) Ever(id ConcernID) (Concern, *Office, bool) {
	for _, o := range t.Offices {
		if c, ok := o.Ever(id); ok {
			return c, o, true
		}
	}
	return Concern{}, nil, false
}

// ChangesOn is the first day after today, and not after last, on which something
// else may hold for some wishes. It is false if all stays as it is.
func (o *Office) ChangesOn(wishes []Wish, today, last Date) (Date, bool) {
	var first Date
	for _, w := range wishes {
		c, _ := o.Ever(w.Concern)
		for _, d := range c.turns() {
			if d.After(today) && !d.After(last) && (first.IsZero() || d.Before(first)) {
				first = d
			}
		}
	}
	return first, !first.IsZero()
}

// As is the town with each office as of today by its own clock.
func (t Town) As(today func(*Office) Date) Town {
	if !slices.ContainsFunc(t.Offices, (*Office).dated) {
		return t
	}
	offices := make([]*Office, len(t.Offices))
	for i, o := range t.Offices {
		offices[i] = o.As(today(o))
	}
	return t.With(offices)
}
