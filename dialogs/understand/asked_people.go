package understand

import (
	"slices"
	"strings"
)

// withoutAskedPeople is a reading where something is chosen without a number of people that only a question names:
// "can we be three", "kann mein Bruder auch kommen?" change nothing. Where the number is what is asked for, it answers.
func (m *message) withoutAskedPeople(said Reading) Reading {
	if m.in.Expect == ExpectPersons || m.in.Expect == ExpectQuantity || m.asksWish() {
		return said
	}
	found := slices.DeleteFunc(slices.Clone(said.Found), func(f Finding) bool {
		switch v := f.Value.(type) {
		case PersonsValue:
			return m.isOnlyAsked(f.Words)
		case CorrectionValue:
			return v.Of == ExpectPersons && m.isOnlyAsked(f.Words)
		case IntentValue: // "does my roommate need an own appointment?" books nothing
			return v.Intent == No && m.supposes() || v.Intent == Book && m.isOnlyAsked(f.Words) && m.needsBehind(0)
		}
		return false
	})
	said.Instead = said.Instead && len(found) == len(said.Found)
	if len(found) == 0 && len(said.Found) > 0 {
		found = []Finding{{Words: said.Text, Sure: unsureTopic, Value: QuestionValue{About: AboutUnknown, Words: said.Text}}}
	}
	said.Found = found
	return said
}

// isOnlyAsked tells whether some words of the message stand in a question that begins as one. What is told before a
// mere "ist das ok?" is told.
func (m *message) isOnlyAsked(words string) bool {
	if m.supposes() {
		return true
	}
	at := strings.Index(m.text, words)
	i := slices.IndexFunc(m.words, func(w word) bool { return w.from >= at })
	if at < 0 || i < 0 || !m.asksAt(i) {
		return false
	}
	from, _ := m.clauseOf(i, i+1)
	return m.mayOpen(from) || m.opensAt(from)
}
