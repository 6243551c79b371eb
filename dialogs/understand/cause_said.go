package understand

// isOfCause tells whether a time belongs to the cause of one that was said before:
// "vormittags, weil nachmittags mein Mann zur Dialyse muss". A cause that says
// when somebody can come, or cannot, counts.
func (g *grammar) isOfCause(i int) bool {
	begins := g.causeBefore(i)
	if begins == 0 || g.saysCan(begins) {
		return false
	}
	for before := range begins {
		if g.says(before, sPart, sWeekday, sDay, sClock, sOClock) > 0 {
			return true
		}
	}
	return false
}

// causeBefore is the word that begins the cause which the word at i belongs to;
// 0 where it belongs to none.
func (g *grammar) causeBefore(i int) int {
	for last := i - longestReason; i > max(0, last) && !g.word(i).startsClause(); i-- {
		if g.x.because[g.word(i-1).text] {
			return i - 1
		}
	}
	return 0
}

// saysCan tells whether a clause that begins at i says of a time that it suits, or
// that it does not.
func (g *grammar) saysCan(i int) bool {
	for i++; i < len(g.m.words) && !g.word(i).startsClause(); i++ {
		if g.says(i, sWanting, sNot, sNever, sOnly) > 0 || abling[g.word(i).text] {
			return true
		}
	}
	return false
}

// abling are words that say that somebody can.
var abling = tellingWords(func(q questionWords) string { return q.ables })
