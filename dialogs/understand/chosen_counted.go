package understand

import (
	"slices"

	"terminbote/booking"
)

// forSeveralAt reads for how many something that is chosen is to be: "das Führungszeugnis für zwei, mich und meine
// Tochter", "the passport for two".
func (m *message) forSeveralAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) || !determines(m.words[i]) && !m.isOfConcern(i) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	var things []int
	for at := i; at < end; at++ {
		w := m.words[at].text
		switch {
		case purposes[w]:
			if p, counts := m.countedForAt(i, at+1, things); counts {
				return p, true
			}
		case m.isOfConcern(at):
			things = append(things, at)
		case m.amountAt(at) > 1, !m.isFiller(at) && !determines(m.words[at]) && !ownings[w]:
			return chosenPart{}, false
		}
	}
	return chosenPart{}, false
}

// countedForAt is the part that begins at a place and says from another one on for how many its things are.
func (m *message) countedForAt(i, at int, things []int) (chosenPart, bool) {
	if len(things) == 0 || at >= len(m.words) {
		return chosenPart{}, false
	}
	of, _ := m.chosenOf(things[0], lastOf(things)+1)
	plain := slices.DeleteFunc(slices.Clone(of), func(w booking.Wish) bool { return !m.countable(w) })
	if _, special := m.ofTrait(plain, things[0], lastOf(things)+1); len(plain) > 1 && !special {
		plain = slices.DeleteFunc(plain, m.isSpecial)
	}
	count, _, end := m.groupFor(at)
	if n := m.amountAt(at); end == 0 && n > 1 {
		count, end = n, at+1
		for _, g := range m.grammars {
			end = max(end, at+1+g.says(at+1, sPeople))
		}
	}
	if len(plain) != 1 || count < 2 || end == 0 {
		return chosenPart{}, false
	}
	if end < len(m.words) && m.words[end].startsClause() {
		if told, _, to := m.groupFor(end); told == count {
			end = to // ", mich und meine Tochter"
		}
	}
	return m.withFiller(chosenPart{from: i, to: end, found: []Value{ConcernValue{ID: plain[0].Concern, Quantity: count}}}), true
}

// plainOneAt reads that the ordinary kind of what is chosen is meant, and how often: "normales zweimal", "the normal
// one twice".
func (m *message) plainOneAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || len(m.in.Chosen) == 0 || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	plain, count, to := false, 0, 0
	for at := i; at < end; at++ {
		n, used := m.oftenAt(at)
		switch {
		case plains[m.words[at].text]:
			plain, to = true, at+1
		case used > 0 && n > 1 && plain:
			count, at = n, at+used-1
			to = at + 1
		case m.isOfThing(at):
			to = at + 1
		case !m.isFiller(at) && !needing[m.words[at].text]:
			return chosenPart{}, false
		}
	}
	of := slices.DeleteFunc(slices.Clone(m.in.Chosen), func(w booking.Wish) bool { return !m.countable(w) || m.isSpecial(w) })
	if !plain || count == 0 || len(of) != 1 {
		return chosenPart{}, false
	}
	return chosenPart{from: i, to: to, found: []Value{ConcernValue{ID: of[0].Concern, Quantity: count}}}, true
}

// allAgainAt reads that what was left out is wanted after all: "dann bitte beides", "both after all".
func (m *message) allAgainAt(i int) (chosenPart, bool) {
	if len(m.in.Dropped) == 0 || !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	if i > 0 && !m.words[i].startsClause() && (m.says(i-1, sSelf) || severals[m.words[i-1].text] || idiomAt(enoughWords, m.words, i-1) > 1) {
		return chosenPart{}, false // "wir beide" are people, and "after all" is nothing
	}
	_, end := m.clauseOf(i, i+1)
	all := 0
	for at := i; at < end; at++ {
		n := max(idiomAt(allOfItWords, m.words, at), m.wordsOf(at, sEachOf))
		switch after := idiomAt(enoughWords, m.words, at); {
		case after > 0:
			at += after - 1
		case n > 0:
			all, at = all+1, at+n-1
		case m.isOfThing(at), m.says(at, sPeople), idiomAt(eachOneWords, m.words, at) > 0, m.says(at, sSelf), severals[m.words[at].text], m.amountAt(at) > 0, !m.isFiller(at) && !needing[m.words[at].text] && !nays[m.words[at].text]:
			return chosenPart{}, false
		}
	}
	if all != 1 {
		return chosenPart{}, false
	}
	p := chosenPart{from: i, to: end, besides: true}
	for _, w := range m.in.Dropped {
		p.found = append(p.found, ConcernValue{ID: w.Concern, Quantity: w.Quantity})
	}
	return p, true
}

// isSpecial tells whether something chosen has a trait in its name, as the extended certificate has.
func (m *message) isSpecial(w booking.Wish) bool {
	return len(m.reader.notionsOf(m.reader.listedAs(w.Concern), aTrait)) > 0
}

// plains are words for the ordinary kind.
var plains = choosingWords(func(c chosenWords) string { return c.plain })
