package understand

import (
	"maps"
	"slices"
	"strings"

	"terminbote/booking"
)

// townFor are idioms that ask for what towns answer themselves, by the ID that the answer has:
// whether somebody may come along, whether it is sent by post, how one is called.
var townFor = lookoutFor(func(l language, o *lookout[string]) {
	for _, id := range slices.Sorted(maps.Keys(l.questions.town)) {
		o.enter(idiomsIn(l.questions.town[id]), id)
	}
})

// ofTown is a question that an idiom asks and the town answers itself, with the concern that it names.
func (m *message) ofTown(c candidate, t thought) (candidate, bool) {
	s, says := largest(townFor.in(m.words, t.from, t.to))
	if !says || !t.asked {
		return c, false
	}
	answer := m.reader.answerFor(Topic(s.value))
	if answer == "" {
		return c, false
	}
	if other, shared := m.reader.answerTo(m.words[t.from:t.to]); other != "" && other != answer && shared > 1 {
		return c, false // a dog that comes along is no companion
	}
	v := QuestionValue{About: AboutTown, Answer: answer}
	if e, found := m.subject(t.from, t.to, sighting[Topic]{from: s.from, to: s.from}); found && !e.elsewhere {
		if Topic(s.value) == waitingTime {
			return c, false // "wie lang wartet man auf einen Reisepass" asks when it is ready
		}
		v.Concern = e.concernID()
	}
	c.value = v
	return c, true
}

// waitingTime is the answer of a town that says how long one waits at the office.
const waitingTime Topic = "waiting-time"

// ofTogether is a question whether several things go in one appointment, with those that it names:
// "geht das beides zusammen, also Führerschein und Perso?".
func (m *message) ofTogether(c candidate, t thought) (candidate, bool) {
	s, says := largest(jointly.in(m.words, t.from, t.to))
	if !says || !t.asked || m.speaksOf(thought{from: t.from, to: s.from}, anAct) {
		return c, false
	}
	v := QuestionValue{About: AboutTogether}
	others := slices.ContainsFunc(m.thoughts(), func(o thought) bool { return o != t && o.asked && m.opens(o) })
	if !others {
		t.from, t.to = 0, len(m.words)
	}
	for _, f := range m.reader.read(m.textBeside(t, s), Context{Lang: m.in.Lang, Today: m.in.Today, Now: m.in.Now}).Found {
		if named, is := f.Value.(ConcernValue); is && !named.Negated && !slices.Contains(v.Concerns, named.ID) {
			v.Concerns = append(v.Concerns, named.ID)
		}
	}
	if len(v.Concerns) > 0 {
		c.from, c.to = t.from, t.to
	}
	c.value = v
	return c, true
}

// textBeside is what a thought says beside an idiom.
func (m *message) textBeside(t thought, s sighting[bool]) string {
	var parts []string
	for i := t.from; i < t.to; i++ {
		if w := m.words[i]; (i < s.from || i >= s.to) && !slices.Contains(s.also, i) {
			parts = append(parts, m.text[w.from:w.to])
		}
	}
	return strings.Join(parts, " ")
}

// doesItself tells whether somebody of the family is asked about who does something by themselves:
// "kann meine Tochter das selber holen".
func (m *message) doesItself(from, to int) bool {
	own := slices.ContainsFunc(m.words[from:to], func(w word) bool { return byOneself[w.text] })
	return own && slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := from; i < to; i++ {
			if g.says(i, sKin) > 0 {
				return true
			}
		}
		return false
	})
}

var (
	jointly   = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.jointly), true) })
	byOneself = tellingWords(func(q questionWords) string { return q.oneself })
	holding   = tellingWords(func(q questionWords) string { return q.holds })
	differing = tellingWords(func(q questionWords) string { return q.differs })
)

// onlyAsked is a reading without what nobody surely wants, where it was asked for while something else
// is chosen: "can I drive until the new one comes?" is a question, and no wish for a second thing.
func (m *message) onlyAsked(said Reading) Reading {
	if m.asksWish() || len(said.Found) == 0 || !m.asksThroughout() || said.Corrects {
		return said
	}
	for _, f := range said.Found {
		v, is := f.Value.(ConcernValue)
		_, elsewhere := f.Value.(ElsewhereValue)
		open := f.Sure < Doubt || is && len(v.Rivals) > 0 && f.Sure < wholly
		if !open || !is && !elsewhere || is && (v.Negated || v.Quantity > 0) || !m.isChosen(v.ID) && m.wantsMore() {
			return said
		}
	}
	q := QuestionValue{About: AboutUnknown, Words: said.Text}
	if v, is := said.Found[0].Value.(ConcernValue); is && len(said.Found) == 1 && m.isChosen(v.ID) {
		q.Concern = v.ID
	}
	said.Found = []Finding{{Words: said.Text, Sure: unsureTopic, Value: q}}
	said.Rest, said.Passed, said.Unanswered = nil, nil, nil
	return said
}

