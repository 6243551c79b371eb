package understand

import (
	"time"

	"terminbote/booking"
)

func oneDay(d booking.Date) daysSaid {
	return daysSaid{Days: Days{Spans: []DateSpan{{d, d}}}}
}

func spanOfDays(s DateSpan) daysSaid {
	return daysSaid{Days: Days{Spans: []DateSpan{s}}, wide: true}
}

// dayAt reads one day or one stretch of days: heute, nächsten Dienstag, am
// 24., Anfang Dezember, KW 49, in 14 Tagen.
func (g *grammar) dayAt(i int) (daysSaid, int) {
	on := g.says(i, sOn)
	var best daysSaid
	longest := 0
	for _, skip := range []int{0, on} {
		for _, rule := range []func(int) (daysSaid, int){
			g.relativeDayAt, g.aheadAt, g.weekAt, g.weekWithAt, g.weekInMonthAt, g.monthAt, g.weekNumberAt, g.chosenWeekdayAt,
			g.weekFromAt, g.weekendAt, g.nextDaysAt,
		} {
			if said, n := rule(i + skip); n > 0 && skip+n > longest {
				best, longest = said, skip+n
			}
		}
	}
	if said, n := g.fullDateAt(i + on); n > 0 && !(said.loose && g.isAge(i)) && on+n > longest && !(said.loose && g.isTime(i, on, n)) {
		said.loose = said.loose && on == 0
		best, longest = said, on+n
	}
	return best, longest
}

// isTime tells whether what could be a date is a time by the words around it:
// um 10.10, 9.30 Uhr.
func (g *grammar) isTime(i, on, n int) bool {
	if g.says(i+on+n, sOClock) > 0 {
		return true
	}
	return on == 0 && i > 0 && (g.says(i-1, sAt, sAbout) > 0 || i > 1 && g.says(i-2, sAt, sAbout) == 2)
}

// relativeDayAt reads heute, übermorgen.
func (g *grammar) relativeDayAt(i int) (daysSaid, int) {
	n := g.says(i, sYet)
	days, used := g.at(i+n, sDay)
	if used == 0 {
		n = 0
		if days, used = g.at(i, sDay); used == 0 {
			return daysSaid{}, 0
		}
	}
	if n == 0 {
		_, after := g.at(i+used, sSpan)
		if after == 0 && g.word(i+used).text == "noch" {
			used++
		}
	}
	if g.says(i+n, sPartInDay) > 0 && n == 0 && i > 0 && g.isDayBefore(i) {
		return daysSaid{}, 0 // Freitag morgen is no tomorrow
	}
	said := oneDay(g.today().Add(days))
	if days < 0 {
		said.Fault = PastDay
	}
	return said, n + used
}

// chosenWeekdayAt reads Dienstag, diesen, kommenden, nächsten, übernächsten Dienstag, Dienstag
// in acht Tagen.
func (g *grammar) chosenWeekdayAt(i int) (daysSaid, int) {
	n := g.says(i, sThis, sComing, sNext, sAfterNext, sLast)
	w, used := g.weekdayAt(i + n)
	if used == 0 {
		return daysSaid{}, 0
	}
	if _, recurring := g.at(i+n, sWeekdays); recurring > 0 {
		return daysSaid{}, 0
	}
	if n == 0 {
		if said, more := g.weekdayAheadAt(i+used, w); more > 0 {
			return said, used + more
		}
		return daysSaid{coming: 1 << w}, used
	}
	return g.whichWeekday(i, w), n + used
}

func (g *grammar) whichWeekday(i int, w time.Weekday) daysSaid {
	today := g.today()
	inWeek := func(weeks int) booking.Date { return mondayOf(today, weeks).Add((int(w) + 6) % 7) }
	switch {
	case g.says(i, sAfterNext) > 0:
		return oneDay(inWeek(2))
	case g.says(i, sNext) > 0:
		return oneDay(inWeek(1))
	case g.says(i, sLast) > 0:
		said := oneDay(following(today, w).Add(-7))
		said.Fault = PastDay
		return said
	}
	return oneDay(following(today, w))
}

