package understand

import (
	"cmp"
	"slices"
)

// What is done with a chance that a clause wants a thing of its own.
const (
	besideTaken = 0.6 // from here on it is taken
	besideAsked = 0.5 // from here on it is asked about
	besideLeast = 0.5 // likely: what a clause is about, to be weighed at all
)

const mostHeardApart = 24 // clauses that are heard by themselves: more tell a story

// byThemselves is what clauses want that are heard by themselves, and that nothing found has
// to do with: who wants two things says the second in a clause of its own, which a story of the
// first drowns out. The likeliest come first.
func (j *judge) byThemselves(found []candidate) []candidate {
	clauses := j.f.clauses()
	if len(clauses) < 2 || len(clauses) > mostHeardApart || !slices.ContainsFunc(found, isTakenHere) || slices.ContainsFunc(found, isNegated) {
		return nil
	}
	var heard []judged
	for _, c := range clauses {
		for _, g := range j.heardAlone(c).guesses {
			c.value = ConcernValue{ID: j.f.rank.entries[g.entry].concernID()}
			if g.likely < besideLeast || !j.mayBeBeside(c, g, found) {
				continue
			}
			if chance := j.chanceBeside(c, g, found, len(clauses)); chance >= besideAsked {
				heard = append(heard, judged{candidate: c, chance: chance})
			}
		}
	}
	slices.SortStableFunc(heard, func(a, b judged) int { return cmp.Compare(b.chance, a.chance) })
	var all []candidate
	for _, x := range heard {
		if j.isAmong(all, j.f.entryOf(x.value)) || slices.ContainsFunc(all, x.overlaps) {
			continue
		}
		x.sure = unsure
		if x.chance >= besideTaken && !j.hasBeen(x.candidate) && !j.saysIn(x.candidate, done) {
			x.sure = clearFit
		}
		all = append(all, x.candidate)
	}
	return all
}

// mayBeBeside tells whether a clause may want what it is about beside what was found: it asks for nothing and
// refuses nothing, and is about something else, or surely about more.
func (j *judge) mayBeBeside(c candidate, g guess, found []candidate) bool {
	e := j.f.rank.entries[g.entry]
	switch {
	case e.elsewhere, j.isAsked(c), j.isAmong(found, g.entry), j.isOfFamily(c, found), j.isMeantBy(c, found):
		return false
	case j.saysIn(c, denying) && !j.f.refuses(e):
		return false
	}
	return g.likely >= surelyHeard || j.hasApart(c, found, anyItem)
}

// isOfFamily tells whether what a clause is about belongs to what a family gets together.
func (j *judge) isOfFamily(c candidate, found []candidate) bool {
	whole := j.f.wholeFamily(append(slices.Clone(found), c))
	return !slices.ContainsFunc(whole, func(w candidate) bool { return sameMatter(w.value, c.value) })
}

// isTakenHere tells whether a candidate would be taken without a question, and is done at this office.
func isTakenHere(c candidate) bool { return isTaken(c) && !isOfOthers(c) }

// isMeantBy tells whether a clause only names what another kind is found of: "der Verein will ein
// Führungszeugnis" of the extended one, "alleine nach London" of a passport. Who wants both says so: "und das normale".
func (j *judge) isMeantBy(c candidate, found []candidate) bool {
	entry := j.f.entryOf(c.value)
	special, isSpecial := j.baseOf(c)
	for _, o := range found {
		if base, is := j.baseOf(o); is && base == entry {
			return !j.saysKind(c, j.isOrdinary)
		}
		if isSpecial && j.f.entryOf(o.value) == special {
			return !j.saysKind(c, func(it item) bool { return j.f.itemHas(it, aTrait) && j.f.concerns(entry, it) })
		}
	}
	return false
}

// saysKind tells whether an item in a clause says which kind of a thing is meant.
func (j *judge) saysKind(c candidate, is func(item) bool) bool {
	return slices.ContainsFunc(j.its, func(it item) bool { return it.from >= c.from && it.from < c.to && !it.unknown && is(it) })
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

// isThing tells whether an item names a thing.
func (f *finder) isThing(it item) bool { return f.itemHas(it, aThing) }
