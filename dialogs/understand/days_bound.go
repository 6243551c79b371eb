package understand

import "terminbote/booking"

// rangeAt reads zwischen Dienstag und Donnerstag, vom 1. bis 4.12., mo-mi.
func (g *grammar) rangeAt(i int) (daysSaid, int) {
	n := g.says(i, sBetween, sFrom)
	n += g.says(i+n, sOn)
	first, used := g.bareDayAt(i + n)
	if used == 0 {
		return daysSaid{}, 0
	}
	middle := i + n + used
	to := g.throughAt(middle, g.says(i, sBetween) > 0)
	if to < 0 {
		return daysSaid{}, 0
	}
	next := middle + to
	next += g.says(next, sOn)
	last, more := g.bareDayAt(next)
	if more == 0 {
		return daysSaid{}, 0
	}
	span, ok := g.spanned(first, last)
	if !ok {
		return daysSaid{}, 0
	}
	said := daysSaid{Days: Days{Spans: []DateSpan{span}, Fault: firstFault(first, last)}, wide: true}
	return said, next + more - i
}

// throughAt is how many words stand between the ends of a range; -1: none
// does. A hyphen is none of them.
func (g *grammar) throughAt(i int, between bool) int {
	switch gap := g.word(i).gap; gap {
	case "-", " - ", ".-", ". - ", "–", " – ", ".–", ". – ", " -", "- ":
		return 0
	}
	if n := g.says(i, sThrough); n > 0 {
		return n
	}
	if n := g.says(i, sAnd); between && n > 0 {
		return n
	}
	return -1
}

func firstFault(a, b daysSaid) DayFault {
	if a.Fault != "" {
		return a.Fault
	}
	return b.Fault
}

// spanned is from the first day said to the last.
func (g *grammar) spanned(first, last daysSaid) (DateSpan, bool) {
	from, to := first.settled(g.today()), last.settled(g.today())
	if len(from.Spans) != 1 || len(to.Spans) != 1 {
		return DateSpan{}, false
	}
	span := DateSpan{from.Spans[0].From, to.Spans[0].To}
	if last.coming != 0 {
		for span.To.Before(span.From) {
			span.To = span.To.Add(7)
		}
	}
	return g.lentMonth(span, first, last)
}

// lentMonth gives the first day the month of the last: 1. bis 4. Dezember.
func (g *grammar) lentMonth(span DateSpan, first, last daysSaid) (DateSpan, bool) {
	if first.loose && !last.loose && first.coming == 0 {
		span.From.Year, span.From.Month = span.To.Year, span.To.Month
		if !span.From.Exists() {
			return DateSpan{}, false
		}
	}
	return span, !span.To.Before(span.From)
}

// bareDayAt is one day, without a term of its own.
func (g *grammar) bareDayAt(i int) (daysSaid, int) {
	if said, n := g.dayAt(i); n > 0 {
		return said, n
	}
	if day, n := g.cardinal(i); n > 0 && 1 <= day && day <= 31 && g.isDigits(i, 2) && startsWith(g.word(i+1).gap, "-") && !g.areHoursBehindDay(i) {
		d, fault := dated(written{day: day}, g.today())
		return daysSaid{Days: Days{Spans: []DateSpan{{d, d}}, Fault: fault}, loose: true}, n
	}
	return daysSaid{}, 0
}

// areHoursBehindDay tells whether a range that begins at i stands behind a weekday and names no
// month, so that it is hours, and the dot behind it ends the sentence: "mi 14-16."
func (g *grammar) areHoursBehindDay(i int) bool {
	month := g.says(i+2, sMonth) > 0 || g.isDigits(i+2, 2) && startsWith(g.word(i+2).gap, ".")
	return i > 0 && g.isDigits(i+1, 2) && !month && g.says(i-1, sWeekday, sDay) > 0
}

