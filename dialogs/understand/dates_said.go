package understand

import (
	"errors"
	"slices"
	"time"

	"terminbote/booking"
)

// writtenDate is a date as it was written; a zero year or month was left out.
// Behind a day's range the earlier end may lack them: 1. bis 4. Dezember.
type writtenDate struct {
	written
	loose bool // nothing but a number says that it is a date
}

// dateAt reads a written date: 24.11., 24. November, am 24., Nov 24, 2026-11-24.
func (g *grammar) dateAt(i int) (writtenDate, int) {
	for _, rule := range []func(int) (writtenDate, int){g.isoDateAt, g.numericDateAt, g.feastAt, g.dayAndMonthAt, g.monthAndDayAt, g.ordinalsAt} {
		if w, n := rule(i); n > 0 {
			return w, n
		}
	}
	return writtenDate{}, 0
}

func (g *grammar) isoDateAt(i int) (writtenDate, int) {
	if g.word(i).kind != digits || len(g.word(i).text) != 4 || !g.isDigits(i+1, 2) || !g.isDigits(i+2, 2) {
		return writtenDate{}, 0
	}
	mark := g.word(i + 1).gap
	if mark != "-" && mark != "." && mark != "/" || g.word(i+2).gap != mark {
		return writtenDate{}, 0
	}
	return writtenDate{written: written{g.word(i + 2).number, g.word(i + 1).number, g.word(i).number}}, 3
}

// numericDateAt reads 24.11., 24.11.2026, 24/11, 24-11-26 and 11/24.
func (g *grammar) numericDateAt(i int) (writtenDate, int) {
	if !g.isDigits(i, 2) || !g.isDigits(i+1, 2) {
		return writtenDate{}, 0
	}
	mark := g.word(i + 1).gap
	w := writtenDate{written: written{day: g.word(i).number, month: g.word(i + 1).number}}
	year, more := g.yearAt(i + 2)
	if more > 0 && g.word(i+2).gap == "-" && mark != "-" {
		year, more = 0, 0 // 25.11. 10-12
	}
	switch mark {
	case ".", ". ":
		w.loose = more == 0 && g.behind(i+1) != "." && !startsWith(g.behind(i+1), ".") || mark == ". " && g.behind(i+1) == ""
	case "/", " / ":
		w.loose = more == 0
	case "-":
		if more == 0 {
			return writtenDate{}, 0
		}
	default:
		return writtenDate{}, 0
	}
	if w.month > 12 && w.day <= 12 && mark == "/" {
		w.day, w.month = w.month, w.day
	}
	w.year = year
	if w.loose && (w.month > 12 || w.day > 31 || w.day == 0 || w.month == 0) {
		return writtenDate{}, 0
	}
	return w, 2 + more
}

