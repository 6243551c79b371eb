package understand

// The idioms that put something in place of what was said before, and those
// that add to it.
var (
	insteadWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.instead), true) })
	besidesWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.besides), true) })
)

// instead tells whether a message puts what it says in place of what was said
// before: "nee doch lieber Personalausweis", "I meant the passport".
func (m *message) instead() bool {
	return len(insteadWords.in(m.words, 0, len(m.words))) > 0 && len(besidesWords.in(m.words, 0, len(m.words))) == 0
}
