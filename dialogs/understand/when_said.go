package understand

import "slices"

// candidates are what the words of one language could say, at every place.
func (g *grammar) candidates() []candidate {
	all := append(g.replies(), g.allListed()...)
	for i := range g.m.words {
		if code, n := g.languageAt(i); n > 0 {
			all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.4, value: LanguageValue{Lang: code}})
		}
		if len(g.hits[i]) == 0 && g.m.words[i].kind != digits {
			continue // no phrase begins here
		}
		all = append(all, g.whenAt(i)...)
		all = append(all, g.shiftsAt(i)...)
		if g.countsList(i) == 0 {
			all = append(all, g.manyAt(i)...)
		}
		all = append(all, g.correctionsAt(i)...)
	}
	return all
}

// whenAt are the days and times that begin at i.
func (g *grammar) whenAt(i int) []candidate {
	var all []candidate
	if g.isGreeting(i) {
		return []candidate{{from: i - 1, to: i + 1, sure: 0.6, value: led{}}}
	}
	if n := g.farewellAt(i); n > 0 {
		return []candidate{{from: i, to: i + n, sure: 0.9, bonus: 2 * g.whenBonus(), value: TalkValue{Goodbye}}}
	}
	if said, n := g.daysAt(i); n > 0 {
		bounded, used := g.boundedBehind(said, i, n)
		for _, c := range g.daysCandidate(bounded, i, used) {
			if used > n {
				c.bonus += 0.6 // "danach" alone would shift what was chosen
			}
			all = append(all, c)
		}
	}
	if said, n := g.spanAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 2 * g.whenBonus(), value: said})
	}
	if said, n := g.hoursAt(i); n > 0 {
		all = append(all, g.hoursCandidate(said, i, n)...)
	}
	idle := 0
	if g.asksWhen() {
		idle = g.says(i, sIdle)
	}
	if n := max(idle, g.says(i, sAnyWhen)); n > 0 && g.says(i+n, sOnly) == 0 && (n > 1 || g.isWholeClause(i, i+n)) && !g.isWholeReply(i, n) && (i == 0 || !purposes[g.word(i-1).text]) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: anyWhen{}})
	}
	return all
}

// spanAt reads for how long, where that is asked: zwei Wochen.
func (g *grammar) spanAt(i int) (daysSaid, int) {
	if !g.expects(ExpectSpan) {
		return daysSaid{}, 0
	}
	_, days, n := g.lengthAt(i)
	if n == 0 || days == 0 {
		return daysSaid{}, 0
	}
	return daysSaid{Days: Days{Spans: []DateSpan{{From: g.today(), To: g.today().Add(days)}}}, wide: true}, n
}

// isGreeting tells whether a part of the day belongs to a greeting: guten Morgen.
func (g *grammar) isGreeting(i int) bool {
	return i > 0 && greets[g.word(i-1).text] && !g.word(i).startsClause() && g.says(i, sDay, sPart, sPartInDay) == 1
}

// greets are words that wish somebody a good part of the day.
var greets = talkingWords(func(t talkWords) string { return t.greets })

// isWholeReply tells whether words that say that anything will do are another
// answer where none about days is asked for.
func (g *grammar) isWholeReply(i, n int) bool {
	return !g.asksWhen() && !g.expects(ExpectWish) && i == 0 && n == len(g.m.words)
}

// anyWhen says that any day and any time will do.
type anyWhen struct{}

func (anyWhen) value() {}

func (g *grammar) whenBonus() float64 {
	if g.asksWhen() {
		return 0.4
	}
	return 0.1
}

// daysCandidate is days as they count here: a mere number is a day only where
// one is asked for, and what is told lies behind or is no wish.
func (g *grammar) daysCandidate(said daysSaid, i, n int) []candidate {
	said, also := g.otherDays(said, i, n)
	if len(also) == 0 {
		said, also = g.turnedDays(said, i, n)
	}
	c := candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: said, also: also}
	switch {
	case len(also) > 0 && g.isOfCause(i):
		c.value = led{}
		return []candidate{c}
	case len(also) > 0:
		return []candidate{c}
	case said.loose && !g.asksWhen() && !g.isDated(i, n), g.isOrdinalOfThing(i, n), g.isMereOrdinal(i, n):
		return nil
	case said.loose:
		c.sure = 0.75
	case g.expects(ExpectName) && g.isNamedMonth(i, n):
		return nil
	case said.Soonest && g.m.in.Listed > 0:
		c.bonus -= 0.2 // the first of the list may be meant
	case said.Soonest && g.distance(i, i+n, sSlot) < farAway:
		c.bonus += 0.3 // "schnell" beside an appointment is no kind of passport
	}
	if g.isTold(i, i+n, said) || g.isOfCause(i) {
		c.value = led{}
	}
	if _, after := g.weekAfterItAt(i); after == n || g.says(i, sThis) == n {
		c.bonus += ofShortDay
	}
	return []candidate{c}
}

// ofShortDay is how much more a day counts that a word tells which is often but filler, or
// another answer: "nächste" behind a week, "this" afternoon.
const ofShortDay = 0.6

// isOrdinalOfThing tells whether an ordinal counts something else than days:
// den ersten Pass.
func (g *grammar) isOrdinalOfThing(i, n int) bool {
	next := g.word(i + n)
	_, ordinal := g.at(i+n-1, sOrdinal)
	return ordinal > 0 && next.kind == letters && !next.startsClause() && !g.m.isFiller(i+n) && i+n < len(g.m.words)
}

