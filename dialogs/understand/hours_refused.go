package understand

import "terminbote/booking"

// notPartAt reads nicht vormittags, as the rest of the day.
func (g *grammar) notPartAt(i int) (hoursSaid, int) {
	n := max(g.says(i, sNot), g.cannotAt(i))
	said, used := g.partAt(i + n)
	behind := 0
	if used > 0 {
		behind = g.impossibleAt(i + n + used)
	}
	if n == 0 && behind == 0 || len(said.Spans) != 1 {
		return hoursSaid{}, 0
	}
	n += behind
	h := said.Spans[0]
	if said.half == Morning {
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: h.To, To: booking.Midnight}}}, half: Afternoon}, n + used
	}
	before := booking.Hours{From: 0, To: h.From}
	if said.half == AnyPart {
		return hoursSaid{Window: Window{Spans: []booking.Hours{before, {From: h.To, To: booking.Midnight}}}}, n + used // not at noon
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{before}}}, n + used
}

// insteadHourAt reads statt um 10 lieber um 11: what is behind counts.
func (g *grammar) insteadHourAt(i int) (hoursSaid, int) {
	n := g.says(i, sInsteadOf)
	if n == 0 || !instead[g.word(i).text] {
		return g.hourForAnotherAt(i)
	}
	refused, used := g.plainHourAt(i + n)
	if used == 0 || refused.plain {
		return hoursSaid{}, 0
	}
	next := g.behindInstead(i + n + used)
	said, more := g.plainHourAt(next)
	if more == 0 {
		return hoursSaid{}, 0
	}
	said.plain = false
	return said, next + more - i
}

// hourForAnotherAt reads 11 statt 10, where nobody comes so often or with so many.
func (g *grammar) hourForAnotherAt(i int) (hoursSaid, int) {
	c, n := g.clockAt(i)
	instead := g.says(i+n, sInsteadOf)
	if n == 0 || instead == 0 || !c.plain || !g.isHourForAnother(int(c.clock)/60, i+n+instead) {
		return hoursSaid{}, 0
	}
	c.plain = false
	return hoursSaid{clocks: []clockSaid{c}}, n + instead + 1
}

// isHourForAnother tells whether a number that is said in place of the one at i is an hour: both
// are more than people come with.
func (g *grammar) isHourForAnother(value, i int) bool {
	other, n := g.amount(i)
	return n == 1 && g.says(i+1, sTimes, sPeople) == 0 && min(value, other) >= fewestAsHour && max(value, other) <= lastHour && !g.expects(ExpectQuantity, ExpectPersons)
}

// Numbers that are hours at which offices are open, and more than people come with.
const (
	fewestAsHour = 7
	lastHour     = 20
)

// plainHourAt reads a part of the day or a time, without a term of its own.
func (g *grammar) plainHourAt(i int) (hoursSaid, int) {
	if said, n := g.atClockAt(i); n > 0 {
		return said, n
	}
	return g.partAt(i)
}

// notClockAt reads nicht um 8, um 8 geht nicht, as all the rest of the day.
func (g *grammar) notClockAt(i int) (hoursSaid, int) {
	n := g.says(i, sNot)
	at := g.says(i+n, sAt)
	c, used := g.clockAt(i + n + at)
	if used == 0 || c.plain && at == 0 && (n > 0 || !g.asksWhen() || alls[g.word(i-1).text]) {
		return hoursSaid{}, 0
	}
	end := i + n + at + used
	if hours, behind := g.besideClockAt(c, end); behind > 0 && n == 0 {
		return hours, end + behind - i
	}
	behind := 0
	if n == 0 {
		behind = g.impossibleAt(end)
	}
	if n+behind == 0 {
		return hoursSaid{}, 0
	}
	clock := c.likely(AnyPart)[0]
	rest := []booking.Hours{{From: 0, To: clock}, {From: clock + justAfter, To: booking.Midnight}}
	return hoursSaid{Window: Window{Spans: rest}}, end + behind - i
}

// besideClockAt reads what a time before is: too early, too late.
func (g *grammar) besideClockAt(c clockSaid, i int) (hoursSaid, int) {
	next := i
	for next < min(i+mostLed, len(g.m.words)) && g.m.isFiller(next) && !g.word(next).startsClause() && g.says(next, sTooEarly, sTooLate) == 0 {
		next++
	}
	early, late := g.says(next, sTooEarly), g.says(next, sTooLate)
	if early+late == 0 || g.word(next).startsClause() {
		return hoursSaid{}, 0
	}
	hours := boundHours(c, late > 0)
	if early > 0 {
		hours.Spans[0].From += justAfter
	}
	end := next + max(early, late)
	if g.word(end).text != "" && purposes[g.word(end).text] && g.says(end+1, sSelf) > 0 {
		end += 2 // too early for me
	}
	return hours, end - i
}

const mostLed = 3 // words between a time and what it is: "9 ist mir etwas zu früh"
