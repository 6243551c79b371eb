package understand

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed kinds/model.bin
var kindFile []byte

// messageKinds is what was learnt of how people wish, ask and talk, from the tables of
// matters, of topics and of talk. It stands beside the rules, which look at single
// words: where it is all but certain and they are not, it is believed.
var messageKinds = sync.OnceValue(func() *matterModel { return mustDecode(kindFile) })

// The names that the model has for kinds of messages.
const (
	kindWish     = "wish"
	kindQuestion = "question"
	kindTalk     = "talk" // and all that nobody here has to do with
)

// How sure it must be of a kind.
const (
	maybeAsked   = 0.3  // to ask about what a question names
	likelyOfKind = 0.8  // to leave out what is in doubt anyhow
	surelyOfKind = 0.95 // to make something else of what seems to be said
	whollyOfKind = 0.97 // and of what is said clearly
)

// sounds is how likely a message is of a kind; 0 where that cannot be told.
func (m *message) sounds(kind string) float32 {
	model := messageKinds()
	if m.kinds == nil {
		m.kinds = make([]float32, len(model.names))
		if m.mayBeOfAnyKind() && mostlyOf(model, m.words) {
			m.kinds = model.likely(model.weigh(m.sound()))
		}
	}
	return m.kinds[slices.Index(model.names, kind)]
}

// mayBeOfAnyKind tells whether it is open what a message is: it answers no question but
// what somebody comes for, and is no clerk's line.
func (m *message) mayBeOfAnyKind() bool {
	return m.asksWish() && !m.in.Brief &&
		len(m.words) >= fewestTalked && len(m.words) <= mostEvidence && !m.isForeign()
}

// sound is the clues of the whole message.
func (m *message) sound() []clue {
	if m.clues == nil {
		m.clues = topicEvidence(m.reader.catalogue.words, m.words)
	}
	return m.clues
}

// soundOf is the clues of a thought.
func (m *message) soundOf(t thought) []clue {
	if t.to-t.from == len(m.words) {
		return m.sound()
	}
	return topicEvidence(m.reader.catalogue.words, m.words[t.from:t.to])
}

// orKind is what was chosen, where the message does not sound like something else:
// who asks does not want what the question names, and who only talks wants nothing.
// What others do is told whether it is asked for or wanted.
func (m *message) orKind(chosen []candidate) []candidate {
	if m.sounds(kindTalk) >= likelyOfKind {
		return slices.DeleteFunc(slices.Clone(chosen), func(c candidate) bool {
			return isMatter(c) && !m.isAskedBetween(c) && (c.sure < Doubt || c.sure < wholly && m.sounds(kindTalk) >= whollyOfKind)
		})
	}
	wanted := func(c candidate) bool { v, is := c.value.(ConcernValue); return is && !v.Negated }
	if m.asksWhen || m.sounds(kindQuestion) < surelyOfKind || !slices.ContainsFunc(chosen, wanted) {
		return chosen
	}
	if slices.ContainsFunc(chosen, isQuestion) || isSetAgainst(chosen) {
		return chosen // what is asked is known, or what is wanted is told from what is not
	}
	return append(slices.DeleteFunc(slices.Clone(chosen), wanted), m.asksNobodyKnowsWhat()...)
}

// onlyAsks tells whether a thought is all of a message that sounds like a question:
// what it names is not wished for.
func (m *message) onlyAsks(t thought) bool {
	return t.to-t.from == len(m.words) && m.sounds(kindQuestion) >= surelyOfKind
}

// mayOnlyAsk tells whether a message is put as a question and may well be no more:
// "steht im Führungszeugnis auch eine Geldstrafe". Who asks whether or how they can do
// something themselves rather wants it.
func (m *message) mayOnlyAsk() bool {
	asked := func(t thought) bool { return t.asked && !m.asksForSelf(t) }
	return !m.asksWhen && m.sounds(kindQuestion) >= maybeAsked && slices.ContainsFunc(m.thoughts(), asked)
}

// asksForSelf tells whether a question begins with what somebody can or may do
// themselves: "wie kann ich …", "darf ich …".
func (m *message) asksForSelf(t thought) bool {
	for i := t.from; i < min(t.to, t.from+mostBefore); i++ {
		self := m.says(i+1, sSelf) || i > t.from && m.says(i-1, sSelf)
		if w := m.words[i].text; self && (modals[w] || abling[w]) {
			return true
		}
	}
	return false
}

// isAskedBetween tells whether a candidate is one of those that it is asked between.
func (m *message) isAskedBetween(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return is && slices.Contains(m.in.Between, v.ID)
}

// isMatter tells whether a candidate is something that people come for, here or
// elsewhere, and is not refused.
func isMatter(c candidate) bool {
	switch v := c.value.(type) {
	case ConcernValue:
		return !v.Negated
	case ElsewhereValue:
		return true
	}
	return false
}
