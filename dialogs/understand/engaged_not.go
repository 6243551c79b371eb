package understand

// restsOn is where the words stand that say that somebody does not work on some days:
// "freitags arbeite ich nicht". Those are the days on which they can come.
func (g *grammar) restsOn(from, to int) []int {
	first, last := g.toldAround(from, to)
	works, denied := -1, false
	for i := first; i < last; i++ {
		if i > from && i < to && g.word(i).startsClause() {
			denied = false // "not on a Monday, I work Mondays" denies no work
		}
		switch {
		case abling[g.word(i).text]:
			return nil
		case g.says(i, sWorks) > 0 && !g.isMeasure(i, first) && g.isDoneBySelf(i):
			works = i
		case denying[g.word(i).text]:
			denied = true
		}
	}
	if works < 0 || !denied || g.m.asksAt(from) {
		return nil
	}
	return []int{works}
}

// isDoneBySelf tells whether the writer does what the verb at i says.
func (g *grammar) isDoneBySelf(i int) bool {
	if g.says(i+1, sSelf) > 0 {
		return true
	}
	for at := i - 1; at >= max(0, i-mostBeforeVerb) && !g.word(at+1).startsClause(); at-- {
		if g.says(at, sSelf) > 0 {
			return true
		}
	}
	return false
}

const mostBeforeVerb = 3 // words from "I" to the verb: "I really don't work"
