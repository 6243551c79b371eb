package understand

import (
	"slices"

	"terminbote/booking"
)

// ofOthersAt reads what becomes of all that the message does not name: "der Rest bleibt", "den anderen
// Kram nicht", "the other one twice as well".
func (m *message) ofOthersAt(i int) (chosenPart, bool) {
	before := idiomAt(offWords, m.words, i)
	left := max(idiomAt(leavesWords, m.words, i), idiomAt(altersWords, m.words, i))
	refused := before > 0 && left == 0
	before = max(before, left)
	at := i + before
	n := idiomAt(othersWord, m.words, at)
	if n == 0 || m.asksAt(i) || before == 0 && !m.beginsPart(i) || before > 0 && m.words[at].startsClause() {
		return chosenPart{}, false
	}
	at += n
	p := chosenPart{from: i, others: true, refused: refused}
	if idiomAt(altersWords, m.words, i) > 0 {
		p.to = at + m.wordsOf(at, sNot) // "ändere den Rest nicht"
		return m.withFiller(p), true
	}
	for ; at < len(m.words) && !m.words[at].startsClause() && p.to == 0; at++ {
		used := max(idiomAt(stayingWords, m.words, at), idiomAt(fineWords, m.words, at))
		count, times := m.oftenAt(at)
		switch off := idiomAt(offWords, m.words, at); {
		case used > 0 && used >= off:
			p.to = at + used
		case off > 0:
			p.to, p.refused = at+off, true
		case times > 0:
			p.to, p.count = at+times, count
		case likewise[m.words[at].text]:
			p.alike = true
		case !m.isFiller(at):
			return chosenPart{}, false
		}
	}
	if p.to == 0 && p.alike {
		p.to = at
	}
	if p.to == 0 && (p.refused || left > 0) {
		p.to = at
	}
	return m.withFiller(p), p.to > 0
}

// oftenAt reads how often in any language: zweimal, twice.
func (m *message) oftenAt(i int) (count, n int) {
	for _, g := range m.grammars {
		if count, n = g.oftenAt(i); n > 0 {
			return count, n
		}
	}
	return 0, 0
}

// withFiller is a part with the words behind it that add nothing in its clause.
func (m *message) withFiller(p chosenPart) chosenPart {
	for p.to > 0 && p.to < len(m.words) && !m.words[p.to].startsClause() && m.isFiller(p.to) && !m.says(p.to, sAnd) && !m.says(p.to, sSelf) {
		p.to++
	}
	return p
}

// eachOfChosenAt reads how many cases there are of all that is chosen, where the message names nothing:
// "beides zweimal", "alles für zwei Personen", "jeweils für beide Kinder".
func (m *message) eachOfChosenAt(i int) (chosenPart, bool) {
	if m.in.Expect == ExpectPersons || m.in.Expect == ExpectQuantity || m.asksAt(i) {
		return chosenPart{}, false
	}
	before := 0
	if n := m.amountAt(i); n > 1 && m.wordsOf(i+1, sEachOf) > 0 {
		before = 1 // "zwei von jedem"
	}
	all := max(m.wordsOf(i+before, sEachOf), idiomAt(allOfItWords, m.words, i+before))
	if all == 0 {
		return chosenPart{}, false
	}
	if _, named := m.chosenOf(0, len(m.words)); named {
		return chosenPart{}, false
	}
	at := i + before + all
	if before > 0 {
		return m.eachOf(chosenPart{from: i, to: at, count: m.amountAt(i)})
	}
	for at < len(m.words) && m.isFiller(at) && !purposes[m.words[at].text] && m.amountAt(at) == 0 && !m.words[at].startsClause() {
		at++
	}
	p := chosenPart{from: i}
	if at < len(m.words) && at > i && m.words[at].startsClause() {
		return chosenPart{}, false
	}
	if count, n := m.oftenAt(at); n > 0 && count > 1 {
		p.to, p.count = at+n, count
	}
	if at < len(m.words) && purposes[m.words[at].text] {
		count, outright, end := m.groupFor(at + 1)
		if n := m.amountAt(at + 1); end == 0 && n > 1 {
			count, end = n, at+2 // "alles für zwei"
		}
		p.to, p.count = end, count
		if outright {
			p.found = append(p.found, PersonsValue{Count: count})
		}
	}
	if p.to == 0 || p.count < 2 {
		return chosenPart{}, false
	}
	return m.eachOf(p)
}

// eachOf is a part that says how many cases there are of all that is chosen.
func (m *message) eachOf(p chosenPart) (chosenPart, bool) {
	for _, w := range m.in.Chosen {
		if m.countable(w) {
			p.found = append(p.found, ConcernValue{ID: w.Concern, Quantity: p.count})
		}
	}
	p.count = 0
	return m.withFiller(p), len(p.found) > 0
}

// groupFor is how many people are named from a place on, whether all who come are, and where that ends.
func (m *message) groupFor(at int) (count int, outright bool, end int) {
	for _, g := range m.grammars {
		one := g.oneOfGroup(at)
		if one.n == 0 {
			continue
		}
		g.joinRow(&one, at)
		outright, end = one.outright && !one.whole || one.self, at+one.n
		if one.whole {
			end += max(g.says(end, sPeople), g.says(end, sKin))
		}
		return one.count, outright, end
	}
	return 0, false, 0
}

