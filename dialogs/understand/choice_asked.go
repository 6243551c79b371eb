package understand

// asksRatherThanChooses tells whether the word at i stands in a question, which chooses no place of a list:
// "which one is mine and which is his", "is that one appointment or two". Who asks for a time that is
// shown ("kann ich die 3 haben") chooses it; nothing that binds is chosen so.
func (m *message) asksRatherThanChooses(i int) bool {
	for _, t := range m.thoughts() {
		if t.from <= i && i < t.to {
			plainly := m.mark(t.to) || m.isWhat(t.from) || mayAsk[m.words[t.from].text]
			return t.asked && (m.yesDecides() || m.in.Expect == ExpectWhen && plainly && !m.asksForThat(t))
		}
	}
	return false
}

// yesDecides tells whether a yes to the open question books, moves or calls something off.
func (m *message) yesDecides() bool {
	return m.in.Binds || m.in.Expect == ExpectReview || m.in.Expect == ExpectYesNo && m.in.Seen == SeenAppointment
}

// asksForThat tells whether a question is whether the writer may have something, can I, könnten wir, or names
// no more than a place: geht die 3?
func (m *message) asksForThat(t thought) bool {
	if t.to-t.from <= mostOfChoice && !m.isWhat(t.from) {
		return true
	}
	for i := t.from; i+1 < min(t.to, t.from+mostBefore); i++ {
		if abling[m.words[i].text] {
			return speakers[m.words[i+1].text]
		}
	}
	return false
}
