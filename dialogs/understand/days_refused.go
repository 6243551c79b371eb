package understand

import "slices"

// notAt reads nicht montags, außer freitag, Montag geht nicht.
func (g *grammar) notAt(i int) (daysSaid, int) {
	before := max(g.says(i, sNot), g.cannotAt(i), g.exceptAt(i))
	weekdays, n := g.weekdaysAt(i + before)
	if first, used := g.oneWeekdayAt(i + before); before > 0 && used > 0 && used < n && g.isContrast(i+before, used, n) {
		weekdays, n = first, used
	}
	if n == 0 {
		return g.notSpanAt(i, before)
	}
	if before == 0 && g.endsList(i, n) {
		return daysSaid{}, 0
	}
	behind := g.impossibleAt(i + before + n)
	if before == 0 && behind == 0 || g.word(i+before).startsClause() && before > 0 {
		return daysSaid{}, 0
	}
	if said, used := g.ratherAt(i + before + n); before > 0 && behind == 0 && used > 0 {
		return said, before + n + used
	}
	return daysSaid{Days: Days{Not: weekdays}}, before + n + behind
}

// cannotAt is how many words at i say that the day behind them does not do: can't make it.
// Where no day is asked for and nothing is named that somebody comes for, that calls off what
// was booked.
func (g *grammar) cannotAt(i int) int {
	n := g.says(i, sCannot)
	if n == 0 || g.asksWhen() || g.expects(ExpectReview) || g.m.saysInstead() || g.m.namesWhatFor() {
		return n
	}
	if _, recurring := g.at(i+n, sWeekdays); recurring > 0 {
		return n // "I can't do Thursdays" is no appointment
	}
	return 0
}

// exceptAt reads the "but" of "any morning but Wednesday".
func (g *grammar) exceptAt(i int) int {
	if n := g.says(i, sButRather); n > 0 && i > 1 && g.says(i-2, sEvery) > 0 && g.says(i-1, sPart) > 0 {
		return n
	}
	return 0
}

// namesWhatFor tells whether a message names a thing that people come for.
func (m *message) namesWhatFor() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return m.isKind(w, aThing) || m.isKind(w, anAct) })
}

// saysInstead tells whether a message has a word for what shall be in place of something.
func (m *message) saysInstead() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return rathers[w.text] })
}

// endsList tells whether the first of some weekdays, which a comma parts from the
// others, ends a list before it: in "morgen oder Freitag, Mittwoch nicht" only
// Wednesday is refused.
func (g *grammar) endsList(i, n int) bool {
	_, first := g.oneWeekdayAt(i)
	if i > 1 && first < n && g.word(i+first).startsClause() && g.says(i-1, sOr, sAnd) > 0 && g.m.saysWhen(i-2) {
		return true
	}
	either := false
	for at := i + first; at < i+n; at++ {
		if either && g.word(at).startsClause() {
			return true // Mittwoch oder Donnerstag, Freitag nicht
		}
		either = either || g.says(at, sOr) > 0
	}
	return false
}

// isContrast tells whether the second of two weekdays behind a "nicht" stands
// in place of the first, from which no more than a comma parts it: nicht
// freitag, donnerstag. What is every week's is a list where nobody says no first,
// and so are three in a row.
func (g *grammar) isContrast(i, first, all int) bool {
	next := i + first
	_, recurring := g.at(i, sWeekdays)
	_, used := g.oneWeekdayAt(next)
	return (recurring == 0 || nays[g.word(0).text] && i > 1) && (g.word(next).startsClause() || rathers[g.word(next+used).text]) && used > 0 && first+used == all
}

// ratherAt reads what is meant instead of what was denied: sondern Freitag.
func (g *grammar) ratherAt(i int) (daysSaid, int) {
	if g.word(i).text != g.x.butRather() && !g.word(i).startsClause() {
		return daysSaid{}, 0
	}
	n := 0
	if g.word(i).text == g.x.butRather() {
		n = max(1, g.says(i, sButRather))
	}
	said, used := g.dayAt(i + n)
	if used == 0 || n == 0 && isWide(said) {
		return daysSaid{}, 0 // nicht Montag, nächste Woche: it is not in place of the day, but goes on
	}
	return said, n + used
}

// impossibleAt is how many words from i on say that what stands before does
// not do: geht nicht, passen mir leider nicht.
func (g *grammar) impossibleAt(i int) int {
	if n := g.says(i, sImpossible); n > 0 {
		if g.says(i, sNot) == n && (g.refusesNextAt(i) || softens[g.word(i+n).text]) {
			return 0
		}
		return n
	}
	for end := i; end < len(g.m.words) && end < i+5 && !g.word(end).startsClause(); end++ {
		if g.says(end, sDay, sWeekday, sWeekdays, sOr) > 0 {
			return 0 // "13 Uhr wäre gut, aber heute nicht", "Dienstag oder gar nicht"
		}
		if n := g.says(end, sNever); n > 0 && end > i {
			if g.refusesNextAt(end) {
				return 0
			}
			return end + n - i
		}
		if !g.m.isFiller(end) {
			return 0
		}
	}
	return 0
}

