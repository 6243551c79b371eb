package understand

import "slices"

// How likely a clause must be about something, heard by itself, to be asked about beside what else is
// wanted.
const (
	aloneAt = 0.96 // if it says what is wanted or done
	paperAt = 0.75 // if it names a paper that nothing else has to do with: nobody names one in vain
)

const mostHeardApart = 24 // clauses that are heard by themselves: more tell a story

// byThemselves is what clauses are about that are heard by themselves, and that nothing found has
// to do with: who wants two things says the second in a clause of its own, which a story of the
// first drowns out. It is taken where the clause wants it, and else asked about.
func (j *judge) byThemselves(found []candidate) []candidate {
	var all []candidate
	clauses := j.f.clauses()
	if len(clauses) < 2 || len(clauses) > mostHeardApart || !slices.ContainsFunc(found, isTaken) {
		return nil
	}
	for _, c := range clauses {
		guesses := j.heardAlone(c).guesses
		if len(guesses) == 0 || guesses[0].likely < paperAt || j.isAmong(append(slices.Clone(found), all...), guesses[0].entry) {
			continue
		}
		e := j.f.rank.entries[guesses[0].entry]
		c.value, c.sure = ConcernValue{ID: e.concernID()}, unsure
		if e.elsewhere || j.tellsOrAsks(c) {
			continue
		}
		likely, wanted := guesses[0].likely >= aloneAt, likelihood(j.wants, guesses[0].entry) >= mayWant
		switch {
		case likely && j.wantsIn(c) && j.hasApart(c, found, j.f.isThing):
			c.sure = clearFit
			all = append(all, c)
		case j.hasApart(c, found, j.f.isPaper), likely && !j.hasBeen(c) && (j.isNamedIn(c) || wanted && j.hasApart(c, found, j.f.isActed)):
			all = append(all, c)
		}
	}
	return all
}

// isNamedIn tells whether a clause calls what it is about by its name: "Gewerbe anmelden".
func (j *judge) isNamedIn(c candidate) bool {
	return slices.ContainsFunc(j.parts, func(p candidate) bool {
		return p.from >= c.from && p.to <= c.to && p.sure >= wholly && sameMatter(p.value, c.value)
	})
}

// heardAlone is what a clause is about by itself. It is asked for each thing that stands there,
// and for what is wanted besides.
func (j *judge) heardAlone(c candidate) *whole {
	at := [2]int{c.from, c.to}
	if j.alone[at] == nil {
		within := make([]bool, len(j.open))
		copy(within[c.from:c.to], j.open[c.from:c.to])
		alone := new(whole)
		alone.guesses, alone.none = j.reader.guesses(j.words, within, j.its)
		j.alone[at] = alone
	}
	return j.alone[at]
}

// mayStandAlone tells whether a clause may be a wish of its own: it wants something that nothing else
// that is taken has to do with, or names such a paper.
func (j *judge) mayStandAlone(c candidate, found []candidate) bool {
	return !j.tellsOrAsks(c) && (j.wantsIn(c) && j.hasApart(c, found, anyItem) || j.hasApart(c, found, j.f.isPaper))
}

// tellsOrAsks tells whether a clause asks, or denies, or tells what has been done.
func (j *judge) tellsOrAsks(c candidate) bool {
	return j.isAsked(c) || j.saysIn(c, denying) || j.saysIn(c, done)
}

func (j *judge) wantsIn(c candidate) bool { return j.saysIn(c, wanting) || j.saysIn(c, needing) }
func (j *judge) hasBeen(c candidate) bool { return j.saysIn(c, beens) }

// saysIn tells whether a word of a set stands in a clause.
func (j *judge) saysIn(c candidate, set map[string]bool) bool {
	return slices.ContainsFunc(j.words[c.from:c.to], func(w word) bool { return set[w.text] })
}

// hasApart tells whether an item of some kind says what a clause is about, and nothing else that is
// taken has to do with it.
func (j *judge) hasApart(c candidate, found []candidate, is func(item) bool) bool {
	return slices.ContainsFunc(j.its, func(it item) bool {
		return it.from >= c.from && it.from < c.to && !it.unknown && is(it) && j.f.isOf(c, it) && !slices.ContainsFunc(found, func(o candidate) bool {
			return isTaken(o) && !sameMatter(o.value, c.value) && j.f.isOf(o, it)
		})
	})
}

func anyItem(item) bool { return true }

// isActed tells whether an item says what somebody does.
func (f *finder) isActed(it item) bool { return f.itemHas(it, anAct) }

// isThing tells whether an item names a thing.
func (f *finder) isThing(it item) bool { return f.itemHas(it, aThing) }
