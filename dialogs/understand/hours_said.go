package understand

import "terminbote/booking"

// dayParts are the hours of the parts of the day.
var dayParts = map[dayPart]booking.Hours{
	early:      {From: 7 * 60, To: 10 * 60},
	forenoon:   {From: 8 * 60, To: 12 * 60},
	midday:     {From: 11 * 60, To: 14 * 60},
	afterwards: {From: 12 * 60, To: 18 * 60},
	evening:    {From: 16 * 60, To: 20 * 60},
	lateInDay:  {From: 15 * 60, To: 18 * 60},
	afterNoon:  {From: 12 * 60, To: 15 * 60},
}

// hoursAt reads all that is said about times of day from i on, as one thing:
// nachmittags ab drei, um 9 oder um 10.
func (g *grammar) hoursAt(i int) (hoursSaid, int) {
	said, n := g.hourTermAt(i)
	if n == 0 {
		return hoursSaid{}, 0
	}
	for {
		if skip := g.says(i+n, sInsteadOf); skip > 0 {
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
		if said.Any || more.Any || said.Latest || more.Latest {
			break
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
		g.wholeHoursAt, g.clockRangeAt, g.clockBoundAt, g.aboutAt, g.notPartAt, g.partAt, g.atClockAt,
	} {
		if said, n := rule(i); n > longest {
			best, longest = said, n
		}
	}
	return best, longest
}

// isNeeded tells whether a mere number says how many are needed: ich brauche doch zwei.
func (g *grammar) isNeeded(i, n int) bool {
	if i+n < len(g.m.words) && !g.word(i+n).startsClause() {
		return false
	}
	for before := i - 1; before >= 0 && before > i-4; before-- {
		if g.says(before, sNeed) > 0 {
			return true
		}
	}
	return false
}

func (g *grammar) wholeHoursAt(i int) (hoursSaid, int) {
	if n := g.says(i, sLatest); n > 0 {
		return hoursSaid{Window: Window{Latest: true}}, n
	}
	if n := g.says(i, sAnyTime); n > 0 {
		return hoursSaid{Window: Window{Any: true}}, n
	}
	return hoursSaid{}, 0
}

// partAt reads a part of the day: vormittags, am späten Nachmittag, and behind
// a day: Dienstag morgen.
func (g *grammar) partAt(i int) (hoursSaid, int) {
	n := g.says(i, sEarlyPart, sLatePart)
	if n > 0 {
		if part, used := g.at(i+n, sPart); used > 0 && g.says(i, sPart) < n+used {
			return partHours(dayPart(part), g.says(i, sEarlyPart) == n, g.says(i, sLatePart) == n), n + used
		}
	}
	on := g.says(i, sOn)
	part, used := g.at(i, sPart)
	if used == 0 {
		if part, used = g.at(i+on, sPart); used > 0 {
			used += on
		}
	}
	if used == 0 && i > 0 && g.isDayBefore(i) {
		part, used = g.at(i, sPartInDay)
	}
	if used == 0 {
		return hoursSaid{}, 0
	}
	return partHours(dayPart(part), false, false), used
}

// isDayBefore tells whether the word before names a day: Dienstag morgen,
// heute morgen.
func (g *grammar) isDayBefore(i int) bool {
	_, weekday := g.at(i-1, sWeekday)
	_, day := g.at(i-1, sDay)
	_, month := g.at(i-1, sMonth)
	before := g.word(i - 1)
	return weekday > 0 || day > 0 || month > 0 || before.kind == digits && startsWith(g.word(i).gap, ".")
}

// partHours is a part of the day, or its first or last stretch.
func partHours(part dayPart, first, last bool) hoursSaid {
	hours := dayParts[part]
	half := Afternoon
	switch part {
	case early, forenoon:
		half = Morning
	case midday:
		half = AnyPart
	}
	third := (hours.To - hours.From) / 3 / 60 * 60
	switch {
	case first && part == afterwards:
		hours.To = hours.From + 2*60 + 60
	case first:
		hours.To -= third
	case last && part == afterwards:
		hours.From = 15 * 60
	case last:
		hours.From += third
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{hours}}, half: half}
}

// notPartAt reads nicht vormittags, as the rest of the day.
func (g *grammar) notPartAt(i int) (hoursSaid, int) {
	n := g.says(i, sNot)
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
	return hoursSaid{Window: Window{Spans: []booking.Hours{{From: 0, To: h.From}}}}, n + used
}

// asksWhen tells whether the open question makes times of mere numbers.
func (g *grammar) asksWhen() bool { return g.m.in.Expect == ExpectWhen }

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
	if used == 0 {
		return hoursSaid{}, 0
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
	case g.says(i+n+used, sLater, sEarlier) > 0:
		return hoursSaid{}, 0 // two hours earlier
	case n == 0 && g.says(i, sClock) == used && g.says(i, sPart) >= used:
		return hoursSaid{}, 0 // Dienstag mittag is a part of the day
	case n == 0 && c.plain && (c.clock == 60 && g.word(i).kind == letters || g.isNeeded(i, used)):
		return hoursSaid{}, 0
	case n == 0 && c.plain && (!g.numberMayBeTime(i, used) || g.says(i+used, sInsteadOf) > 0):
		return hoursSaid{}, 0 // two passports, two instead of one
	}
	if n > 0 {
		c.plain = false
	}
	return hoursSaid{clocks: []clockSaid{c}, plain: c.plain}, n + used
}
