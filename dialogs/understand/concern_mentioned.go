package understand

import "slices"

// hardlyHeard is how likely a clause, or the whole of a message, must be about
// what a word of it names, for the word not to name it by the way.
const hardlyHeard = 0.05

// withoutMentioned leaves out of several concerns what only a word names in a
// clause that, heard by itself, is about another of them: "jetzt kam der Brief mit
// der PIN, kann ich ihn abholen?"
func (m *message) withoutMentioned(f *finder, items []item, open []bool, guesses []guess, clear []candidate) []candidate {
	taken := f.entriesIn(clear)
	return slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool {
		entry := f.entryOf(c.value)
		if !isTaken(c) || saysHowMany(c) || len(taken) < 2 || likelihood(guesses, entry) >= hardlyHeard || !m.reader.matters.knows(entry) {
			return false
		}
		heard, none := m.reader.guesses(m.words, f.clauseOf(c, open), items)
		return len(heard) > 0 && heard[0].likely >= allButCertain && none < hardlyHeard &&
			likelihood(heard, entry) < hardlyHeard && heard[0].entry != entry && slices.Contains(taken, heard[0].entry)
	})
}

// clauseOf is which of the open words stand in the clause of a candidate.
func (f *finder) clauseOf(c candidate, open []bool) []bool {
	parts := func(at int) bool { return f.words[at].startsClause() || joining[f.words[at].text] || f.words[at].kind == sign }
	from, to := c.from, c.to
	for from > 0 && !f.words[from].startsClause() && !parts(from-1) {
		from--
	}
	for to < len(f.words) && !parts(to) {
		to++
	}
	within := make([]bool, len(open))
	copy(within[from:to], open[from:to])
	return within
}
