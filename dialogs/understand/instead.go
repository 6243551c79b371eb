package understand

// The idioms that put something in place of what was said before, and those
// that add to it.
var (
	insteadWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.instead), true) })
	besidesWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.besides), true) })
	haltWords    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.halts), true) })
)

// instead tells whether a message puts what it says in place of what was said
// before: "nee doch lieber Personalausweis", "I meant the passport".
func (m *message) instead() bool {
	if len(besidesWords.in(m.words, 0, len(m.words))) > 0 {
		return false
	}
	return len(insteadWords.in(m.words, 0, len(m.words))) > 0 || m.halts()
}

// halts tells whether a message begins with words that take back what was said
// before: "nee warte, Reisepass".
func (m *message) halts() bool {
	s, begins := largest(haltWords.in(m.words, 0, min(len(m.words), maxPhrase)))
	return begins && s.from == 0 && s.to < len(m.words)
}
