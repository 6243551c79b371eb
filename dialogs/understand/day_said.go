package understand

import (
	"slices"
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
	if i >= len(g.hits) || len(g.hits[i]) == 0 && g.word(i).kind != digits {
		return daysSaid{}, 0 // no phrase begins here
	}
	return g.readOnce(&g.oneDay, i, g.readDayAt)
}

func (g *grammar) readDayAt(i int) (daysSaid, int) {
	on := g.says(i, sOn)
	var best daysSaid
	longest := 0
	for _, skip := range slices.Compact([]int{0, on}) {
		for _, rule := range []func(int) (daysSaid, int){
			g.relativeDayAt, g.countedWeekAt, g.aheadAt, g.weekAt, g.weekWithAt, g.weekInMonthAt, g.monthAt, g.weekNumberAt, g.chosenWeekdayAt,
			g.weekFromAt, g.weekAfterItAt, g.weekendAt, g.nextDaysAt, g.yearSpanAt, g.awayFromAt, g.partOfThisAt, g.lastDayAt, g.weekdayOfMonthAt,
		} {
			if said, n := rule(i + skip); n > 0 && skip+n > longest && (skip == 0 || g.says(i, sPart) < skip+n) {
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

// relativeDayAt reads heute, übermorgen, and the day of this afternoon.
func (g *grammar) relativeDayAt(i int) (daysSaid, int) {
	if this := g.says(i, sThis); this > 0 && g.says(i, sPart) <= this && g.says(i+this, sPart) > 0 && g.says(i+this, sDay, sSpan) == 0 {
		return oneDay(g.today()), this
	}
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
		if day, more := g.dayOfMonthBehind(i+used, w); more > 0 {
			return oneDay(day), used + more
		}
		if n := g.thereuponAt(i + used); n > 0 {
			said := oneDay(following(g.today().Add(1), w))
			said.Thereafter = true
			return said, used + n
		}
		return daysSaid{coming: 1 << w}, used
	}
	return g.whichWeekday(i, w), n + used
}

// dayOfMonthBehind is the day of a month whose number stands behind its weekday: mo 30.,
// Monday the 30th.
func (g *grammar) dayOfMonthBehind(i int, w time.Weekday) (booking.Date, int) {
	on := g.says(i, sPick, sOn)
	said, n := g.dateAt(i + on)
	if n == 0 || said.month > 0 || g.word(i+on).kind != digits {
		return booking.Date{}, 0
	}
	day, fault := dated(said.written, g.today())
	if fault != "" || day.Weekday() != w {
		return booking.Date{}, 0
	}
	return day, on + n
}

// thereuponAt is how many words at i say that the weekday before them is the one after the
// day spoken of: darauf, after that.
func (g *grammar) thereuponAt(i int) int {
	if !thereupon[g.word(i).text] || g.says(i, sEarlier) > 0 || g.word(i).startsClause() {
		return 0
	}
	n := 1
	if thats[g.word(i+1).text] {
		n++
	}
	if _, day := g.dayAt(i + n); day > 0 || n == 1 && !g.endsClause(i+1) && g.says(i, sAfter) > 0 {
		return 0
	}
	return n
}

// weekLater are words behind a weekday for the one a week after the coming.
var weekLater = talkingWords(func(t talkWords) string { return t.weekLater })

// thats are words behind "after" for the day spoken of.
var thats = talkingWords(func(t talkWords) string { return t.thats })

// thereupon are words behind a weekday that leave out today: am Montag darauf.
var thereupon = talkingWords(func(t talkWords) string { return t.thereupon })

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
	if weekLater[g.word(i).text] && !g.word(i).startsClause() {
		days, n = daysOfWeek, 1 // Tuesday week
	}
	if g.word(i).text == "a" && weekLater[g.word(i+1).text] && !g.word(i).startsClause() && g.endsClause(i+2) {
		days, n = daysOfWeek, 2 // Tuesday a week
	}
	if n == 0 || days < 5 || days == month {
		return daysSaid{}, 0
	}
	target := following(g.today(), w).Add(days)
	for target.Weekday() != w {
		target = target.Add(-1)
	}
	said := oneDay(target)
	said.ahead = true
	return said, n
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
	if _, _, ordinal := g.dayNumberAt(i + 1); ordinal && g.isDigits(i+1, 2) {
		return 0 // in der 2. Woche
	}
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
	if used == 0 && g.says(i+in, sPick) == 0 {
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

// fullDateAt reads a written date with its weekday before or behind.
func (g *grammar) fullDateAt(i int) (daysSaid, int) {
	w, n := g.dateAt(i)
	if n == 0 {
		return daysSaid{}, 0
	}
	day, fault := dated(w.written, g.today())
	return daysSaid{Days: Days{Spans: []DateSpan{{day, day}}, Fault: fault}, loose: w.loose}, n
}
