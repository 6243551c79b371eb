package understand

import (
	"slices"
	"strings"
)

// mostNameWords is how many words a name has at most.
const mostNameWords = 7

// names finds the names of people: those that are announced (mein Name ist …),
// those that stand where a name is asked for, and those that nothing but a
// name can be.
func (m *message) names() []candidate {
	var all []candidate
	if m.in.Expect == ExpectName && (advertises(m.text) || m.answersIn() != "" || len(m.words) > 0 && addressing[m.words[0].text] || m.isNoName()) {
		return nil // du Depp
	}
	for _, g := range m.grammars {
		for i := range m.words {
			all = append(all, g.namesAt(i)...)
		}
	}
	return m.likeliestName(slices.DeleteFunc(all, func(c candidate) bool {
		named, ok := c.value.(NameValue)
		_, err := Name(named.Name)
		return ok && err != nil
	}))
}

// namesAt are the names that are announced at i, and those that begin there.
func (g *grammar) namesAt(i int) []candidate {
	var all []candidate
	if whys[g.word(0).text] {
		return nil // warum muss ich den angeben
	}
	if n := g.says(i, sNameIs); n > 0 {
		all = append(all, g.announced(i, n, true)...)
	}
	if c, ok := g.nameEndAt(i); ok {
		all = append(all, c)
	}
	if c, ok := g.partedName(i); ok {
		all = append(all, c)
	}
	if c, ok := g.labelledBehind(i); ok {
		all = append(all, c)
	}
	if c, ok := g.otherNameBehind(i); ok {
		all = append(all, c)
	}
	if n := g.says(i, sNameUnder); n > 0 {
		if run, _ := g.nameAt(i + n); !purposes[g.word(i+n-1).text] || !g.isInPassing(i, run) {
			all = append(all, g.announced(i, n, g.m.in.Expect == ExpectName)...)
		}
	}
	if c, ok := g.twoNamesAt(i); ok {
		all = append(all, c)
	}
	if c, ok := g.nameForAnotherAt(i); ok {
		all = append(all, c)
	}
	if c, ok := g.respeltAt(i); ok {
		all = append(all, c)
	}
	if c, ok := g.formerAt(i); ok {
		return append(all, c)
	}
	if g.isFormer(i) {
		return all
	}
	run, ok := g.nameAt(i)
	if ok && run.titled && g.says(i-1, sHost) > 0 {
		return []candidate{{from: i - 1, to: run.to, sure: 0.8, value: led{}}} // somebody of the office
	}
	if ok && (i == 0 || g.m.startsName(i) && !(run.titled && g.isInCompany(i)) || g.isTitledAlone(i, run) || g.m.in.Brief || g.isNameBehindParticular(i, run) || g.isNameBehindEvent(i, run) || g.isNameBehindKin(i, run)) {
		all = append(all, g.bareName(i, run)...)
	}
	return all
}

// announced is the name behind n words at i that announce one. Weak words
// ("auf", "ich bin") stand before much else.
func (g *grammar) announced(i, n int, plainly bool) []candidate {
	start := i + n
	for g.m.isPoliteBeforeName(start) || plainly && (purposes[g.word(start).text] || g.says(start, sMine, sKin) > 0) {
		start++
	}
	run, ok := g.nameAt(start)
	if !ok {
		return nil
	}
	strong := plainly && (n > 1 || g.m.in.Brief) && (g.namesItself(i, n) || g.introduces(i, run)) || g.m.in.Expect == ExpectName && run.unknown > 0 && g.isWholeClause(i, run.to)
	if !strong && !run.isLikely(g.m) || g.tellsOfName(start, run) {
		return nil
	}
	sure := 0.8
	if strong {
		sure = 0.95
	}
	return []candidate{{from: i, to: run.to, sure: sure, bonus: 0.3, value: NameValue{Name: run.spell(g)}}}
}

// tellsOfName tells whether a verb stands behind "mein Name" where nobody asked for
// one: "mein Name steht falsch im Ausweis".
func (g *grammar) tellsOfName(start int, run nameRun) bool {
	w := g.word(start)
	return g.m.asksWish() && !w.capital && (isSmall(w.text) || verbal(w.text)) && run.to < len(g.m.words) && !g.word(run.to).startsClause()
}

