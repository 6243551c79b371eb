package understand

import "slices"

// withoutDescription is the free words of a clerk's line but those that tell of who comes
// and how: "kommt mit Rollstuhl", "spricht kein Deutsch". Such a part goes on to the next
// mark, or to what else is said.
func (m *message) withoutDescription(free []bool) []bool {
	plain := slices.Clone(free)
	within := false
	for i, w := range m.words {
		within = free[i] && (describes[w.text] || within && !w.startsClause())
		plain[i] = free[i] && !within
	}
	return plain
}

// describes are verbs that tell of the caller in a clerk's line.
var describes = talkingWords(func(t talkWords) string { return t.describes })

// isCalledByName tells whether a concern is wanted that is called what it is called here. A
// clerk's line that does so tells no story: what stands beside, such as who comes along and
// how, changes nothing of it.
func isCalledByName(c candidate) bool {
	_, is := c.value.(ConcernValue)
	return is && !isNegated(c) && c.sure >= wholly
}
