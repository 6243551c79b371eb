package understand

import "slices"

// hardlyHeard is how likely a clause, or the whole of a message, must be about
// what a word of it names, for the word not to name it by the way.
const hardlyHeard = 0.05

// withoutMentioned leaves out of several concerns what only a word names in a
// clause that, heard by itself, is about another of them: "jetzt kam der Brief mit
// der PIN, kann ich ihn abholen?"
func (m *message) withoutMentioned(f *finder, items []item, open []bool, guesses []guess, clear []candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool {
		entry := f.entryOf(c.value)
		if !isTaken(c) || saysHowMany(c) || !m.reader.matters.knows(entry) || likelihood(guesses, entry) >= hardlyHeard {
			return false
		}
		from, to := f.clauseOf(c)
		within := make([]bool, len(open))
		copy(within[from:to], open[from:to])
		heard, none := m.reader.guesses(m.words, within, items)
		if len(heard) == 0 || heard[0].likely < allButCertain || none >= hardlyHeard || likelihood(heard, entry) >= hardlyHeard {
			return false
		}
		return slices.ContainsFunc(clear, func(other candidate) bool {
			return isTaken(other) && f.entryOf(other.value) == heard[0].entry && (other.to <= from || other.from >= to)
		})
	})
}

// clauseOf is the clause in which a candidate stands, from its first word to the
// first behind it.
func (f *finder) clauseOf(c candidate) (from, to int) {
	joins := func(at int) bool { return joining[f.words[at].text] || f.words[at].kind == sign }
	from, to = c.from, c.to
	for from > 0 && !f.words[from].startsClause() && !joins(from-1) {
		from--
	}
	for to < len(f.words) && !f.words[to].startsClause() && !joins(to) {
		to++
	}
	return from, to
}
