package understand

import "slices"

// toldFor are words for what somebody wants to be told, where nothing is put as a question.
var toldFor = lookoutFor(func(l language, o *lookout[Topic]) { enterTopics(o, l.questions.told) })

// telling are verbs that want something told, and again are words that want it once more.
var (
	telling = tellingWords(func(q questionWords) string { return q.telling })
	again   = tellingWords(func(q questionWords) string { return q.again })
)

// wantsTold tells whether a thought only wants to be told something, and what: "schick
// mir nochmal die Adresse", "wie war die Adresse", "Öffnungszeiten bitte". Anything else
// that it names, and whatever is the writer's own, makes something else of it.
func (m *message) wantsTold(t thought) (sighting[Topic], bool) {
	s, names := largest(toldFor.in(m.words, t.from, t.to))
	if !names || t.to-t.from > mostTold {
		return s, false
	}
	wants := m.in.Expect != ExpectMail && s.to-s.from == t.to-t.from && t.to == len(m.words) && t.from == 0
	for i := t.from; i < t.to; i++ {
		w := m.words[i].text
		switch {
		case i >= s.from && i < s.to:
		case telling[w], again[w], m.isWhat(i):
			wants = true
		case mine[w] && !oneself[w], !m.isFiller(i), needing[w]:
			return s, false
		}
	}
	return s, wants
}

const mostTold = 9 // words that only want to be told something

// things are question words that ask for things and not for people: what somebody's son
// must bring.
var things = tellingWords(func(q questionWords) string { return q.things })

// asksOfParents tells whether a question asks which parent must come with a child, or must
// sign: "muss der Vater mit", "müssen beide Eltern unterschreiben".
func (m *message) asksOfParents(t thought, about Topic) bool {
	words := m.words[t.from:t.to]
	if !slices.ContainsFunc(words, func(w word) bool { return parents[w.text] }) {
		return false
	}
	switch about {
	case AboutNeed, AboutDocuments:
		return len(besideParents.in(m.words, t.from, t.to))+len(oneOfParents.in(m.words, t.from, t.to)) > 0
	case AboutProxy:
		return len(oneOfParents.in(m.words, t.from, t.to)) > 0 // a parent who comes in place of the writer is none
	}
	return false
}

var (
	aboutAlls     = tellingWords(func(q questionWords) string { return q.whole })
	enoughTime    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.enough), true) })
	parents       = tellingWords(func(q questionWords) string { return q.parents })
	oneOfParents  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.onlyOne), true) })
	besideParents = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.together), true) })
)
