package understand

import "slices"

// choiceAt reads which of the list shown is meant: die zweite, der späteste,
// Nummer 3, den letzten der drei.
func (g *grammar) choiceAt(i int) (place, n int) {
	if place, n = g.placeAt(i); n > 0 {
		n += g.ofAllListed(i + n)
	}
	return place, n
}

// ofAllListed is how many words at i say of how many times or things one is chosen: der drei, of the three.
func (g *grammar) ofAllListed(i int) int {
	of := i
	for of < min(len(g.m.words), i+mostOfAll) && !g.word(of).startsClause() && g.says(of, sPick, sFrom, sOfMonth) > 0 {
		of++
	}
	if count, n := g.cardinal(of); n > 0 && of > i && count == g.m.in.Listed && !g.word(of).startsClause() {
		return of + n - i
	}
	return 0
}

const mostOfAll = 2 // words between a place and how many there are: von den

// placeAt is choiceAt without of how many.
func (g *grammar) placeAt(i int) (place, n int) {
	if g.m.in.Listed == 0 || g.lastOfDayAt(i) > 0 || g.m.asksRatherThanChooses(i) {
		return 0, 0
	}
	pick := g.says(i, sPick)
	if g.m.says(i, sOn) && g.isDigits(i+1, 2) && g.says(i+3, sList) == 0 || i > 0 && g.m.says(i-1, sOn) && g.isDigits(i, 2) {
		return 0, 0 // am 2
	}
	if used := max(g.says(i+pick, sTheLast), g.ofTimes(i+pick, sTheLate)); used > 0 && g.endsChoice(i+pick+used) && !g.expects(ExpectQuantity, ExpectPersons) {
		return -1, pick + used + g.says(i+pick+used, sList)
	}
	if used := g.says(i+pick, sTheLastBut); used > 0 && g.m.in.Listed > 1 {
		return g.m.in.Listed - 1, pick + used + g.says(i+pick+used, sList)
	}
	if used := g.says(i+pick, sTheTop); used > 0 && g.endsChoice(i+pick+used) && (pick > 0 || g.isWholeClause(i, i+used+g.says(i+used, sList))) && !g.expects(ExpectQuantity, ExpectPersons) {
		return 1, pick + used + g.says(i+pick+used, sList)
	}
	if used := g.ofTimes(i+pick, sTheSoon); used > 0 && (pick > 0 || g.says(i, sEarlier) < used) && g.endsChoice(i+pick+used) {
		return 1, pick + used + g.says(i+pick+used, sList)
	}
	if used := g.says(i+pick, sTheMid); used > 0 {
		return (g.m.in.Listed + 1) / 2, pick + used
	}
	if place, n = g.ordinalChoiceAt(i, pick); n > 0 {
		return place, n
	}
	return g.numberChoiceAt(i, pick)
}

// ofTimes is how many words at i have a sense that only a list of times knows: where
// concerns are listed, who writes "der früheste" wants a time.
func (g *grammar) ofTimes(i int, s sense) int {
	if g.m.in.Expect != ExpectWhen {
		return 0
	}
	return g.says(i, s)
}

// endsChoice tells whether a choice may end before i: a week or a month
// behind it makes a day of it.
func (g *grammar) endsChoice(i int) bool {
	if g.says(i+g.says(i, sOfMonth), sMonth) > 0 {
		return false // the second of December
	}
	return g.says(i, sSpan, sMonth, sMonthWeek, sWeekday, sWeekend) == 0
}

// picksSeveral tells whether numbers are places of a list of which only one can be
// chosen: "1 und 3".
func (g *grammar) picksSeveral(i, n int) bool {
	places := 0
	for _, w := range g.m.words[i : i+n] {
		if w.kind == digits && 1 <= w.number && w.number <= g.m.in.Listed {
			places++
		} else if w.kind == digits {
			return false
		}
	}
	return places > 1 && g.isWholeClause(i, i+n)
}

// picksOneOfSeveral tells whether the number at i is one of several places of a list of
// concerns, of which several can be chosen, and nothing else is said: "1 und 3".
func (g *grammar) picksOneOfSeveral(i int) bool {
	if !g.expects(ExpectWish, ExpectMore) || g.word(i).kind != digits {
		return false
	}
	places := 0
	for at, w := range g.m.words {
		switch {
		case w.kind == digits && 1 <= w.number && w.number <= g.m.in.Listed && !startsWith(g.behind(at), "."):
			places++
		case w.kind == digits || !g.x.courtesy[w.text] && g.says(at, sAnd, sPick, sPlace) == 0 && !boths[w.text]:
			return false
		}
	}
	return places > 1
}

