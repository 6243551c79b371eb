package understand

import (
	"slices"
	"strings"
)

// daysAt reads all that is said about days from i on, as one thing: nächste
// Woche Dienstag oder Mittwoch. Questions ask for it once more.
func (g *grammar) daysAt(i int) (daysSaid, int) {
	return g.readOnce(&g.days, i, g.readDaysAt)
}

// readOnce reads what is said about days at a place, unless that is kept already.
func (g *grammar) readOnce(kept *[]daysHere, i int, read func(i int) (daysSaid, int)) (daysSaid, int) {
	if *kept == nil {
		*kept = make([]daysHere, len(g.m.words))
	}
	here := &(*kept)[i]
	if !here.read {
		here.said, here.n = read(i)
		here.read = true
	}
	said := here.said
	said.Spans = slices.Clone(said.Spans)
	return said, here.n
}

// daysHere is what is said about days at a place, once it was read.
type daysHere struct {
	read bool
	said daysSaid
	n    int
}

func (g *grammar) readDaysAt(i int) (daysSaid, int) {
	said, n := g.dayTermAt(i)
	if n == 0 {
		return daysSaid{}, 0
	}
	for {
		if skip := g.says(i+n, sInsteadOf); skip > 0 && len(said.Spans)+int(said.coming) > 0 {
			next := i + n + skip
			if _, used := g.dayAt(next); used > 0 && !g.word(next).startsClause() && !rathers[g.word(next+used).text] {
				n += skip + used // Friday, not Thursday
				continue
			}
		}
		skip := g.says(i+n, sOr, sAnd)
		next := i + n + skip
		if skip == 0 {
			next += g.says(next, sYet)
		}
		if on := g.says(next, sDayOn); on > 0 && skip > 0 && said.isOneDay() {
			after := said.Spans[0].From.Add(1)
			said.Spans = append(said.Spans, DateSpan{after, after}) // am 3. oder am Tag danach
			return said, next + on - i
		}
		more, used := g.dayTermAt(next)
		if used == 0 || !g.goesOn(next) || skip == 0 && more.loose {
			break
		}
		both, ok := said.with(more, skip > 0, g.word(next).startsClause())
		if !ok {
			break
		}
		said, n = both, next+used-i
	}
	return said, n
}

// goesOn tells whether no more than a comma parts the word at i from the one before.
func (g *grammar) goesOn(i int) bool {
	gap := g.word(i).gap
	return len(gap) <= 4 && !strings.ContainsAny(gap, "!?;:\"")
}

// dayTermAt reads one term: nicht montags, ab dem 3.12., zwischen Dienstag und
// Donnerstag, nächste Woche, am 24.
func (g *grammar) dayTermAt(i int) (daysSaid, int) {
	var best daysSaid
	longest := 0
	for _, rule := range []func(int) (daysSaid, int){
		g.wholeTermAt, g.aroundDayAt, g.movedDayAt, g.insteadDayAt, g.notAt, g.onlyAt, g.rangeAt, g.boundAt, g.dayAt,
	} {
		if said, n := rule(i); n > longest {
			best, longest = said, n
		}
	}
	return best, longest
}

// insteadDayAt reads statt Mittwoch lieber Donnerstag: what is behind counts.
func (g *grammar) insteadDayAt(i int) (daysSaid, int) {
	n := g.says(i, sInsteadOf)
	if n == 0 || !instead[g.word(i).text] {
		return daysSaid{}, 0
	}
	refused, used := g.dayAt(i + n)
	next := g.behindInstead(i + n + used)
	said, more := g.dayAt(next)
	if used == 0 || more == 0 || refused.loose {
		return daysSaid{}, 0
	}
	return said, next + more - i
}

// movedDayAt reads von Donnerstag auf Freitag: what it is moved to counts. Where the words
// between could be those of a stretch, a verb must say that something is moved.
func (g *grammar) movedDayAt(i int) (daysSaid, int) {
	n := g.says(i, sFrom)
	refused, used := g.dayAt(i + n)
	onto := g.says(i+n+used, sOnto)
	said, more := g.dayAt(i + n + used + onto)
	if used == 0 || onto == 0 || more == 0 || refused.loose || refused.wide {
		return daysSaid{}, 0
	}
	if n == 0 || g.word(i+n+used).text == "to" {
		if !slices.ContainsFunc(g.m.words, func(w word) bool { return moving[w.text] || swapping[w.text] }) {
			return daysSaid{}, 0
		}
	}
	return said, n + used + onto + more
}

