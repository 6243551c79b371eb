package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// From when on it is not early any more, and until when it is not late.
const (
	notEarly = 10 * 60
	notLate  = 16 * 60
)

// justAfter leaves out the time itself: "nach zehn" is not at ten.
const justAfter = 1

// hoursAt reads all that is said about times of day from i on, as one thing:
// nachmittags ab drei, um 9 oder um 10. Questions ask for it once more.
func (g *grammar) hoursAt(i int) (hoursSaid, int) {
	if g.hours == nil {
		g.hours = make([]hoursHere, len(g.m.words))
	}
	here := &g.hours[i]
	if !here.read {
		here.said, here.n = g.readHoursAt(i)
		here.read = true
	}
	said := here.said
	said.Spans, said.clocks = slices.Clone(said.Spans), slices.Clone(said.clocks)
	return said, here.n
}

// hoursHere is what is said about times of day at a place, once it was read.
type hoursHere struct {
	read bool
	said hoursSaid
	n    int
}

func (g *grammar) readHoursAt(i int) (hoursSaid, int) {
	said, n := g.hourTermAt(i)
	if n == 0 {
		return hoursSaid{}, 0
	}
	for {
		if skip := g.says(i+n, sInsteadOf); skip > 0 && len(said.Spans) == 0 {
			if _, used := g.hourTermAt(i + n + skip); used > 0 {
				n += skip + used // at eleven, not at ten
				continue
			}
		}
		skip := g.says(i+n, sOr, sAnd)
		next := i + n + skip
		more, used := g.hourTermAt(next)
		if used == 0 || !g.goesOn(next) || more.plain && !(skip > 0 && len(said.clocks) > 0) {
			break
		}
		if said.Any || more.Any || said.Latest || more.Latest || said.plain && skip == 0 {
			break // am 3. um 10
		}
		if skip == 0 && g.tellsThen(next, next+used) {
			break // vormittags, um eins kommt der Handwerker
		}
		said, n = said.and(more, skip > 0 || g.word(next).startsClause()), next+used-i
	}
	return said, n
}

// hourTermAt reads one term: nachmittags, ab 15 Uhr, zwischen 10 und 12, gegen
// 10, um 9.
func (g *grammar) hourTermAt(i int) (hoursSaid, int) {
	var best hoursSaid
	longest := 0
	for _, rule := range []func(int) (hoursSaid, int){
		g.wholeHoursAt, g.clockRangeAt, g.clockBoundAt, g.boundBehindAt, g.aboutAt, g.notPartAt, g.schoolAt, g.beforeWorkAt, g.partAt, g.notClockAt, g.atClockAt, g.insteadHourAt,
	} {
		if said, n := rule(i); n > longest {
			best, longest = said, n
		}
	}
	return best, longest
}

func (g *grammar) wholeHoursAt(i int) (hoursSaid, int) {
	if n := max(g.says(i, sLatest), g.lastOfDayAt(i)); n > 0 {
		return hoursSaid{Window: Window{Latest: true}}, n
	}
	if n := g.says(i, sSameTime); n > 0 {
		return hoursSaid{Window: Window{Same: true}}, n
	}
	if n := g.says(i, sAnyTime); n > 0 {
		return hoursSaid{Window: Window{Any: true}}, n
	}
	if n := g.says(i, sNotEarly); n > 0 {
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: notEarly, To: booking.Midnight}}}}, n
	}
	if n := g.says(i, sNotLate); n > 0 {
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: 0, To: notLate}}}}, n
	}
	return hoursSaid{}, 0
}

// lastOfDayAt reads the last time of a day that is named beside it: der letzte Termin am
// Mittwoch, am Mittwoch den letzten, the latest slot on Friday.
func (g *grammar) lastOfDayAt(i int) int {
	pick := g.says(i, sPick)
	last := g.says(i+pick, sTheLast, sTheLate)
	list := g.says(i+pick+last, sList, sSlot)
	end := i + pick + last + list
	if last == 0 || g.says(i+pick+last, sSpan) > 0 || g.says(i+pick, sTheLast) > 0 && list == 0 && g.says(end, sOn) == 0 && end < len(g.m.words) {
		return 0 // letzten Mittwoch, am letzten Tag vor Weihnachten
	}
	if !g.endsClause(end) {
		if _, behind := g.daysAt(end); behind > 0 || g.says(i+pick, sTheLate) > 0 && g.namesDaySoon(end) {
			return end - i
		}
		return 0
	}
	for from := range i {
		if _, n := g.daysAt(from); n > 0 && from+n == i {
			return end - i
		}
	}
	return 0
}

