package understand

// refusedChoice is a place of the list that does not suit: "das erste geht nicht".
type refusedChoice struct{}

func (refusedChoice) value() {}

// refusedChoiceAt reads a place of a list of times that somebody says does not suit, with the words
// that say so.
func (g *grammar) refusedChoiceAt(i int) (n int) {
	if !g.expects(ExpectWhen) {
		return 0
	}
	not := g.says(i, sNot)
	if n = g.countsList(i); n == 0 {
		n = g.someListedAt(i + not)
	}
	if n == 0 {
		_, n = g.choiceAt(i + not)
	}
	if n == 0 {
		return 0
	}
	if not > 0 {
		return not + n
	}
	for end := i + n; end < len(g.m.words) && end <= i+n+mostRefusing && !g.word(end).startsClause() && !breaking[g.word(end).text]; end++ {
		if denying[g.word(end).text] || nays[g.word(end).text] {
			return end + 1 - i
		}
	}
	return 0
}

// someListedAt reads several places of the list in a row: die ersten beiden, the last two.
func (g *grammar) someListedAt(i int) int {
	pick := g.says(i, sPick)
	both := func(at int) int {
		w := g.word(at)
		if w.startsClause() || !boths[w.text] && (countOf(w) < 2 || countOf(w) >= g.m.in.Listed) {
			return 0
		}
		return 1
	}
	end := func(at int) int {
		if first, n := g.at(at, sOrdinal); n > 0 && first == 1 {
			return n
		}
		return g.says(at, sTheLast)
	}
	if n := end(i + pick); n > 0 && both(i+pick+n) > 0 {
		return pick + n + 1
	}
	if n := end(i + pick + 1); n > 0 && both(i+pick) > 0 {
		return pick + 1 + n
	}
	return 0
}

// countsList reads how many times are listed, where all of them are spoken of: alle drei.
func (g *grammar) countsList(i int) int {
	if !g.expects(ExpectWhen) || !alls[g.word(i).text] {
		return 0
	}
	if count, n := g.amount(i + 1); n > 0 && count == g.m.in.Listed {
		return n + 1
	}
	return 0
}

const mostRefusing = 3 // words between a place and what refuses it: passt mir leider nicht

// settleRefusals has who only refuses what is listed want other times.
func (m *message) settleRefusals(chosen []candidate) []candidate {
	left := false
	for _, c := range chosen {
		_, is := c.value.(ChoiceValue)
		left = left || is || isWhen(c)
	}
	for i, c := range chosen {
		if _, is := c.value.(refusedChoice); !is {
			continue
		}
		chosen[i].value = led{}
		if !left {
			chosen[i].value, left = IntentValue{OtherTimes}, true
		}
	}
	return chosen
}
