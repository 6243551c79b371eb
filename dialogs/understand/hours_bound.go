package understand

import "terminbote/booking"

// clockRangeAt reads zwischen 10 und 12, von 8 bis 12, 10-12 Uhr.
func (g *grammar) clockRangeAt(i int) (hoursSaid, int) {
	n := g.says(i, sBetween, sFrom, sAbout, sAt)
	from, used := g.rangeStartAt(i+n, n > 0)
	if used == 0 {
		return hoursSaid{}, 0
	}
	to := g.throughAt(i+n+used, g.says(i, sBetween) > 0)
	if to < 0 {
		return hoursSaid{}, 0
	}
	next := i + n + used + to
	next += g.says(next, sAt, sAbout)
	until, more := g.clockAt(next)
	if more == 0 {
		return hoursSaid{}, 0
	}
	if from.plain && until.plain && n == 0 && !g.asksWhen() && g.says(next+more, sPart) == 0 {
		return hoursSaid{}, 0
	}
	if !until.plain && until.exact && until.clock >= halfADay && !from.exact && from.clock+halfADay < until.clock && from.clock < officeOpens {
		from.spokenTime = spokenTime{from.clock + halfADay, true}
	}
	hours, ok := between(from.likely(AnyPart), until.likely(AnyPart))
	if !ok {
		if hours, ok = between([]booking.Clock{from.clock}, []booking.Clock{until.clock%halfADay + halfADay}); !ok {
			return hoursSaid{}, 0
		}
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{hours}}}, next + more - i
}

// rangeStartAt is the time that a range begins with: in "9 to 11" not nine
// minutes to eleven.
func (g *grammar) rangeStartAt(i int, announced bool) (clockSaid, int) {
	minutes, n := g.cardinal(i)
	if !announced && g.word(i).kind == letters && minutes%5 == 0 {
		return g.clockAt(i) // ten to eleven
	}
	if n > 0 && g.says(i+n, sThrough) > 0 && g.says(i+n, sTo) > 0 {
		return g.fullHourAt(i)
	}
	return g.clockAt(i)
}

// clockBoundAt reads ab 15 Uhr, nach drei, bis 12, vor zehn; behind a time as
// well: 12 Uhr spätestens.
func (g *grammar) clockBoundAt(i int) (hoursSaid, int) {
	for _, b := range []struct {
		sense sense
		upper bool
	}{{sFrom, false}, {sAfter, false}, {sUntil, true}, {sBefore, true}} {
		n := g.says(i, b.sense)
		if n == 0 {
			continue
		}
		next := i + n + g.says(i+n, sAt, sAbout)
		c, used := g.clockAt(next)
		if used == 0 || c.plain && !g.numberMayBeTime(next, used) {
			continue
		}
		if behind := g.impossibleAt(next + used); behind > 0 {
			return boundHours(c, !b.upper), next + used + behind - i // vor 9 geht nicht
		}
		return boundHours(c, b.upper), next + used - i
	}
	return hoursSaid{}, 0
}

// numberMayBeTime tells whether a mere number behind a word such as "ab" is a
// time: nothing is counted with it.
func (g *grammar) numberMayBeTime(i, n int) bool {
	if startsWith(g.word(i+n).gap, ".") && (g.word(i+n).kind == digits || g.says(i+n, sMonth) > 0) {
		return false
	}
	if g.says(i+n, sSpan, sMonth, sMinutes, sPeople, sHours, sYears) > 0 {
		return false
	}
	next := g.word(i + n)
	return next.kind != letters || next.startsClause() || g.x.knows(next.text)
}

func boundHours(c clockSaid, upper bool) hoursSaid {
	clock := c.likely(AnyPart)[0]
	if upper {
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: 0, To: clock}}}}
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{{From: clock, To: booking.Midnight}}}}
}
