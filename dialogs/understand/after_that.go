package understand

import "terminbote/booking"

// Words that point back to a time which the message named before: after that, davor.
var (
	afterThat  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.afterThat), true) })
	beforeThat = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.beforeThat), true) })
)

// pointsBack tells whether so many words at i point to a time that was named before them, and move nothing
// that was chosen: "vor Donnerstag bitte, danach bin ich weg".
func (g *grammar) pointsBack(i, n int) bool {
	if max(idiomAt(afterThat, g.m.words, i), idiomAt(beforeThat, g.m.words, i)) < n {
		return false
	}
	for at := range i {
		_, days := g.daysAt(at)
		_, hours := g.hoursAt(at)
		_, choice := g.choiceAt(at)
		if most := max(days, hours, choice); most > 0 && at+most <= i {
			return true
		}
	}
	return false
}

// turnedBehind is where the words stand by which somebody tells what holds until a time, or from it on, and
// says that they can come after that, or before: "bis zum 4. bin ich in Reha, danach gern".
func (g *grammar) turnedBehind(from, to int, until bool) []int {
	back := beforeThat
	if until {
		back = afterThat
	}
	for i := from; i < to; i++ {
		if idiomAt(afterThat, g.m.words, i)+idiomAt(beforeThat, g.m.words, i) > 0 {
			return nil // it points back already
		}
	}
	for i := to; i < min(len(g.m.words), to+mostToTurn); i++ {
		n := idiomAt(back, g.m.words, i)
		if n == 0 {
			continue
		}
		first, _ := g.m.clauseOf(from, to)
		if !g.tellsAround(first, i, from, to) || !g.suitsBehind(i+n) {
			return nil
		}
		var at []int
		for k := first; k < i+n; k++ {
			if k < from || k >= to {
				at = append(at, k)
			}
		}
		return at
	}
	return nil
}

const mostToTurn = 14 // words from a bound to what points back to it

// tellsAround tells whether the words from first to last, but for those of a bound, tell something and do
// not say when somebody can come.
func (g *grammar) tellsAround(first, last, from, to int) bool {
	tells, can, denied := false, false, false
	for i := first; i < last; i++ {
		if from <= i && i < to {
			continue
		}
		w := g.word(i).text
		if g.x.courtesy[w] || g.says(i, sOnly) > 0 {
			return false
		}
		can = can || abling[w] || needing[w] || g.says(i, sWanting) > 0
		denied = denied || denying[w]
		tells = tells || g.says(i, sSelf, sBusy, sAway, sSchool) > 0 || g.m.isMeaningful(i)
	}
	return tells && (!can || denied)
}

// suitsBehind tells whether the clause that begins at i says that a time suits, or nothing at all.
func (g *grammar) suitsBehind(i int) bool {
	good, tells := false, false
	for at := i; at < len(g.m.words) && !(at > i && g.word(at).startsClause()); at++ {
		w := g.word(at).text
		if denying[w] || g.says(at, sBusy, sAway, sSchool, sMust, sTooLate, sTooEarly, sImpossible) > 0 {
			return false
		}
		good = good || abling[w] || suiting[w] || g.x.courtesy[w] || g.says(at, sWanting, sAnyWhen, sAnyTime, sAnyDay, sIdle) > 0
		tells = tells || g.m.isMeaningful(at)
	}
	return good || !tells
}

// turnedDays is the days on the other side of a bound that is only told.
func (g *grammar) turnedDays(said daysSaid, i, n int) (daysSaid, []int) {
	if !said.bounded || len(said.Spans) != 1 || said.Refuses() || said.Spans[0].From.IsZero() == said.Spans[0].To.IsZero() {
		return said, nil
	}
	at := g.turnedBehind(i, i+n, said.Spans[0].From.IsZero())
	if len(at) > 0 {
		said.Spans = []DateSpan{otherSide(said.Spans[0])}
	}
	return said, at
}

// turnedHours is the times of day on the other side of a bound that is only told.
func (g *grammar) turnedHours(said hoursSaid, i, n int) (hoursSaid, []int) {
	if len(said.clocks) > 0 || !isBound(said.Spans) {
		return said, nil
	}
	h := said.Spans[0]
	at := g.turnedBehind(i, i+n, h.From == 0)
	if len(at) > 0 {
		other := booking.Hours{To: h.From}
		if h.From == 0 {
			other = booking.Hours{From: h.To, To: booking.Midnight}
		}
		said.Spans = []booking.Hours{other}
	}
	return said, at
}
