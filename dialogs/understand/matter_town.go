package understand

// townMatters is which entry of a town each matter of the table is; -1: the
// town says nothing of it.
type townMatters []int32

// newTownMatters finds each matter's entry by its name, as it would be found
// if somebody typed it.
func newTownMatters(c *catalogue, names []string) townMatters {
	all := make(townMatters, len(names))
	for i, name := range names {
		all[i] = -1
		if name == noMatter {
			continue
		}
		words, _ := wordsIn(oneCleanLine(name))
		if entry, exact := c.exact.find(words, allFree(len(words))); exact {
			all[i] = entry
			continue
		}
		f := newFinder(words, allFree(len(words)), c)
		p := frame{items: f.items()}
		if ranks := f.rank.rank(f.said(p), f.beside(p)); len(ranks) > 0 && ranks[0].score >= clearFit {
			all[i] = ranks[0].entry
		}
	}
	return all
}
