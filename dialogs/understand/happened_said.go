package understand

import (
	"slices"
	"strings"
)

// How far what says that something has happened may reach.
const (
	mostHappened = 9 // words from the helping verb to the participle
	behindIt     = 2 // words from the participle to a day that is no more than told
	shortestRoot = 3 // letters of a participle between what it begins and ends with
)

// hasHappened tells whether a day stands in a clause that tells what has been:
// "hab heute die Prüfung bestanden", "he passed his test today". Behind a
// participle a day that is still to come is wished for: "ist abgelaufen, morgen um 10".
func (g *grammar) hasHappened(from, to int, ahead bool) bool {
	first, last := g.clauseAround(from, to)
	for helper := max(first, from-mostHappened); helper < last; helper++ {
		if helper == first && g.m.asksAt(helper) || !g.x.helps[g.word(helper).text] || from <= helper && helper < to || helper > to {
			continue
		}
		for p := helper + 1; p < min(last, helper+mostHappened); p++ {
			if p > to+mostHappened || !g.isParticiple(g.word(p).text) || from <= p && p < to {
				continue
			}
			told := p >= to || !ahead && from-p <= behindIt
			if told && !g.wantsBetween(first, max(p+1, to)) {
				return true
			}
		}
	}
	return false
}

// clauseAround is the clause that some words stand in, half-open.
func (g *grammar) clauseAround(from, to int) (first, last int) {
	for first = from; first > 0 && !g.word(first).startsClause(); first-- {
	}
	for last = to; last < len(g.m.words) && !g.word(last).startsClause(); last++ {
	}
	return first, last
}

// wantsBetween tells whether some words want something.
func (g *grammar) wantsBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if w := g.word(i).text; g.says(i, sWanting) > 0 && !g.leadsToEvent(i) || needing[w] || stating[w] {
			return true
		}
	}
	return false
}

// isParticiple tells whether a word has the form of what has been done: bestanden,
// abgeholt, passed.
func (g *grammar) isParticiple(w string) bool {
	for _, form := range g.x.participles {
		begin, end, _ := strings.Cut(form, "…")
		at := strings.Index(w, begin)
		if at >= 0 && strings.HasSuffix(w, end) && len(w)-at-len(begin)-len(end) >= shortestRoot {
			return true
		}
	}
	return false
}

// withoutTimesOfNothing drops when something is where it is not understood what,
// and nobody wants to come then: "das Wetter am Dienstag wird gut".
func (m *message) withoutTimesOfNothing(chosen []candidate) []candidate {
	if m.in.Expect != ExpectWish || slices.ContainsFunc(chosen, func(c candidate) bool { return !isTime(c) }) {
		return chosen
	}
	if slices.ContainsFunc(m.grammars, (*grammar).hasWanting) || slices.ContainsFunc(m.words, func(w word) bool { return needing[w.text] || wanting[w.text] }) {
		return chosen
	}
	left := 0
	for i, free := range m.free(chosen) {
		if free && m.words[i].kind == letters && !isSmall(m.words[i].text) && !m.isFiller(i) {
			left++
		}
	}
	if left < leftOver {
		return chosen
	}
	for i := range chosen {
		chosen[i].value = led{}
	}
	return chosen
}

// leftOver is how many words with a meaning of their own are more than a
// concern in words that nobody knows.
const leftOver = 2

func isTime(c candidate) bool {
	switch c.value.(type) {
	case daysSaid, hoursSaid, anyWhen, led:
		return true
	}
	return false
}
