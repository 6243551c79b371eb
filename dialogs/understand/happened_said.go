package understand

import (
	"maps"
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
			if p > to+mostHappened || !isParticiple(g.x.participles, g.word(p).text) || from <= p && p < to {
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

// clauseAround is the clause that some words stand in, half-open, as far as it
// is near.
func (g *grammar) clauseAround(from, to int) (first, last int) {
	first, last = from, to
	for first > max(0, from-farAway) && !g.word(first).startsClause() {
		first--
	}
	for last < min(len(g.m.words), to+farAway) && !g.word(last).startsClause() {
		last++
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
func isParticiple(forms []string, w string) bool {
	for _, form := range forms {
		begin, end, _ := strings.Cut(form, "…")
		at := strings.Index(w, begin)
		if at >= 0 && strings.HasSuffix(w, end) && len(w)-at-len(begin)-len(end) >= shortestRoot {
			return true
		}
	}
	return false
}

// participles are the forms of all languages, reasoning are their words that
// begin to say why.
var participles, reasoning = tellingWhatHasBeen(languages)

func tellingWhatHasBeen(all []language) (forms []string, reasons map[string]bool) {
	reasons = map[string]bool{}
	for _, l := range all {
		maps.Copy(reasons, wordSet(l.speech.reasons))
		forms = append(forms, list(l.speech.participle)...)
	}
	return forms, reasons
}

// isAhead tells whether days are said that are all still to come.
func (g *grammar) isAhead(said daysSaid) bool {
	return len(said.Spans) == 0 || g.today().Before(said.Spans[0].From)
}

// leadsToEvent tells whether a word that may want something only says that
// something happens: "geht unser Flieger".
func (g *grammar) leadsToEvent(i int) bool {
	if !g.x.goes[g.word(i).text] {
		return false
	}
	for d := 1; d <= 2; d++ {
		if g.says(i+d, sEvent) > 0 && !g.isParted(i+1, i+d) || g.says(i-d, sEvent) > 0 && !g.isParted(i-d+1, i) {
			return true
		}
	}
	return false
}
