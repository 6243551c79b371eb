package understand

import (
	"slices"
	"strings"
)

// nameRun are some words in a row that could be a name.
type nameRun struct {
	from, to int
	words    []int // places of the words of the name, without titles
	comma    int   // how many of them stand before a comma: the family name
	unknown  int   // how many of them are in no table
	known    int   // how many are names that many people have
	titled   bool  // Herr, Frau stand before it
	capital  bool  // all are written with a capital letter
}

// nameAt reads a name from i on, as far as it goes.
func (g *grammar) nameAt(i int) (nameRun, bool) {
	run := nameRun{from: i, to: i, capital: true}
	for run.to < len(g.m.words) && run.to-i < mostNameWords {
		if run.to > i && !g.nameGoesOn(&run) {
			break
		}
		if len(run.words) == 0 && g.isTitleAt(run.to) {
			run.titled = true
			run.to++
			continue
		}
		if len(run.words) > 0 && g.joinsFirm(run.to) {
			run.to++
			g.add(&run)
			continue
		}
		if !g.isNameWord(run.to, len(run.words) > 0) && !g.isHyphenedName(run.to, len(run.words) > 0) {
			break
		}
		g.add(&run)
	}
	for n := len(run.words); n > 0 && g.says(run.words[n-1], sParticle) > 0 && !g.isUnknown(run.words[n-1]); n = len(run.words) {
		run.words, run.to = run.words[:n-1], run.words[n-1]
	}
	if len(run.words) == wholeName && run.comma == 0 && g.isFamilyNameFirst(run.words[0], run.words[1]) {
		run.comma = 1
	}
	return run, len(run.words) > 0 && (run.unknown > 0 || run.known > 0)
}

// isFamilyNameFirst tells whether two words of a name are a usual family name before a usual
// given one, neither of which may be the other: Müller Peter.
func (g *grammar) isFamilyNameFirst(first, second int) bool {
	family, given := g.word(first).text, g.word(second).text
	return surnames[family] && !givenNames[family] && givenNames[given] && !surnames[given] && g.word(second).gap == " "
}

// add takes the next word into the name.
func (g *grammar) add(run *nameRun) {
	w := g.word(run.to)
	run.words = append(run.words, run.to)
	if g.isUnknown(run.to) {
		run.unknown++
	}
	if givenNames[w.text] || surnames[w.text] {
		run.known++
	}
	run.capital = run.capital && (w.capital || g.says(run.to, sParticle) > 0)
	run.to++
}

// nameGoesOn tells whether the next word may belong to the name: a space, a
// hyphen, a dot behind what is short, or once a comma.
func (g *grammar) nameGoesOn(run *nameRun) bool {
	w := g.word(run.to)
	before := g.word(run.to - 1)
	if g.m.in.Expect == ExpectName && isQuoteBeside(w.gap) {
		return true // Anna "Anni" Meier
	}
	switch gap := w.gap; gap {
	case " ", "-", "", "'", "’", "`", "´", "–", " - ", "- ", "·":
		return true
	case ". ", ".", ".-":
		return !g.repeats(run) && len(before.text) <= 4 && !givenNames[before.text] || g.says(run.to-1, sDegree) > 0 || g.says(run.to-1, sTitle) > 0
	case ", ", ",":
		if g.repeats(run) || run.comma > 0 || len(run.words) == 0 || len(run.words) > 3 || !g.isNameWord(run.to, false) || !g.m.in.reversesNames(g, run) || g.isSubject(run.to+1) {
			return false
		}
		run.comma = len(run.words)
		return true
	}
	return false
}

// isSubject tells whether the verb of a sentence stands at i, so that what stands before it is no given name: "Petra
// Kowalczyk, daran muss ich mich gewöhnen".
func (g *grammar) isSubject(i int) bool {
	w := g.word(i)
	return i < len(g.m.words) && !w.startsClause() && (modals[w.text] || abling[w.text] || having[w.text] || needing[w.text])
}

// joinsFirm tells whether the sign at i joins two words of the name of a firm: Schmidt & Söhne.
func (g *grammar) joinsFirm(i int) bool {
	return g.m.in.Expect == ExpectName && g.word(i).text == "&" && i+1 < len(g.m.words) && g.word(i+1).kind == letters && g.word(i+1).capital
}

