package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// Somebody who says when they have something else to do can come at all other times:
// "ich arbeite bis drei", "I have uni on Thursday", "nächste Woche bin ich im Urlaub".

// engagement is where the words stand that say so in the clause of what is said from
// from to to. Questions, wishes and what somebody can do say something else.
func (g *grammar) engagement(from, to int, senses ...sense) []int {
	first, last := g.toldAround(from, to)
	behind := last < len(g.m.words) && !g.m.opensAt(first) && !g.m.verbOpensAt(first) // the question comes behind it
	if g.m.asksAt(from) && !behind && !g.m.tellsBehind(first) && (!g.m.saysWhen(first) || strings.Contains(g.m.tail, "?")) {
		return nil
	}
	var at []int
	others := 0
	for i := first; i < last; i++ {
		w := g.word(i)
		n := g.says(i, senses...)
		switch {
		case from <= i && i < to:
		case n > 0 && (i < from && i+n > from || g.isMeasure(i, to)):
			return nil
		case n > 0:
			for k := range n {
				at = append(at, i+k)
			}
			i += n - 1
		case abling[w.text], denying[w.text], needing[w.text], g.says(i, sWanting, sNever) > 0 && !g.x.goes[w.text], isParticiple(g.x.participles, w.text), w.kind != letters:
			return nil
		case !g.m.isFiller(i) && g.says(i, sSelf, sKin) == 0 && !isSmall(w.text) && !g.m.isPlaceName(i):
			others++
		}
	}
	if others > mostBesideEngaged {
		return nil
	}
	return at
}

// tellsBehind tells whether a clause begins at i in which somebody tells something behind their question: "wie
// lange dauert das, ich muss um 10 weg".
func (m *message) tellsBehind(i int) bool {
	return i > 0 && m.words[i].startsClause() && tellers[m.words[i].text] && !m.verbOpensAt(i) && !m.isWhat(i)
}

// isPlaceName tells whether nobody knows the word at i, nor the one before it but "in": "in Bad
// Sassendorf".
func (m *message) isPlaceName(i int) bool {
	for ; i > 0 && !m.known[i] && !m.words[i].startsClause(); i-- {
		if m.words[i-1].text == "in" { // in either language
			return true
		}
	}
	return false
}

// mostBesideEngaged is how many words with a meaning of their own may stand beside what
// somebody has to do: where it is, or who is there.
const mostBesideEngaged = 1

// toldAround is the part of a message around some words that tells one thing, as far as
// it is near.
func (g *grammar) toldAround(from, to int) (first, last int) {
	parts := func(i int) bool {
		w := g.word(i)
		if i <= from && breaking[w.text] && (onlies[g.word(i+1).text] || g.says(i, sAbout) == 0 && g.says(i+1, sPart, sFrom, sAfter, sBefore) > 0) {
			return true // I work so only from 4
		}
		return w.startsClause() || joining[w.text] || g.x.reasons[w.text] || breaking[w.text] && (abling[g.word(i+1).text] || g.x.courtesy[g.word(i+1).text] || g.says(i+1, sSelf, sKin, sWanting) > 0)
	}
	for first = from; first > max(0, from-farAway) && !parts(first); {
		first--
	}
	for last = to; last < min(len(g.m.words), to+farAway) && !parts(last); {
		last++
	}
	return first, last
}

// isMeasure tells whether what somebody has to do only says before or after what, or what
// something is for: "nach der Arbeit", "for school". The time said ends before to.
func (g *grammar) isMeasure(i, to int) bool {
	for at := i - 1; at >= max(0, i-mostOfMeasure) && (at >= to || i < to) && !g.word(at+1).startsClause(); at-- {
		if purposes[g.word(at).text] || g.says(at, sBefore, sAfter, sFrom, sUntil, sBeforeDoing, sAfterDoing, sWhile) > 0 {
			return true
		}
	}
	return false
}

const mostOfMeasure = 2 // words from "nach" to the work: "nach der Arbeit"

