package understand

import "slices"

// vehiclesOf is how many vehicles are named that something is wanted for, one by one: "das Auto abmelden und den
// Anhänger auch".
func (m *message) vehiclesOf(v ConcernValue) int {
	id, known := m.reader.catalogue.words.ids[vehicle]
	if !known || v.Negated || v.Quantity > 1 || !m.reader.isNamedAfter(v.ID, vehicle) {
		return 0
	}
	kinds, joined := map[string]bool{}, false
	for i, w := range m.words {
		if w.kind != letters || !slices.Contains(m.reader.catalogue.words.meaning(w, true).means, id) || !m.isNamedAlone(i) {
			continue
		}
		before := i - 1
		for before > 0 && (determines(m.words[before]) || m.says(before, sMine)) {
			before--
		}
		joined = joined || len(kinds) > 0 && (m.says(before, sAnd) || m.isLikewise(i+1))
		kinds[stem(w.text)] = true
	}
	if !joined {
		return 0
	}
	return len(kinds)
}

// isNamedAlone tells whether a thing is named by a noun with a word before it that determines it, or is joined to one.
func (m *message) isNamedAlone(i int) bool {
	return i == 0 || determines(m.words[i-1]) || m.says(i-1, sAnd) || m.words[i].startsClause() || i+1 < len(m.words) && m.says(i+1, sAnd)
}
