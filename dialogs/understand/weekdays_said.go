package understand

import (
	"time"

	"terminbote/booking"
)

// weekdaysAt reads one weekday or several: montags und freitags.
func (g *grammar) weekdaysAt(i int) (booking.Weekdays, int) {
	var all booking.Weekdays
	n := 0
	for {
		next := i + n
		if n > 0 {
			and := g.says(next, sOr, sAnd, sNor)
			next += and
			if and > 0 || g.word(next).startsClause() {
				next += g.says(next, sNot) // "Donnerstag nicht, Freitag" is no list
			}
		}
		next += g.says(next, sOn)
		some, used := g.recurringRangeAt(next)
		if used == 0 || n > 0 && !g.goesOn(next) {
			return all, n
		}
		all, n = all|some, next+used-i
	}
}

// recurringRangeAt reads montags bis mittwochs, or one weekday.
func (g *grammar) recurringRangeAt(i int) (booking.Weekdays, int) {
	all, used := g.oneWeekdayAt(i)
	first, recurring := g.at(i, sWeekdays)
	to := g.throughAt(i+used, false)
	last, n := g.at(i+used+to, sWeekdays)
	if recurring == 0 || to < 0 || n == 0 || g.says(i+used, sAnd) > 0 {
		return all, used
	}
	for w := first; w != last; w = (w + 1) % 7 {
		all |= 1 << w
	}
	return all | 1<<last, used + to + n
}

// oneWeekdayAt reads a weekday, the weekend or the days of work.
func (g *grammar) oneWeekdayAt(i int) (booking.Weekdays, int) {
	if w, n := g.at(i, sWeekdays); n > 0 {
		return 1 << w, n
	}
	if w, n := g.weekdayAt(i); n > 0 {
		return 1 << w, n
	}
	if n := g.says(i, sWeekend); n > 0 {
		return 1<<time.Saturday | 1<<time.Sunday, n
	}
	if n := g.says(i, sWorkdays); n > 0 {
		return booking.AnyWeekday &^ (1<<time.Saturday | 1<<time.Sunday), n
	}
	return 0, 0
}

// weekdayAt reads a weekday. What is so short that it is another word as well
// needs company: am so, mo-mi.
func (g *grammar) weekdayAt(i int) (w time.Weekday, n int) {
	value, n := g.at(i, sWeekday)
	if n == 0 {
		return 0, 0
	}
	if w := g.word(i).text; g.x.rare[w] && !g.isAlone(i) && !g.hasDayBeside(i) && !g.isShorthand(i) && (!g.asksWhen() || g.x.filler[w] || g.isAmongUnknown(i)) {
		return 0, 0
	}
	return time.Weekday(value), n
}

// isShorthand tells whether a clerk cut a weekday short: perso di Schmidt.
func (g *grammar) isShorthand(i int) bool {
	return g.m.in.Brief && !g.x.filler[g.word(i).text] && isBrief(g.word(i)) && g.word(i+1).gap != "." && !g.isTitleAt(i)
}

// isAmongUnknown tells whether words that no table has stand on both sides of the word at i,
// as in a dialect, where "do" is no Thursday.
func (g *grammar) isAmongUnknown(i int) bool {
	before, behind := false, false
	for n := range g.m.words {
		w := g.word(n)
		unknown := n != i && w.kind == letters && !w.capital && !g.m.isFiller(n) && !g.m.saysWhen(n) && !g.saysHour(n)
		before, behind = before || n < i && unknown, behind || n > i && unknown
	}
	return before && behind
}

// saysHour tells whether the word at i belongs to a time or joins days.
func (g *grammar) saysHour(i int) bool {
	return g.says(i, sNumber, sOClock, sPart, sPartInDay, sPartShort, sOr, sAnd, sThrough, sFrom, sUntil, sAt, sAbout, sNot, sOnly) > 0
}

// isAlone tells whether the message is a single word.
func (g *grammar) isAlone(i int) bool { return i == 0 && len(g.m.words) == 1 }

