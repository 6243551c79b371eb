package understand

import "slices"

// countedKin is, for each word, how many of somebody's family are counted from it on, and no
// others with them: zwei Kinder, meine beiden Töchter. 0 are none.
func (m *message) countedKin() []int {
	counts := make([]int, len(m.words))
	for i := range m.words {
		for _, g := range m.grammars {
			if n := g.kinCountedAt(i); n > 1 && n <= mostCases {
				counts[i] = n
			}
		}
	}
	return counts
}

func (g *grammar) kinCountedAt(i int) int {
	count, n := g.amount(i)
	if n == 0 {
		count, n = g.at(i, sCompany)
	}
	if n == 0 || g.word(i+n).startsClause() || i > 0 && g.says(i-1, sWith) > 0 {
		return 0
	}
	n += g.adjectives(i + n)
	kin := g.says(i+n, sKin, sPeople)
	if kin == 0 || g.says(i+n+kin, sAnd) > 0 {
		return 0
	}
	return count
}

// oneForEach is how many cases of a concern there are where it is for some of the family who
// are counted behind it: "Reisepass für meine zwei Kinder". A registration is one for all.
func (f *finder) oneForEach(p frame, best listed, said []saidNotion) int {
	if f.onlyLives(said) || slices.Contains(best.named, f.rank.words.ids[wholeFamily]) || best.cases != (caseSpan{}) {
		return 0
	}
	for _, it := range p.items {
		if !f.itemHas(it, aThing) {
			continue
		}
		for at := it.to; at < min(len(f.words), it.to+mostBeforeKin); at++ {
			if f.each[at] > 1 && f.free[at] {
				return f.each[at]
			}
			if w := f.words[at]; !f.free[at] || w.startsClause() || !purposes[w.text] && !mine[w.text] && !articles[w.text] {
				break
			}
		}
	}
	return 0
}

const mostBeforeKin = 3 // words between a thing and those it is for: für meine zwei Kinder
