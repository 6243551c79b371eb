package booking

import (
	"slices"
	"time"
)

// Period is the days on which something holds, both included. The zero Date is
// without a beginning, or without an end.
type Period struct{ From, Until Date }

// Has tells whether d is one of the days.
func (p Period) Has(d Date) bool {
	return !d.Before(p.From) && (p.Until.IsZero() || !d.After(p.Until))
}

// meets tells whether one of the days from first to last is in p.
func (p Period) meets(first, last Date) bool {
	return !p.From.After(last) && (p.Until.IsZero() || !p.Until.Before(first))
}

// turns is the days on which something begins or no longer holds.
func (p Period) turns() []Date {
	var all []Date
	if !p.From.IsZero() {
		all = append(all, p.From)
	}
	if !p.Until.IsZero() {
		all = append(all, p.Until.Add(1))
	}
	return all
}

// Lengths is how long a concern takes in a period.
type Lengths struct {
	Period

	First, Further, PerPerson time.Duration
}

// on is the concern as it is on day d: its length, what to bring and what to
// fill in. FeeOn chooses among its fees.
func (c Concern) on(d Date) Concern {
	for _, l := range c.Lengths {
		if l.Has(d) {
			c.First, c.Further, c.PerPerson = l.First, l.Further, l.PerPerson
		}
	}
	c.Documents = holding(c.Documents, func(x Document) bool { return x.Period.Has(d) })
	c.Forms = holding(c.Forms, func(x Form) bool { return x.Period.Has(d) })
	return c
}

// holding is all that hold, in a list of its own if some do not.
func holding[T any](all []T, holds func(T) bool) []T {
	if !slices.ContainsFunc(all, func(x T) bool { return !holds(x) }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool { return !holds(x) })
}

// dated tells whether the concern is another one on some days, apart from its
// fees.
func (c *Concern) dated() bool {
	var always Period
	return c.Done != always || len(c.Lengths) > 0 ||
		slices.ContainsFunc(c.Documents, func(x Document) bool { return x.Period != always }) ||
		slices.ContainsFunc(c.Forms, func(x Form) bool { return x.Period != always })
}

// turns is the days on which something about the concern changes.
func (c Concern) turns() []Date {
	all := c.Done.turns()
	for _, l := range c.Lengths {
		all = append(all, l.turns()...)
	}
	for _, x := range c.Documents {
		all = append(all, x.Period.turns()...)
	}
	for _, x := range c.Forms {
		all = append(all, x.Period.turns()...)
	}
	for _, x := range c.Fees {
		all = append(all, Period{x.From, x.Until}.turns()...)
	}
	return all
}
