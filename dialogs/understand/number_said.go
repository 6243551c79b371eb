package understand

import "strings"

// isNeeded tells whether a mere number says how many are needed: ich brauche doch zwei.
func (g *grammar) isNeeded(i, n int) bool {
	if i+n < len(g.m.words) && !g.word(i+n).startsClause() {
		return false
	}
	for before := i - 1; before >= 0 && before > i-4; before-- {
		if g.says(before, sNeed) > 0 {
			return true
		}
	}
	return false
}

// isAge tells whether the number at i is how old somebody is: er ist 4.
func (g *grammar) isAge(i int) bool {
	return g.m.isBehind(i, sIsOld) || g.m.isAgeOfKin(i) || g.m.isAgeBehind(i)
}

// isAgeBehind tells whether the number at i stands in brackets, or between commas, behind somebody of the
// family: "mein Sohn (5) braucht …", "a passport for my daughter Lea, 17".
func (m *message) isAgeBehind(i int) bool {
	if i == 0 || i >= len(m.words) {
		return false
	}
	w := m.words[i]
	bracket := strings.Contains(w.gap, "(")
	if w.kind != digits || !bracket && (!startsWith(w.gap, ",") || m.in.Expect == ExpectPersons || m.in.Expect == ExpectQuantity || m.in.Expect == ExpectWhen) {
		return false
	}
	if i+1 < len(m.words) && !m.words[i+1].startsClause() {
		return false
	}
	kin := func(at int) bool { return at >= 0 && (m.says(at, sKin) || m.says(at, sPeople)) }
	return kin(i-1) || kin(i-2) && !m.words[i-1].startsClause()
}

// isAgeOfKin tells whether the number at i, or the first of a row, is how old those are who are named before
// it: die Kinder sind 3 und 12.
func (m *message) isAgeOfKin(i int) bool {
	for i > 1 && joining[m.words[i-1].text] && m.words[i-2].kind == digits {
		i -= 2
	}
	return i > 1 && mayAsk[m.words[i-1].text] && (m.isBehind(i-1, sKin) || m.isBehind(i-1, sPeople))
}

// isAfterAll tells whether the words at i say how many it shall be after all:
// doch zwei. A number in digits may be a place in the list or a time.
func (g *grammar) isAfterAll(i, n int) bool {
	return g.word(i).kind == letters && g.isWholeClause(i, i+n) && g.m.isBehind(i, sAfterAll)
}

// isBehind tells whether a phrase with a sense ends before the word at i, in
// whatever language: digits belong to all of them.
func (m *message) isBehind(i int, s sense) bool {
	for _, g := range m.grammars {
		for n := 1; n <= 3 && n <= i; n++ {
			if g.says(i-n, s) == n && !g.isParted(i-n+1, i-1) {
				return true
			}
		}
	}
	return false
}

const latestNumber = 20 // the last hour that a mere number means

// numberMayBeTime tells whether a mere number behind a word such as "ab" is a
// time: nothing is counted with it, and unless a time is asked for, offices are open then:
// "so 22 oder 23" are papers.
func (g *grammar) numberMayBeTime(i, n int) bool {
	if !g.asksWhen() && g.isDigits(i, 2) && g.word(i).number > latestNumber {
		return false
	}
	if startsWith(g.word(i+n).gap, ".") && (g.word(i+n).kind == digits || g.says(i+n, sMonth) > 0) {
		return false
	}
	if startsWith(g.word(i+n).gap, ".") && g.isDigits(i, 2) && g.says(i-1, sOn) > 0 {
		return false // ab dem 7. vormittags
	}
	if g.says(i+n, sSpan, sMonth, sMinutes, sPeople, sHours, sYears) > 0 {
		return false
	}
	next := g.word(i + n)
	return next.kind != letters || next.startsClause() || g.x.knows(next.text) || g.isNamedNext(i+n) && (g.announcesTime(i-1) || i > 0 && g.isDayBefore(i))
}

// announcesTime tells whether the word at i stands before a time, and not before a number of things.
func (g *grammar) announcesTime(i int) bool {
	return g.says(i, sFrom, sUntil, sAfter, sBefore, sAt, sAbout) > 0
}

// countWhereTimeIsAsked reads how many cases there are, where a mere number
// would be a time: ich brauche doch zwei, zwei statt einer, 2 Stück.
func (g *grammar) countWhereTimeIsAsked(i int) (count, n int) {
	count, n = g.amount(i)
	if g.expects(ExpectName, ExpectMail) {
		if more, used := g.countInstead(i, count, n); n > 0 && used > 0 {
			return more, used
		}
		if n > 0 && g.isAfterAll(i, n) {
			return count, n
		}
	}
	if !g.asksWhen() || g.m.isDateBehind(i, i+n) {
		return 0, 0
	}
	if only := i > 1 && g.says(i-1, sOnly) == 1; only && n > 0 && g.isWholeClause(i-1, i+n) && g.m.instead() {
		return count, n // falsch, nur eine
	}
	if n > 0 && (g.isNeeded(i, n) || g.isAfterAll(i, n) || g.isForSome(i) && g.isWholeClause(i, i+n) && !g.m.isCountOrTime(i, i+n)) {
		return count, n
	}
	if more, used := g.countAt(i); used > n && g.isWholeClause(i, i+used) && g.says(i+n, sInsteadOf) == 0 || used > n && g.word(i).kind == letters && g.isWholeClause(i, i+used) {
		return more, used
	}
	return 0, 0
}

// isForSome tells whether a number says for how many something is: für zwei.
func (g *grammar) isForSome(i int) bool {
	return i > 0 && purposes[g.word(i-1).text] && !g.word(i).startsClause()
}
