package understand

import "slices"

// townMatters is which entries of a town the matters of the table are.
type townMatters struct {
	entries []int32 // each once
	at      []int   // by matter, which of these it is; -1: the town says nothing of it
}

// newTownMatters finds each matter's entry by its name, as it would be found
// if somebody typed it.
func newTownMatters(c *catalogue, names []string) townMatters {
	t := townMatters{at: make([]int, len(names))}
	for i, name := range names {
		entry, found := c.entryNamed(name)
		if !found {
			t.at[i] = -1
			continue
		}
		if t.at[i] = slices.Index(t.entries, entry); t.at[i] < 0 {
			t.at[i], t.entries = len(t.entries), append(t.entries, entry)
		}
	}
	return t
}

// entryNamed is the entry that a matter of the table is.
func (c *catalogue) entryNamed(name string) (entry int32, found bool) {
	if name == noMatter {
		return 0, false
	}
	words, _ := wordsIn(oneCleanLine(name))
	if entry, exact := c.exact.find(words, allFree(len(words))); exact {
		return entry, true
	}
	f := newFinder(words, allFree(len(words)), newRanking(c))
	p := frame{items: f.items()}
	if ranks := f.rank.rank(f.said(p), f.beside(p)); len(ranks) > 0 && ranks[0].score >= clearFit {
		return ranks[0].entry, true
	}
	return 0, false
}

// unlikely is a guess of each entry, each with likelihood 0.
func (t townMatters) unlikely() []guess {
	all := make([]guess, len(t.entries))
	for i, entry := range t.entries {
		all[i].entry = entry
	}
	return all
}