// introduces tells whether somebody who said "hier ist" or "ich bin" goes on with
// two words that no table has, and then with what they want: as people dictate,
// without marks.
func (g *grammar) introduces(i int, run nameRun) bool {
	if len(run.words) != wholeName || run.unknown+run.known < wholeName {
		return false
	}
	if run.to == len(g.m.words) {
		return g.says(i, sNameBehind) > 0 // hier ist die Erna Plaschke
	}
	return g.says(run.to, sSelf, sAnd) > 0
}

const wholeName = 2 // words of a given name and a family name

// twoNamesAt is the names of two people where one is asked for, who come together: Lena und
// Fynn Kowalski. Words that announce them may stand before.
func (g *grammar) twoNamesAt(i int) (candidate, bool) {
	if g.m.in.Expect != ExpectName || i > 0 && !g.announcesAt(i) && !g.word(i).startsClause() {
		return candidate{}, false
	}
	first, ok := g.nameAt(i)
	and := g.says(first.to, sAnd)
	if !ok || and == 0 || g.word(first.to).kind != letters {
		return candidate{}, false
	}
	second, ok := g.nameAt(first.to + and)
	if !ok || !g.isPoliteFrom(second.to) {
		return candidate{}, false
	}
	name := first.spell(g) + " " + g.m.typed(g.word(first.to)) + " " + second.spell(g)
	return candidate{from: i, to: second.to, sure: 0.9, bonus: 0.8, value: NameValue{Name: name}}, true
}

// namesItself tells whether the words at i say "name": nothing else can follow.
func (g *grammar) namesItself(i, n int) bool {
	for _, w := range g.m.words[i : i+n] {
		if strings.HasPrefix(w.text, "name") || strings.HasSuffix(w.text, "name") || strings.HasPrefix(w.text, "heiss") || w.text == "called" || w.text == "names" {
			return true
		}
	}
	return false
}

// bareName is a name that stands for itself: where one is asked for, as a part
// of the message between marks, or before words that say that it was one.
func (g *grammar) bareName(i int, run nameRun) []candidate {
	value := NameValue{Name: run.spell(g)}
	if n := g.says(run.to, sNameBehind); n > 0 && run.isLikely(g.m) {
		return []candidate{{from: i, to: run.to + n, sure: 0.85, bonus: 0.3, value: value}}
	}
	if n := g.says(run.to, sWithLetters); n > 0 && !g.expects(ExpectWish, ExpectMore, ExpectWhen) && g.isSpelling(run.to+n) {
		return []candidate{{from: i, to: run.to + n + g.lettersFrom(run.to+n), sure: 0.85, bonus: 0.6, value: value}} // nee, Jonas Maier mit ai
	}
	if g.m.in.Expect == ExpectName && g.says(run.to, sWith) > 0 && run.to >= len(g.m.words)-3 {
		return []candidate{{from: i, to: len(g.m.words), sure: 0.8, bonus: 0.4, value: value}} // Meier mit ei
	}
	if g.isInPassing(i, run) {
		return nil // "sagen Sie bitte Herrn Meier Bescheid"
	}
	ends := g.endsName(run)
	if g.m.in.Expect == ExpectName && ends && !g.endsStatement(i, run) && (run.unknown > 0 || run.isLikely(g.m)) {
		return []candidate{{from: i, to: run.to, sure: 0.9, bonus: 0.4, value: value}}
	}
	if g.m.in.Brief && (ends || g.isField(run.to, []int{fieldPhone, fieldMail}) > 0 || g.m.saysWhen(run.to)) && (run.unknown > 0 || run.isLikely(g.m)) {
		return []candidate{{from: i, to: run.to, sure: briefName, value: value}}
	}
	if g.m.in.Brief && (run.isLikely(g.m) || i == 0 && run.unknown > 0) {
		return []candidate{{from: i, to: run.to, sure: briefName, value: value}} // Schmidt perso morgen
	}
	if (ends || run.titled) && run.isLikely(g.m) && run.stands(g.m) {
		return []candidate{{from: i, to: run.to, sure: 0.7, value: value}}
	}
	return nil
}