// otherDays is the days that are left to somebody who has something else to do on
// those said.
func (g *grammar) otherDays(said daysSaid, i, n int) (daysSaid, []int) {
	if at := g.restsOn(i, i+n); said.Not != 0 && len(at) > 0 {
		return daysSaid{Days: Days{Weekdays: said.Not}}, at
	}
	if !said.wide && g.hasEngagedHours(i, i+n) {
		if said.Not != 0 && len(said.Spans) == 0 && said.coming|said.Weekdays == 0 {
			return daysSaid{coming: said.Not}, nil
		}
		return said, nil // donnerstag arbeite ich bis drei: Thursday, from three on
	}
	if off := g.engagement(i, i+n, sDone); len(off) > 0 {
		return said, off // I only get off work on Thursdays
	}
	if g.saysSo(i + n) {
		return said, nil // am 17. hab ich Urlaub, da könnte ich
	}
	if slices.ContainsFunc(g.m.words[i:i+n], func(w word) bool { return denying[w.text] }) {
		return said, nil // "nicht vor Dezember, da bin ich auf Kur" says which days are left
	}
	if said.Fault != "" || said.Not != 0 || said.Soonest || said.Any || said.Thereafter {
		return said, nil
	}
	if back := g.engagement(i, i+n, sReturns); len(back) > 0 && g.asksWhen() && said.isOneDay() {
		return daysSaid{Days: Days{Spans: []DateSpan{{From: said.Spans[0].From}}}}, back
	}
	at := g.engagement(i, i+n, sBusy, sSchool, sAway, sBegins, sEnds)
	turns := func(at int) bool { return g.says(at, sBegins, sEnds) > 0 } // it begins or ends then
	if len(at) == 0 || slices.ContainsFunc(at, turns) || !g.asksWhen() && g.isFarOff(said) {
		return said, nil
	}
	if weekdays := said.coming | said.Weekdays; weekdays != 0 {
		return daysSaid{Days: Days{Not: weekdays}}, at
	}
	if said.isEver(g.today()) {
		return daysSaid{}, at // no day would be left
	}
	return allBut(said), at
}

// saysSo tells whether what is told of a day goes on behind the word at i with that somebody can
// come then: "… Urlaub, da könnte ich".
func (g *grammar) saysSo(i int) bool {
	for at := i; at+1 < min(len(g.m.words), i+farAway); at++ {
		if breaking[g.word(at).text] && !g.x.reasons[g.word(at).text] && abling[g.word(at+1).text] {
			return !slices.ContainsFunc(g.m.words[at:min(len(g.m.words), at+farAway)], func(w word) bool { return denying[w.text] })
		}
	}
	return false
}

// isEver tells whether every day from today on is said.
func (d daysSaid) isEver(today booking.Date) bool {
	return slices.ContainsFunc(d.Spans, func(s DateSpan) bool { return s.To.IsZero() && !s.From.After(today) })
}

// hasEngagedHours tells whether what somebody has to do takes only some hours of the
// days said.
func (g *grammar) hasEngagedHours(from, to int) bool {
	first, last := g.toldAround(from, to)
	for i := first; i < last; i++ {
		said, n := g.hoursAt(i)
		if n == 0 || said.Any || from <= i && i < to {
			continue
		}
		if _, at := g.otherHours(said, i, n); len(at) > 0 || isAllBut(said.Spans) || g.says(i+n-1, sBusy, sSchool) > 0 {
			return true
		}
		i += n - 1
	}
	return false
}

// wasThen tells whether somebody only says that something was on a day: "I was there on
// Monday".
func (g *grammar) wasThen(from, to int) bool { return len(g.engagement(from, to, sWas)) > 0 }

// otherHours is the hours that are left to somebody who has something else to do at those
// said.
func (g *grammar) otherHours(said hoursSaid, i, n int) (hoursSaid, []int) {
	if said.Latest || said.near != nil || isAllBut(said.Spans) {
		return said, nil
	}
	if len(said.clocks) == 1 && len(said.Spans) == 0 {
		return g.freeFromOrUntil(said, i, i+n)
	}
	at := g.engagement(i, i+n, sBusy, sSchool)
	switch {
	case slices.ContainsFunc(g.m.words[i:i+n], func(w word) bool { return denying[w.text] }):
		return said, nil // "before nine I can't get him to nursery" says which hours are left
	case len(at) == 0 || len(said.clocks) > 0:
		return said, nil
	case said.Any:
		return hoursSaid{}, at
	case said.half == Morning && len(said.Spans) == 1:
		return hoursSaid{Window: Window{Spans: []booking.Hours{{From: said.Spans[0].To, To: booking.Midnight}}}, half: Afternoon}, at
	case said.half == Afternoon && len(said.Spans) == 1:
		return hoursSaid{Window: Window{Spans: []booking.Hours{{To: said.Spans[0].From}}}}, at
	}
	return hoursSaid{Window: Window{Spans: otherTimes(said.Spans)}}, at
}

// notToday is what is left to somebody who is busy all day: from tomorrow on, where no
// day is named.
func (g *grammar) notToday() Value {
	for i := range g.m.words {
		if _, n := g.daysAt(i); n > 0 {
			return led{}
		}
	}
	return daysSaid{Days: Days{Spans: []DateSpan{{From: g.today().Add(1)}}}, bounded: true, wide: true}
}

// otherTimes is the rest of a day. Of the whole day nothing is left.
func otherTimes(taken []booking.Hours) []booking.Hours {
	var rest []booking.Hours
	next := booking.Clock(0)
	for _, h := range taken {
		if h.From > next {
			rest = append(rest, booking.Hours{From: next, To: h.From})
		}
		next = max(next, h.To)
	}
	if next < booking.Midnight {
		rest = append(rest, booking.Hours{From: next, To: booking.Midnight})
	}
	return rest
}