// isMereOrdinal tells whether words are one of a list rather than a day, where
// no day is asked for: der erste.
func (g *grammar) isMereOrdinal(i, n int) bool {
	pick := g.says(i, sPick)
	if g.refusedChoiceAt(i) >= n && g.says(i+pick, sOrdinal) > 0 {
		return true // the first doesn't suit me
	}
	return !g.asksWhen() && pick > 0 && pick+g.says(i+pick, sOrdinal) == n
}

// isNamedMonth tells whether a month without a day may be somebody's name.
func (g *grammar) isNamedMonth(i, n int) bool {
	_, month := g.at(i, sMonth)
	return month == n && len(g.m.words) > 1
}

// isDated tells whether what could be a date is written like one: with a
// month, or behind a word that announces dates.
func (g *grammar) isDated(i, n int) bool {
	return g.says(i, sOn) > 0 || n > 1
}

// hoursCandidate is hours as they count here.
func (g *grammar) hoursCandidate(said hoursSaid, i, n int) []candidate {
	if said.plain && (!g.asksWhen() && !g.isBehindDay(i) && !g.isRatherAt(said, i) || g.isForSome(i)) {
		return nil
	}
	if said.Same && !g.asksWhen() && g.m.in.Seen != SeenAppointment && !g.expects(ExpectName, ExpectMail, ExpectReview, ExpectYesNo) {
		return nil // "passport and ID card at the same time"
	}
	if said.plain && g.picksSeveral(i, n) {
		return []candidate{{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: led{}}}
	}
	said, also := g.otherHours(said, i, n)
	if len(also) == 0 {
		said, also = g.turnedHours(said, i, n)
	}
	c := candidate{from: i, to: i + n, sure: 0.9, bonus: g.whenBonus(), value: said, also: also}
	switch {
	case len(also) > 0 && len(said.Spans) == 0:
		c.value = g.notToday()
		return []candidate{c}
	case len(also) > 0:
		return []candidate{c}
	}
	switch {
	case said.plain && g.asksWhen():
		c.sure, c.bonus = 0.7, 0
	case said.plain && g.isRatherAt(said, i):
		c.bonus = ofRather
	}
	if g.says(i, sNotEarly, sNotLate) > 0 {
		c.bonus += 0.6 // "too early" would shift what was chosen
	}
	if !g.asksWhen() && g.isToldHour(i, n) || g.isOfCause(i) {
		c.value, c.bonus = led{}, 0
	}
	return []candidate{c}
}

// isRatherAt tells whether a bare number is the time that is wanted instead of the one
// chosen: "alles richtig bis auf die Uhrzeit, 10 wäre besser", "can we do 10 instead".
func (g *grammar) isRatherAt(said hoursSaid, i int) bool {
	prefers := g.expects(ExpectYesNo) && slices.ContainsFunc(g.m.words, func(w word) bool { return preferring[w.text] })
	if i > 0 && g.says(i-1, sFrom, sAfter, sBefore, sUntil) > 0 {
		return false // "erst ab zwölf"
	}
	if !g.expects(ExpectName, ExpectMail, ExpectReview) && !prefers || len(said.clocks) == 0 || said.clocks[0].clock < firstByNumber {
		return false
	}
	for at := range g.m.words {
		if field, used := g.at(at, sField); used > 0 && fields[field] == ExpectWhen {
			return true
		}
	}
	return prefers || g.m.instead() && g.m.asksAt(i)
}

// ofRather is how much likelier such a number is a time than people or cases.
const ofRather = 1

// firstByNumber is the first hour that a number alone says, where it could count people.
const firstByNumber = 8 * 60

// isToldHour tells whether a part of the day, or in a story any time, belongs to
// what somebody tells.
func (g *grammar) isToldHour(i, n int) bool {
	for j := max(0, i-longestDay); j < i; j++ {
		if said, used := g.daysAt(j); used > 0 && j+used == i {
			return g.isTold(j, i, said)
		}
	}
	if g.says(i-1, sOnly) > 0 && g.canBefore(i-1) {
		return false
	}
	wanting := g.distance(i, i+n, sWanting)
	if wanting == farAway && g.expects(ExpectWish) && g.says(i, sPart) == n && habitual[g.word(i-1).text] && !g.canBefore(i-1) {
		return true // parke jeden Abend weit weg
	}
	if g.says(i, sPart) == n && g.distance(i, i+n, sEvent) < wanting {
		return true
	}
	return len(g.m.words) >= aStory && wanting == farAway && g.isStory(i, i+n)
}

// habitual are words before what is done again and again: "jeden Abend".
var habitual = talkingWords(func(t talkWords) string { return t.every })

// canBefore tells whether somebody says of themselves, right before the word at
// i, that they can: "ich kann immer nur vormittags".
func (g *grammar) canBefore(i int) bool {
	for before := i - 1; before >= max(0, i-mostCan) && !g.word(before+1).startsClause(); before-- {
		if abling[g.word(before).text] {
			return true
		}
	}
	return false
}

const (
	mostCan = 4 // words between who can and when

	longestDay = 5 // words of a day, before a time that belongs to it
)

// isBehindDay tells whether a day stands directly before i: Freitag 9.
func (g *grammar) isBehindDay(i int) bool {
	if i == 0 {
		return false
	}
	_, weekday := g.at(i-1, sWeekday)
	_, day := g.at(i-1, sDay)
	return (weekday > 0 || day > 0) && g.isDigits(i, 2) && (g.word(i+1).kind != letters || g.isNamedNext(i+1))
}

// isNamedNext tells whether a clerk's line goes on with a name: behind "do 10 Schmidt" nothing is counted.
func (g *grammar) isNamedNext(i int) bool {
	return g.m.in.Brief && i < len(g.m.words) && (g.isNameWord(i, false) || g.isTitleAt(i))
}
