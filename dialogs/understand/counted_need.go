package understand

import (
	"slices"
	"strings"
)

// countedNeed counts the cases of a concern by those who are said to need it: "die beiden Kinder
// brauchen einen Ausweis", "wir sind zu viert, zwei von uns brauchen einen Pass". How many come is not said by it.
func (m *message) countedNeed(chosen []candidate) []candidate {
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		if !is || v.Quantity > 1 || v.Negated || m.reader.IsForSeveral(v.ID) || m.reader.isOfDwelling(v.ID) {
			continue
		}
		from, to := m.clauseOf(c.from, c.to)
		count, at, end := m.needyIn(from, to, c)
		if count < 2 {
			count, at, end = m.ownersBehind(c)
		}
		if count < 2 {
			continue
		}
		v.Quantity, v.More = count, false
		chosen[i].value = v
		for k, o := range chosen {
			_, time := o.value.(hoursSaid)
			if at < o.to && o.from < end && (time || countsOnly(o.value)) {
				chosen[k].value = led{}
			}
		}
		chosen = append(chosen, candidate{from: at, to: end, value: led{}})
	}
	return chosen
}

// needyIn is how many people need what is named in a clause, and where they are counted: "beide", "zwei von uns".
func (m *message) needyIn(from, to int, c candidate) (count, at, end int) {
	needs := slices.ContainsFunc(m.words[from:to], func(w word) bool { return needing[w.text] })
	for i := from; i < to; i++ {
		needs = needs && !m.says(i, sWeAre) // "wir sind zu viert und brauchen …" are those who come
	}
	for i := from; i < to; i++ {
		if c.from <= i && i < c.to && !needing[m.words[i].text] {
			continue
		}
		if n, used := m.someOfUsAt(i); n > 1 {
			return n, i, i + used
		}
		if n, used := m.severalAt(i); n > 1 && needs && !m.isForThose(i) {
			return n, i, i + used
		}
	}
	return 0, 0, 0
}

// isForThose tells whether something is said to be for the people who are named at a place, and not that they need it.
func (m *message) isForThose(i int) bool {
	return i > 0 && (purposes[m.words[i-1].text] || i > 1 && determines(m.words[i-1]) && purposes[m.words[i-2].text])
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

// ownersBehind is how many have what is named, where behind it stands whose the other one is: "mein Ausweis und der
// von meinem Freund", "my passport and my wife's".
func (m *message) ownersBehind(c candidate) (count, at, end int) {
	for i := c.from + 1; i <= c.to && i < len(m.words); i++ {
		if count, end = m.ownersAt(i); count > 1 {
			return count, i, end
		}
	}
	return 0, 0, 0
}

// ownersAt reads whose the other one is from an "and" on.
func (m *message) ownersAt(i int) (count, end int) {
	and := m.wordsOf(i, sAnd)
	at := i + and
	if and == 0 || at >= len(m.words) {
		return 0, 0
	}
	the := 0
	if thes[m.words[at].text] || m.amountAt(at) == 1 {
		the = 1
	}
	of := 0
	if the > 0 && at+the < len(m.words) && ownings[m.words[at+the].text] {
		of = 1
	}
	for _, g := range m.grammars {
		one := g.relativesAt(at + the + of)
		end = at + the + of + one.n
		theirs := end < len(m.words) && genitives[strings.Trim(m.words[end].text, "'’")] && m.words[end].gap != " "
		if one.n == 0 || of == 0 && !theirs {
			continue
		}
		if theirs {
			end++
		}
		return 1 + one.count, end
	}
	return 0, 0
}

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

// Words for some of those who come, and before whose something is.
var (
	ofUsWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.ofUs), true) })
	genitives = choosingWords(func(c chosenWords) string { return c.genitive })
	ownings   = choosingWords(func(c chosenWords) string { return c.owned })
)
