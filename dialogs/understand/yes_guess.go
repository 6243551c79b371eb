package understand

import "slices"

// What a message sounds like is too little for a yes that cannot be taken back with a word.

// mayNotMeanYes tells whether a message that sounds like a yes is none: where a yes books, moves or calls
// off, no question is one: "which one is mine and which is his".
func (m *message) mayNotMeanYes(value Value) bool {
	v, is := value.(IntentValue)
	if !is || v.Intent != Yes || !m.yesDecides() {
		return false
	}
	return m.asksSomewhere()
}

// asksSomewhere tells whether some part of a message is put as a question: with its mark, the last of it
// with a word that asks ("wie besprochen, ja" asks nothing), or more than a few words with the verb first.
func (m *message) asksSomewhere() bool {
	all := m.thoughts()
	return slices.ContainsFunc(all, func(t thought) bool {
		return t.asked && (m.mark(t.to) || m.isWhat(t.from) && t.to == all[len(all)-1].to) || t.to-t.from >= mostOfChoice && m.putsVerbFirst(t)
	})
}

// putsVerbFirst tells whether a thought begins with a verb before what it is about: would that, passt das.
func (m *message) putsVerbFirst(t thought) bool {
	for i := t.from; i+1 < min(t.to, t.from+mostBefore); i++ {
		w, next := m.words[i].text, m.words[i+1].text
		if m.mayOpen(i) || mayAsk[w] || abling[w] || questionVerbs[w] || verbal(w) {
			return thats[next] || tellers[next]
		}
		if !joining[w] || leading[w] {
			return false
		}
	}
	return false
}
