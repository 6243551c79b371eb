package understand

import "unicode"

// Sentences that people write where a name is asked for, which are none.

// isNoName tells whether a message is clearly something else than a name: it begins as a sentence
// does, or is in a language that nobody here speaks.
func (m *message) isNoName() bool {
	if m.in.Expect != ExpectName || len(m.words) < 2 || m.announcesName() {
		return false
	}
	return m.beginsSentence() || m.isInForeignWords()
}

// announcesName tells whether a message says that a name comes: "das ist Peter Klein".
func (m *message) announcesName() bool {
	for _, g := range m.grammars {
		for i := range m.words {
			if g.says(i, sNameIs, sNameUnder) > 0 && (i == 0 || !m.isWhat(0)) {
				return true
			}
		}
	}
	return false
}

// beginsSentence tells whether a message begins with what a statement about something or a question
// begins with: "das dauert ja ewig", "what shall I type here".
func (m *message) beginsSentence() bool {
	return pointing[m.words[0].text] && !m.words[1].startsClause() || m.isWhat(0) && m.mark(len(m.words)) || m.isWhat(0) && modals[m.words[1].text]
}

// pointing are words for what was spoken of that begin a sentence.
var pointing = talkingWords(func(t talkWords) string { return t.points })

// isInForeignWords tells whether some words are common ones of a language that the assistant knows
// only by sight, in small letters as no name is: "не понимаю", "nu vorbesc germana".
func (m *message) isInForeignWords() bool {
	for i := range foreigners {
		common := 0
		for _, w := range m.words {
			if foreigners[i].common[w.text] && !w.capital && !givenNames[w.text] && !surnames[w.text] {
				common++
			}
		}
		if common > 1 || common == 1 && foreigners[i].script != nil && m.inScript(foreigners[i].script) {
			return true
		}
	}
	return false
}

// inScript tells whether all letters of a message are of one script.
func (m *message) inScript(script *unicode.RangeTable) bool {
	for _, r := range m.text {
		if unicode.IsLetter(r) && !unicode.Is(script, r) {
			return false
		}
	}
	return true
}
