package understand

import (
	"cmp"
	"math"
	"slices"
)

// opinion is how far a message speaks of an entry: how likely the whole of it
// is about the entry, and how well a part of it fits what the entry is called.
type opinion struct {
	entry  int32
	likely float64
	fit    float64
	found  *candidate // the part
	share  float64    // of all opinions, this one's weight
}

// How opinions are weighed. They were set where the development part of the
// corpus reads best; the test part changes little around them.
const (
	ofFit      = 1.5  // how much a fit counts beside a likelihood, as a logarithm
	ofDoubt    = 0.01 // how likely what nobody thought of may be
	noneFloor  = 0.02 // and that it is about nothing
	takenFrom  = 0.4  // of all opinions, one is taken at once that has so much
	takenClear = 0.55 // or so much, where a part says it clearly
	takenAlone = 0.4  // and is so likely, where no part says it
	doubted    = 0.3  // what is so likely makes doubt of what a part says
	askedFrom  = 0.25 // what has less is not asked about
	rivalFrom  = 0.1  // nor named as what could be meant as well
)

// opinions joins both views, the strongest first.
func (f *finder) opinions(guesses []guess, none float64, wanted, vague []candidate) []opinion {
	var all []opinion
	for _, g := range guesses {
		all = append(all, opinion{entry: f.sameBase(g.entry, wanted, vague), likely: g.likely})
	}
	for i := range wanted {
		all = f.withPart(all, &wanted[i], wanted[i].sure)
	}
	for i := range vague {
		all = f.withPart(all, &vague[i], vague[i].sure)
	}
	sum := none + noneFloor
	for i, o := range all {
		all[i].share = (o.likely + ofDoubt) * math.Exp(ofFit*o.fit)
		sum += all[i].share
	}
	for i := range all {
		all[i].share /= sum
	}
	slices.SortStableFunc(all, func(a, b opinion) int { return cmp.Compare(b.share, a.share) })
	return all
}

// sameBase is the entry that was found where it differs from another only in
// the number of cases.
func (f *finder) sameBase(entry int32, found ...[]candidate) int32 {
	e := f.rank.entries[entry]
	if e.cases == (caseSpan{}) {
		return entry
	}
	for _, c := range slices.Concat(found...) {
		if other := f.entryOf(c.value); other >= 0 && f.rank.entries[other].base == e.base {
			return other
		}
	}
	return entry
}

// withPart adds what a part of the message speaks of, and what that could mean
// as well.
func (f *finder) withPart(all []opinion, c *candidate, fit float64) []opinion {
	entries := f.entriesOf(c.value)
	for _, e := range entries {
		i := slices.IndexFunc(all, func(o opinion) bool { return o.entry == e })
		if i < 0 {
			all = append(all, opinion{entry: e})
			i = len(all) - 1
		}
		if fit > all[i].fit {
			all[i].fit = fit
			if e == entries[0] {
				all[i].found = c
			}
		}
	}
	return all
}

// worthAsking tells whether the strongest opinion says enough to ask about it;
// it disturbs to be sent on by a guess.
func (f *finder) worthAsking(best opinion) bool {
	least := askedFrom
	if f.rank.entries[best.entry].elsewhere {
		least = takenAlone
	}
	return best.share >= askedFrom && (best.fit > 0 || best.likely >= least)
}

// takenSurely tells whether the strongest opinion is taken at once: a part of
// the message says it clearly and the whole says nothing else rather, or it is
// a good part of all and nothing else is likely. What no part says clearly must
// follow from much that was told.
func takenSurely(all []opinion, much bool) bool {
	best := all[0]
	if best.fit >= clearFit {
		return best.share >= takenClear
	}
	if slices.ContainsFunc(all[1:], func(o opinion) bool { return o.likely >= doubted }) {
		return false
	}
	return much && best.share >= takenFrom && (best.fit >= 0.5 || best.likely >= takenAlone)
}
