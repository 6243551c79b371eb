package understand

import "slices"

// isTold tells whether a day belongs to what somebody tells: it lies behind,
// or something happens then. Where a day is asked for, it is an answer.
func (g *grammar) isTold(from, to int, said daysSaid) bool {
	if g.isRightBehindSince(from) || g.isPutOff(from, said) {
		return true
	}
	if g.wasMeant(to) || g.asksWhen() && !g.wasThen(from, to) {
		return false
	}
	if g.wasThen(from, to) || g.isSince(from) {
		return true
	}
	if _, feast := g.at(from, sFeast); feast > 0 && from > 0 && g.word(from-1).text == "ueber" {
		return true // somebody is away over Easter
	}
	if from == 0 && to == len(g.m.words) || g.m.in.Brief || g.saysSo(to) && g.isAhead(said) {
		return false // it is all that is said, or a clerk's line, which tells no story, or "…, da könnte ich"
	}
	if said.Fault == PastDay && !g.hasWanting() {
		_, past := g.at(from, sDay)
		return past > 0 || g.says(from, sLast) > 0 || g.distance(from, to, sEvent) < farAway
	}
	if said.Soonest || said.Any || said.Not != 0 || said.Weekdays != 0 {
		return false
	}
	if g.hasHappened(from, to, g.isAhead(said)) || g.isFarOff(said) && g.tellsOfIt() {
		return true
	}
	wanting := g.distance(from, to, sWanting)
	long := len(g.m.words) >= aStory || (said.wide || said.bounded) && len(g.m.words) > fewestBeside && !said.isAWeek()
	return g.distance(from, to, sEvent) < wanting || wanting == farAway && long && g.isStory(from, to)
}

// wasMeant tells whether the words behind a day say that it was meant, in place of another one:
// "falscher Tag, Donnerstag war gemeint".
func (g *grammar) wasMeant(to int) bool {
	return slices.ContainsFunc(insteadWords.in(g.m.words, to, len(g.m.words)), func(s sighting[bool]) bool { return s.from == to })
}

// What lies so far off that nobody books a time there: a day or a month to come,
// and the end of a time until when something holds or must be done.
const (
	farAhead  = 45
	farBounds = 35

	fewestFarOff = 6 // words of a message that tells of it
)

// isFarOff tells whether all days that are said lie further off than people book.
func (g *grammar) isFarOff(said daysSaid) bool {
	return len(said.Spans) > 0 && !slices.ContainsFunc(said.Spans, func(s DateSpan) bool {
		until := said.bounded && !s.To.IsZero() && g.today().DaysUntil(s.To) >= farBounds && !s.From.After(g.today())
		return !until && (s.From.IsZero() || g.today().DaysUntil(s.From) < farAhead)
	})
}

// isPutOff tells whether a day is only when somebody may come after all who gives up now.
func (g *grammar) isPutOff(from int, said daysSaid) bool {
	return g.isSometime(said) && g.givesUpBefore(from)
}

// isSometime tells whether a month or more that is said begins in some weeks: in January, next year.
func (g *grammar) isSometime(said daysSaid) bool {
	return said.wide && len(said.Spans) > 0 && !slices.ContainsFunc(said.Spans, func(s DateSpan) bool {
		return s.From.IsZero() || g.today().DaysUntil(s.From) < soonest
	})
}

const soonest = 14 // days until somebody who gives up now may do it after all

// givesUpBefore tells whether a clause before the word at i gives the booking up: "vergiss es, ich
// mach's nächstes Jahr".
func (g *grammar) givesUpBefore(i int) bool {
	from, _ := g.m.clauseOf(i, i+1)
	for at := range from {
		for _, c := range slices.Concat(g.wishAt(at), g.wholeReplies(at, from)) {
			if v, is := c.value.(IntentValue); is && (v.Intent == Cancel || v.Intent == CallOff) {
				return true
			}
		}
	}
	return false
}

// tellsOfIt tells whether a message tells something, and asks for no appointment.
func (g *grammar) tellsOfIt() bool {
	return len(g.m.words) >= fewestFarOff && !slices.ContainsFunc(g.m.words, func(w word) bool { return appointing[w.text] })
}

// isRightBehindSince tells whether a word for "since" stands right before a day.
func (g *grammar) isRightBehindSince(from int) bool {
	return from > 0 && (g.says(from-1, sSince) > 0 || from > 1 && g.says(from-2, sSince) == 2)
}

// isSince tells whether a day belongs to what something has been so since:
// "seit der Feier am Samstag".
func (g *grammar) isSince(from int) bool {
	for i := from - 1; i >= max(0, from-mostSince) && !g.word(i+1).startsClause(); i-- {
		if g.says(i, sSince) > 0 {
			return true
		}
	}
	return false
}

const mostSince = 4 // words between "since" and the day that belongs to it

// fewestToldOf is how many words with a meaning of their own in a clause, and
// fewestBeside how many in all, make a story.
const (
	fewestToldOf = 3
	fewestBeside = 9
)

// isStory tells whether a clause around some words tells more than a wish: ab
// Januar betreue ich die F-Jugend.
func (g *grammar) isStory(from, to int) bool {
	if g.wantThen(from) {
		return false
	}
	told := 0
	for i := to; i < len(g.m.words) && !g.word(i).startsClause(); i++ {
		if g.tells(i) {
			told++
		}
	}
	for i := from - 1; i >= 0 && !g.word(i+1).startsClause(); i-- {
		if g.tells(i) {
			told++
		}
	}
	return told >= fewestToldOf
}

// wantThen tells whether people say of themselves, right before the day at from, that they
// want something then: ich möchte am 4. Dezember …
func (g *grammar) wantThen(from int) bool {
	for i := from - 1; i >= max(0, from-mostToWant) && !g.word(i+1).startsClause() && !joining[g.word(i).text]; i-- {
		if needing[g.word(i).text] && g.says(i-1, sSelf)+g.says(i+1, sSelf) > 0 {
			return true
		}
	}
	return false
}

const mostToWant = 3 // words from the want to the day: ich möchte gern noch am …

// tells tells whether a word tells something, and does not only say when.
func (g *grammar) tells(i int) bool {
	return !g.m.isFiller(i) && g.word(i).kind == letters && !(g.expects(ExpectWish) && g.m.ours(i)) && g.says(i, sNumber, sHalf, sQuarter, sPast, sNext, sOClock, sWeekday, sPart, sDay) == 0
}

// hasWanting tells whether the message asks for a time at all.
func (g *grammar) hasWanting() bool {
	for i := range g.m.words {
		if g.says(i, sWanting) > 0 {
			return true
		}
	}
	return false
}

const farAway = 12

// distance is how many words lie between a stretch and the nearest word with a
// sense in its clause.
func (g *grammar) distance(from, to int, s sense) int {
	for d := 1; d < farAway; d++ {
		if before := from - d; before >= 0 && g.says(before, s) > 0 && !g.isParted(before+1, from) && !(s == sWanting && g.leadsToEvent(before)) {
			return d
		}
		if after := to + d - 1; after < len(g.m.words) && g.says(after, s) > 0 && !g.isParted(to, after) && !(s == sWanting && g.leadsToEvent(after)) {
			return d
		}
	}
	return farAway
}

// isParted tells whether a mark stands before one of the words.
func (g *grammar) isParted(from, to int) bool {
	for i := from; i <= to && i < len(g.m.words); i++ {
		dated := i > 0 && isOrdinalDot(g.m.words, i) && g.word(i).gap == ". "
		if g.word(i).startsClause() && !dated {
			return true
		}
	}
	return false
}