func startsWith(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// yearAt reads 2026 behind a date, or 26 where nothing but a mark parts it from it.
func (g *grammar) yearAt(i int) (year, n int) {
	w := g.word(i)
	if w.kind != digits {
		return 0, 0
	}
	switch {
	case len(w.text) == 4 && 1900 <= w.number && w.number < 2200 && len(w.gap) <= 2:
		return w.number, 1
	case len(w.text) == 2 && (w.gap == "." || w.gap == "/" || w.gap == "-") && g.behind(i) != "." && g.word(i+1).gap != ":":
		return 2000 + w.number, 1
	}
	return 0, 0
}

// dayNumberAt reads the number of a day: 24, 24., 24th, vierundzwanzigster.
func (g *grammar) dayNumberAt(i int) (day, n int, ordinal bool) {
	if day, n = g.at(i, sOrdinal); n > 0 {
		return day, n, true
	}
	if tens, used := g.at(i, sNumber); used > 0 && (tens == 20 || tens == 30) {
		if unit, more := g.at(i+used, sOrdinal); more > 0 && unit < 10 {
			return tens + unit, used + more, true
		}
	}
	if !g.isDigits(i, 2) {
		return 0, 0, false
	}
	day, n = g.word(i).number, 1
	if next := g.word(i + 1); next.glued() && next.kind == letters && g.isEnding(next.text) {
		return day, 2, true
	}
	return day, n, startsWith(g.behind(i), ".") && !g.isFullStop(i)
}

// isFullStop tells whether the dot behind the number at i ends a sentence and makes no ordinal of it:
// "till 1. What about 2 pm?", "dienstags geht nichts, sonst jeden Tag bis 12.".
func (g *grammar) isFullStop(i int) bool {
	if ends := i+1 == len(g.m.words) || g.word(i+1).gap == ". " && g.word(i+1).capital; !ends || g.m.wordsOf(i+1, sMonth) > 0 {
		return false
	}
	bound := i > 0 && g.m.wordsOf(i-1, sUntil, sFrom, sAfter, sBefore, sAt) == 1 && g.m.wordsOf(i-1, sPick) == 0
	dotted := slices.ContainsFunc(g.m.grammars, func(g *grammar) bool { return g.x.dotted && !g.foreign })
	return bound && (!dotted || g.m.saysWhenBefore(i) || g.m.isBehind(i, sAt))
}

// isEnding tells whether letters behind digits make an ordinal of them.
func (g *grammar) isEnding(s string) bool {
	for _, ending := range list(g.x.endings) {
		if s == ending {
			return true
		}
	}
	return false
}

// dayAndMonthAt reads 24. November, 24th of November, am dritten zwölften.
func (g *grammar) dayAndMonthAt(i int) (writtenDate, int) {
	day, n, isOrdinal := g.dayNumberAt(i)
	if n == 0 {
		if day, n = g.cardinal(i); n == 0 || day > 31 {
			return writtenDate{}, 0
		}
	}
	next := i + n
	if g.word(next).text == "of" {
		next++
	}
	month, more := g.at(next, sMonth)
	if more == 0 && isOrdinal && g.word(i).kind == letters {
		month, more, _ = g.dayNumberAt(next)
		if _, word := g.at(next, sOrdinal); more > 0 && word == 0 && !startsWith(g.behind(next), ".") || month > 12 {
			more = 0
		}
	}
	if more == 0 || g.word(next).startsClause() && !isOrdinal {
		return writtenDate{}, 0
	}
	year, years := g.yearAt(next + more)
	return writtenDate{written: written{day, month, year}}, next + more + years - i
}

// monthAndDayAt reads November 24th, Nov 24.
func (g *grammar) monthAndDayAt(i int) (writtenDate, int) {
	month, n := g.at(i, sMonth)
	if n == 0 || g.word(i+n).startsClause() && !(g.word(i+n).gap == ". " && len(g.word(i).text) <= 4) {
		return writtenDate{}, 0
	}
	next := i + n
	if g.word(next).text == "the" {
		next++
	}
	day, more, isOrdinal := g.dayNumberAt(next)
	if more == 0 || !isOrdinal && g.says(next+more, sOClock) > 0 || day > 31 {
		return writtenDate{}, 0
	}
	year, years := g.yearAt(next + more)
	return writtenDate{written: written{day, month, year}}, next + more + years - i
}

// ordinalsAt reads 24., 24th, vierundzwanzigster: a day of this month or the next.
// isOClockAt tells whether a number is an hour: it has minutes, or says so.
func (g *grammar) isOClockAt(i int) bool {
	return g.says(i+1, sOClock) > 0 || g.word(i+1).glued() || startsWith(g.word(i+1).gap, ":") || startsWith(g.word(i+1).gap, ".")
}

func (g *grammar) ordinalsAt(i int) (writtenDate, int) {
	day, n, isOrdinal := g.dayNumberAt(i)
	if g.word(i).kind == letters && i > 0 && g.says(i-1, sOn, sPick) == 0 && g.m.asksAt(i) {
		return writtenDate{}, 0 // what do I have to do first?
	}
	if onDay := g.isDigits(i, 2) && i > 0 && g.says(i-1, sOn) == 1 && (g.asksWhen() || g.says(i+1, sAt) > 0); onDay && !g.isOClockAt(i) {
		day, n, isOrdinal = g.word(i).number, 1, true // am 3 um 10
	}
	if n == 0 || !isOrdinal || day < 1 || day > 31 {
		return writtenDate{}, 0
	}
	return writtenDate{written: written{day: day}, loose: true}, n
}

// dated is the day that a written date means, or why there is none.
func dated(w written, today booking.Date) (booking.Date, DayFault) {
	found := reader{today: today}.date(w, 1)
	switch {
	case errors.Is(found.err, ErrNoSuchDay):
		return booking.Date{}, NoSuchDay
	case errors.Is(found.err, ErrPast):
		return found.date, PastDay
	}
	return found.date, ""
}

// monthSpan is a part of a month: 1 its beginning, 2 its middle, 3 its end, 0
// all of it.
func monthSpan(first booking.Date, part int) DateSpan {
	last := booking.Date{Year: first.Year, Month: first.Month + 1, Day: 1}.Add(-1)
	switch part {
	case 1:
		return DateSpan{first, first.Add(9)}
	case 2:
		return DateSpan{first.Add(10), first.Add(19)}
	case 3:
		return DateSpan{first.Add(20), last}
	}
	return DateSpan{first, last}
}

// weekSpan is a part of the week that begins with monday.
func weekSpan(monday booking.Date, part int) DateSpan {
	switch part {
	case 1:
		return DateSpan{monday, monday.Add(1)}
	case 2:
		return DateSpan{monday.Add(2), monday.Add(2)}
	case 3:
		return DateSpan{monday.Add(3), monday.Add(4)}
	}
	return DateSpan{monday, monday.Add(6)}
}

// mondayOf is the Monday of the week some weeks ahead of today's.
func mondayOf(today booking.Date, weeks int) booking.Date {
	return today.Add(-(int(today.Weekday()) + 6) % 7).Add(7 * weeks)
}

// isoMonday is the Monday of a week by its number, this year's or, where that
// is past, the next year's. The first days of January may lie in the last week
// of the year before.
func isoMonday(week int, today booking.Date) (booking.Date, bool) {
	for year := today.Year - 1; year <= today.Year+1; year++ {
		fourth := booking.Date{Year: year, Month: time.January, Day: 4}
		monday := mondayOf(fourth, week-1)
		next := mondayOf(booking.Date{Year: year + 1, Month: time.January, Day: 4}, 0)
		if monday.Before(next) && !monday.Add(6).Before(today) {
			return monday, true
		}
	}
	return booking.Date{}, false
}
