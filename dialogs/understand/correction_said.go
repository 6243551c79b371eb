package understand

import (
	"slices"
	"strings"
)

// correctionAt reads what calls an answer wrong: falscher Name, die Mail war
// falsch, Uhrzeit ändern.
func (g *grammar) correctionAt(i int) (Expect, int) {
	if field, n := g.at(i, sField); n > 0 && !g.isOfHome(i) {
		if to := g.near(i+n, sWrong); to > 0 {
			return fields[field], to - i
		}
	}
	if field, n := g.spelledOtherwise(i); n > 0 {
		return field, n
	}
	if field, n := g.fieldRefused(i); n > 0 {
		return field, n
	}
	if n := g.says(i, sRight); n > 0 {
		field, at, used := g.fieldNear(i + n)
		if end := g.near(at+used, sNever); used > 0 && end > 0 {
			return field, end - i // da stimmt der Name nicht
		}
	}
	if n := g.says(i, sNot); n > 0 && g.says(i+n, sMine) > 0 {
		mine := i + n + g.says(i+n, sMine)
		if field, used := g.at(mine, sField); used > 0 && g.isWholeClause(i, mine+used) || used > 0 && i > 0 && mine+used == len(g.m.words) {
			return fields[field], mine + used - i // das ist nicht meine Nummer
		}
	}
	if n := g.says(i, sWrong); n > 0 {
		next := i + n
		for skipped := 0; skipped < 3 && next < len(g.m.words) && g.m.isFiller(next) && g.says(next, sField) == 0; skipped++ {
			next++
		}
		if field, used := g.at(next, sField); used > 0 && !g.word(next).startsClause() {
			return fields[field], next + used - i
		}
	}
	return "", 0
}

// isOfHome tells whether an address is where somebody lives, as it is to be changed instead
// of something that is refused: "doch keinen Perso, nur die Adresse ändern".
func (g *grammar) isOfHome(i int) bool {
	v := g.m.reader.catalogue.words
	if !slices.Contains(v.exact[g.word(i).text], v.ids[address]) {
		return false
	}
	return slices.ContainsFunc(g.m.words[:i], func(w word) bool { return denying[w.text] })
}

// fieldRefused reads an answer with no more than a no behind it: "Uhrzeit ja, Tag
// nein", "nur der Name nicht".
func (g *grammar) fieldRefused(i int) (Expect, int) {
	field, n := g.at(i, sField)
	no := max(g.says(i+n, sNever), g.negation(i+n))
	if n == 0 || no == 0 || !g.expects(ExpectReview) || i+n+no < len(g.m.words) && !g.word(i+n+no).startsClause() {
		return "", 0
	}
	return fields[field], n + no
}

// negation is one where the word at i is a no by itself.
func (g *grammar) negation(i int) int {
	if w := g.word(i); w.kind == letters && g.x.tones[w.text] == denies && !w.startsClause() {
		return 1
	}
	return 0
}

// How a name is spelt: so many words stand between it and the letters, which are
// so many.
const (
	mostToLetters = 4
	mostLetters   = 3
)

// spelledOtherwise reads with which letters a name is written, beside a word for
// it: "mein Nachname schreibt sich mit th", "der Name ist ohne h".
func (g *grammar) spelledOtherwise(i int) (Expect, int) {
	field, n := g.at(i, sField)
	if n == 0 || fields[field] != ExpectName || g.expects(ExpectName, ExpectWish) {
		return "", 0
	}
	for at := i + n; at < min(len(g.m.words), i+n+mostToLetters); at++ {
		if g.word(at).startsClause() {
			return "", 0
		}
		if with := g.says(at, sWithLetters); with > 0 && g.isSpelling(at+with) {
			return ExpectName, at + with + g.lettersFrom(at+with) - i
		}
	}
	return "", 0
}

// isSpelling tells whether letters are spelt at i.
func (g *grammar) isSpelling(i int) bool { return g.lettersFrom(i) > 0 }

// lettersFrom is how many words at i are letters: th, doppel t, zwei n, ie.
func (g *grammar) lettersFrom(i int) int {
	n := g.says(i, sOfLetters)
	if _, number := g.at(i, sNumber); n == 0 {
		n = number
	}
	if w := g.word(i + n); w.kind == letters && w.to-w.from <= mostLetters && !w.startsClause() {
		return n + 1
	}
	return 0
}

// fieldNear is the answer that is called by its name within two words from i on,
// and where.
func (g *grammar) fieldNear(i int) (field Expect, at, n int) {
	for at = i; at < min(len(g.m.words), i+2); at++ {
		if value, used := g.at(at, sField); used > 0 {
			return fields[value], at, used
		}
	}
	return "", i, 0
}

// near is the end of a phrase with that sense within a few filler words, 0:
// there is none.
func (g *grammar) near(i int, s sense) int {
	for skipped := 0; skipped < 4 && i < len(g.m.words); skipped++ {
		if n := g.says(i, s); n > 0 && !g.word(i).startsClause() {
			return i + n
		}
		if !g.m.isFiller(i) {
			return 0
		}
		i++
	}
	return 0
}

// languageAt reads a language that somebody asks for: auf Englisch, in German.
func (g *grammar) languageAt(i int) (string, int) {
	if !g.x.callsFirst[g.word(i).text] {
		return "", 0
	}
	for n := min(3, len(g.m.words)-i); n > 0; n-- {
		said := make([]string, n)
		for k := range said {
			said[k] = g.word(i + k).text
		}
		code, ok := g.x.called[strings.Join(said, " ")]
		if ok && (n > 1 && !g.isForPaper(i, i+n) || g.isWholeClause(i, i+n)) {
			return code, n
		}
	}
	return "", 0
}

// isForPaper tells whether a language is named for something that is to be in it: "die brauche ich auf
// Englisch", "übersetzt auf Englisch".
func (g *grammar) isForPaper(from, to int) bool {
	first, last := g.m.clauseOf(from, to)
	return slices.ContainsFunc(g.m.words[first:last], func(w word) bool { return translated[stem(w.text)] || len(g.m.in.Chosen) > 0 && needing[w.text] })
}

// translated are words for that a text is in another language, by their stems.
var translated = func() map[string]bool {
	all := map[string]bool{}
	for w := range tellingWords(func(q questionWords) string { return q.translates }) {
		all[stem(w)] = true
	}
	return all
}()

// saysMail tells whether an address is spoken of as one of mail: any other one may be
// what people come for.
func (g *grammar) saysMail(from, to int) bool {
	return slices.ContainsFunc(g.m.words[from:to], func(w word) bool { return strings.Contains(w.text, "mail") })
}