// namesNoTime tells whether a time is named where concerns are listed, and no
// times: "die erste Zeit".
func (g *grammar) namesNoTime(i int) bool {
	return g.expects(ExpectWish, ExpectMore) && g.says(i, sList) > 0 && g.says(i, sWanting, sSlot) > 0
}

// isAmongOthers tells whether a number where concerns are listed counts or stands
// in a row of numbers: "ich brauch aber zwei", "sind 3 Stück, 2, 5 und 9 Jahre".
func (g *grammar) isAmongOthers(i, end int) bool {
	if !g.expects(ExpectWish) {
		return false
	}
	for at := range g.m.words {
		if at < i || at >= end {
			if _, other := g.cardinal(at); other > 0 {
				return true
			}
		}
	}
	return g.isNeeded(i, end-i)
}

func (g *grammar) ordinalChoiceAt(i, pick int) (place, n int) {
	value, used := g.at(i+pick, sOrdinal)
	if used == 0 && g.isDigits(i+pick, 2) {
		if next := g.word(i + pick + 1); pick > 0 && startsWith(g.behind(i+pick), ".") && next.kind != digits {
			value, used = g.word(i+pick).number, 1
		} else if next.glued() && g.isEnding(next.text) {
			value, used = g.word(i+pick).number, 2
		}
	}
	if used == 0 || value > g.m.in.Listed || value < 1 || !g.endsChoice(i+pick+used) || g.namesNoTime(i+pick+used) {
		return 0, 0
	}
	if next := g.word(i + pick + used); boths[next.text] || alls[next.text] || countOf(next) > 1 && next.kind == letters {
		return 0, 0 // die ersten beiden
	}
	if pick == 0 && g.says(i+used, sList) == 0 && (g.m.asksAt(i) || g.word(i).kind == letters && g.expects(ExpectWish, ExpectMore) && !g.isWholeClause(i, i+used)) {
		return 0, 0 // what do I have to do first? They say tell you first
	}
	if g.m.isDateBehind(i, i+pick+used) || g.isOrdinalOfElse(i, pick, used) {
		return 0, 0
	}
	if _, more := g.at(i+pick+used, sOrdinal); more > 0 {
		return 0, 0
	}
	return value, pick + used + g.says(i+pick+used, sList)
}

// numberChoiceAt reads Nummer 2, Option zwei, die 2, and a mere 2.
func (g *grammar) numberChoiceAt(i, pick int) (place, n int) {
	if g.picksOneOfSeveral(i) {
		return g.word(i).number, 1
	}
	named := g.says(i+pick, sPlace)
	value, used := g.cardinal(i + pick + named)
	if named == 0 && g.m.isDateBehind(i, i+pick+1) || g.isInsteadOf(i+pick+used) {
		return 0, 0
	}
	if named == 0 && pick == 0 && (g.isKindOf(i) || g.isForSome(i) || g.isAge(i) || g.isAfterAll(i, used)) {
		return 0, 0
	}
	if i > 0 && alls[g.word(i-1).text] {
		return 0, 0 // alle drei
	}
	if used == 0 || value < 1 || value > g.m.in.Listed || g.isAmongOthers(i, i+pick+named+used) {
		return 0, 0
	}
	if named == 0 && pick == 0 && g.expects(ExpectReview) && !g.isSaidAlone(i, i+used) {
		return 0, 0 // the first place books: "my son needs one as well"
	}
	end := i + pick + named + used
	if named == 0 && pick == 0 && !g.isPlaceBeforeName(i, end) && g.m.isCountOrTime(i, end) {
		return 0, 0
	}
	switch {
	case pick+named == 0 && g.isPlaceBeforeName(i, end):
	case i == 0 && g.word(i).kind == digits && startsWith(g.behind(i), ". ") && g.m.opensAt(end): // 2. kann ich dort parken?
	case named > 0 && g.says(end, sOClock, sSpan, sPeople) == 0:
	case g.says(end, sList) > 0 && pick > 0:
	case (g.isWholeClause(i, end) || pick > 0 && g.endsClause(end) && g.onlyFillerBefore(i)) && g.says(end, sOClock) == 0 && (!startsWith(g.behind(end-1), ".") || end == len(g.m.words) || g.m.opensAt(end)):
	default:
		return 0, 0
	}
	return value, end - i + g.says(end, sList)
}

