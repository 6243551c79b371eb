package understand

import (
	"slices"

	"terminbote/booking"
)

// besides tells behind which words somebody of the family is named who does
// something with the writer: "mit meiner Frau", "with my kids".
func (m *message) besides() []bool {
	beside := make([]bool, len(m.words))
	for i := range m.words {
		beside[i] = slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.isWithKin(i) })
	}
	return beside
}

func (g *grammar) isWithKin(i int) bool {
	n := g.says(i, sWith)
	if n == 0 {
		return false
	}
	own := g.says(i+n, sMine)
	if own == 0 {
		return false
	}
	own += g.adjectives(i + n + own)
	_, count := g.amount(i + n + own)
	return g.says(i+n+own+count, sKin) > 0
}

// isWithKin tells whether who speaks does what a part says with somebody of the
// family: who registers with their wife are two.
func (f *finder) isWithKin(p frame) bool {
	if len(p.items) == 0 {
		return false
	}
	c := f.clauseAround(p)
	for i := c.from; i < c.to; i++ {
		if f.withKin[i] && !slices.ContainsFunc(p.items, func(it item) bool { return it.to == i && f.speaksOf(frame{items: []item{it}}, moveIn) }) {
			return true // who moves in with somebody registers alone
		}
	}
	return false
}

// registersWithKin tells whether a part says that somebody registers or moves with
// their family, so that all that is said of registering is.
func (f *finder) registersWithKin(p frame) bool {
	return !p.negated && (f.speaksOf(p, register) || f.speaksOf(p, reregister) || f.speaksOf(p, moveIn)) && f.onlyLives(f.said(p)) && f.isWithKin(p)
}

// familyToo is what a family does instead of the single person of an entry, where
// somebody says "we" and not who: "wir müssen uns ummelden". It is asked about.
func (f *finder) familyToo(p frame, best listed) (booking.ConcernID, bool) {
	family := f.rank.words.ids[wholeFamily]
	says := f.clauseSays(f.clauseAround(p), func(w string) bool { return severals[w] })
	if !says || f.plainOne || p.negated || slices.Contains(best.named, family) || !f.onlyLives(f.said(p)) {
		return "", false
	}
	i := slices.IndexFunc(f.rank.entries, func(e listed) bool {
		return !e.elsewhere && slices.Contains(e.named, family) && !slices.ContainsFunc(best.named, func(id conceptID) bool {
			k := f.notion(id).kind
			return (k == aThing || k == anAct) && !slices.Contains(e.named, id)
		})
	})
	if i < 0 {
		return "", false
	}
	return f.rank.entries[i].concernID(), true
}
