package understand

// schoolAt reads while somebody's children are looked after: wenn die Kinder in
// der Schule sind. That is the forenoon.
func (g *grammar) schoolAt(i int) (hoursSaid, int) {
	while := g.says(i, sWhile)
	if while == 0 {
		return hoursSaid{}, 0
	}
	kin := false
	for at := i + while; at < min(len(g.m.words), i+while+mostInWhile) && !g.word(at).startsClause(); at++ {
		kin = kin || g.says(at, sKin, sPeople) > 0
		n := g.says(at, sSchool)
		if n == 0 || !kin {
			continue
		}
		return partHours(forenoon, false, false), g.behindFiller(at+n) - i
	}
	return hoursSaid{}, 0
}

const mostInWhile = 7 // words from "while" to the school

// beforeWorkAt reads bevor ich zur Arbeit muss, wenn ich Feierabend habe: before
// work is early, and behind it is the evening.
func (g *grammar) beforeWorkAt(i int) (hoursSaid, int) {
	before, after := g.says(i, sBeforeDoing), g.says(i, sAfterDoing)
	if before+after == 0 {
		return hoursSaid{}, 0
	}
	part := early
	if after > 0 {
		part = evening
	}
	for at := i + max(before, after); at < min(len(g.m.words), i+mostInWhile) && !g.word(at).startsClause(); at++ {
		n := g.says(at, sBusy)
		if n == 0 {
			continue
		}
		return partHours(part, false, false), g.behindFiller(at+n) - i
	}
	return hoursSaid{}, 0
}

// behindFiller is where the words of a clause that say nothing end: "… in der
// Schule sind".
func (g *grammar) behindFiller(i int) int {
	for i < len(g.m.words) && g.m.isFiller(i) && !g.word(i).startsClause() && !g.m.saysWhen(i) && g.says(i, sFrom) == 0 {
		i++
	}
	return i
}
