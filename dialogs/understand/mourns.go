package understand

// mourning are idioms that tell of a death.
var mourning = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.mourns), true) })

// mourns tells whether a message tells of the death of somebody of the family:
// that calls for a word of sympathy before anything else.
func (m *message) mourns() bool {
	if len(mourning.in(m.words, 0, len(m.words))) == 0 || m.asksIn(0, len(m.words)) {
		return false
	}
	for i := range m.words {
		if m.says(i, sKin) {
			return true
		}
	}
	return false
}
