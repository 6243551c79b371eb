package understand

// daysAround is how far from a day somebody may be who comes around it.
const daysAround = 2

// aroundDayAt reads um den 10.12. herum, so um den 5.12.: a few days before and behind.
func (g *grammar) aroundDayAt(i int) (daysSaid, int) {
	around := g.says(i, sAbout, sAt)
	pick := g.says(i+around, sPick, sOn)
	if around == 0 || pick == 0 || !g.isOrdinalAt(i+around+pick) {
		return daysSaid{}, 0
	}
	said, used := g.fullDateAt(i + around + pick)
	if used == 0 || !said.isOneDay() {
		return daysSaid{}, 0
	}
	span := &said.Spans[0]
	span.From, span.To = span.From.Add(-daysAround), span.To.Add(daysAround)
	if span.From.Before(g.today()) {
		span.From = g.today()
	}
	said.loose = false
	n := around + pick + used
	return said, n + g.says(i+n, sAboutBehind)
}

// isOrdinalAt tells whether the word at i is the number of a day: 10., 10th, zehnten.
func (g *grammar) isOrdinalAt(i int) bool {
	_, _, ordinal := g.dayNumberAt(i)
	return ordinal
}