// isChosen tells whether a concern is chosen.
func (m *message) isChosen(id booking.ConcernID) bool {
	return slices.ContainsFunc(m.in.Chosen, func(w booking.Wish) bool { return w.Concern == id })
}

// asksBeside tells whether a message only asks something that is known, or what would be so if, so that
// nothing in it corrects what is chosen: "reicht es, wenn nur einer von uns kommt?".
func (m *message) asksBeside(said Reading) bool {
	if m.asksWish() || !m.asksThroughout() || !m.mark(len(m.words)) && !m.opensAt(0) && !m.mayOpen(0) {
		return false
	}
	if m.supposes() {
		return true
	}
	if len(said.Found) != 1 {
		return false
	}
	q, asks := said.Found[0].Value.(QuestionValue)
	return asks && said.Found[0].Sure >= sureQuestion && q.About != AboutUnknown
}

// supposes tells whether a message asks what would be so if: "was, wenn davon nichts passt?".
func (m *message) supposes() bool {
	return len(m.words) > fewestAsked && m.isWhat(0) && supposing[m.words[1].text]
}

// supposing are words that begin what would be so: wenn.
var supposing = tellingWords(func(q questionWords) string { return q.ifs })

// asksThroughout tells whether all of a message is put as a question.
func (m *message) asksThroughout() bool {
	return !slices.ContainsFunc(m.thoughts(), func(t thought) bool { return !t.asked })
}

// wantsMore tells whether a word says that something is wanted besides: noch, auch, another.
func (m *message) wantsMore() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return furthers[w.text] || likewise[w.text] })
}

// withoutTold drops what only stands in what is told beside a question of the writer's, where that tells
// what somebody has, or how they come: "can my husband register for both of us? he has my passport".
func (m *message) withoutTold(chosen []candidate) []candidate {
	if !m.asksWish() {
		return chosen
	}
	return slices.DeleteFunc(chosen, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		if !is || v.Negated || v.Quantity > 0 {
			return false
		}
		at := slices.IndexFunc(m.thoughts(), func(t thought) bool { return t.from <= c.from && c.to <= t.to })
		return at >= 0 && m.onlyTells(m.thoughts()[at]) && slices.ContainsFunc(chosen, func(q candidate) bool {
			asked, asks := q.value.(QuestionValue)
			behind := q.to <= c.from && asked.Concern != "" && asked.Concern != v.ID
			return asks && q.sure >= sureQuestion && (behind || asked.About == AboutAccess)
		})
	})
}

// onlyTells tells whether a thought says what somebody has or how they are, and nothing that was done or is needed.
func (m *message) onlyTells(t thought) bool {
	if t.asked || !tellers[m.words[t.from].text] {
		return false
	}
	return !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool {
		return needing[w.text] || wanting[w.text] || beens[w.text] && !having[w.text] || done[w.text] || shalls[w.text] || modals[w.text]
	}) && !m.speaksOf(t, anAct)
}

// TellingWords is the words of a question that name something: neither small words nor what people
// ask, want and do anywhere.
func (r *Reader) TellingWords(text string) []string {
	m := r.message(text, Context{})
	var all []string
	if m.isBeyond(thought{to: len(m.words), asked: true}) || slices.ContainsFunc(m.words, func(w word) bool { return holding[w.text] }) {
		all = slices.Sorted(maps.Keys(holding)) // how long it holds
	}
	for i, w := range m.words {
		plain := needing[w.text] || wanting[w.text] || opening[w.text] || modals[w.text] || coming[w.text] || telling[w.text] || having[w.text] || quiet[w.text] || stating[w.text]
		if w.kind == letters && len(w.text) >= fewestTelling && !isSmall(w.text) && !m.isFiller(i) && !plain && !m.saysWhen(i) {
			all = append(all, w.text)
		}
	}
	return all
}

const (
	fewestTelling = 5 // letters of a word that names something
	mostEnding    = 2 // of them that may be its ending
)

// Mentions tells whether a text has one of some words, in whatever form or within a longer one.
func Mentions(text string, words []string) bool {
	return slices.ContainsFunc(wordsOf(Fold(text)), func(has string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			least := max(fewestTelling, len(w)-mostEnding)
			return has == w || len(has) >= least && len(w) >= least && strings.Contains(has, w[:least])
		})
	})
}
