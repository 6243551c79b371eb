package understand

import "slices"

// passedOver tells which words name papers beside what is taken, and belong to none of it: the
// answer says that they are left out, whether they were only mentioned or a wish was not
// heard. What something is for is not meant by itself.
func (f *finder) passedOver(its []item, found []candidate) []bool {
	if !slices.ContainsFunc(found, isTaken) {
		return nil
	}
	passed := make([]bool, len(f.words))
	for _, it := range its {
		if it.unknown || !f.free[it.from] || !f.isPaper(it) || f.isAim(it.from) {
			continue
		}
		if slices.ContainsFunc(found, func(c candidate) bool { return f.isOf(c, it) }) {
			continue
		}
		for i := it.from; i < it.to; i++ {
			passed[i] = true
		}
	}
	return passed
}

// papers are the things that people get at the office.
var papers = []concept{
	idCard, passport, euCard, licence, vehiclePapers, parkingPermit, fishing, conduct,
}

// isPaper tells whether an item is one of them.
func (f *finder) isPaper(it item) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(papers, f.notion(id).concept) })
}

// isOf tells whether a candidate has to do with what an item says.
func (f *finder) isOf(c candidate, it item) bool {
	return slices.ContainsFunc(f.entriesOf(c.value), func(e int32) bool { return f.concerns(e, it) })
}

func (m *message) isPassed(i int) bool { return len(m.passed) > 0 && m.passed[i] }

// passedWords is the words that were passed over, those that stand together as one.
func (m *message) passedWords() []string {
	var all []string
	for from := 0; from < len(m.passed); from++ {
		to := from
		for to < len(m.passed) && m.passed[to] {
			to++
		}
		if to > from {
			all = append(all, m.text[m.words[from].from:m.words[to-1].to])
			from = to
		}
	}
	return all
}
