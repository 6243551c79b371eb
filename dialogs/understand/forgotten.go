package understand

import "slices"

// How likely something must be wanted, whatever else is, to be judged beside what was found.
const (
	mayWant      = 0.05 // where a part of the message says it
	likelyWanted = 0.4  // where none does
	surelyWanted = 0.9  // where none does, and little is told
)

// forgotten is what is likely wanted beside what was found: parts of the message that were
// left out as something else was clearer.
func (j *judge) forgotten(found []candidate) []candidate {
	var all []candidate
	for _, c := range j.parts {
		entry := j.f.entryOf(c.value)
		v, is := c.value.(ConcernValue)
		if !is || v.Negated || likelihood(j.wants, entry) < mayWant || j.isAmong(found, entry) {
			continue
		}
		v.Rivals = nil
		c.value = v
		all = append(all, c)
	}
	all = append(all, j.unsaid(append(slices.Clone(found), all...))...)
	return slices.DeleteFunc(all, func(c candidate) bool { return j.isOfFamily(c, found) })
}

// unsaid is what is likely wanted although no part of the message is what it is called. Its
// words are those of the clause that says most of it.
func (j *judge) unsaid(found []candidate) []candidate {
	var entries []int32
	least := j.leastUnsaid(found)
	for _, g := range j.wants {
		if g.likely >= least && !j.f.rank.entries[g.entry].elsewhere && !j.isAmong(found, g.entry) {
			entries = append(entries, g.entry)
		}
	}
	slices.Sort(entries)
	var all []candidate
	for _, e := range entries {
		c, most := candidate{}, 0.0
		for _, at := range j.f.clauses() {
			for _, other := range found {
				at = withoutWordsOf([]candidate{at}, other)[0]
			}
			within := make([]bool, len(j.open))
			copy(within[at.from:at.to], j.open[at.from:at.to])
			if p := likelihood(j.reader.wanted(evidenceIn(j.reader.catalogue.words, j.words, within, j.its)), e); p > most {
				c, most = at, p
			}
		}
		if most >= mayWant {
			c.value = ConcernValue{ID: j.f.rank.entries[e].concernID()}
			all = append(all, c)
		}
	}
	return all
}

// leastUnsaid is how likely something must be wanted that no part of the message says: in
// few words that join something, "verloren und neuen beantragen", all but certain. Beside
// what others do nothing is looked for.
func (j *judge) leastUnsaid(found []candidate) float64 {
	switch {
	case !slices.ContainsFunc(found, func(c candidate) bool { return isTaken(c) && isMatter(c) && !isOfOthers(c) }):
		return 1
	case j.f.told() > plainly:
		return likelyWanted
	case slices.ContainsFunc(j.words, func(w word) bool { return joining[w.text] }):
		return surelyWanted
	}
	return 1
}

// isAmong tells whether an entry was found, is one of those that could be meant, or is
// expressly not wanted.
func (j *judge) isAmong(found []candidate, entry int32) bool {
	return slices.ContainsFunc(found, func(c candidate) bool {
		return slices.ContainsFunc(j.f.entriesOf(c.value), func(e int32) bool { return e == entry || j.f.sameButCases(e, entry) })
	})
}

// withoutWordsOf takes the words of one candidate away from others that took the whole of a
// message.
func withoutWordsOf(all []candidate, one candidate) []candidate {
	for i, c := range all {
		if sameMatter(c.value, one.value) || !c.overlaps(one) || c.from >= one.from && c.to <= one.to {
			continue
		}
		if before, after := one.from-c.from, c.to-one.to; before >= after {
			all[i].to = one.from
		} else {
			all[i].from = one.to
		}
	}
	return all
}
