package understand

import (
	"math"
	"slices"
)

// What speaks for it that a clause wants a thing of its own, beside what was found, and what against
// it: the weights of a logistic regression over 720 clauses that are about something else by themselves,
// of six lists by strangers and of the development part of the corpus. They say how much each
// changes the logarithm of the odds.
const (
	besideFirst = -1.49 // to begin with
	besideHeard = 0.45  // per unit of the odds that the clause is about it, as a logarithm
	besideWants = 0.47  // the same that it is wanted, whatever else is
	besidePaper = 1.62  // that the clause names a paper which nothing found has to do with
	besideThing = 1.13  // or such a thing
	besideNamed = 0.69  // that it is called by its name there
	besideOwn   = 0.48  // that it is somebody's: my, her
	besideKin   = 0.98  // that it shares a thing with what was found: another kind of pass
	besideLong  = 0.53  // per share of a clause of twelve words
	besideFew   = -1.52 // per share that the clause has of all: who says little says one thing
	besideBeen  = -0.3  // that something is said to have been
	besideDone  = -0.28 // or done
)

const longClause = 12 // words

// chanceBeside is how likely a clause wants what it is about, beside what was found.
func (j *judge) chanceBeside(c candidate, g guess, found []candidate, clauses int) float64 {
	odds := besideFirst + besideHeard*oddsOf(g.likely, 0.02) + besideWants*oddsOf(likelihood(j.wants, g.entry), 0.005)
	odds += besideLong*float64(min(c.to-c.from, longClause))/longClause + besideFew/float64(clauses)
	for _, o := range []struct {
		is   bool
		odds float64
	}{
		{j.hasApart(c, found, j.f.isPaper), besidePaper},
		{j.hasApart(c, found, j.f.isThing), besideThing},
		{j.isNamedIn(c), besideNamed},
		{j.saysIn(c, mine), besideOwn},
		{j.sharesThing(c, found), besideKin},
		{j.hasBeen(c), besideBeen},
		{j.saysIn(c, done), besideDone},
	} {
		if o.is {
			odds += o.odds
		}
	}
	return 1 / (1 + math.Exp(-odds))
}

// sharesThing tells whether something found is done with a thing that a clause is about.
func (j *judge) sharesThing(c candidate, found []candidate) bool {
	named := j.f.rank.entries[j.f.entryOf(c.value)].named
	return slices.ContainsFunc(found, func(o candidate) bool {
		v, is := o.value.(ConcernValue)
		return is && isTaken(o) && slices.ContainsFunc(j.f.rank.entries[j.f.entryOf(v)].named, func(id conceptID) bool {
			kind := j.f.notion(id).kind
			return (kind == aThing || kind == anAct) && slices.Contains(named, id)
		})
	})
}
