package understand

import (
	"slices"
	"strings"
)

// party is some people who are spoken of together: the writer, some of the family, a number of those
// who come, names in a row.
type party struct {
	from, to int // the words that name them
	count    int
	self     bool // the writer is one of them
	among    bool // they are some of those who come: zwei von uns, einer davon
	whole    bool // they are all who come, counted together: wir drei
	counted  bool // they were counted, together or one by one, and not only named by what they are
	row      bool // several were named, one by one
	outright bool // they were counted as people, no matter who they are: zwei Personen
	names    bool // some of them are called by their names
	child    bool // who was named last is somebody's child
	as       bearing
}

// bearing is what a message says of people and something that is needed.
type bearing uint8

const (
	asNeeding bearing = iota // they need it: meine Frau braucht
	asMeant                  // it is for them: für meine Frau
	asOwning                 // it is theirs, or wanted of them: der von meiner Frau, my wife's
	asComing                 // they only come along: mit meiner Frau
)

// partyAt reads people who are spoken of at a place, with the word before them that says how.
func (m *message) partyAt(i int) (party, bool) {
	p, at := party{from: i, to: i}, i
	switch w := m.words[i].text; {
	case purposes[w]:
		at, p.as = i+1, asMeant
	case ownings[w]:
		at, p.as = i+1, asOwning
		for at < len(m.words) && (eachWords[m.words[at].text] || ownings[m.words[at].text]) {
			at++ // from each of us two
		}
	case denying[w] && i+1 < len(m.words) && purposes[m.words[i+1].text]:
		at, p.as = i+2, asComing // not for me
	case m.says(i, sWith):
		at, p.as = i+m.wordsOf(i, sWith), asComing
	}
	if !m.joinMember(&p, at) {
		return party{}, false
	}
	for {
		and, joins := m.joinsMember(p)
		if !joins || !m.joinMember(&p, p.to+and) {
			break
		}
	}
	if p.to < len(m.words) && p.as != asComing && m.isGenitive(p.to) {
		p.as, p.to = asOwning, p.to+1
	}
	return p, !m.onlyDescribes(p) && !m.standsBare(p)
}

// standsBare tells whether a single word for somebody is not said to need anything: "Peter Klein, ich brauche".
func (m *message) standsBare(p party) bool {
	if p.as != asNeeding || p.to > p.from+1 || p.self || p.whole || p.to >= len(m.words) {
		return false
	}
	return !needing[m.words[p.to].text] && !m.isLikewise(p.to) && !eachWords[m.words[p.to].text]
}

// onlyDescribes tells whether what may be a word for people describes the thing behind it: "drei alte Sofas".
func (m *message) onlyDescribes(p party) bool {
	if p.to >= len(m.words) || m.words[p.to].gap != " " || m.isGenitive(p.to-1) || !m.ours(p.to) && !m.isNoun(p.to) {
		return false
	}
	last := m.words[p.to-1]
	bare := p.as == asNeeding && p.to == p.from+1 && !p.self && !p.names
	loose := !last.capital && m.words[p.to].capital && !p.self && (p.to < p.from+2 || !determines(m.words[p.to-2]))
	return bare || loose || slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.describes[last.text] })
}

// isGenitive tells whether a word only says whose something is: the 's of "my wife's".
func (m *message) isGenitive(i int) bool {
	return genitives[strings.Trim(m.words[i].text, "'’")] && m.words[i].gap != " "
}

// joinsMember tells whether one more is joined to people who were named, and by how many words: "und", or "und für"
// where these began so.
func (m *message) joinsMember(p party) (n int, joins bool) {
	at := p.to
	if at >= len(m.words) || p.as == asComing {
		return 0, false
	}
	n = m.wordsOf(at, sAnd)
	if n == 0 && m.words[at].gap != ", " || n > 0 && at+n >= len(m.words) {
		return 0, false
	}
	comma := n == 0
	if p.as != asNeeding && m.words[at+n].text == m.words[p.from].text {
		n++
		if one, is := m.memberAt(at + n); is && m.namesThing(p.from) && m.goesOnWithThing(one.to) {
			return 0, false // "Pass für den Sohn und für mich ein Führungszeugnis"
		}
	}
	one, is := m.memberAt(at + n)
	if !is || one.self && (p.self || p.as == asMeant && speakers[m.words[at+n].text]) || one.among {
		return 0, false
	}
	if m.needsItself(one, p.as) || comma && (one.whole || !m.endsRow(one.to)) {
		return 0, false
	}
	return n, true
}

// namesThing tells whether a clause names something before a place.
func (m *message) namesThing(before int) bool {
	for i := before - 1; i >= 0 && !m.words[i+1].startsClause(); i-- {
		if m.isOfThing(i) {
			return true
		}
	}
	return false
}

