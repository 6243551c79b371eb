package understand

import "slices"

// inPlaceOf turns concerns that something else shall stand in place of into
// refused ones, and only those: "Perso statt Reisepass", "statt Reisepass den
// Perso".
func (m *message) inPlaceOf(chosen []candidate) []candidate {
	replaced := func(c candidate) bool {
		_, isConcern := c.value.(ConcernValue)
		return isConcern && (m.isReplaced(c.from) || m.standsWrong(c, chosen))
	}
	if !slices.ContainsFunc(chosen, replaced) {
		return chosen
	}
	off := make([]bool, len(chosen))
	for i, c := range chosen {
		off[i] = replaced(c)
	}
	for i, c := range chosen {
		if v, isConcern := c.value.(ConcernValue); isConcern {
			v.Negated = off[i]
			if count := m.countInPlace(c); off[i] && count > 0 && len(chosen) == 1 {
				v.Negated, v.Quantity = false, count
			}
			chosen[i].value = v
		}
	}
	return chosen
}

// countInPlace is how many stand in place of fewer of the same, or of more: "zwei statt einem
// Ausweis". 0: it is no number that a concern takes the place of.
func (m *message) countInPlace(c candidate) int {
	for _, g := range m.grammars {
		count, n := g.amount(0)
		if n > 0 && n < c.from && instead[m.words[n].text] {
			return count
		}
	}
	return 0
}

// takenOff turns what shall be taken off into refused concerns, so that others
// beside it are wanted: "streich den Reisepass, ich brauche nur den Perso".
func (m *message) takenOff(chosen []candidate) []candidate {
	off := slices.IndexFunc(chosen, func(c candidate) bool {
		v, isIntent := c.value.(IntentValue)
		return isIntent && v.Intent == Remove
	})
	if off < 0 {
		return chosen
	}
	if !slices.ContainsFunc(chosen, func(c candidate) bool { _, isConcern := c.value.(ConcernValue); return isConcern }) && m.hintsOnly(chosen[off]) {
		chosen[off].value = led{}
		return chosen
	}
	leaves := func(c candidate) bool {
		v, isConcern := c.value.(ConcernValue)
		return isConcern && !v.Negated && m.inOneClause(c, chosen[off])
	}
	if !slices.ContainsFunc(chosen, leaves) {
		return chosen
	}
	for i, c := range chosen {
		if v, isConcern := c.value.(ConcernValue); isConcern && leaves(c) {
			v.Negated = true
			chosen[i].value = v
		}
	}
	return chosen
}

// hintsOnly tells whether one word of several asks to take something off, while
// nothing is named that could be: suchen Sie mir was raus.
func (m *message) hintsOnly(c candidate) bool { return c.to-c.from == 1 && len(m.words) > 2 }

const mostBeforeReplaced = 4 // words between "statt" and what it takes away

// isReplaced tells whether the word at i stands behind "statt" with nothing but
// articles between.
func (m *message) isReplaced(i int) bool {
	for at := i - 1; at >= max(0, i-mostBeforeReplaced) && !m.words[at+1].startsClause(); at-- {
		w := m.words[at].text
		if instead[w] || at > 0 && (w == "of" && m.words[at-1].text == "instead" || w == "than" && m.words[at-1].text == "rather") {
			return true
		}
		if !isSmall(w) {
			return false
		}
	}
	return false
}

// standsWrong tells whether somebody says of a concern only that it stands there, and names
// another one behind a "but": "da steht Personalausweis, ich wollte aber einen Reisepass".
func (m *message) standsWrong(c candidate, chosen []candidate) bool {
	from, to := m.clauseOf(c.from, c.to)
	stands := slices.ContainsFunc(m.words[from:c.from], func(w word) bool { return standing[w.text] })
	if m.in.Expect == ExpectWish || !stands || slices.ContainsFunc(m.words[from:c.from], func(w word) bool { return needing[w.text] || wanting[w.text] }) {
		return false
	}
	wrong := slices.ContainsFunc(chosen, func(other candidate) bool {
		_, isConcern := other.value.(ConcernValue)
		return isConcern && other.from >= c.to && slices.ContainsFunc(m.words[c.to:max(to, other.to)], func(w word) bool { return reversing[w.text] })
	})
	for i := from; wrong && i < c.from; i++ {
		m.told[i] = m.told[i] || standing[m.words[i].text]
	}
	return wrong
}

// standing are verbs of what is to be read somewhere.
var standing = talkingWords(func(t talkWords) string { return t.stands })
