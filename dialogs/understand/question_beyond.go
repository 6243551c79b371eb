package understand

import "slices"

// Idioms of questions that few answers here are about.
var (
	beyondUs = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.beyond), true) })
	duties   = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.duties), true) })
	whys     = tellingWords(func(q questionWords) string { return q.whys })
)

// whyAnswered are the topics that say why something is so.
var whyAnswered = []Topic{AboutPrivacy, AboutConcern, AboutNeed, AboutTown}

// isBeyond tells whether a question asks what nobody here answers, as far as
// it is known: how long a card is valid, from which age on. Who needs
// something besides asks for that.
func (m *message) isBeyond(t thought) bool {
	if !t.asked || len(beyondUs.in(m.words, t.from, t.to)) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return needing[w.text] })
}

// isUnanswered tells whether a concern stands in a question that nobody here
// answers: why, from which age on, or in words that no table knows.
func (m *message) isUnanswered(c candidate) bool {
	if _, ours := c.value.(ConcernValue); !ours {
		return false
	}
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		within := t.asked && t.from <= c.from && c.from < t.to
		return within && (m.isBeyond(t) || m.asksWhy(t) || (m.asksDuty(t) || m.asksPlainly(t)) && m.leavesOver(t, sighting[Topic]{from: c.from, to: c.to}))
	})
}

// asksWhy tells whether a question begins with "why".
func (m *message) asksWhy(t thought) bool {
	return slices.ContainsFunc(m.words[t.from:min(t.to, t.from+mostBefore)], func(w word) bool { return whys[w.text] })
}

// asksOnlyWhy tells whether a question says no more than why what is asked for must be
// given: "warum muss ich den angeben", "why do you need my name".
func (m *message) asksOnlyWhy(t thought) bool {
	if m.saysWhenIn(t) || len(m.whenIn(t.from, t.to)) > 0 {
		return false
	}
	for i := t.from; i < t.to; i++ {
		w := m.words[i].text
		names := slices.ContainsFunc(m.grammars, func(g *grammar) bool {
			_, n := g.at(i, sField)
			return n > 0
		})
		if !names && !isSmall(w) && !needing[w] && !giving[w] {
			return false
		}
	}
	return true
}

// giving are verbs for what is done with a name or an address that is asked for.
var giving = talkingWords(func(t talkWords) string { return t.gives })

// honest is the answer that a question gets: what only seems to be about it is
// taken for nothing that is known here.
func (m *message) honest(c candidate, t thought) candidate {
	v, is := c.value.(QuestionValue)
	if !is || v.About == AboutTown {
		return c
	}
	hours := v.About == AboutHours && m.asksHours(t) // "bis wann" asks for something else elsewhere
	why := m.asksWhy(t) && !slices.Contains(whyAnswered, v.About)
	if !why && (hours || !m.isBeyond(t)) {
		return c
	}
	c.value, c.sure = m.unknownOf(t, v.Authority), unsureTopic
	return c
}

// unknownOf is a question that nobody here answers, as far as it is known, with the concern that it names.
func (m *message) unknownOf(t thought, authority string) QuestionValue {
	v := QuestionValue{About: AboutUnknown, Authority: authority}
	if e, found := m.subject(t.from, t.to, sighting[Topic]{from: t.from, to: t.from}); found && !e.elsewhere {
		v.Named = e.concernID()
	}
	return v
}

// hasAim tells whether a question says what or who something is for.
func (m *message) hasAim(c candidate) bool {
	return slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return purposes[w.text] })
}

// bringsSomebody tells whether a question asks about a person to bring, and not
// about papers: "muss ich meinen Mann mitbringen".
func (m *message) bringsSomebody(s sighting[Topic]) bool {
	if s.value != AboutDocuments || things[m.words[s.from].text] {
		return false
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := s.from; i < s.from+mostBetween; i++ {
			if _, kin := g.at(i, sKin); kin > 0 && (i == 0 || !purposes[g.word(i-1).text]) && g.says(i-1, sMine) > 0 {
				return true
			}
		}
		return false
	})
}

// asksDuty tells whether a thought asks whether one must or may do something:
// it wishes for nothing.
func (m *message) asksDuty(t thought) bool {
	s, is := largest(duties.in(m.words, t.from, min(t.to, t.from+mostBefore)))
	if !is || !t.asked {
		return false
	}
	return !slices.ContainsFunc(m.words[t.from:s.from], func(w word) bool { return !isSmall(w.text) })
}
