package understand

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed topics/model.bin
var topicFile []byte

// topics is what was learnt of how people ask, in all languages together.
var topics = sync.OnceValue(func() *matterModel { return mustDecode(topicFile) })

// mustDecode reads a model that is part of the program.
func mustDecode(file []byte) *matterModel {
	m, err := decodeModel(file)
	if err != nil {
		panic(err)
	}
	return m
}

// The names in the table of what is asked for nowhere here: what only sounds
// like a question, and what nobody knows.
const (
	noTopic   = "wish"
	nobodyHas = noMatter
)

// townTopics is which of the town's own answers each name of the table is;
// empty: it is a topic, or the town says nothing of it.
type townTopics []string

// topicGuess is what a question is likely about.
type topicGuess struct {
	topic  Topic
	answer string // of the town, with AboutTown
	likely float32
	wish   bool              // it only sounds like a question
	of     map[Topic]float32 // how likely each topic is
}

// How likely a topic must be where nothing else was found, where a word says
// another one, and where something is named that people come for.
const (
	likelyTopic = 0.45
	plainTopic  = 0.8
	surelyTopic = 0.85

	hintCounts  = 4   // how much likelier a topic is that a word hints at
	idiomCounts = 100 // and one that an idiom asks for
)

// newTownTopics finds the town's answers by the names in the table, as they
// would be found if somebody typed them.
func (r *Reader) newTownTopics() townTopics {
	all := make(townTopics, len(r.topics.names))
	for i, name := range r.topics.names {
		if !isTopicName(name) {
			words, _ := wordsIn(oneCleanLine(name))
			all[i], _ = r.answerTo(words)
		}
	}
	return all
}

// isTopicName tells whether a name in the table is no answer of the town's.
func isTopicName(name string) bool {
	return name == noTopic || name == nobodyHas || slices.Contains(Topics(), Topic(name))
}

// fewestAsked is how many words a question has that is judged as a whole.
const fewestAsked = 3

// topicOf is what a question is likely about, and whether that is likely enough. Several
// rules ask it of the same thought.
func (m *message) topicOf(t thought) (topicGuess, bool) {
	g, known := m.topics[t]
	if !known {
		g.topicGuess, g.enough = m.guessTopic(t)
		if m.topics == nil {
			m.topics = map[thought]judgedTopic{}
		}
		m.topics[t] = g
	}
	return g.topicGuess, g.enough
}

// judgedTopic is what a question is likely about, and whether that is likely enough.
type judgedTopic struct {
	topicGuess
	enough bool
}

func (m *message) guessTopic(t thought) (topicGuess, bool) {
	model, words := m.reader.topics, m.words[t.from:t.to]
	if len(words) < fewestAsked || !mostlyOf(model, words) || m.answersOpen(t) || m.movesMine(t) || m.goesOnAsking(t) || !m.hasMeaningIn(t) || len(graveTalk.in(words, 0, len(words))) > 0 {
		return topicGuess{}, false
	}
	shares := model.likely(model.weigh(m.soundOf(t)))
	best := slices.Index(shares, slices.Max(shares))
	g := topicGuess{topic: Topic(model.names[best]), likely: shares[best], of: map[Topic]float32{}}
	for i, share := range shares {
		g.of[Topic(model.names[i])] += share
	}
	switch name := model.names[best]; {
	case name == noTopic:
		g.topic, g.wish = "", true
	case name == nobodyHas:
		g.topic = AboutUnknown
	case m.reader.townTopics[best] != "":
		g.topic, g.answer = AboutTown, m.reader.townTopics[best]
	case !isTopicName(name):
		g.topic = AboutUnknown
	}
	return g, g.likely >= m.enoughForTopic(t, g)
}

// soundsElse tells whether the whole of a question sounds so much like another
// topic that an idiom in it must mean something else.
func (m *message) soundsElse(t thought, of Topic) bool {
	g, likely := m.topicOf(t)
	return likely && t.asked && !g.wish && !(of == AboutDocuments && g.topic == AboutPhoto) && g.topic != AboutUnknown && g.topic != of && g.likely >= surelyTopic && g.of[of]*idiomCounts < g.likely
}

// movesMine tells whether a question is put about the writer's appointment being earlier or
// later by so much: "geht mein Termin auch eine Stunde früher".
func (m *message) movesMine(t thought) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := t.from; i < t.to; i++ {
			if shift, n := g.shiftAt(i); n > 0 && shift.Minutes+shift.Days > 0 && g.namesMine() {
				return true
			}
		}
		return false
	})
}