// repeats tells whether the next word is one that the name has already: Tim Lehmann,
// Lehmann mit h.
func (g *grammar) repeats(run *nameRun) bool {
	return slices.ContainsFunc(run.words, func(i int) bool { return g.word(i).text == g.word(run.to).text })
}

// isQuoteBeside tells whether only quotation marks and spaces stand between two
// words.
func isQuoteBeside(gap string) bool {
	return strings.ContainsAny(gap, "\"„“”«»") && strings.Trim(gap, " \"„“”«»") == ""
}

// reversesNames tells whether the family name may stand before a comma.
func (in Context) reversesNames(g *grammar, run *nameRun) bool {
	next := g.word(run.to)
	return in.Expect == ExpectName || givenNames[next.text] || g.says(run.to, sDegree) > 0
}

// isTitleAt tells whether Herr or Frau stands at i before a name. The dot of one that
// is cut short ends no clause: Hr. Nowak.
func (g *grammar) isTitleAt(i int) bool {
	if n := g.word(i + 1); g.m.in.Brief && !g.word(i).capital && n.gap == " " && g.says(i, sWeekday) > 0 {
		return false // perso fr Schmidt: Friday
	}
	parted := g.word(i+1).startsClause() && !(g.word(i+1).gap == ". " && len(g.word(i).text) <= longestShortTitle)
	return g.says(i, sTitle) == 1 && g.says(i-1, sMine, sCount) == 0 && (g.isNameWord(i+1, true) || g.says(i+1, sDegree, sParticle) > 0) && !parted
}

const longestShortTitle = 3 // letters of a title with a dot behind it: Hr., Fam., Mrs.

// isNameWord tells whether the word at i may be a part of a name: one that is
// in no table, a usual name, a degree, a particle before more, and one that is
// a word besides where it stands with a capital letter beside a name.
func (g *grammar) isNameWord(i int, behindName bool) bool {
	w := g.word(i)
	if w.kind != letters || i >= len(g.m.words) || g.m.isInAddress(i) || g.m.isTitleWord(i) || g.m.in.Expect == ExpectName && behindName && g.saysFormer(i) > 0 {
		return false
	}
	switch {
	case g.isUnknown(i):
		return true
	case givenNames[w.text] || surnames[w.text]:
		return w.capital || !g.m.hasCapitals() || g.m.in.Expect == ExpectName
	case g.says(i, sDegree) > 0 && (w.capital || startsWith(g.behind(i), ".") || g.expects(ExpectName) && len(w.text) >= fewestOfDegree):
		return true
	case g.says(i, sParticle) > 0 && (behindName || w.capital || g.m.in.Expect == ExpectName || g.leadsFamilyName(i)):
		next := i + g.says(i, sParticle)
		return next < len(g.m.words) && (!g.word(next).startsClause() || len(w.text) <= longestInitial && startsWith(g.word(next).gap, ".")) && (g.canEndName(next) || surnames[g.word(next).text] || g.says(next, sParticle) > 0 && next+1 < len(g.m.words) && g.canEndName(next+1))
	case len(w.text) == 1 && (w.capital || behindName && g.m.in.Expect == ExpectName) && startsWith(g.behind(i), "."):
		return true
	case g.isDayBehindName(i), g.isThingBehindName(i), g.isAdjectiveBehindName(i), g.isWordBehindName(i):
		return true
	}
	if g.m.isAboutNames(i) {
		return false
	}
	return w.capital && g.m.in.Expect == ExpectName && len(g.m.words) <= mostNameWords && (behindName || g.isNameBeside(i+1)) && g.areNamesElse()
}

// isHyphenedName tells whether the word at i is one half of a family name with a hyphen behind a
// given one, though it is a word elsewhere: bettina große-wiesmann, Anna Schmidt-Neu.
func (g *grammar) isHyphenedName(i int, behindName bool) bool {
	if !behindName || i+1 > len(g.m.words)-1 && g.word(i).gap != "-" || g.word(i).kind != letters {
		return false
	}
	before := g.word(i).gap == "-" && g.isNameWord(i-1, true)
	next := i+1 < len(g.m.words) && g.word(i+1).gap == "-" && g.isNameWord(i+1, true)
	return before || next
}

// canEndName tells whether the word at i may be a family name behind a particle.
func (g *grammar) canEndName(i int) bool {
	return g.isUnknown(i) || g.word(i).capital || g.isDayBehindName(i)
}

