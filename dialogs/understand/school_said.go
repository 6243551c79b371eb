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
		for at += n; at < len(g.m.words) && g.m.isFiller(at) && !g.word(at).startsClause() && g.says(at, sWeekday, sDay, sFrom) == 0; at++ {
		}
		return partHours(forenoon, false, false), at - i
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
		for at += n; at < len(g.m.words) && g.m.isFiller(at) && !g.word(at).startsClause() && !g.m.saysWhen(at); at++ {
		}
		return partHours(part, false, false), at - i
	}
	return hoursSaid{}, 0
}
