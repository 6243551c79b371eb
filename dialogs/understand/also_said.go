package understand

import "slices"

// alsoFor is that some people more shall have the same: "und für meine Frau auch".
type alsoFor struct{ who int }

func (alsoFor) value() {}

// alsoAt reads who else shall have what somebody comes for: und für meine Frau
// auch, und einen für meinen Sohn, noch einen für Papa, meine Mutter ebenfalls.
func (g *grammar) alsoAt(i int) (who, n int) {
	and := g.says(i, sAnd)
	if furthers[g.word(i+and).text] {
		and++
	}
	at := i + and
	_, counted := g.amount(at)
	at += counted
	likewise := g.likewiseFrom(at)
	at += likewise
	purpose := purposes[g.word(at).text]
	if purpose {
		at++
	}
	one := g.oneOfGroup(at)
	if g.says(at, sMine) == 0 || one.n == 0 || one.self || counted > 0 && !purpose {
		return 0, 0
	}
	at += one.n
	behind, used := g.shallHave(at)
	likewise, at = likewise+behind, at+used
	if likewise == 0 && (counted == 0 || and == 0) || !g.addsNothingFrom(at) {
		return 0, 0
	}
	return one.count, at - i
}

// shallHave reads what is said behind somebody who shall have the same: braucht auch einen,
// needs one too, auch einen braucht. It counts the words that say that it is the same.
func (g *grammar) shallHave(i int) (same, n int) {
	needs := 0
	for at := i; at < len(g.m.words) && !g.word(at).startsClause(); {
		_, counted := g.amount(at)
		switch used := g.likewiseFrom(at); {
		case used > 0:
			same, at = same+used, at+used
		case needing[g.word(at).text]:
			needs, at = needs+1, at+1
		case counted > 0 && needs > 0:
			at += counted
		default:
			return same, at - i
		}
		n = at - i
	}
	return same, n
}

// likewiseFrom is how many words from i on say that it is the same again: auch,
// auch noch einen.
func (g *grammar) likewiseFrom(i int) int {
	if !likewise[g.word(i).text] || i >= len(g.m.words) {
		return 0
	}
	n := 1 + g.says(i+1, sYet)
	_, used := g.amount(i + n)
	return n + used
}

// furthers are words for one more: "noch einen für meine Tochter", "another for my son".
var furthers = talkingWords(func(t talkWords) string { return t.further })

// doing are verbs behind somebody who is told of, and not counted.
var doing = talkingWords(func(t talkWords) string { return t.doing })

// likewise are words for that somebody else wants the same.
var likewise = talkingWords(func(t talkWords) string { return t.likewise })

// isLikewise tells whether the word at a place says in the message's language that somebody wants the same: "also" does
// in English only.
func (m *message) isLikewise(i int) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool { return i < len(m.words) && !g.foreign && g.x.likewise[m.words[i].text] })
}

// addsNothingFrom tells whether a clause ends at i, or goes on with filler only.
func (g *grammar) addsNothingFrom(i int) bool {
	for ; i < len(g.m.words) && !g.word(i).startsClause(); i++ {
		if !g.addsNothing(i) {
			return false
		}
	}
	return true
}

// moreOfTheSame counts those who shall have the same, where the message names nothing, as people beside the writer.
func (m *message) moreOfTheSame(chosen []candidate) []candidate {
	who, also, concerns := 0, -1, 0
	for i, c := range chosen {
		switch v := c.value.(type) {
		case alsoFor:
			who, also = who+v.who, i
			chosen[i].value = led{}
		case ConcernValue:
			if !v.Negated {
				concerns++
			}
		}
	}
	if also >= 0 && concerns == 0 && (m.in.Seen == SeenAppointment || slices.Contains(afterConcerns, m.in.Expect)) {
		chosen[also].value = PersonsValue{Count: 1 + who, Also: who}
	}
	return chosen
}

// afterConcerns are the questions that stand open once somebody has said what they
// come for.
var afterConcerns = []Expect{ExpectMore, ExpectQuantity, ExpectPersons, ExpectReview, ExpectWhen, ExpectName, ExpectMail}

// comesBesides tells whether a message says that what it names comes beside what was named before.
// "Nur noch" says that nothing else is left.
func (m *message) comesBesides() bool {
	return slices.ContainsFunc(besiding.in(m.words, 0, len(m.words)), func(s sighting[bool]) bool {
		return s.from == 0 || !onlies[m.words[s.from-1].text]
	})
}

// besiding are words that say so.
var besiding = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.besides), true) })
