package understand

import (
	"slices"
	"strings"
)

// daysAt reads all that is said about days from i on, as one thing: nächste
// Woche Dienstag oder Mittwoch. Questions ask for it once more.
func (g *grammar) daysAt(i int) (daysSaid, int) {
	return g.readOnce(&g.days, i, g.readDaysAt)
}

// readOnce reads what is said about days at a place, unless that is kept already.
func (g *grammar) readOnce(kept *[]daysHere, i int, read func(i int) (daysSaid, int)) (daysSaid, int) {
	if *kept == nil {
		*kept = make([]daysHere, len(g.m.words))
	}
	here := &(*kept)[i]
	if !here.read {
		here.said, here.n = read(i)
		here.read = true
	}
	said := here.said
	said.Spans = slices.Clone(said.Spans)
	return said, here.n
}

// daysHere is what is said about days at a place, once it was read.
type daysHere struct {
	read bool
	said daysSaid
	n    int
}

func (g *grammar) readDaysAt(i int) (daysSaid, int) {
	said, n := g.dayTermAt(i)
	if n == 0 {
		return daysSaid{}, 0
	}
	for {
		if skip := g.says(i+n, sInsteadOf); skip > 0 && len(said.Spans)+int(said.coming) > 0 && !isWide(said) {
			next := i + n + skip
			if _, used := g.dayAt(next); used > 0 && !g.word(next).startsClause() && !rathers[g.word(next+used).text] {
				n += skip + used // Friday, not Thursday
				continue
			}
		}
		skip := g.says(i+n, sOr, sAnd)
		next := i + n + skip
		if skip == 0 {
			next += g.says(next, sYet)
		}
		if on := g.says(next, sDayOn); on > 0 && skip > 0 && said.isOneDay() {
			after := said.Spans[0].From.Add(1)
			said.Spans = append(said.Spans, DateSpan{after, after}) // am 3. oder am Tag danach
			return said, next + on - i
		}
		more, used := g.dayTermAt(next)
		if used == 0 || !g.goesOn(next) || skip == 0 && more.loose {
			break
		}
		if skip == 0 && g.setsDaysApart(i, next, used, said, more) {
			break
		}
		both, ok := said.with(more, skip > 0, g.word(next).startsClause())
		if !ok {
			break
		}
		said, n = both, next+used-i
	}
	return said, n
}

// setsDaysApart tells whether the days at next, behind those at i, are no more of them: they have hours of their own,
// "Dienstag oder Donnerstag, Donnerstag erst ab 15 Uhr", or something happens then, "Mittwoch, am Donnerstag
// fahren wir weg".
func (g *grammar) setsDaysApart(i, next, used int, said, more daysSaid) bool {
	if g.word(next).startsClause() && more.areSomeOf(said) {
		return true
	}
	return g.says(next, sOn) > 0 && g.says(i, sOn) == 0 && g.tellsThen(next, next+used)
}

// goesOn tells whether no more than a comma parts the word at i from the one before.
func (g *grammar) goesOn(i int) bool {
	gap := g.word(i).gap
	return len(gap) <= 4 && !strings.ContainsAny(gap, "!?;:\"")
}

// dayTermAt reads one term: nicht montags, ab dem 3.12., zwischen Dienstag und
// Donnerstag, nächste Woche, am 24.
func (g *grammar) dayTermAt(i int) (daysSaid, int) {
	var best daysSaid
	longest := 0
	for _, rule := range []func(int) (daysSaid, int){
		g.wholeTermAt, g.aroundDayAt, g.movedDayAt, g.insteadDayAt, g.notAt, g.notRangeAt, g.onlyAt, g.rangeAt, g.boundAt, g.dayAt,
	} {
		if said, n := rule(i); n > longest {
			best, longest = said, n
		}
	}
	return best, longest
}

// insteadDayAt reads statt Mittwoch lieber Donnerstag: what is behind counts.
func (g *grammar) insteadDayAt(i int) (daysSaid, int) {
	n := g.says(i, sInsteadOf)
	if n == 0 || !instead[g.word(i).text] {
		return daysSaid{}, 0
	}
	refused, used := g.dayAt(i + n)
	next := g.behindInstead(i + n + used)
	said, more := g.dayAt(next)
	if used == 0 || more == 0 || refused.loose {
		return daysSaid{}, 0
	}
	return said, next + more - i
}

// movedDayAt reads von Donnerstag auf Freitag: what it is moved to counts. Where the words
// between could be those of a stretch, a verb must say that something is moved.
func (g *grammar) movedDayAt(i int) (daysSaid, int) {
	n := g.says(i, sFrom)
	refused, used := g.dayAt(i + n)
	onto := g.says(i+n+used, sOnto)
	said, more := g.dayAt(i + n + used + onto)
	if used == 0 || onto == 0 || more == 0 || refused.loose || refused.wide {
		return daysSaid{}, 0
	}
	if n == 0 || g.word(i+n+used).text == "to" {
		if !slices.ContainsFunc(g.m.words, func(w word) bool { return moving[w.text] || swapping[w.text] }) {
			return daysSaid{}, 0
		}
	}
	return said, n + used + onto + more
}

// behindInstead is where what is wanted begins behind what is refused: lieber,
// doch bitte.
func (g *grammar) behindInstead(i int) int {
	for next := i; next < min(len(g.m.words), i+mostLed); next++ {
		if w := g.word(next); g.m.saysWhen(next) || !instead[w.text] && !g.m.isFiller(next) || g.says(next, sOn, sAt, sAbout) > 0 {
			return next
		}
	}
	return min(len(g.m.words), i+mostLed)
}

// wholeTermAt reads what stands for itself: so früh wie möglich, Tag egal.
func (g *grammar) wholeTermAt(i int) (daysSaid, int) {
	if n := g.says(i, sSoonest); n > 0 {
		return daysSaid{Days: Days{Soonest: true}}, n
	}
	if n := g.says(i, sUrgent); n > 0 && !g.isInCase(i) && (g.asksWhen() || g.distance(i, i+n, sSlot) < 3) {
		return daysSaid{Days: Days{Soonest: true}}, n
	}
	if n := g.says(i, sAnyDay); n > 0 {
		return daysSaid{Days: Days{Any: true}}, n
	}
	return daysSaid{}, 0
}

// isInCase tells whether the word at i says what would be so: "und wenn ichs eilig hab?"
// asks, and wants nothing.
func (g *grammar) isInCase(i int) bool {
	for n := i - 1; n >= 0 && !g.word(n+1).startsClause() && n > i-mostOfCase; n-- {
		if ifs[g.word(n).text] {
			return true
		}
	}
	return false
}

const mostOfCase = 5 // words from "wenn" to what would be so

// ifs are words that begin what would be so.
var ifs = tellingWords(func(q questionWords) string { return q.ifs })

// isAWeek tells whether days are one week, which people rather wish for than
// tell of.
func (d daysSaid) isAWeek() bool {
	return len(d.Spans) == 1 && !d.bounded && d.Spans[0].From.Add(6) == d.Spans[0].To
}
