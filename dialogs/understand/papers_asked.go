package understand

import "slices"

// ofPapers is what a thought asks about papers that somebody has, or waits for, though it may not be put as
// a question: whether one is enough, whether somebody else may fetch it, and that it is not there yet.
func (m *message) ofPapers(c candidate, t thought) (candidate, bool) {
	switch {
	case m.asksEnough(t):
		c.value = QuestionValue{About: AboutDocuments, Words: m.text[m.words[t.from].from:m.words[t.to-1].to]}
	case m.tellsWhoFetches(t):
		c.value = QuestionValue{About: AboutProxy, Words: m.text[m.words[t.from].from:m.words[t.to-1].to]}
	case m.tellsNotThere(t):
		c.bonus++
		return m.asking(c, sighting[Topic]{from: t.from, to: t.from, value: AboutReady})
	default:
		return candidate{}, false
	}
	c.bonus++
	return c, true
}

// asksEnough tells whether a thought asks whether a paper is enough to bring: "reicht mein türkischer
// Pass". Where it is open what somebody comes for, only one of another country is not what they come for.
func (m *message) asksEnough(t thought) bool {
	begins := func(s sighting[bool]) bool { return s.from == t.from }
	denies := func(w word) bool { return denying[w.text] || purposes[w.text] }
	if !slices.ContainsFunc(sufficing.in(m.words, t.from, t.to), begins) || slices.ContainsFunc(m.words[t.from:t.to], denies) {
		return false
	}
	foreign := m.namesAny(t, nationality, country)
	return m.namesAny(t, papers...) && (foreign || m.in.Expect != ExpectWish && m.in.Expect != ExpectMore)
}

// mostBeforeWho is how many words stand before the one who does something: my, eldest.
const mostBeforeWho = 2

// tellsWhoFetches tells whether a thought says that somebody else picks up what is ordered: "meine Tochter
// holt ihn ab". Where it is open what somebody comes for, that is what they come for.
func (m *message) tellsWhoFetches(t thought) bool {
	wants := func(w word) bool { return speakers[w.text] }
	asksName := m.in.Expect == ExpectName || m.in.Expect == ExpectWish || m.in.Expect == ExpectMore
	if t.asked || asksName || len(fetching.in(m.words, t.from, t.to)) == 0 || slices.ContainsFunc(m.words[t.from:t.to], wants) {
		return false
	}
	to := min(t.to, t.from+mostBeforeWho+1)
	kin := slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := t.from; i < to; i++ {
			if g.says(i, sKin) > 0 {
				return true
			}
		}
		return false
	})
	return kin || slices.ContainsFunc(substitutes.in(m.words, t.from, t.to), func(s sighting[bool]) bool { return s.from < to })
}

// saysFetched tells whether a thought speaks of fetching what is ready: abholen, pick … up.
func (m *message) saysFetched(t thought) bool {
	return len(fetching.in(m.words, t.from, t.to)) > 0 || m.namesAny(t, collect)
}

// tellsNotThere tells whether a message says no more than that a paper has not come yet: "mein Ausweis ist
// noch nicht da".
func (m *message) tellsNotThere(t thought) bool {
	needs := func(w word) bool { return needing[w.text] || wanting[w.text] || shalls[w.text] || modals[w.text] }
	return len(missing.in(m.words, t.from, t.to)) > 0 && m.namesAny(t, papers...) && !m.speaksOf(t, anAct) && !slices.ContainsFunc(m.words, needs) &&
		slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return mine[w.text] })
}

// namesAny tells whether a thought has a word for one of some concepts.
func (m *message) namesAny(t thought, of ...concept) bool {
	v := m.reader.catalogue.words
	words := m.words[t.from:t.to]
	return slices.ContainsFunc(v.items(words, allFree(len(words)), true), func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(of, v.notions[id].concept) })
	})
}

var (
	sufficing   = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.suffices), true) })
	fetching    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.fetches), true) })
	substitutes = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.others), true) })
	missing     = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.notThere), true) })
)
