package understand

import "strings"

// correctionAt reads what calls an answer wrong: falscher Name, die Mail war
// falsch, Uhrzeit ändern.
func (g *grammar) correctionAt(i int) (Expect, int) {
	if field, n := g.at(i, sField); n > 0 {
		if to := g.near(i+n, sWrong); to > 0 {
			return fields[field], to - i
		}
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
		if ok && (n > 1 || g.isWholeClause(i, i+n)) {
			return code, n
		}
	}
	return "", 0
}