// boundAt reads ab dem 3.12., nach dem 3.12., bis Freitag, vor dem 5.12.
func (g *grammar) boundAt(i int) (daysSaid, int) {
	for _, b := range []struct {
		sense   sense
		bounded func(Days) DateSpan
	}{
		{sFrom, func(d Days) DateSpan { return DateSpan{From: d.Spans[0].From} }},
		{sAfter, func(d Days) DateSpan { return DateSpan{From: lastDay(d.Spans[0]).Add(1)} }},
		{sUntil, func(d Days) DateSpan { return DateSpan{To: lastDay(d.Spans[0])} }},
		{sBefore, func(d Days) DateSpan { return DateSpan{To: d.Spans[0].From.Add(-1)} }},
	} {
		n := g.says(i, b.sense)
		if n == 0 {
			continue
		}
		next := i + n + g.says(i+n, sOn)
		said, used := g.plainDayAt(next)
		if used == 0 || said.loose && next == i+n && !startsWith(g.behind(next), ".") && g.word(next).kind == digits {
			continue
		}
		settled := said.settled(g.today())
		if feast, _ := g.at(next, sFeast); feast == christmas && b.sense == sAfter && len(settled.Spans) == 1 {
			settled.Spans[0].To = lastDay(settled.Spans[0]).Add(1)
		}
		if len(settled.Spans) != 1 || settled.Weekdays != 0 {
			continue
		}
		span := b.bounded(settled)
		if behind := g.impossibleAt(next + used); behind > 0 {
			span, used = otherSide(span), used+behind
		}
		return daysSaid{Days: Days{Spans: []DateSpan{span}, Fault: settled.Fault}, bounded: true, wide: true}, next + used - i
	}
	return daysSaid{}, 0
}

// christmas is a feast of two days: after it is after the second.
const christmas = 1225

// otherSide is the days that a bound leaves out: vor Mittwoch geht nicht.
func otherSide(s DateSpan) DateSpan {
	if s.To.IsZero() {
		return DateSpan{To: s.From.Add(-1)}
	}
	return DateSpan{From: s.To.Add(1)}
}

func lastDay(s DateSpan) booking.Date {
	if s.To.IsZero() {
		return s.From
	}
	return s.To
}

// plainDayAt is a day with its weekday, not a list of them.
func (g *grammar) plainDayAt(i int) (daysSaid, int) {
	said, n := g.dayAt(i)
	if n == 0 {
		return said, n
	}
	if more, used := g.dayAt(i + n); used > 0 && g.goesOn(i+n) {
		if both, ok := said.with(more, false, false); ok && (said.coming != 0 || more.coming != 0 || said.wide) {
			return both, n + used
		}
	}
	return said, n
}

// boundedBehind reads what is wanted before or after a day that was told: "am 12. fliegen
// wir, also davor", "the 3rd or after that".
func (g *grammar) boundedBehind(said daysSaid, i, n int) (daysSaid, int) {
	_, place := g.choiceAt(i) // "den zweiten, und danach gleich …"
	if place > 0 || !g.asksWhen() || !said.isOneDay() && said.coming == 0 || said.bounded || said.loose && g.says(i, sOn) == 0 {
		return said, n
	}
	or := false
	for at := i + n; at < min(len(g.m.words), i+n+mostToBound); at++ {
		before, after := g.says(at, sDayBefore), g.says(at, sDayAfter)
		if g.word(at).startsClause() {
			before, after = 0, 0 // "in 14 Tagen, vorher geht es nicht" tells of another time
		}
		if m := max(before, after); m > 0 && (g.endsClause(at+m) || g.m.isFiller(at+m)) {
			settled := said.settled(g.today())
			if len(settled.Spans) != 1 {
				return said, n
			}
			span := DateSpan{From: settled.Spans[0].To.Add(1)}
			switch {
			case or && before > 0:
				span = DateSpan{To: settled.Spans[0].To}
			case or:
				span.From = settled.Spans[0].From
			case before > 0:
				span = DateSpan{To: settled.Spans[0].From.Add(-1)}
			}
			return daysSaid{Days: Days{Spans: []DateSpan{span}, Fault: settled.Fault}, bounded: true, wide: true}, at + m - i
		}
		if reversing[g.word(at).text] {
			return said, n // am Mittwoch, aber später
		}
		or = or || g.says(at, sOr) > 0
		if g.m.saysWhen(at) || g.says(at, sWanting, sAt, sAbout, sNot) > 0 {
			return said, n
		}
	}
	return said, n
}

const mostToBound = 5 // words from a day to what is wanted before or after it
