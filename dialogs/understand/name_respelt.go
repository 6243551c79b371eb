package understand

import (
	"slices"
	"strings"
)

// Names that somebody puts right where the appointment has one already, and say so.

// respeltAt is a name of one word or two that somebody writes once more beside words for how a name is written, or that
// it is wrong: "Nachname wird mit th geschrieben: Berthold", "it's spelt Hermann", "der Vorname ist falsch, Sabrina".
func (g *grammar) respeltAt(i int) (candidate, bool) {
	if !g.m.in.Named && !g.expects(ExpectReview) || g.expects(ExpectName, ExpectWish, ExpectMore, ExpectWhen) || g.m.in.Brief || !g.m.speaksOfSpelling() {
		return candidate{}, false
	}
	run, ok := g.oneNameAt(i)
	if !ok || run.titled || g.deniesBefore(i) || !g.endsRespelt(run.to) || !g.beginsRespelt(i) {
		return candidate{}, false
	}
	to := run.to
	if n := g.says(to, sWithLetters); n > 0 {
		to += n + g.lettersFrom(to+n)
	}
	return candidate{from: g.leadToRespelt(i), to: to, sure: 0.9, bonus: 0.8, value: NameValue{Name: run.spell(g)}}, true
}

// deniesBefore tells whether the clause of a name denies something before it: "ich schreibe keine Mails".
func (g *grammar) deniesBefore(i int) bool {
	from, _ := g.m.clauseOf(i, i+1)
	return slices.ContainsFunc(g.m.words[from:i], func(w word) bool { return denying[w.text] || g.x.none[w.text] })
}

// leadToRespelt is where the words begin that lead to a name at i: "mein Name schreibt sich …".
func (g *grammar) leadToRespelt(i int) int {
	from, _ := g.m.clauseOf(i, i+1)
	for at := from; at < i; at++ {
		field, n := g.at(at, sField)
		if !spelling[g.word(at).text] && !g.m.isFiller(at) && !(n > 0 && fields[field] == ExpectName) && g.says(at, sFamilyName, sGivenName) == 0 {
			return i
		}
	}
	return from
}

// beginsRespelt tells whether a name may begin at i: behind a mark, a verb of writing or a word that makes nothing of it.
func (g *grammar) beginsRespelt(i int) bool {
	if i == 0 || g.word(i).startsClause() || strings.Contains(g.word(i).gap, ":") {
		return true
	}
	return spelling[g.word(i-1).text] || g.m.isFiller(i-1) && i > 1 && spelling[g.word(i-2).text]
}

// endsRespelt tells whether a name ends before i: with its clause, or before the letters it has.
func (g *grammar) endsRespelt(i int) bool {
	return g.endsClause(i) || g.says(i, sWithLetters) > 0 && g.isSpelling(i+g.says(i, sWithLetters))
}

// speaksOfSpelling tells whether a message says how a name is written, or that one is wrong.
func (m *message) speaksOfSpelling() bool {
	if slices.ContainsFunc(m.words, func(w word) bool { return spelling[w.text] }) {
		return true
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := range m.words {
			if of, n := g.correctionAt(i); n > 0 && of == ExpectName {
				return true
			}
		}
		return false
	})
}

// spelling are verbs that say how a name is written.
var spelling = talkingWords(func(t talkWords) string { return t.writes })

// lacksLetter reads that a letter of the name is not there: "im Namen fehlt ein t", "my first name is missing an e".
func (g *grammar) lacksLetter(i int) int {
	from, to := g.m.clauseOf(i, i+1)
	if i != from || g.expects(ExpectName, ExpectWish, ExpectMore, ExpectWhen) || g.m.asksAt(i) || g.speaksOfMail() {
		return 0
	}
	lacking, letter := false, false
	for at := from; at < to; at++ {
		w := g.word(at)
		if n := idiomAt(atNameEnd, g.m.words, at); n > 0 {
			at += n - 1
			continue
		}
		single := w.kind == letters && w.to-w.from == 1 && at > from && determines(g.word(at-1))
		field, named := g.at(at, sField)
		lacking, letter = lacking || lackingLetter[w.text], letter || single
		switch {
		case single, lackingLetter[w.text], named > 0 && fields[field] == ExpectName, g.says(at, sFamilyName, sGivenName, sOfLetters) > 0, g.m.isFiller(at), isSmall(w.text):
		default:
			return 0
		}
	}
	if !lacking || !letter {
		return 0
	}
	return to - from
}

// speaksOfMail tells whether a message speaks of an address, which may lack a letter too.
func (g *grammar) speaksOfMail() bool {
	for i := range g.m.words {
		if g.word(i).text == "@" || g.isField(i, []int{fieldMail}) > 0 {
			return true
		}
	}
	return false
}

// lackingLetter are words that say that a letter is not there.
var lackingLetter = talkingWords(func(t talkWords) string { return t.lacks })
