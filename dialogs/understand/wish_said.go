package understand

import (
	"slices"
	"strings"
)

// wishAt reads words that want something done, other words between them:
// meinen Termin am Dienstag bitte absagen. It takes the last of them in a row,
// so that what stands between can say more, and explains the others.
func (g *grammar) wishAt(i int) []candidate {
	var best candidate
	longest := 0
	for _, p := range g.x.wishes.first[g.m.spelled(i)] {
		places := g.follow(i, p)
		if len(places) <= longest || g.foreign && len(places) < 2 || g.meansOther(p.intent, i, places) {
			continue
		}
		longest = len(places)
		intent := p.intent
		if intent == CallOff && g.wantsOtherDay(places) {
			intent = Move
		}
		best = g.wishOf(places, intent)
		if t, asks := g.m.asksOfBooking(places[len(places)-1]); asks && intent == CallOff {
			c := candidate{from: t.from, to: t.to, sure: unsureTopic, bonus: questionBonus}
			c, _ = g.m.asking(c, sighting[Topic]{from: t.from, to: t.to, value: AboutChanging})
			best = g.m.dated(c)
		}
	}
	if longest == 0 {
		return g.ownWishAt(i)
	}
	return []candidate{best}
}

// ownWishAt reads a verb alone as what is wanted with an appointment that is seen: "den
// Perso will ich absagen".
func (g *grammar) ownWishAt(i int) []candidate {
	from, to := g.m.clauseOf(i, i+1)
	if g.m.in.Seen != SeenAppointment || g.m.in.Expect == ExpectYesNo || g.m.asksAt(i) || slices.ContainsFunc(g.m.words[from:to], func(w word) bool { return denying[w.text] }) {
		return nil
	}
	switch w := g.word(i).text; {
	case cancelling[w]:
		return []candidate{g.wishOf([]int{i}, CallOff)}
	case moving[w]:
		return []candidate{g.wishOf([]int{i}, Move)}
	}
	return nil
}

// cancelling are verbs that call an appointment off.
var cancelling = talkingWords(func(t talkWords) string { return t.cancels })

// meansOther tells whether the words of a wish say something else where they stand.
func (g *grammar) meansOther(intent Intent, i int, places []int) bool {
	switch intent {
	case Here:
		return g.m.asksAt(i) || g.isInverted(i) || g.isForLater(i)
	case CallOff:
		return g.m.asksOfLater(i) || g.isKeptAway(i) || g.refusesDayAt(i) || g.refusesChosen(places) || g.asksWhy(i) || g.m.asksAbout(AboutWalkIn, i)
	case Move:
		return g.m.asksOfLater(i) || !g.expects(ExpectWish) && g.says(i, sUntil, sOn, sNameUnder) > 0
	case Erase:
		return g.asksOfYou(i)
	case Data:
		return g.m.asksAbout(AboutPrivacy, i)
	case Book:
		return g.m.asksAbout(AboutWalkIn, i) || g.isRefused(places)
	case Remove:
		return g.expects(ExpectWish) || beens[g.word(places[len(places)-1]-1).text] // der Pass ist weg
	}
	return false
}

// isForLater tells whether the clause of the word at i names a day to come: "ich bin ab
// Dienstag wieder da".
func (g *grammar) isForLater(i int) bool {
	from, to := g.m.clauseOf(i, i+1)
	for at := from; at < to; at++ {
		if said, n := g.daysAt(at); n > 0 && !said.loose && g.isAhead(said) {
			return true
		}
	}
	return false
}

// asksWhy tells whether the clause of the word at i asks why: "why can't I come at 7?".
func (g *grammar) asksWhy(i int) bool {
	from, _ := g.m.clauseOf(i, i+1)
	return slices.ContainsFunc(g.m.words[from:i], func(w word) bool { return whys[w.text] })
}

// isRefused tells whether one of the words between those of a wish denies it:
// "ich brauche keinen Termin".
func (g *grammar) isRefused(places []int) bool {
	for i := places[0]; i < places[len(places)-1]; i++ {
		if denying[g.word(i).text] {
			return true
		}
	}
	return false
}

// isKeptAway tells whether it is somebody else in the family who cannot come, in a message
// that says more: "mein Vater kann nicht kommen, sein Ausweis ist abgelaufen".
func (g *grammar) isKeptAway(i int) bool {
	from, to := g.m.clauseOf(i, i+1)
	kin := false
	for n := from; n < i; n++ {
		if g.says(n, sSelf) > 0 {
			return false
		}
		kin = kin || g.says(n, sKin) > 0
	}
	return kin && (from > 0 || to < len(g.m.words)) && g.expects(ExpectWish)
}

// wishBesideNumber reads what shall be done with the appointment whose number is all else
// that a message has: "absage K7M4QX", "K7M4QX verschieben".
func (g *grammar) wishBesideNumber(i int) []candidate {
	intent, ok := g.replyOf(i, i+1, nil, nil)
	if !ok || intent != CallOff && intent != Move {
		return nil
	}
	numbered := false
	for n := 0; n < len(g.m.words); n++ {
		if _, end := g.m.numberAt(n); end > n {
			numbered, n = true, end-1
			continue
		}
		if n != i && !g.m.isFiller(n) && g.says(n, sField) == 0 {
			return nil
		}
	}
	if !numbered {
		return nil
	}
	return []candidate{{from: i, to: i + 1, sure: 0.9, bonus: actBonus, value: IntentValue{intent}}}
}

