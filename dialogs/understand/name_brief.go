package understand

import "slices"

// likeliestName keeps, in a clerk's line, one of several names in different places: whatever
// else nothing explains is a short form or a slip of something, and stays over so that
// it can be said.
func (m *message) likeliestName(all []candidate) []candidate {
	if !m.in.Brief || len(all) < 2 {
		return all
	}
	best := slices.MaxFunc(all, func(a, b candidate) int { return m.nameEvidence(a) - m.nameEvidence(b) })
	return slices.DeleteFunc(all, func(c candidate) bool {
		_, isName := c.value.(NameValue)
		return isName && (c.to <= best.from || best.to <= c.from)
	})
}

// briefName is how sure it is that what nothing else explains is a name.
const briefName = 0.6

// How much tells that some words are a name.
const (
	announcedName = 16
	usualName     = 4
	besideContact = 3
	capitalName   = 2
)

// nameEvidence is how much tells that a candidate is the caller's name: words that announce
// it, a usual name or a title, a number or an address behind it, capital letters.
func (m *message) nameEvidence(c candidate) int {
	if _, isName := c.value.(NameValue); !isName {
		return 0
	}
	evidence := 1
	if c.sure > briefName {
		evidence += announcedName
	}
	words := m.words[c.from:c.to]
	if slices.ContainsFunc(words, func(w word) bool { return givenNames[w.text] || surnames[w.text] }) || m.isTitleWord(c.from) {
		evidence += usualName
	}
	if m.isBesideContact(c.to) {
		evidence += besideContact
	}
	if words[len(words)-1].capital {
		evidence += capitalName
	}
	return evidence
}

// isBesideContact tells whether the message ends at i, or goes on with a telephone number
// or an address.
func (m *message) isBesideContact(i int) bool {
	if i == len(m.words) || m.isInAddress(i) || m.words[i].kind == digits && len(m.words[i].text) > mostDigitsOfTime || m.words[i].text == "+" {
		return true
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.isField(i, []int{fieldPhone, fieldMail}) > 0 })
}

const mostDigitsOfTime = 2 // 14, and the hour of 9:30

// leadsFamilyName tells whether the word at i begins, in a clerk's line, a family name with
// words before it that stay small: van den Berg, von der Heide. A mere "von" belongs to
// it behind a day or a time; elsewhere it says who calls.
func (g *grammar) leadsFamilyName(i int) bool {
	n := g.says(i, sParticle)
	if !g.m.in.Brief || n == 0 || g.word(i).capital || n == 1 && g.m.saysWhen(i) {
		return false
	}
	for more := n; more > 0 && !g.word(i+n).capital; n += more {
		more = g.says(i+n, sParticle)
	}
	last := g.word(i + n)
	if last.kind != letters || !last.capital || last.gap != " " || !g.isUnknown(i+n) && !givenNames[last.text] && !surnames[last.text] {
		return false
	}
	return n > 1 || !g.m.isFiller(i) || i > 0 && g.isBehindTime(i)
}

// isBehindTime tells whether what is said of days and times ends before the word at i.
func (g *grammar) isBehindTime(i int) bool {
	return g.word(i).startsClause() || g.word(i-1).kind == digits || g.m.saysWhen(i-1) || g.says(i-1, sOClock, sAM, sPM) > 0
}
