package understand

import "slices"

// Numbers that stand where times are listed, and choose none: what somebody tells of people, things and
// the order of things.

// isNoHour tells whether a mere number is no hour where times are listed: it is the place before a name
// ("1, Peter Klein"), counts things or appointments, or is asked about ("is that one appointment or two").
func (g *grammar) isNoHour(i, n int) bool {
	if g.m.in.Listed == 0 || !g.expects(ExpectWhen) {
		return false
	}
	end := i + n
	counts := end < len(g.m.words) && !g.word(end).startsClause() && (appointing[g.word(end).text] || g.m.speaksOf(thought{from: end, to: end + 1}, aThing))
	count, used := g.amount(i)
	asked := used > 0 && count <= mostCounted && g.word(i).kind == letters && g.m.asksRatherThanChooses(i)
	ordinal := i > 0 && g.says(i-1, sOrdinal, sTheLast) > 0 && !g.word(i).startsClause() // one of the first two
	return counts || asked || ordinal || g.isPlaceBeforeName(i, end)
}

const mostCounted = 6 // appointments, people or things that are counted in a word; nobody asks for these hours so

// isPlaceBeforeName tells whether a message begins with a place of the list and goes on with something
// else: "1, Frau Dr. Annika von der Heide", "1 ich heiße Mahmoud".
func (g *grammar) isPlaceBeforeName(i, end int) bool {
	if i > 0 || end >= len(g.m.words) || !g.expects(ExpectWhen) || g.word(i).kind != digits || g.word(i).number < 1 || g.word(i).number > g.m.in.Listed {
		return false
	}
	names := slices.ContainsFunc(g.m.grammars, func(g *grammar) bool { return g.says(end, sNameIs, sTitle) > 0 })
	return names || startsWith(g.word(end).gap, ",") && !g.m.saysWhen(end)
}

// ordinalOfElseAt is how many words at i are an ordinal that is neither a place of the list nor a day.
func (g *grammar) ordinalOfElseAt(i int) int {
	pick := g.says(i, sPick)
	_, used := g.at(i+pick, sOrdinal)
	if used == 0 || g.m.in.Listed == 0 || g.word(i+pick).kind != letters || !g.endsChoice(i+pick+used) || g.m.isDateBehind(i, i+pick+used) || !g.isOrdinalOfElse(i, pick, used) {
		return 0
	}
	return pick + used
}

// isOrdinalOfElse tells whether an ordinal where times are listed speaks of something else than them: of
// somebody who needs something ("der dritte braucht nur …", "der zweite ist mein Bruder"), or of an
// order ("the certificates first", "first the passport").
func (g *grammar) isOrdinalOfElse(i, pick, used int) bool {
	if !g.expects(ExpectWhen) {
		return false
	}
	list := g.says(i+pick+used, sList)
	end := i + pick + used + list
	if end < len(g.m.words) && !g.word(end).startsClause() {
		w := g.word(end).text
		if g.m.says(end, sKin) || g.m.says(end, sPeople) || (g.says(end, sNeed) > 0 || needing[w]) && !speakers[g.word(end+1).text] || mayAsk[w] && (g.m.says(end+1, sKin) || mine[g.word(end+1).text]) {
			return true
		}
		if pick+list == 0 && g.says(end, sPick) > 0 {
			return true
		}
	}
	if pick+list > 0 || g.says(i-1, sPick) > 0 {
		return false
	}
	for at := i; at > 0 && !g.word(at).startsClause(); at-- {
		if g.says(at-1, sPick) > 0 && at < i {
			return true
		}
	}
	return false
}