// weekdayAheadAt reads what puts a weekday off: in acht Tagen, in zwei Wochen,
// über eine Woche. A named weekday is the weekday of the result.
func (g *grammar) weekdayAheadAt(i int, w time.Weekday) (daysSaid, int) {
	days, n := g.lengthAheadAt(i)
	if n == 0 || days < 5 || days == month {
		return daysSaid{}, 0
	}
	target := following(g.today(), w).Add(days)
	for target.Weekday() != w {
		target = target.Add(-1)
	}
	return oneDay(target), n
}

// aheadAt reads in 14 Tagen, heute in einer Woche, two weeks from now.
func (g *grammar) aheadAt(i int) (daysSaid, int) {
	from, start := g.today(), 0
	if days, used := g.at(i, sDay); used > 0 && days >= 0 {
		from, start = from.Add(days), used
	}
	days, n := g.lengthAheadAt(i + start)
	switch {
	case n == 0:
		return daysSaid{}, 0
	case start > 0 && days == 8:
		days = 7 // heute in acht Tagen is a week from today
	case days < 0:
		return oneDay(addMonths(from, -days)), start + n
	}
	return oneDay(from.Add(days)), start + n
}

// exactly is one where a word before a number only stresses it: genau einer
// Woche.
func (g *grammar) exactly(i int) int {
	_, isNumber := g.amount(i)
	_, follows := g.amount(i + 1)
	if isNumber == 0 && follows > 0 && g.m.isFiller(i) {
		return 1
	}
	return 0
}

// lengthAheadAt is how many days ahead something lies; months are negative.
func (g *grammar) lengthAheadAt(i int) (days, n int) {
	in := g.says(i, sIn)
	if in > 0 {
		in += g.exactly(i + in)
	}
	count, used := g.amount(i + in)
	if used == 0 {
		count, used = 1, g.says(i+in, sMine)
	}
	length, more := g.at(i+in+used, sSpan)
	if used == 0 || more == 0 || count < 1 || count > 100 {
		return 0, 0
	}
	n = in + used + more
	hence := g.says(i+n, sHence)
	if in == 0 && hence == 0 {
		return 0, 0
	}
	if length == month {
		return -count, n + hence
	}
	return count * length, n + hence
}

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

// weekInMonthAt reads in der zweiten Dezemberwoche.
func (g *grammar) weekInMonthAt(i int) (daysSaid, int) {
	which, n := g.at(i, sOrdinal)
	m, used := g.at(i+n, sMonthWeek)
	if n == 0 || used == 0 || which > 5 {
		return daysSaid{}, 0
	}
	first := booking.Date{Year: g.today().Year, Month: time.Month(m), Day: 1}
	if time.Month(m) < g.today().Month {
		first.Year++
	}
	return g.stretch(weekSpan(mondayOf(first, which-1), 0)), n + used
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

// weekNumberAt reads KW 49, week 49, 49. KW.
func (g *grammar) weekNumberAt(i int) (daysSaid, int) {
	n := g.says(i, sWeekOf)
	week, used := g.cardinal(i + n)
	if n == 0 && used > 0 {
		n = g.says(i+used, sWeekOf)
	}
	if n == 0 || used == 0 || week < 1 || week > 53 {
		return daysSaid{}, 0
	}
	monday, ok := isoMonday(week, g.today())
	if !ok {
		return daysSaid{Days: Days{Fault: NoSuchDay}}, n + used
	}
	return g.stretch(DateSpan{monday, monday.Add(6)}), n + used
}

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

// fullDateAt reads a written date with its weekday before or behind.
func (g *grammar) fullDateAt(i int) (daysSaid, int) {
	w, n := g.dateAt(i)
	if n == 0 {
		return daysSaid{}, 0
	}
	day, fault := dated(w.written, g.today())
	return daysSaid{Days: Days{Spans: []DateSpan{{day, day}}, Fault: fault}, loose: w.loose}, n
}