// behindInstead is where what is wanted begins behind what is refused: lieber,
// doch bitte.
func (g *grammar) behindInstead(i int) int {
	for next := i; next < min(len(g.m.words), i+mostLed); next++ {
		if w := g.word(next); g.m.saysWhen(next) || !instead[w.text] && !g.m.isFiller(next) || g.says(next, sOn, sAt, sAbout) > 0 {
			return next
		}
	}
	return min(len(g.m.words), i+mostLed)
}

// wholeTermAt reads what stands for itself: so früh wie möglich, Tag egal.
func (g *grammar) wholeTermAt(i int) (daysSaid, int) {
	if n := g.says(i, sSoonest); n > 0 {
		return daysSaid{Days: Days{Soonest: true}}, n
	}
	if n := g.says(i, sUrgent); n > 0 && !g.isInCase(i) && (g.asksWhen() || g.distance(i, i+n, sSlot) < 3) {
		return daysSaid{Days: Days{Soonest: true}}, n
	}
	if n := g.says(i, sAnyDay); n > 0 {
		return daysSaid{Days: Days{Any: true}}, n
	}
	return daysSaid{}, 0
}

// isInCase tells whether the word at i says what would be so: "und wenn ichs eilig hab?"
// asks, and wants nothing.
func (g *grammar) isInCase(i int) bool {
	for n := i - 1; n >= 0 && !g.word(n+1).startsClause() && n > i-mostOfCase; n-- {
		if ifs[g.word(n).text] {
			return true
		}
	}
	return false
}

const mostOfCase = 5 // words from "wenn" to what would be so

// ifs are words that begin what would be so.
var ifs = tellingWords(func(q questionWords) string { return q.ifs })

// notAt reads nicht montags, außer freitag, Montag geht nicht.
func (g *grammar) notAt(i int) (daysSaid, int) {
	before := max(g.says(i, sNot), g.cannotAt(i))
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
// Where no day is asked for, that calls off what was booked.
func (g *grammar) cannotAt(i int) int {
	if n := g.says(i, sCannot); g.asksWhen() || g.expects(ExpectReview) || n > 0 && g.m.saysInstead() {
		return n
	}
	return 0
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
// freitag, donnerstag. What is every week's, and three in a row, are a list.
func (g *grammar) isContrast(i, first, all int) bool {
	next := i + first
	_, recurring := g.at(i, sWeekdays)
	_, used := g.oneWeekdayAt(next)
	return recurring == 0 && (g.word(next).startsClause() || rathers[g.word(next+used).text]) && used > 0 && first+used == all
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
	if used == 0 {
		return daysSaid{}, 0
	}
	return said, n + used
}

// impossibleAt is how many words from i on say that what stands before does
// not do: geht nicht, passen mir leider nicht.
func (g *grammar) impossibleAt(i int) int {
	if n := g.says(i, sImpossible); n > 0 {
		if g.says(i, sNot) == n && g.refusesNextAt(i) {
			return 0
		}
		return n
	}
	for end := i; end < len(g.m.words) && end < i+5 && !g.word(end).startsClause(); end++ {
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
	if _, part := g.partAt(next); part > 0 {
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

// notSpanAt reads nicht heute, nicht diese Woche, as from when on it is.
func (g *grammar) notSpanAt(i, before int) (daysSaid, int) {
	said, n := g.dayAt(i + before)
	behind := 0
	if before == 0 && n > 0 {
		behind = g.impossibleAt(i + n)
	}
	if week, used := g.ratherWeekAt(i+before+n, said); before > 0 && used > 0 {
		return week, before + n + used
	}
	if n == 0 || before+behind == 0 || len(said.Spans) != 1 || said.loose || said.Spans[0].From.After(g.today().Add(1)) && !said.wide {
		return daysSaid{}, 0
	}
	return daysSaid{Days: Days{Spans: []DateSpan{{From: said.Spans[0].To.Add(1)}}}, bounded: true, wide: true}, before + n + behind
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

// isAWeek tells whether days are one week, which people rather wish for than
// tell of.
func (d daysSaid) isAWeek() bool {
	return len(d.Spans) == 1 && !d.bounded && d.Spans[0].From.Add(6) == d.Spans[0].To
}
