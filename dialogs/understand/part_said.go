package understand

import "terminbote/booking"

// partAt reads a part of the day: vormittags, am späten Nachmittag, and behind
// a day: Dienstag morgen.
func (g *grammar) partAt(i int) (hoursSaid, int) {
	if g.says(i, sDone) > 0 && (g.word(i-1).kind == digits || g.says(i-1, sNumber, sOClock) > 0) {
		return hoursSaid{}, 0 // um vier Feierabend
	}
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
		if part, used = g.at(i, sPartInDay); used == 0 {
			part, used = g.shortPartAt(i)
		}
	}
	if used == 0 {
		return hoursSaid{}, 0
	}
	return partHours(dayPart(part), false, false), used
}

// shortPartAt is a part of the day that is cut short. It is one only where nothing goes on
// with it: "Dienstag vorm Urlaub" is before the holiday, "Tuesday am I" asks.
func (g *grammar) shortPartAt(i int) (part, n int) {
	part, n = g.at(i, sPartShort)
	next := g.word(i + n)
	switch {
	case n == 0:
		return 0, 0
	case i+n >= len(g.m.words), next.startsClause(), startsWith(next.gap, "."), next.kind == digits && len(next.text) > mostDigitsOfTime:
		return part, n
	case g.m.in.Brief && g.isUnknown(i+n), g.says(i+n, sOr, sAnd, sFrom, sAt, sAbout) > 0:
		return part, n
	case g.m.in.Brief && (next.capital && (surnames[next.text] || givenNames[next.text]) || g.says(i+n, sTitle, sParticle, sDegree) > 0 && g.isTitleOrLead(i+n)):
		return part, n
	}
	return 0, 0
}

// isTitleOrLead tells whether a name with a title, or with a small word before it, begins at i.
func (g *grammar) isTitleOrLead(i int) bool { return g.isTitleAt(i) || g.leadsFamilyName(i) }

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
	case last && part == forenoon:
		hours.From = 10 * 60
	case first:
		hours.To -= third
	case last && part == afterwards:
		hours.From = 15 * 60
	case last:
		hours.From += third
	}
	return hoursSaid{Window: Window{Spans: []booking.Hours{hours}}, half: half}
}
