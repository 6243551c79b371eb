package understand

import (
	"time"

	"terminbote/booking"
)

// weekAt reads diese, nächste, übernächste Woche and a part of it, and months likewise.
func (g *grammar) weekAt(i int) (daysSaid, int) {
	part, n := g.at(i, sPartOf)
	n += g.says(i+n, sYet)
	n += g.says(i+n, sOn)
	n += g.says(i+n, sIn)
	which := g.says(i+n, sThis, sComing, sNext, sAfterNext, sLast)
	article := 0
	if which == 0 && part > 0 {
		article = g.says(i+n, sMine, sPick)
	}
	length, used := g.at(i+n+which+article, sSpan)
	if used == 0 || which == 0 && part == 0 || length != 7 && length != month {
		return daysSaid{}, 0
	}
	weeks := g.aheadOf(i+n, which)
	total := n + which + article + used
	if length == month {
		first := booking.Date{Year: g.today().Year, Month: g.today().Month + time.Month(weeks), Day: 1}.Add(0)
		return g.stretch(monthSpan(first, part)), total
	}
	return g.stretch(weekSpan(mondayOf(g.today(), weeks), part)), total
}

// weekWithAt reads the week after next, and the week of a day: week of 7
// December, in der Woche vom 7.12.
func (g *grammar) weekWithAt(i int) (daysSaid, int) {
	if length, n := g.at(i, sSpan); n > 0 && length == 7 {
		if more := g.says(i+n, sAfterNext); more > 0 {
			return g.stretch(weekSpan(mondayOf(g.today(), 2), 0)), n + more
		}
	}
	n := g.says(i, sWeekWith)
	if n == 0 {
		return daysSaid{}, 0
	}
	n += g.says(i+n, sOn)
	w, used := g.dateAt(i + n)
	day, fault := dated(w.written, g.today())
	if used == 0 || fault != "" {
		return daysSaid{}, 0
	}
	return g.stretch(weekSpan(mondayOf(day, 0), 0)), n + used
}

// weekInMonthAt reads in der zweiten Dezemberwoche, letzte Novemberwoche.
func (g *grammar) weekInMonthAt(i int) (daysSaid, int) {
	which, n, ordinal := g.dayNumberAt(i)
	last := false
	if !ordinal {
		n = g.says(i, sTheLast)
		last = n > 0
	}
	count := 0
	if !last && g.amountOfWeeks(i+n) {
		n++ // die ersten beiden Dezemberwochen
		count = 1
	}
	m, used := g.weekOfMonthAt(i + n)
	if n == 0 || used == 0 || which > 5 {
		return daysSaid{}, 0
	}
	first := booking.Date{Year: g.today().Year, Month: time.Month(m), Day: 1}
	if time.Month(m) < g.today().Month {
		first.Year++
	}
	if last {
		most := booking.Date{Year: first.Year, Month: first.Month + 1, Day: 1}.Add(-4) // of its week lies in the month
		return g.stretch(weekSpan(mondayOf(most, 0), 0)), n + used
	}
	span := weekSpan(mondayOf(first, which-1), 0)
	span.To = span.To.Add(7 * count)
	return g.stretch(span), n + used
}

// weekOfMonthAt is the month of a week, in one word or in several: Dezemberwoche,
// Woche im Dezember.
func (g *grammar) weekOfMonthAt(i int) (m, n int) {
	if m, n = g.at(i, sMonthWeek); n > 0 {
		return m, n
	}
	length, week := g.at(i, sSpan)
	of := g.says(i+week, sIn, sOn, sOfMonth)
	m, used := g.at(i+week+of, sMonth)
	if week == 0 || length != 7 || of == 0 || used == 0 {
		return 0, 0
	}
	return m, week + of + used
}

// amountOfWeeks tells whether the word at i says that two weeks are meant, with
// the month behind it.
func (g *grammar) amountOfWeeks(i int) bool {
	two, n := g.at(i, sNumber)
	if n == 0 {
		two, n = g.at(i, sCompany)
	}
	_, used := g.weekOfMonthAt(i + 1)
	return n == 1 && two == 2 && used > 0
}

