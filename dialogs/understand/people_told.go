package understand

import "slices"

// isToldOf tells whether people are only named in a story: "meine Frau und ich
// haben uns getrennt". Who registers together with others is meant, and so is
// who needs something.
func (m *message) isToldOf(c candidate, chosen []candidate) bool {
	done := m.hasDone(c)
	if _, is := c.value.(PersonsValue); !is || len(m.words) < aStory && !done || m.in.Expect != ExpectWish && m.in.Expect != ExpectMore {
		return false
	}
	if slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.countsOut(c) }) {
		return false
	}
	if c.from > 0 && purposes[m.words[c.from-1].text] || !done && m.wantsSomething(c) {
		return false
	}
	return !slices.ContainsFunc(chosen, func(o candidate) bool {
		v, is := o.value.(ConcernValue)
		return is && m.reader.IsForSeveral(v.ID)
	})
}

// hasDone tells whether the clause goes on with what people have done, in a helping verb
// and a participle: "mein Mann und ich haben geheiratet".
func (m *message) hasDone(c candidate) bool {
	helped := false
	for i := c.to; i < len(m.words) && !m.words[i].startsClause(); i++ {
		if s, was := largest(bygone.in(m.words, i, min(len(m.words), i+maxPhrase))); was && s.from == i {
			return true
		}
		if helped && slices.ContainsFunc(m.grammars, func(g *grammar) bool { return isParticiple(g.x.participles, m.words[i].text) }) {
			return true
		}
		helped = helped || beens[m.words[i].text]
	}
	return false
}

// countsOut tells whether people are counted, and not only named: zu viert.
func (g *grammar) countsOut(c candidate) bool {
	for i := c.from; i < c.to; i++ {
		if g.says(i, sPeople) > 0 && g.says(i, sKin) == 0 || g.says(i, sWeAre) > 0 {
			return true
		}
		if n, used := g.at(i, sCompany); used > 0 && n > 1 {
			return true
		}
	}
	return false
}

// wantsSomething tells whether the clause around some words needs something.
func (m *message) wantsSomething(c candidate) bool {
	from, to := c.from, c.to
	for from > max(0, c.from-farAway) && !m.words[from].startsClause() {
		from--
	}
	for to < min(len(m.words), c.to+farAway) && !m.words[to].startsClause() {
		to++
	}
	return slices.ContainsFunc(m.words[from:to], func(w word) bool { return needing[w.text] || wanting[w.text] })
}

// bygone are idioms for what people do no more: "my husband and I used to have one".
var bygone = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.usedTo), true) })