// hasDayBeside tells whether a word stands beside i that makes a day of a rare
// word: one that announces dates, or a date or time.
func (g *grammar) hasDayBeside(i int) bool {
	before, after := g.word(i-1), g.word(i+1)
	if g.hoursBegin(i+1) && (!g.x.filler[g.word(i).text] && !g.isAmongUnknown(i) || g.isListedDay(i)) {
		return true // mo ab 9, di 9 bis 11 oder do nachmittag
	}
	if g.x.filler[g.word(i).text] && (after.kind != digits || after.gap == " ") {
		return i > 0 && g.says(i-1, sOn, sOnly) > 0 && g.endsDay(i+1)
	}
	if i > 0 && g.says(i-1, sOn, sOnly, sNot) > 0 && before.text != "der" && before.text != "the" {
		return true
	}
	if after.kind == digits && (startsWith(g.behind(i+1), ".") || after.gap == ", " || after.gap == ". ") {
		return true
	}
	if _, clock := g.clockAt(i + 1); clock > 1 || g.says(i+1, sPart, sPartInDay, sPartShort) > 0 {
		return true // fr 9:30, mi nachmittags
	}
	next := i + 1 + g.says(i+1, sAnd, sOr, sThrough)
	_, isDay := g.at(next, sWeekday)
	_, wasDay := g.at(i-1, sWeekday)
	if i > 1 && g.says(i-1, sAnd, sOr, sThrough) == 1 {
		_, wasDay = g.at(i-2, sWeekday)
	}
	return isDay > 0 && (after.gap != " " || next > i+1) || wasDay > 0 && (g.word(i).gap != " " || g.says(i-1, sAnd, sOr, sThrough) > 0)
}

// hoursBegin tells whether hours begin at i that have a bound or two, or are a part of the day.
func (g *grammar) hoursBegin(i int) bool {
	if g.says(i, sPart, sPartInDay, sPartShort) > 0 {
		return true
	}
	bound := g.says(i, sFrom, sAfter, sUntil, sBefore, sBetween)
	_, clock := g.clockAt(i + bound)
	if bound > 0 && clock > 0 {
		return true
	}
	through := g.throughAt(i+1, false)
	return g.isDigits(i, 2) && through >= 0 && g.isDigits(i+1+through, 2)
}

// isListedDay tells whether the word at i, which is filler elsewhere, is one of several weekdays
// that are listed, each with its hours: do ab 16 oder fr vormittag.
func (g *grammar) isListedDay(i int) bool {
	if g.says(i, sAbout) > 0 || g.says(i-1, sWeekday, sDay) > 0 {
		return false // Freitag so ab 10
	}
	for at := range g.m.words {
		if at == i || g.says(at, sWeekday) == 0 || !g.hoursBegin(at+1) {
			continue
		}
		if or, parted := g.m.joins(min(i, at)+1, max(i, at)); or || parted {
			return true
		}
	}
	return false
}

// endsDay tells whether what is said of a day may end before i: with its
// clause, or with a time.
func (g *grammar) endsDay(i int) bool {
	return i >= len(g.m.words) || g.word(i).startsClause() || g.says(i, sPart, sPartInDay, sAt, sAbout, sFrom, sUntil, sAnd, sOr, sThrough) > 0
}

// onlyAt reads nur donnerstags, immer dienstags, dienstags.
func (g *grammar) onlyAt(i int) (daysSaid, int) {
	n := g.says(i, sOnly)
	next := i + n + g.says(i+n, sOn)
	_, recurring := g.at(next, sWeekdays)
	if n == 0 && recurring == 0 && g.says(next, sWorkdays) == 0 {
		return daysSaid{}, 0
	}
	weekdays, used := g.weekdaysAt(next)
	if used == 0 {
		return daysSaid{}, 0
	}
	return daysSaid{Days: Days{Weekdays: weekdays}}, next + used - i
}