// goesOnWithThing tells whether a clause goes on at a place with an article and something that is named.
func (m *message) goesOnWithThing(i int) bool {
	if i >= len(m.words) || m.words[i].startsClause() || !articles[m.words[i].text] {
		return false
	}
	_, end := m.clauseOf(i, i+1)
	return slices.ContainsFunc(m.words[i:end], func(w word) bool { return m.isThing(w) })
}

// needsItself tells whether who is named behind a row begins to need something of their own: "für mich einen Perso,
// und meine Frau braucht …", "für mich, meine Frau auch".
func (m *message) needsItself(one party, as bearing) bool {
	if one.to >= len(m.words) {
		return false
	}
	w := m.words[one.to].text
	return m.isLikewise(one.to) || as != asNeeding && (needing[w] || wanting[w] || having[w] || eachWords[w])
}

// endsRow tells whether a row of people may end or go on at a place.
func (m *message) endsRow(i int) bool {
	return i >= len(m.words) || m.words[i].startsClause() || m.says(i, sAnd)
}

// joinMember adds who is named at a place to people who are spoken of.
func (m *message) joinMember(p *party, at int) bool {
	one, is := m.memberAt(at)
	if !is || one.names && p.as == asNeeding && p.count == 0 {
		return false
	}
	if one.whole && p.count > 0 {
		p.count = 0 // "mit Baby zu dritt": all of them are three
	}
	p.row = p.row || p.count > 0
	p.count, p.to, p.child = p.count+one.count, one.to, one.child
	p.self, p.among, p.whole = p.self || one.self, p.among || one.among, p.whole || one.whole
	p.counted, p.outright, p.names = p.counted || one.counted, p.outright || one.outright, p.names || one.names
	return true
}

// memberAt reads one of a row of people: mich, meine zwei Söhne, drei von uns, wir beide, Tim.
func (m *message) memberAt(at int) (party, bool) {
	if at >= len(m.words) {
		return party{}, false
	}
	if n := m.amountAt(at); n > 0 {
		if of := idiomAt(ofUsWords, m.words, at+1); of > 0 && !m.isAllBefore(at) {
			return party{to: at + 1 + of, count: n, among: true, counted: true}, true
		}
	}
	for _, g := range m.grammars {
		if p, is := g.memberAt(at); is {
			return p, true
		}
	}
	if w := m.words[at]; givenNames[w.text] && (w.capital || !m.hasCapitals()) && !m.isFiller(at) {
		return party{to: at + 1, count: 1, names: true}, true
	}
	return party{}, false
}

// memberAt reads one of a row of people by what they are to the writer, or how many.
func (g *grammar) memberAt(at int) (party, bool) {
	m := g.m
	if of := g.saysPeople(at + 2); of > 0 && pairing[m.words[at].text] && determines(m.words[at+1]) {
		return party{to: at + 2 + of, count: 2, counted: true, child: m.isChild(at, at+2+of)}, true // both my kids
	}
	one := g.oneOfGroup(at)
	if n, used := g.at(at, sCompany); used > one.n && n > 1 {
		one = group{count: n, whole: true, counted: true, n: used}
	}
	if one.n == 0 || one.count == 0 || g.x.moreOrLess[g.word(at+one.n).text] {
		return party{}, false
	}
	to := at + one.n
	one.outright = one.outright && !one.whole
	if of := max(g.says(to, sPeople), g.says(to, sKin)); one.whole && of > 0 {
		to, one.whole, one.outright = to+of, false, g.says(to, sOutright) > 0 // beide Kinder
	}
	if more := g.saysPeople(to); more > 0 && g.x.describes[g.word(to-1).text] && m.words[to].gap == " " {
		to += more // zwei kleine Töchter
	}
	if one.whole && (m.isOfThing(to) || severals[m.words[at].text] && one.n == 1) {
		return party{}, false
	}
	for to < len(m.words) && one.self && oneself[m.words[to].text] {
		to++ // ich selber
	}
	return party{to: to, count: one.count, self: one.self, whole: one.whole, counted: one.counted || g.countsIn(at, to), outright: one.outright && one.counted, child: m.isChild(at, to)}, true
}

// isAllBefore tells whether a word before a number says that they are all: "all three of us".
func (m *message) isAllBefore(at int) bool {
	return at > 0 && (thes[m.words[at-1].text] || idiomAt(allOfItWords, m.words, at-1) > 0)
}

// isChild tells whether some words name somebody's child.
func (m *message) isChild(from, to int) bool {
	words := m.reader.catalogue.words
	for i := from; i < to; i++ {
		for _, id := range words.exact[m.words[i].text] {
			if words.notions[id].concept == child {
				return true
			}
		}
	}
	return false
}

// countsIn tells whether a number stands among some words.
func (g *grammar) countsIn(from, to int) bool {
	for i := from; i < to; i++ {
		if _, n := g.amount(i); n > 0 && g.says(i, sPick) == 0 {
			return true
		}
	}
	return false
}
