package understand

import (
	"slices"

	"terminbote/booking"
)

// ConcernWhen is a concern that is wanted on days of its own.
type ConcernWhen struct {
	Concern booking.ConcernID `json:"concern"`
	When
}

// errand is some concerns, and when they are wanted.
type errand struct {
	concerns []booking.ConcernID
	when     []candidate
}

// concernsApart is the concerns that are wanted on days of their own: "Perso am Dienstag und Reisepass am
// Mittwoch". There are none where one of them has no day, or only one of them is wanted.
func (m *message) concernsApart(chosen []candidate) []ConcernWhen {
	errands, ok := m.errands(chosen)
	if !ok || len(errands) < 2 {
		return nil
	}
	var all []ConcernWhen
	for _, e := range errands {
		w, ok := m.whenOf(e)
		if !ok || slices.ContainsFunc(all, func(o ConcernWhen) bool { return o.Days.equal(w.Days) || slices.Contains(e.concerns, o.Concern) }) {
			return nil
		}
		for _, id := range e.concerns {
			all = append(all, ConcernWhen{Concern: id, When: w})
		}
	}
	return all
}

// errands parts what was chosen at each concern that stands behind days, or at all days that stand
// behind a concern, if days come first. It returns false where one has no days.
func (m *message) errands(chosen []candidate) (all []errand, ok bool) {
	daysFirst, last := false, -1
	for i, c := range chosen {
		v, isConcern := c.value.(ConcernValue)
		if isConcern && v.Negated || !isConcern && !isWhen(c) {
			continue
		}
		if last < 0 {
			daysFirst = !isConcern
		}
		turns := last >= 0 && isWhen(chosen[last]) == isConcern
		if last < 0 || turns && isConcern != daysFirst {
			if last >= 0 && m.isEither(chosen[last].to, c.from) {
				return nil, false
			}
			all = append(all, errand{})
		}
		e := &all[len(all)-1]
		if isConcern {
			e.concerns = append(e.concerns, v.ID)
		} else {
			e.when = append(e.when, c)
		}
		last = i
	}
	return all, !slices.ContainsFunc(all, func(e errand) bool { return len(e.concerns) == 0 || len(e.when) == 0 })
}

// isEither tells whether a word between two places says that only one of both is wanted.
func (m *message) isEither(from, to int) bool {
	for i := from; i < to; i++ {
		if m.says(i, sOr) && !m.says(i, sAnd) {
			return true
		}
	}
	return false
}

// whenOf is when an errand is wanted; false where it names no days, or several with hours of their own.
func (m *message) whenOf(e errand) (w When, ok bool) {
	var days daysSaid
	var hours hoursSaid
	for i, c := range e.when {
		switch said := c.value.(type) {
		case daysSaid:
			days = days.beside(said)
		case hoursSaid:
			hours = hours.beside(said, i > 0)
		}
	}
	w = When{Days: days.settled(m.in.Today), Hours: hours.settled()}
	return w, days.saysSome() && days.Fault == "" && len(m.paired(e.when)) == 0
}

// eachApart is the days of concerns that are wanted apart, as days of which any will do.
func eachApart(all []ConcernWhen) []When {
	var pairs []When
	for _, a := range all {
		pairs = append(pairs, a.When)
	}
	if pairs = Alternatives(pairs); len(pairs) < 2 {
		return nil
	}
	return pairs
}