// announcesAt tells whether the words before a name announce it.
func (g *grammar) announcesAt(at int) bool {
	for from := max(0, at-mostAnnouncing); from < at; from++ {
		if n := g.says(from, sNameIs, sNameUnder); n == at-from || n == at-from-1 && g.m.isPoliteBeforeName(at-1) {
			return true
		}
	}
	return false
}

const mostAnnouncing = 4 // words that announce a name

// isPoliteFrom tells whether nothing but please and thank you stands from i on.
func (g *grammar) isPoliteFrom(i int) bool {
	for ; i < len(g.m.words); i++ {
		if !g.x.courtesy[g.word(i).text] {
			return false
		}
	}
	return true
}

// isPoliteToMark tells whether words of courtesy stand at i, up to the end of the sentence: "Peter Schmidt
// bitte. Kann ich auch um zehn kommen?".
func (g *grammar) isPoliteToMark(i int) bool {
	for g.x.courtesy[g.word(i).text] && i < len(g.m.words) {
		i++
		if i == len(g.m.words) || strings.ContainsAny(g.word(i).gap, ".!?;,") {
			return true
		}
	}
	return false
}

const fewestOfDegree = 4 // letters of a degree that is no other word: professor

// isInAddress tells whether the word at i is a part of a mail address.
func (m *message) isInAddress(i int) bool {
	for i+1 < len(m.words) && (m.words[i+1].gap == "." || m.words[i+1].gap == "-" || m.words[i+1].gap == "_") {
		i++
	}
	return i+1 < len(m.words) && m.words[i+1].text == "@" && m.words[i+1].gap == ""
}

// isTitleWord tells whether some language has the word at i before names, and
// not within them.
func (m *message) isTitleWord(i int) bool {
	for _, g := range m.grammars {
		if g.says(i, sTitle) == 1 && g.says(i, sDegree) == 0 && len(m.words) > 1 {
			return true
		}
	}
	return false
}

// isAboutNames tells whether the word at i speaks of names or announces one.
func (m *message) isAboutNames(i int) bool {
	for _, g := range m.grammars {
		if field, n := g.at(i, sField); n > 0 && fields[field] == ExpectName || g.says(i, sFamilyName, sGivenName, sNameIs, sNameUnder, sAnd) > 0 {
			return true
		}
	}
	return false
}

// isNameBeside tells whether a name begins at i without doubt.
func (g *grammar) isNameBeside(i int) bool {
	w := g.word(i)
	return i < len(g.m.words) && w.kind == letters && w.capital && (g.isUnknown(i) || givenNames[w.text])
}

// areNamesElse tells whether all words of the message have a capital letter or
// are particles, and one of them is in no other table.
func (g *grammar) areNamesElse() bool {
	some := false
	for i := range g.m.words {
		w := g.word(i)
		if w.kind != letters || !w.capital && g.says(i, sParticle) == 0 {
			return false
		}
		some = some || g.isUnknown(i) || givenNames[w.text] || surnames[w.text]
	}
	return some
}

// isUnknown tells whether no table has the word at i.
func (g *grammar) isUnknown(i int) bool {
	return i < len(g.m.words) && g.m.words[i].kind == letters && !g.m.known[i]
}

// isLikely tells whether the run is a name rather than something else: a usual
// name is among it, or a title before it, or two words with capitals.
func (r nameRun) isLikely(m *message) bool {
	return r.known > 0 && (r.capital || !m.hasCapitals() || m.in.Expect == ExpectName) || r.titled || r.capital && len(r.words) > 1 && r.unknown > 1
}

// signs tells whether two words with capital letters, which no table has, end a message behind
// something else as people sign: "Thanks, Marta Wiśniewska".
func (r nameRun) signs(m *message) bool {
	return len(r.words) == wholeName && r.capital && r.unknown+r.known == wholeName && r.from > 0 && r.to == len(m.words) && m.words[r.from].startsClause()
}

// stands tells whether the run may be a name that nobody asked for and nothing
// announced: a given name and a family name, or one beside a title.
func (r nameRun) stands(m *message) bool {
	given := givenNames[m.words[r.words[0]].text] || r.comma > 0 || r.signs(m)
	return r.titled || given && len(r.words) > 1 && len(r.words) < 5 ||
		len(r.words) == 1 && r.known > 0 && r.from > 0 && m.words[r.from].startsClause() && r.to == len(m.words)
}
