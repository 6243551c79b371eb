package understand

import "slices"

// Family names that are words elsewhere: Anna Kurz, Peter Montag, Lena Park.

// isDayBehindName tells whether the word at i ends the answer to the question for a
// name as the family name behind a usual given one, though it is a day elsewhere: Kai
// Montag, Jürgen Mai, Peter von der Heide.
func (g *grammar) isDayBehindName(i int) bool {
	if g.m.in.Expect != ExpectName || i == 0 || g.word(i).startsClause() || g.says(i, sWeekday, sDay, sMonth, sPart, sSpan) == 0 || !g.isPoliteFrom(i+1) {
		return false
	}
	at := i
	for at > 0 && (givenNames[g.word(at-1).text] || g.says(at-1, sTitle, sDegree, sParticle) > 0) && g.says(at-1, sNameUnder) == 0 {
		at--
	}
	given := slices.ContainsFunc(g.m.words[at:i], func(w word) bool { return givenNames[w.text] })
	return given && (at == 0 || g.announcesAt(at))
}

// isThingBehindName tells whether the word at i is the family name behind a usual given
// one where both are the whole answer to the question for a name, though it means
// something elsewhere: lena park.
func (g *grammar) isThingBehindName(i int) bool {
	return g.m.in.Expect == ExpectName && i == 1 && len(g.m.words) == 2 && !g.word(1).startsClause() && givenNames[g.word(0).text] &&
		!g.m.isFiller(1) && len(g.x.phrases[g.word(1).text]) == 0
}

// isAdjectiveBehindName tells whether the word at i is a family name because it stands with a
// capital letter right behind a usual given name, which a word of its kind does nowhere else:
// Anna Kurz, Peter Lang. A thing that somebody comes for is none.
func (g *grammar) isAdjectiveBehindName(i int) bool {
	w := g.word(i)
	if i == 0 || !w.capital || w.gap != " " || !g.word(i-1).capital || !givenNames[g.word(i-1).text] || g.m.ours(i) {
		return false
	}
	return !slices.ContainsFunc(g.m.grammars, func(g *grammar) bool {
		return len(g.x.phrases[w.text]) > 0 && g.says(i, sWeekday, sDay, sPart, sMonth, sSpan, sKin, sPeople, sSelf, sTitle, sAnd, sOr) > 0 || verbal(w.text) || needing[w.text] || speakers[w.text]
	})
}

// isWordBehindName tells whether the word at i is the family name behind a given one that was
// announced, or asked for, whatever it means elsewhere: "mein name ist anna kurz". It ends what is
// said of the name. Small words are none but those that people are called.
func (g *grammar) isWordBehindName(i int) bool {
	w := g.word(i)
	if i == 0 || w.gap != " " || !givenNames[g.word(i-1).text] || isSmall(w.text) && !wordSurnames[w.text] && !g.m.saysWhen(i) || g.isNoFamilyName(i) || !g.endsNameAt(i+1) {
		return false
	}
	at := i
	for at > 0 && givenNames[g.word(at-1).text] && (at == i || g.word(at).gap == " " || g.word(at).gap == "-") {
		at--
	}
	if g.m.in.Expect == ExpectName {
		return at == 0 || g.word(at).startsClause() || g.announcesAt(at)
	}
	return g.announcesAt(at) && (g.isCalledBefore(at) || g.m.saysWhen(i) && g.m.saysWhenBefore(at))
}

// isNoFamilyName tells whether nobody is called as the word at i, which says who or what somebody
// does there.
func (g *grammar) isNoFamilyName(i int) bool {
	w := g.word(i).text
	if verbal(w) && !wordSurnames[w] || nays[w] || needing[w] || speakers[w] || having[w] || modals[w] || denying[w] || g.x.courtesy[w] {
		return true
	}
	return slices.ContainsFunc(g.m.grammars, func(g *grammar) bool {
		return g.says(i, sKin, sPeople, sSelf, sTitle, sAnd, sOr, sNameIs, sNameUnder, sFamilyName, sGivenName, sWith) > 0
	})
}

// endsNameAt tells whether what is said from i on goes on with something else than the name.
func (g *grammar) endsNameAt(i int) bool {
	if i >= len(g.m.words) || g.word(i).startsClause() || g.word(i).kind != letters || g.m.isInAddress(i) || g.isPoliteFrom(i) {
		return true
	}
	w := g.word(i).text
	return g.says(i, sAnd, sNameBehind) > 0 || having[w] || needing[w] || speakers[w]
}

// isCalledBefore tells whether the words before a name at i say "name": nothing else can follow.
func (g *grammar) isCalledBefore(i int) bool {
	for from := max(0, i-mostAnnouncing); from < i; from++ {
		if n := g.says(from, sNameIs); n > 0 && from+n <= i && g.namesItself(from, n) {
			return true
		}
	}
	return false
}

// saysWhenBefore tells whether a day or a part of the day is said before the word at i.
func (m *message) saysWhenBefore(i int) bool {
	for at := range i {
		if m.saysWhen(at) {
			return true
		}
	}
	return false
}
