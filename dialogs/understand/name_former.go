package understand

import "slices"

// Names that somebody had before: "Jana Feldkamp, geborene Rüter", "früher Rüter, jetzt Feldkamp".

// formerAt is a name that somebody had, with the words that say so, from i on.
func (g *grammar) formerAt(i int) (candidate, bool) {
	n := g.saysFormer(i)
	if n == 0 || g.m.in.Expect != ExpectName {
		return candidate{}, false
	}
	run, ok := g.nameAt(i + n)
	if !ok || g.word(i+n).startsClause() && g.word(i+n).gap != ". " {
		return candidate{}, false
	}
	return candidate{from: i, to: run.to, sure: 0.9, bonus: 1.2, value: aside{}}, true
}

// isFormer tells whether the name at i is one that somebody had.
func (g *grammar) isFormer(i int) bool {
	for before := max(0, i-mostFormer); before < i; before++ {
		if g.m.in.Expect == ExpectName && g.saysFormer(before) == i-before {
			return true
		}
	}
	return false
}

const mostFormer = 3 // words before a name that somebody had: used to be

// saysFormer is how many words at i say that the name behind them is an old one.
func (g *grammar) saysFormer(i int) int { return idiomAt(formerly, g.m.words, i) }

// formerly are idioms before a name that somebody had.
var formerly = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.formerly), true) })

// nows are words behind a name that somebody has now.
var nows = talkingWords(func(t talkWords) string { return t.nows })

// isNameBehindKin tells whether a name of two words or more stands right behind whose it is: "my grandad
// Walter Nowitzki".
func (g *grammar) isNameBehindKin(i int, run nameRun) bool {
	if g.m.in.Expect != ExpectName || len(run.words) < wholeName || i == 0 || g.says(i-1, sKin) == 0 {
		return false
	}
	from, _ := g.m.clauseOf(i, i+1)
	for at := from; at < i-1; at++ {
		if g.says(at, sMine) == 0 && !g.m.isPoliteBeforeName(at) {
			return false
		}
	}
	return true
}

// isNameBehindEvent tells whether a name of two words or more, a usual one among them, stands behind what changed it,
// and nothing else before: "seit der Hochzeit Jana Feldkamp".
func (g *grammar) isNameBehindEvent(i int, run nameRun) bool {
	if g.m.in.Expect != ExpectName || len(run.words) < wholeName || run.known == 0 || i == 0 {
		return false
	}
	from, _ := g.m.clauseOf(i, i+1)
	since := false
	for at := from; at < i; at++ {
		since = since || g.says(at, sSince, sAfter) > 0
		if g.isUnknown(at) || g.says(at, sKin, sTitle) > 0 || denying[g.word(at).text] || slices.Contains(run.words, at) {
			return false
		}
	}
	return since
}