// weekFromAt reads a week from Wednesday, a week on Tuesday.
func (g *grammar) weekFromAt(i int) (daysSaid, int) {
	count, n := g.amount(i)
	length, used := g.at(i+n, sSpan)
	from := g.says(i+n+used, sFrom, sOn)
	w, more := g.weekdayAt(i + n + used + from)
	if n == 0 || used == 0 || more == 0 || from == 0 || length != 7 || count < 1 || count > 10 {
		return daysSaid{}, 0
	}
	return oneDay(following(g.today(), w).Add(7 * count)), n + used + from + more
}

// weekAfterItAt reads which week behind one that was said before, where the word for it is
// not said again: diese Woche bin ich krank, nächste?
func (g *grammar) weekAfterItAt(i int) (daysSaid, int) {
	n := g.says(i, sNext, sComing, sAfterNext)
	end := i + n
	if n == 0 || i == 0 || !g.word(i).startsClause() {
		return daysSaid{}, 0
	}
	for end < len(g.m.words) && !g.word(end).startsClause() {
		if !g.x.goes[g.word(end).text] && !g.m.isFiller(end) || g.says(end, sSpan, sWeekday, sMonth) > 0 {
			return daysSaid{}, 0
		}
		end++
	}
	for before := range i {
		if length, used := g.at(before, sSpan); used > 0 && length == 7 && g.says(before-1, sThis) > 0 {
			return g.stretch(weekSpan(mondayOf(g.today(), g.aheadOf(i, n)), 0)), end - i
		}
	}
	return daysSaid{}, 0
}

// aheadOf is how many weeks or months ahead the word at i says.
func (g *grammar) aheadOf(i, n int) int {
	switch {
	case n == 0 || g.says(i, sThis) == n:
		return 0
	case g.says(i, sAfterNext) == n:
		return 2
	case g.says(i, sLast) == n:
		return -1
	}
	return 1
}

// stretch is a stretch of days without those that are past.
func (g *grammar) stretch(s DateSpan) daysSaid {
	said := spanOfDays(s)
	switch {
	case s.To.Before(g.today()):
		said.Fault = PastDay
	case s.From.Before(g.today()):
		said.Spans[0].From = g.today()
	}
	return said
}

// monthAt reads im Dezember, Anfang Dezember, Mitte nächsten Monats.
func (g *grammar) monthAt(i int) (daysSaid, int) {
	part, n := g.at(i, sPartOf)
	n += g.says(i+n, sNext, sThis, sIn)
	m, used := g.at(i+n, sMonth)
	if used == 0 || g.x.rare[g.word(i+n).text] && part == 0 && n == 0 {
		return daysSaid{}, 0
	}
	year, years := g.yearAt(i + n + used)
	if years == 0 {
		year = g.today().Year
		if time.Month(m) < g.today().Month {
			year++
		}
	}
	return g.stretch(monthSpan(booking.Date{Year: year, Month: time.Month(m), Day: 1}, part)), n + used + years
}

// partOfThisAt reads Monatsende, zum Jahresende: a part of a month or a year in
// one word. Where that is past, the next one's is meant.
func (g *grammar) partOfThisAt(i int) (daysSaid, int) {
	part, n := g.at(i, sMonthPart)
	if n == 0 {
		return daysSaid{}, 0
	}
	first := booking.Date{Year: g.today().Year, Month: g.today().Month, Day: 1}
	span := monthSpan(first, part)
	if span.To.Before(g.today()) {
		span = monthSpan(booking.Date{Year: first.Year, Month: first.Month + 1, Day: 1}.Add(0), part)
	}
	return g.stretch(span), n
}

// yearSpanAt reads nächstes Jahr, im kommenden Jahr, and leaves out what is past
// of this one.
func (g *grammar) yearSpanAt(i int) (daysSaid, int) {
	n := g.says(i, sIn)
	if said, used := g.turnOfYearAt(i); used > 0 {
		return said, used
	}
	which := g.says(i+n, sThis, sComing, sNext, sAfterNext)
	used := g.says(i+n+which, sYear)
	if which == 0 || used == 0 {
		return daysSaid{}, 0
	}
	year := g.today().Year + g.aheadOf(i+n, which)
	span := DateSpan{From: booking.Date{Year: year, Month: time.January, Day: 1}, To: booking.Date{Year: year, Month: time.December, Day: 31}}
	return g.stretch(span), n + which + used
}