// softens are words behind a "nicht" that only asks: "geht Mittwoch nicht auch um 16 Uhr".
var softens = talkingWords(func(t talkWords) string { return t.softens })

// refusesNextAt tells whether a negation at i belongs to the time behind it and
// not to what stands before: nachmittags, aber nicht zu spät; montags nicht vor
// neun.
func (g *grammar) refusesNextAt(i int) bool {
	if g.says(i, sNotEarly, sNotLate) > 0 {
		return true
	}
	next := i + g.says(i, sNot, sNever)
	if g.word(next).startsClause() {
		return false
	}
	if _, part := g.partAt(next); part > 0 || g.says(next, sDay) > 0 {
		return true
	}
	next += g.says(next, sOn)
	if _, weekdays := g.weekdaysAt(next); weekdays > 0 && g.impossibleAt(next+weekdays) == 0 {
		return true // ab dem 7.12., nicht montags
	}
	bound := g.says(next, sFrom, sAfter, sUntil, sBefore, sBetween, sAt, sAbout)
	_, clock := g.clockAt(next + bound)
	return bound > 0 && clock > 0
}

// butRather is the word that turns a negation round: sondern.
func (s *speech) butRather() string { return s.rather }

// notSpanAt reads nicht heute, nicht diese Woche, as from when on it is, and nicht am 3.12.
// as all other days.
func (g *grammar) notSpanAt(i, before int) (daysSaid, int) {
	said, n := g.severalDaysAt(i + before)
	behind := 0
	if before == 0 && n > 0 {
		behind = g.impossibleAt(i + n)
	}
	if week, used := g.ratherWeekAt(i+before+n, said); before > 0 && used > 0 {
		return week, before + n + used
	}
	if n == 0 || before+behind == 0 || len(said.Spans) == 0 || said.loose && behind == 0 && g.says(i+before-1, sOn) == 0 {
		return daysSaid{}, 0
	}
	_, date := g.dateAt(i + before + g.says(i+before, sOn))
	if len(said.Spans) > 1 || date > 0 || said.Spans[0].From.After(g.today().Add(1)) && !said.wide {
		return allBut(said), before + n + behind
	}
	return daysSaid{Days: Days{Spans: []DateSpan{{From: said.Spans[0].To.Add(1)}}}, bounded: true, wide: true}, before + n + behind
}

// severalDaysAt reads a day, or dates in a row: am 3. und am 10., the 3rd or the 4th.
func (g *grammar) severalDaysAt(i int) (daysSaid, int) {
	said, n := g.dayAt(i)
	first, used := said, n
	joined := false
	for n > 0 && said.coming == 0 {
		next := i + n + g.says(i+n, sOr, sAnd, sNor)
		joined = joined || next > i+n
		if next == i+n && !g.word(next).startsClause() || !g.goesOn(next) {
			break
		}
		next += g.says(next, sNot)
		more, m := g.dayAt(next)
		if m == 0 || !more.isOneDay() || g.refusesNextAt(next+m) {
			break
		}
		said.Spans, said.loose = append(said.Spans, more.Spans...), said.loose && more.loose
		n = next + m - i
	}
	if !joined && len(said.Spans) == 2 && g.impossibleAt(i+n) == 0 {
		return first, used // nicht morgen, übermorgen
	}
	return said, n
}

// notRangeAt reads vom 3. bis 5. geht nicht.
func (g *grammar) notRangeAt(i int) (daysSaid, int) {
	said, n := g.rangeAt(i)
	behind := g.impossibleAt(i + n)
	if n == 0 || behind == 0 || len(said.Spans) != 1 || said.coming|said.Weekdays != 0 {
		return daysSaid{}, 0
	}
	return allBut(said), n + behind
}

// ratherWeekAt reads which week is meant instead of one that was refused, where
// the word for it is not said again: nicht diese Woche, sondern nächste.
func (g *grammar) ratherWeekAt(i int, refused daysSaid) (daysSaid, int) {
	n := g.says(i, sButRather)
	n += g.says(i+n, sOn)
	which := g.says(i+n, sNext, sComing, sAfterNext)
	week, _ := g.at(i+n+which, sSpan)
	ends := i+n+which == len(g.m.words) || g.word(i+n+which).startsClause()
	if which == 0 || !refused.wide || n == 0 && !g.word(i).startsClause() || !ends && week != 7 {
		return daysSaid{}, 0
	}
	if !ends {
		which += g.says(i+n+which, sSpan)
	}
	return g.stretch(weekSpan(mondayOf(g.today(), g.aheadOf(i+n, g.says(i+n, sNext, sComing, sAfterNext))), 0)), n + which
}

// allBut is every day but those said.
func allBut(said daysSaid) daysSaid {
	return daysSaid{Days: Days{Off: said.Spans}, bounded: true, wide: true}
}
