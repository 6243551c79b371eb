package understand

import "slices"

// The idioms that put something in place of what was said before, those that add to it, and
// those that speak of all other days, or of the days before.
var (
	insteadWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.instead), true) })
	besidesWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.besides), true) })
	othersWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.otherDays), true) })
	onThoseWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.onThose), true) })
	haltWords    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.halts), true) })
)

// instead tells whether a message puts what it says in place of what was said
// before: "nee doch lieber Personalausweis", "I meant the passport".
func (m *message) instead() bool {
	if len(besidesWords.in(m.words, 0, len(m.words))) > 0 {
		return false
	}
	return slices.ContainsFunc(insteadWords.in(m.words, 0, len(m.words)), func(s sighting[bool]) bool { return !m.prefersAt(s.from) }) || m.halts()
}

// prefersAt tells whether the word at i stands in a phrase that wants something, and takes nothing
// back: "am liebsten", "kann ich meinen Hund mitbringen".
func (m *message) prefersAt(i int) bool {
	return i > 0 && slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.says(i-1, sWanting) > 1 })
}

// halts tells whether a message begins with words that take back what was said
// before: "nee warte, Reisepass".
func (m *message) halts() bool {
	s, begins := largest(haltWords.in(m.words, 0, min(len(m.words), maxPhrase)))
	adds := slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.says(s.to, sAnd) > 0 })
	return begins && s.from == 0 && s.to < len(m.words) && !adds // "oh, und einen Reisepass"
}

// only tells whether a concern stands behind a word that leaves all others out, with no more
// than an article between: "nur den Pass", "only the passport".
func (m *message) only(chosen []candidate) bool {
	return slices.ContainsFunc(chosen, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		if !is || v.Negated || c.from == 0 {
			return false
		}
		before := c.from - 1
		if before > 0 && determines(m.words[before]) {
			before--
		}
		if before > 0 && furthers[m.words[before].text] {
			before-- // "nur noch den Pass"
		}
		return onlies[m.words[before].text] || onlies[m.words[c.from].text]
	})
}
