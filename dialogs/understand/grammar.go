package understand

import "terminbote/booking"

// grammar reads a message by the words of one language. Its rules take the
// place of a word and say how many words they explain; 0 for none.
type grammar struct {
	m       *message
	x       *speech
	hits    [][]hit // by the place of their first word
	foreign bool    // the message is rather in another language
	days    []daysHere
	oneDay  []daysHere
	hours   []hoursHere
}

// newGrammar looks all words of a message up in one language.
func newGrammar(m *message, x *speech, foreign bool) *grammar {
	g := &grammar{m: m, x: x, hits: make([][]hit, len(m.words)), foreign: foreign}
	for i, w := range m.words {
		if w.kind == letters && !(foreign && isBrief(w)) {
			g.hits[i] = x.hitsAt(m.words, i)
		}
	}
	return g
}

// isBrief tells whether a word is so short that it means something else in
// each language: do, mi, am, in.
func isBrief(w word) bool { return w.to-w.from <= 3 }

// at is the longest phrase with a sense at a place.
func (g *grammar) at(i int, s sense) (value, n int) {
	if i < 0 || i >= len(g.hits) {
		return 0, 0
	}
	for _, h := range g.hits[i] {
		if h.sense == s && h.n > n {
			value, n = h.value, h.n
		}
	}
	return value, n
}

// says is how many words the longest phrase with one of some senses has.
func (g *grammar) says(i int, senses ...sense) int {
	longest := 0
	for _, s := range senses {
		if _, n := g.at(i, s); n > longest {
			longest = n
		}
	}
	return longest
}

// wordsOf is how many words the longest phrase at i has with one of some senses, in any language.
func (m *message) wordsOf(i int, senses ...sense) int {
	most := 0
	for _, g := range m.grammars {
		most = max(most, g.says(i, senses...))
	}
	return most
}

// word is the word at i, an empty one behind the end.
func (g *grammar) word(i int) word {
	if i < 0 || i >= len(g.m.words) {
		return word{gap: g.m.tail, kind: sign}
	}
	return g.m.words[i]
}

// behind is what stands behind the word at i.
func (g *grammar) behind(i int) string {
	if i+1 < len(g.m.words) {
		return g.m.words[i+1].gap
	}
	return g.m.tail
}

// isDigits tells whether the word at i is digits, at most so many.
func (g *grammar) isDigits(i, most int) bool {
	w := g.word(i)
	return w.kind == digits && len(w.text) <= most
}

// cardinal reads a number in digits or words: 24, vierundzwanzig, twenty four.
func (g *grammar) cardinal(i int) (value, n int) {
	if w := g.word(i); w.kind == digits {
		return w.number, 1
	}
	value, n = g.at(i, sNumber)
	if n == 0 || value < 20 || value%10 != 0 || g.word(i+n).startsClause() {
		return value, n
	}
	if unit, more := g.at(i+n, sNumber); more > 0 && 1 <= unit && unit <= 9 {
		return value + unit, n + more
	}
	return value, n
}

// amount is a cardinal, or an article: in einer Woche.
func (g *grammar) amount(i int) (value, n int) {
	if g.says(i, sFew) > 0 {
		return 0, 0
	}
	if value, n = g.cardinal(i); n > 0 {
		return value, n
	}
	return g.at(i, sCount)
}

// expects tells whether the open question asks for one of these.
func (g *grammar) expects(all ...Expect) bool {
	for _, e := range all {
		if g.m.in.Expect == e {
			return true
		}
	}
	return false
}

// today is the day on which the message is read.
func (g *grammar) today() booking.Date { return g.m.in.Today }

// clauses are the stretches of words between marks, half-open.
func (m *message) clauses() [][2]int {
	var all [][2]int
	from := 0
	for i := range m.words {
		if i > from && m.words[i].startsClause() {
			all = append(all, [2]int{from, i})
			from = i
		}
	}
	if from < len(m.words) {
		all = append(all, [2]int{from, len(m.words)})
	}
	return all
}