// enoughForTopic is how likely a topic must be: more where a question names
// what people come for, as it may be a wish.
func (m *message) enoughForTopic(t thought, g topicGuess) float32 {
	switch {
	case !m.speaksOfWishes(t):
		return likelyTopic
	case aboutConcerns[g.topic]:
		return plainTopic
	}
	return surelyTopic
}

// answersOpen tells whether what is put like a question may answer the open
// one: "kann ich um elf" where a time is asked for, "einer reicht".
func (m *message) answersOpen(t thought) bool {
	switch m.in.Expect {
	case ExpectWish, ExpectMore:
		return false
	case ExpectWhen:
		return len(m.whenIn(t.from, t.to)) > 0 || m.saysWhenIn(t)
	}
	return !m.mark(t.to) && !m.opensAt(t.from) && !m.verbOpensAt(t.from)
}

// hasMeaningIn tells whether a thought that only the place of its verb makes a
// question has a word with a meaning of its own: "bin ich noch da" has none.
func (m *message) hasMeaningIn(t thought) bool {
	if !states[m.words[t.from].text] {
		return true
	}
	for i := t.from; i < t.to; i++ {
		if m.isWhat(i) || !isSmall(m.words[i].text) {
			return true
		}
	}
	return false
}

// saysWhenIn tells whether some word of a thought can be about when.
func (m *message) saysWhenIn(t thought) bool {
	for i := t.from; i < t.to; i++ {
		if m.saysWhen(i) || m.says(i, sIdle) || m.says(i, sAnyDay) || m.says(i, sAnyTime) {
			return true
		}
	}
	return false
}

// goesOnAsking tells whether a thought is the other half of the question before:
// "… oder geht das mit dem Handy".
func (m *message) goesOnAsking(t thought) bool {
	at := slices.Index(m.thoughts(), t)
	return at > 0 && m.thoughts()[at-1].asked && joining[m.words[t.from].text]
}

// likelier is a question as the whole of it sounds, where single words of it
// say nothing or something else that is less likely.
func (m *message) likelier(c candidate, t thought, hinted candidate, found, weak bool) (candidate, bool) {
	g, likely := m.topicOf(t)
	likely = likely || !found && g.likely >= likelyTopic && m.onlyAsks(t)
	q, asks := hinted.value.(QuestionValue)
	switch {
	case !likely, found && !asks, found && q.About == g.topic, found && q.About == AboutTown && g.topic != AboutTown:
		return hinted, found
	case found && !weak && g.of[q.About]*hintCounts >= g.likely:
		return hinted, found
	case g.topic == AboutReady && modals[m.words[t.from].text]:
		return hinted, found // kann ich den Ausweis gleich mitkriegen
	case g.wish:
		return hinted, found && !weak
	case g.topic == AboutUnknown && m.mayWish(t), !aboutConcerns[g.topic] && m.namesOthers(t), !aboutDays[g.topic] && len(m.whenIn(t.from, t.to)) > 0:
		return hinted, found
	}
	if ofTheOffice[g.topic] && m.saysWhenIn(t) && m.speaksOfWishes(thought{to: len(m.words)}) {
		return hinted, found // what somebody wants, and when
	}
	c.sure = unsureTopic
	if g.topic == AboutUnknown {
		c.value = m.unknownOf(t, m.authorityIn(t.from, t.to))
		return c, true
	}
	if g.topic == AboutTown {
		c.value = QuestionValue{About: g.topic, Answer: g.answer, Authority: m.authorityIn(t.from, t.to)}
		return c, true
	}
	if said, ok := m.asking(c, sighting[Topic]{from: t.from, to: t.from, value: g.topic}); ok {
		if q, asks := said.value.(QuestionValue); asks {
			q.Guessed = true
			said.value = q
		}
		return said, true
	}
	return hinted, found
}

// ofTheOffice are topics that days are named with, whatever people come for.
var ofTheOffice = map[Topic]bool{AboutHours: true, AboutMine: true, AboutChanging: true, AboutHorizon: true}

// mayWish tells whether a question may ask for what people come for, here or
// elsewhere.
func (m *message) mayWish(t thought) bool {
	return m.speaksOfWishes(t) && !m.asksPlainly(t) && !m.asksWhy(t)
}

// namesOthers tells whether a question names what others do.
func (m *message) namesOthers(t thought) bool {
	e, named := m.subject(t.from, t.to, sighting[Topic]{})
	return named && e.elsewhere
}

// aboutDays are topics that may be asked for with a day or a time. Beside any
// other one they tell of a wish: "kann ich morgen um zehn kommen".
var aboutDays = map[Topic]bool{
	AboutHours: true, AboutSoonest: true, AboutReady: true, AboutChanging: true, AboutHorizon: true, AboutMine: true,
}
