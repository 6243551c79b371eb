package understand

import (
	"maps"
	"slices"
	"strings"
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
		if _, elsewhere := f.Value.(ElsewhereValue); elsewhere {
			return c, false
		}
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
