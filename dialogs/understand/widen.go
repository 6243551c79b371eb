package understand

import "slices"

// The values of sField that announce an address.
const (
	fieldMail  = 2
	fieldPhone = 3
)

// widen takes the words into a candidate that only announce it or speak of it:
// meine Mail ist …, … ist meine Nummer. Otherwise they would be looked for
// among the concerns.
func (m *message) widen(c candidate, fields ...int) candidate {
	for _, g := range m.grammars {
		if to := g.spokenOfBehind(c.to, fields); to > c.to {
			c.to = to
		}
		if from := g.spokenOfBefore(c.from, fields); from < c.from {
			c.from = from
		}
	}
	return m.withFillerBehind(c)
}

// mostFillerBehind is how many words without a meaning of their own may end a
// clause behind an address: an x@y.de schicken bitte.
const mostFillerBehind = 3

func (m *message) withFillerBehind(c candidate) candidate {
	for to := c.to; to <= min(len(m.words), c.to+mostFillerBehind); to++ {
		if to == len(m.words) || m.words[to].startsClause() {
			c.to = to
			return c
		}
		if !m.isFiller(to) || m.saysWhen(to) || m.shiftsAt(to) {
			return c
		}
	}
	return c
}

// shiftsAt tells whether the words at a place want another time than the one chosen: "und lieber später".
func (m *message) shiftsAt(i int) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		_, n := g.shiftAt(i)
		return n > 0
	})
}

// mostSpokenOf is how many words speak of an address at most.
const mostSpokenOf = 6

// spokenOfBehind is where words from i on end that speak of what stands before.
func (g *grammar) spokenOfBehind(i int, fields []int) (to int) {
	for at := i; at < len(g.m.words) && at < i+mostSpokenOf && !g.word(at).startsClause(); {
		if n := g.isField(at, fields); n > 0 {
			return at + n
		}
		if !g.m.isFiller(at) {
			return i
		}
		at++
	}
	return i
}

// spokenOfBefore is where words begin that announce what stands at i.
func (g *grammar) spokenOfBefore(i int, fields []int) (from int) {
	from = i
	for at := i - 1; at >= 0 && at >= i-mostSpokenOf; at-- {
		n := g.isField(at, fields)
		if n == 0 && !g.m.isFiller(at) {
			return from
		}
		if n > 0 {
			from = at
		}
		if g.word(at).startsClause() && n == 0 {
			return from
		}
	}
	return from
}

// isField is how many words at i name one of the answers.
func (g *grammar) isField(i int, fields []int) int {
	field, n := g.at(i, sField)
	for _, f := range fields {
		if n > 0 && f == field {
			return n
		}
	}
	return 0
}