// namesDaySoon tells whether nothing but filler stands between the word at i and a day: "der
// späteste, den Sie am Mittwoch haben".
func (g *grammar) namesDaySoon(i int) bool {
	for at := i; at < min(len(g.m.words), i+mostBetween); at++ {
		if _, n := g.daysAt(at); n > 0 {
			return true
		}
		if !g.m.isFiller(at) {
			return false
		}
	}
	return false
}

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
	behindDay := i > 0 && g.isDayBefore(i) && g.says(next+more, sSpan, sMonth, sMinutes, sPeople, sHours, sYears, sTimes) == 0 // mi 10-12
	if from.plain && until.plain && n == 0 && !g.asksWhen() && !behindDay && g.says(next+more, sPart) == 0 {
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

// asksWhen tells whether the open question makes times of mere numbers.
func (g *grammar) asksWhen() bool { return g.expects(ExpectWhen, ExpectSpan) }

// clockBoundAt reads ab 15 Uhr, nach drei, bis 12, vor zehn; behind a time as
// well: 12 Uhr spätestens.
func (g *grammar) clockBoundAt(i int) (hoursSaid, int) {
	for _, b := range []struct {
		sense sense
		upper bool
		past  booking.Clock
	}{{sFrom, false, 0}, {sAfter, false, justAfter}, {sUntil, true, 0}, {sBefore, true, 0}} {
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
		hours := boundHours(c, b.upper)
		hours.Spans[0].From += b.past
		return hours, next + used - i
	}
	return hoursSaid{}, 0
}

// boundBehindAt reads a time with its bound behind it: um zwölf spätestens.
func (g *grammar) boundBehindAt(i int) (hoursSaid, int) {
	at := g.says(i, sAt)
	c, used := g.clockAt(i + at)
	end := i + at + used
	upper, lower := g.says(end, sUntil), g.says(end, sFrom)
	if at > 0 || !c.plain && !g.isDotted(i, end) {
		lower = max(lower, g.orLater(end))
	}
	n := max(upper, lower)
	if used == 0 || n == 0 || c.plain && at == 0 && !g.asksWhen() || g.word(end).startsClause() || end+n < len(g.m.words) && !g.word(end+n).startsClause() {
		return hoursSaid{}, 0
	}
	return boundHours(c, upper > 0), end + n - i
}

// orLater reads "oder später" behind a time.
func (g *grammar) orLater(i int) int {
	or := g.says(i, sOr)
	if n := g.says(i+or, sDayAfter); n > 0 {
		return or + n
	}
	return 0
}

// isDotted tells whether a dot stands within some words, or behind them, as in a date.
func (g *grammar) isDotted(from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if strings.HasPrefix(g.word(i).gap, ".") {
			return true
		}
	}
	return false
}

func boundHours(c clockSaid, upper bool) hoursSaid {
	clock := c.likely(AnyPart)[0]
	if upper {
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: 0, To: clock}}}}
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{{From: clock, To: booking.Midnight}}}}
}

// aboutAt reads gegen 10, so um halb drei, 10 Uhr oder so.
func (g *grammar) aboutAt(i int) (hoursSaid, int) {
	n := g.says(i, sAbout)
	start := i + n
	if n == 0 {
		start += g.says(i, sAt)
	} else {
		start += g.says(start, sAt)
	}
	c, used := g.clockAt(start)
	if used == 0 || c.plain && used == 1 && g.word(start).kind == letters && g.m.isFiller(start) {
		return hoursSaid{}, 0 // so ein
	}
	if c.plain && n == 1 && start == i+1 && g.word(i).text == "so" && g.word(start).kind == letters && !g.asksWhen() && !g.m.saysWhen(i-1) {
		return hoursSaid{}, 0 // so eins für die Arbeit
	}
	if c.plain && g.isDigits(start, 2) && g.says(start+used, sPeople, sTimes, sYears, sMinutes, sSpan) > 0 {
		return hoursSaid{}, 0 // so 3 Stück
	}
	if next := g.word(start + used); c.plain && n > 0 && !g.asksWhen() && next.kind == letters && !next.startsClause() && !isSmall(next.text) && !g.m.isFiller(start+used) && !g.m.saysWhen(start+used) {
		return hoursSaid{}, 0 // about 15 school certificates
	}
	behind := g.says(start+used, sAboutBehind)
	if n == 0 && behind == 0 || c.plain && n > 0 && !g.numberMayBeTime(start, used) || c.plain && n == 0 && !g.asksWhen() && start == i {
		return hoursSaid{}, 0
	}
	return hoursSaid{near: &c}, start + used + behind - i
}

// atClockAt reads um 9, 9 Uhr, 9:30; a mere number where a time is asked for.
func (g *grammar) atClockAt(i int) (hoursSaid, int) {
	n := g.says(i, sAt)
	c, used := g.clockAt(i + n)
	switch {
	case used == 0, n > 0 && c.plain && g.says(i+n+used, sSpan, sMonth, sPeople, sTimes, sYears, sMinutes) > 0:
		return hoursSaid{}, 0
	case n > 0 && c.plain && purposes[g.word(i).text] && !g.asksWhen():
		return hoursSaid{}, 0 // passports for 5
	case !g.word(i+n+used).startsClause() && g.says(i+n+used, sLater, sEarlier) > 0:
		return hoursSaid{}, 0 // two hours earlier
	case n == 0 && g.says(i, sClock) == used && g.says(i, sPart) >= used:
		return hoursSaid{}, 0 // Dienstag mittag is a part of the day
	case n == 0 && c.plain && (c.clock == 60 && g.word(i).kind == letters || g.isNeeded(i, used)):
		return hoursSaid{}, 0
	case n == 0 && c.plain && (g.isAge(i) || g.isAfterAll(i, used) || !g.numberMayBeTime(i, used) || g.says(i+used, sInsteadOf) > 0):
		return hoursSaid{}, 0 // two passports, two instead of one
	case n == 0 && c.plain && g.isNoHour(i, used):
		return hoursSaid{}, 0
	}
	if n > 0 {
		c.plain = false
	}
	return hoursSaid{clocks: []clockSaid{c}, plain: c.plain}, n + used
}