// turnOfYearAt reads im neuen Jahr, zwischen den Jahren.
func (g *grammar) turnOfYearAt(i int) (daysSaid, int) {
	year := g.today().Year
	if n := g.says(i, sNewYear); n > 0 {
		return g.stretch(DateSpan{From: booking.Date{Year: year + 1, Month: time.January, Day: 1}, To: booking.Date{Year: year + 1, Month: time.December, Day: 31}}), n
	}
	if n := g.says(i, sYearsEnd); n > 0 {
		return g.stretch(DateSpan{From: booking.Date{Year: year, Month: time.December, Day: 27}, To: booking.Date{Year: year, Month: time.December, Day: 31}}), n
	}
	return daysSaid{}, 0
}

// weekNumberAt reads KW 49, week 49, 49. KW.
func (g *grammar) weekNumberAt(i int) (daysSaid, int) {
	n := g.says(i, sWeekOf)
	week, used := g.cardinal(i + n)
	if n == 0 && used > 0 {
		n = g.says(i+used, sWeekOf)
	}
	if n == 0 || used == 0 {
		return daysSaid{}, 0
	}
	return g.calendarWeek(week, n+used)
}

// calendarWeek is the next week with a number.
func (g *grammar) calendarWeek(week, n int) (daysSaid, int) {
	if week < 1 || week > 53 {
		return daysSaid{}, 0
	}
	monday, ok := isoMonday(week, g.today())
	if !ok {
		return daysSaid{Days: Days{Fault: NoSuchDay}}, n
	}
	return g.stretch(DateSpan{monday, monday.Add(6)}), n
}

// countedWeekAt reads in der 49. Woche, a number that no month has so many weeks of.
func (g *grammar) countedWeekAt(i int) (daysSaid, int) {
	n := g.says(i, sIn)
	n += g.says(i+n, sPick)
	week, used, ordinal := g.dayNumberAt(i + n)
	length, more := g.at(i+n+used, sSpan)
	if !ordinal || more == 0 || week <= mostWeeks || length != 7 {
		return daysSaid{}, 0
	}
	return g.calendarWeek(week, n+used+more)
}

const mostWeeks = 5 // of a month

// weekendAt reads am Wochenende, nächstes Wochenende.
func (g *grammar) weekendAt(i int) (daysSaid, int) {
	which := g.says(i, sThis, sComing, sNext, sAfterNext)
	n := g.says(i+which, sWeekend)
	if n == 0 {
		return daysSaid{}, 0
	}
	saturday := mondayOf(g.today(), g.aheadOf(i, which)).Add(5)
	if which > 0 && g.says(i, sComing) == which {
		saturday = saturday.Add(-7)
	}
	return g.stretch(DateSpan{saturday, saturday.Add(1)}), which + n
}

// nextDaysAt reads in den nächsten Tagen, innerhalb von zwei Wochen.
func (g *grammar) nextDaysAt(i int) (daysSaid, int) {
	if said, n := g.aboutAheadAt(i); n > 0 {
		return said, n
	}
	n := g.says(i, sWithin)
	if n == 0 {
		return daysSaid{}, 0
	}
	count, used := g.amount(i + n)
	length, more := g.at(i+n+used, sSpan)
	if more == 0 || length == month && used == 0 {
		return daysSaid{}, 0
	}
	if used == 0 {
		count = max(1, 7/length) // in the next days: within a week
		if length == 7 {
			count = 2
		}
	}
	to := g.today().Add(min(count, 100) * length)
	if length == month {
		to = addMonths(g.today(), min(count, 24))
	}
	return spanOfDays(DateSpan{g.today(), to}), n + used + more
}

// aboutAheadAt reads in zwei bis drei Wochen.
func (g *grammar) aboutAheadAt(i int) (daysSaid, int) {
	in := g.says(i, sIn)
	least, n := g.cardinal(i + in)
	to := g.says(i+in+n, sThrough, sOr)
	most, used := g.cardinal(i + in + n + to)
	length, more := g.at(i+in+n+to+used, sSpan)
	if in == 0 || n == 0 || used == 0 || more == 0 || length == month || most > 60 || least >= most {
		return daysSaid{}, 0
	}
	today := g.today()
	return spanOfDays(DateSpan{today.Add(least * length), today.Add(most * length)}), in + n + to + used + more
}