// madeOfAt reads how many become of how many: "mach aus den zwei drei", "make the two passports three".
func (m *message) madeOfAt(i int) (chosenPart, bool) {
	_, end := m.clauseOf(i, i+1)
	made := slices.ContainsFunc(m.words[i:end], func(w word) bool { return makes[w.text] })
	if !made || !makes[m.words[i].text] && !draws[m.words[i].text] {
		return chosenPart{}, false
	}
	was, becomes, to := 0, 0, 0
	var things []int
	for at := i + 1; at < end; at++ {
		switch n := m.amountAt(at); {
		case n > 0 && was == 0:
			was = n
		case n > 0:
			becomes, to = n, at+1
		case m.isOfThing(at):
			things = append(things, at)
		case !draws[m.words[at].text] && !makes[m.words[at].text] && !m.isFiller(at):
			return chosenPart{}, false
		}
	}
	if becomes == 0 || was == becomes {
		return chosenPart{}, false
	}
	p := chosenPart{from: i, to: max(to, lastOf(things)+1)}
	p.found = []Value{m.becomes(things, was, becomes)}
	return m.withFiller(p), true
}

func lastOf(all []int) int {
	if len(all) == 0 {
		return -1
	}
	return all[len(all)-1]
}

// becomes is how many cases there are to be of what there are so many of, where it is clear of what.
func (m *message) becomes(things []int, was, count int) Value {
	of := m.in.Chosen
	if len(things) > 0 {
		of, _ = m.chosenOf(things[0], lastOf(things)+1)
	}
	var fitting []booking.Wish
	for _, w := range of {
		if max(1, w.Quantity) == was && m.countable(w) {
			fitting = append(fitting, w)
		}
	}
	if len(fitting) != 1 {
		return CountValue{count}
	}
	return ConcernValue{ID: fitting[0].Concern, Quantity: count}
}

// bareCountAt reads how many cases there are to be of the only thing chosen, as the whole of a message:
// "einer reicht", "doch nur einer", "just one after all".
func (m *message) bareCountAt(i int) (chosenPart, bool) {
	if i != 0 || len(m.in.Chosen) != 1 || m.in.Expect == ExpectPersons || m.in.Expect == ExpectQuantity || m.in.Expect == ExpectWhen || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	count, says := 0, false
	for at := 0; at < len(m.words); at++ {
		n := m.amountAt(at)
		if idiomAt(oneOfUsWords, m.words, at) > 0 || m.says(at, sSelf) || m.says(at, sWeAre) || severals[m.words[at].text] {
			return chosenPart{}, false
		}
		switch enough := idiomAt(enoughWords, m.words, at); {
		case enough > 0:
			says, at = true, at+enough-1
		case n > 0 && count == 0 && m.words[at].kind == letters:
			count = n
		case onlies[m.words[at].text]:
			says = true
		case !m.isFiller(at) && !nays[m.words[at].text]:
			return chosenPart{}, false
		}
	}
	w := m.in.Chosen[0]
	if count == 0 || !says || !m.countable(w) {
		return chosenPart{}, false
	}
	return chosenPart{from: 0, to: len(m.words), found: []Value{ConcernValue{ID: w.Concern, Quantity: count}}}, true
}

// moreOrLessAt reads by how many the cases of something are more or fewer than are chosen: "ein Pass
// weniger", "one more ID card". None left of them are none wanted.
func (m *message) moreOrLessAt(i int) (chosenPart, bool) {
	by := m.amountAt(i)
	if by == 0 || !m.beginsPart(i) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	change, to := -1, 0
	var things []int
	for at := i + 1; at < end; at++ {
		switch {
		case change < 0 && m.isMoreOrLess(at):
			change, to = at, at+max(1, idiomAt(tooManyWords, m.words, at))
			at = to - 1
		case m.says(at, sPeople) || m.says(at, sKin):
			return chosenPart{}, false
		case m.isOfThing(at):
			things, to = append(things, at), at+1
		case !m.isFiller(at):
			at = end
		}
	}
	of := m.in.Chosen
	if len(things) > 0 {
		of, _ = m.chosenOf(things[0], lastOf(things)+1)
	}
	if change < 0 || len(of) != 1 || !m.countable(of[0]) {
		return chosenPart{}, false
	}
	v := ConcernValue{ID: of[0].Concern, Quantity: max(1, of[0].Quantity) + m.changeBy(by, change)}
	v.Negated, v.Quantity = v.Quantity < 1, max(0, v.Quantity)
	return chosenPart{from: i, to: to, found: []Value{v}}, true
}

// changeBy is a number with the direction in which the words at a place change what is chosen.
func (m *message) changeBy(by, at int) int {
	for _, s := range tooManyWords.in(m.words, at, min(len(m.words), at+mostOfIdiom)) {
		if s.from == at {
			return s.value * by
		}
	}
	return moreOrFewer(by, m.words[at])
}

func (m *message) isMoreOrLess(i int) bool {
	if idiomAt(tooManyWords, m.words, i) > 0 {
		return true
	}
	for _, g := range m.grammars {
		if g.x.moreOrLess[m.words[i].text] {
			return true
		}
	}
	return false
}
