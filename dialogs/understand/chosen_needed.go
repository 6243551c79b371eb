package understand

import "terminbote/booking"

// eachNeedsAt reads how many of the only thing chosen are needed, by those who need one each: "our two kids need one
// each", "meine Kinder brauchen beide einen".
func (m *message) eachNeedsAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) || len(m.in.Chosen) != 1 || !m.countable(m.in.Chosen[0]) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	count, needs, one, to := 0, false, false, i
	for at := i; at < end; {
		w := m.words[at].text
		used := 1
		some, ofUs := m.someOfUsAt(at)
		several, ofThem := m.severalAt(at)
		switch {
		case some > 1:
			count, used = some, ofUs
		case several > 1:
			count, used = several, ofThem
		case needing[w]:
			needs = true
		case m.amountAt(at) == 1 && m.words[at].kind == letters || eachWords[w]:
			one = true
		case m.says(at, sPeople) || m.says(at, sKin) || m.says(at, sMine):
			used = max(1, m.wordsOf(at, sPeople, sKin, sMine))
		case m.says(at, sSelf) || likewise[w] || !m.isFiller(at):
			return chosenPart{}, false
		}
		at += used
		to = at
	}
	if count < 2 || !needs || !one {
		return chosenPart{}, false
	}
	return chosenPart{from: i, to: to, found: []Value{ConcernValue{ID: m.in.Chosen[0].Concern, Quantity: count}}}, true
}

// hasOneAt reads that somebody of those who something is for has one already, or that only the writer's is needed: "meine
// Frau hat doch schon eins", "nur noch meins". So many fewer are wanted of the only thing there are several of.
func (m *message) hasOneAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	w, is := m.onlySeveral()
	if !is {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	count, has, one, only, to := 0, false, false, false, i
	for at := i; at < end; {
		used, text := 1, m.words[at].text
		p, party := m.partyAt(at)
		switch own := m.ownOneAt(at); {
		case own > 0:
			count, one, used = w.Quantity-1, true, own
		case m.oneAt(at) > 0:
			one, used = true, m.oneAt(at)
		case party && !p.self && p.as == asNeeding && count == 0:
			count, used = p.count, p.to-at
		case having[text]:
			has = true
		case onlies[text]:
			only = true
		case !m.isFiller(at) && !yets[text]:
			return chosenPart{}, false
		}
		at += used
		to = at
	}
	mine := only && !has
	if !one || mine == has || count < 1 || count >= w.Quantity {
		return chosenPart{}, false
	}
	return chosenPart{from: i, to: to, found: []Value{ConcernValue{ID: w.Concern, Quantity: w.Quantity - count}}}, true
}

// onlySeveral is the only thing chosen of which there are several cases.
func (m *message) onlySeveral() (only booking.Wish, is bool) {
	for _, w := range m.in.Chosen {
		if w.Quantity > 1 && m.countable(w) {
			if is {
				return booking.Wish{}, false
			}
			only, is = w, true
		}
	}
	return only, is
}

// someOfUsAt reads how many of those who come something is said of: "zwei von uns", "three of us".
func (m *message) someOfUsAt(i int) (count, n int) {
	if used := idiomAt(ofUsWords, m.words, i+1); m.amountAt(i) > 1 && used > 0 {
		return m.amountAt(i), 1 + used
	}
	return 0, 0
}

// severalAt reads people who are counted together, and not the writer with them: beide Kinder, our two kids.
func (m *message) severalAt(i int) (count, n int) {
	for _, g := range m.grammars {
		if value, used := g.at(i, sCompany); used > 0 && value > 1 && !m.isOfThing(i+used) && !severals[m.words[i].text] {
			return value, used + max(g.says(i+used, sPeople), g.says(i+used, sKin))
		}
		if one := g.oneOfGroup(i); one.count > 1 && !one.self && !one.whole && !g.x.moreOrLess[g.word(i+one.n).text] {
			return one.count, one.n
		}
	}
	return 0, 0
}

// Words for some of those who come, and before whose something is.
var (
	ofUsWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.ofUs), true) })
	genitives = choosingWords(func(c chosenWords) string { return c.genitive })
	ownings   = choosingWords(func(c chosenWords) string { return c.owned })
)