// wantsOtherDay tells whether words that say that somebody cannot come go on with when they
// want to come instead: "ich kann Dienstag nicht, lieber Mittwoch".
func (g *grammar) wantsOtherDay(places []int) bool {
	if !slices.ContainsFunc(places, func(i int) bool { return denying[g.word(i).text] }) {
		return false
	}
	for i := places[len(places)-1] + 1; i < len(g.m.words); i++ {
		_, day := g.dayAt(i)
		around := g.m.words[max(0, i-2):min(len(g.m.words), i+day+1)]
		if day > 0 && slices.ContainsFunc(around, func(w word) bool { return rathers[w.text] }) {
			return true
		}
	}
	return false
}

// refusesDayAt tells whether words that call off an appointment elsewhere only say on which
// day it does not do: can't make it Thursday.
func (g *grammar) refusesDayAt(i int) bool {
	n := g.cannotAt(i)
	_, day := g.dayAt(i + n)
	return n > 0 && day > 0
}

// isInverted tells whether a message begins with a verb and then its subject, as
// questions do: "bin ich noch da".
func (g *grammar) isInverted(i int) bool { return i == 0 && g.says(1, sSelf) > 0 }

// asksOfLater tells whether the word at i stands in a question for what can be
// done later or in case of something: "kann ich den Termin später noch absagen".
func (m *message) asksOfLater(i int) bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		if !t.asked || i < t.from || i >= t.to || !slices.ContainsFunc(m.words[m.sentenceFrom(t.from):t.to], func(w word) bool { return inCase[w.text] }) {
			return false
		}
		g, likely := m.topicOf(t)
		return likely && g.topic == AboutChanging
	})
}

// inCase are words for later and for what may happen.
var inCase = tellingWords(func(q questionWords) string { return q.inCase })

// asksOfYou tells whether a verb that begins a question is not done for the
// writer: "löscht ihr die Daten danach".
func (g *grammar) asksOfYou(i int) bool {
	return g.m.asksAt(i) && !slices.ContainsFunc(g.m.words, func(w word) bool { return mine[w.text] })
}

// asksAt tells whether the word at i stands in a question.
func (m *message) asksAt(i int) bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool { return t.asked && t.from <= i && i < t.to })
}

// asksAbout tells whether the word at i stands in a question for a topic that
// begins before it or with it: "who can see my data", "brauche ich einen Termin".
func (m *message) asksAbout(topic Topic, i int) bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		return (t.asked || t.from < i) && t.from <= i && i < t.to && slices.ContainsFunc(askedFor.in(m.words, t.from, t.to), func(s sighting[Topic]) bool {
			return s.value == topic && (s.from < i || s.from == t.from)
		})
	})
}

// wishOf is a wish by the places of its words.
func (g *grammar) wishOf(places []int, intent Intent) candidate {
	last := len(places) - 1
	first := last
	for first > 0 && g.isFillerBetween(places[first-1], places[first]) {
		first--
	}
	c := candidate{from: places[first], to: places[last] + 1, sure: 0.85, value: IntentValue{intent}}
	c.bonus = 0.1 + 0.3*float64(last) + ofFiller*float64(last+1)
	if acts[intent] && last > 0 {
		c.bonus += actBonus
	}
	c.also = places[:first]
	return c
}

// acts are wishes about an appointment that there is. They count more than the
// question that they may be put as: kann ich meinen Termin verschieben?
var acts = map[Intent]bool{CallOff: true, Move: true, Restore: true, Attach: true, Late: true, Here: true, Erase: true}

const actBonus = 1.2

// acts tells whether a thought says that something shall be done with an appointment, or
// that somebody will be late.
func (m *message) acts(t thought) bool {
	for _, g := range m.grammars {
		for i := t.from; i < t.to; i++ {
			for _, c := range g.wishAt(i) {
				if v, ok := c.value.(IntentValue); ok && acts[v.Intent] {
					return true
				}
			}
		}
	}
	return false
}

// isFillerBetween tells whether nothing but filler stands between two places.
func (g *grammar) isFillerBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !g.m.isFiller(i) || g.m.saysWhen(i) {
			return false
		}
	}
	return true
}

// mostBetween is how many words may stand between two of a wish.
const mostBetween = 5

// follow finds words in their order behind the one at i, filler and times
// between them, and says where they stand.
func (g *grammar) follow(i int, p bookPhrase) []int {
	places := []int{i}
	at := i + 1
	for _, want := range p.rest {
		for skipped := 0; at < len(g.m.words) && g.word(at).text != want && g.m.spelled(at) != want; skipped++ {
			if skipped == mostBetween || !g.mayStandBetween(at) && (p.intent != Remove || !g.m.ours(at)) {
				return nil
			}
			at++
		}
		if at >= len(g.m.words) || strings.ContainsAny(g.word(at).gap, "!?;") || strings.Contains(g.word(at).gap, ".") && g.word(at-1).kind != digits {
			return nil
		}
		places = append(places, at)
		at++
	}
	return places
}

// mayStandBetween tells whether a word may stand between those of a wish:
// filler, and what says when, or which appointment.
func (g *grammar) mayStandBetween(i int) bool {
	w := g.word(i)
	return g.m.isFiller(i) || w.kind == digits || g.word(i+1).kind == digits && g.word(i+1).glued() || w.kind == letters && w.glued() ||
		g.m.saysWhen(i) || g.says(i, sOClock, sMonth, sNumber, sOrdinal, sHalf, sLength, sHours, sMinutes) > 0 || g.m.isInNumber(i)
}

// spelled is a word as the tables have it, a slip mended. The words behind the first of a wish
// may look like slips of others: "den Termin halten".
func (m *message) spelled(i int) string {
	if m.words[i].meant != "" {
		return m.words[i].meant
	}
	return m.words[i].text
}