// endsName tells whether a name that stands for itself may end where a run does: something else
// is said behind it.
func (g *grammar) endsName(run nameRun) bool {
	if run.to == len(g.m.words) || g.word(run.to).startsClause() || g.m.in.Expect == ExpectName && g.saysFormer(run.to) > 0 || g.word(run.to).kind != letters || g.m.isInAddress(run.to) {
		return true
	}
	if g.m.in.Expect == ExpectName && len(run.words) == wholeName && g.isPoliteToMark(run.to) || g.m.in.Expect == ExpectName && len(run.words) >= wholeName && g.isPoliteFrom(run.to) {
		return true // Peter Schmidt bitte
	}
	if len(run.words) < wholeName {
		return false
	}
	w, next := g.word(run.to).text, run.to+g.says(run.to, sAnd)
	if nows[w] && g.endsClause(run.to+1) {
		return true // Petra Kowalczyk jetzt
	}
	if reversing[w] || g.lackAt(run.to, fieldMail) > 0 {
		return true
	}
	_, counts := g.amount(run.to + 1)
	goesOn := purposes[w] && counts > 0 || g.x.goes[w] || having[w] || needing[w] || speakers[w] || next > run.to && next < len(g.m.words) && !g.isNameWord(next, false)
	return goesOn && g.m.in.Expect == ExpectName
}

// endsStatement tells whether a word that nobody is known to be called ends what somebody
// says that they do: "ich muss kurz meinen Mann fragen".
func (g *grammar) endsStatement(i int, run nameRun) bool {
	if run.known > 0 || run.capital || len(run.words) > 1 {
		return false
	}
	from, _ := g.m.clauseOf(i, run.to)
	return slices.ContainsFunc(g.m.words[from:i], func(w word) bool { return modals[w.text] || needing[w.text] || speakers[w.text] })
}

// isTitledAlone tells whether a name with a title may be whose appointment it is: somebody who
// is only spoken of stands within a sentence ("with Frau Tigges downstairs").
func (g *grammar) isTitledAlone(i int, run nameRun) bool {
	return run.titled && (g.m.in.Expect != ExpectWish || purposes[g.word(i-1).text] || g.endsName(run) && !g.isInCompany(i))
}

// isInCompany tells whether a word before i says that somebody is only met or told of.
func (g *grammar) isInCompany(i int) bool {
	return i > 0 && g.m.in.Expect == ExpectWish && !g.word(i).startsClause() && (g.says(i-1, sWith) > 0 || companions[g.word(i-1).text])
}

// companions are words before somebody who is met or told of: bei Frau Nowak.
var companions = talkingWords(func(t talkWords) string { return t.companions })

// isNameBehindParticular tells whether a given name and a family name stand right behind a day,
// a time or a number of people, as people list what they know to be asked:
// "Donnerstag 9:30 2 Personen Peter Klein".
func (g *grammar) isNameBehindParticular(i int, run nameRun) bool {
	if i == 0 || len(run.words) < wholeName || !run.capital || !givenNames[g.word(run.words[0]).text] {
		return false
	}
	return g.m.saysWhen(i-1) || g.m.words[i-1].kind == digits || slices.ContainsFunc(g.m.grammars, func(g *grammar) bool {
		return g.says(i-1, sPeople, sOClock, sPart) > 0
	})
}

// startsName tells whether a name may begin at i without being announced.
func (m *message) startsName(i int) bool {
	return m.words[i].startsClause() || m.words[i-1].kind != letters || m.isFiller(i-1) && !m.isDeniedBefore(i)
}

// isDeniedBefore tells whether a clause denies something before the word at i, and
// not by its first word, which may be a mere no: "I don't mind" is nobody called
// Mind.
func (m *message) isDeniedBefore(i int) bool {
	from, _ := m.clauseOf(i, i+1)
	return slices.ContainsFunc(m.words[min(from+1, i):i], func(w word) bool { return denying[w.text] })
}

// isPoliteBeforeName tells whether the word at i stands before a name and is
// none of it: ja, der, bitte.
func (m *message) isPoliteBeforeName(i int) bool {
	if i >= len(m.words) {
		return false
	}
	switch m.words[i].text {
	case "der", "die", "das", "bitte", "ja", "auf", "den", "namen", "the", "please", "also", "meine", "meinen", "my", "is", "ist", "frau", "mann", "mother", "mutter", "vater":
		return m.words[i].text != "frau" || !m.words[i].capital || i > 0 && strings.HasPrefix(m.words[i-1].text, "mein")
	}
	return false
}

// addressing are words that begin what is said to somebody.
var addressing = talkingWords(func(t talkWords) string { return t.addresses })