// isSaidAlone tells whether a message says nothing else than some words, nor what somebody
// of the family needs.
func (g *grammar) isSaidAlone(from, to int) bool {
	for i, w := range g.m.words {
		if g.says(i, sKin, sPeople) > 0 || needing[w.text] {
			return false
		}
	}
	return g.isAllSaid(from, to)
}

// isDateBehind tells whether an ordinal between two words is a date by the word
// before it, in whatever language: am 2., ab dem 2., on the 2nd.
func (m *message) isDateBehind(from, to int) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		before := from - 1
		if g.says(before, sPick) > 0 {
			before--
		}
		dates := before >= 0 && g.says(before, sOn, sFrom, sUntil, sAfter, sBefore) > 0 && g.says(before, sPick) == 0
		return dates && g.isOrdinalTo(to) && g.says(to, sList) == 0
	})
}

// isOrdinalTo tells whether an ordinal ends before the word at to: 2., zweiten, 2nd.
func (g *grammar) isOrdinalTo(to int) bool {
	return g.says(to-1, sOrdinal) > 0 || g.word(to-1).kind == digits && startsWith(g.behind(to-1), ".") ||
		g.isEnding(g.word(to).text) || g.isEnding(g.word(to-1).text)
}

// isInsteadOf tells whether a number is said in place of another: zwei statt einer.
func (g *grammar) isInsteadOf(i int) bool { return g.says(i, sInsteadOf) > 0 }

// isKindOf tells whether the word at i stands for something that the word before
// describes: the later one.
func (g *grammar) isKindOf(i int) bool {
	return i > 0 && g.word(i).kind == letters && g.says(i-1, sLater, sEarlier) > 0
}

// endsClause tells whether a clause ends before i.
func (g *grammar) endsClause(i int) bool { return i >= len(g.m.words) || g.word(i).startsClause() }

// onlyFillerBefore tells whether the message, or the clause behind a question, begins with nothing
// but filler: gib mir die drei; was kostet das? Sonst die 1.
func (g *grammar) onlyFillerBefore(i int) bool {
	for at := i - 1; at >= 0; at-- {
		if !g.m.isFiller(at) {
			return false
		}
		if g.m.mark(at) {
			return true
		}
	}
	return true
}

// isCountOrTime tells whether what stands around a mere number says that it is
// no place in a list, in whatever language: um 10, wir sind 2, für 2 Kinder.
func (m *message) isCountOrTime(from, to int) bool {
	for _, before := range []sense{sAt, sAbout, sWeAre, sWith, sAfter, sBefore, sFrom, sUntil} {
		if m.isBehind(from, before) {
			return true
		}
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		return g.says(to, sPeople, sKin, sTimes, sYears) > 0
	})
}

// isWholeClause tells whether nothing but filler stands around some words in
// their clause.
func (g *grammar) isWholeClause(from, to int) bool {
	for i := from; i > 0 && !g.word(i).startsClause(); i-- {
		if w := g.word(i - 1); !g.addsNothing(i-1) || w.kind == digits {
			return false
		}
	}
	for i := to; i < len(g.m.words) && !g.word(i).startsClause() && !g.beginsAnother(i); i++ {
		if !g.addsNothing(i) {
			return false
		}
	}
	return true
}

// beginsAnother tells whether the word at i joins something else that is said: "3 und ich
// brauche auch …", "2 und dann noch …".
func (g *grammar) beginsAnother(i int) bool {
	and := g.says(i, sAnd)
	w := g.word(i + and)
	return and > 0 && w.kind == letters && (speakers[w.text] || needing[w.text] || having[w.text] || g.says(i+and, sNameIs, sYet) > 0)
}

// addsNothing tells whether the word at i is filler and no time: "in the
// evening" says more than "good evening".
func (g *grammar) addsNothing(i int) bool {
	return g.m.isFiller(i) && (g.x.rare[g.word(i).text] || g.says(i, sPart, sDay, sWeekday) == 0)
}
