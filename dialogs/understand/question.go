package understand

import (
	"maps"
	"slices"
	"strings"
)

// The idioms of questions in all languages.
var (
	openers   = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.opens), true) })
	askedFor  = lookoutFor(func(l language, o *lookout[Topic]) { enterTopics(o, l.questions.topics) })
	hintedFor = lookoutFor(func(l language, o *lookout[Topic]) { enterTopics(o, l.questions.hints) })
)

func lookoutFor[T any](enter func(language, *lookout[T])) *lookout[T] {
	o := newLookout[T]()
	for _, l := range languages {
		enter(l, o)
	}
	return o
}

// enterTopics enters topics in a fixed order, so that a draw is always
// decided alike.
func enterTopics(o *lookout[Topic], topics map[Topic]string) {
	for _, t := range slices.Sorted(maps.Keys(topics)) {
		o.enter(idiomsIn(topics[t]), t)
	}
}

// How surely a question was understood, and what it is worth beside the days
// and people that it speaks of.
const (
	sureQuestion    = 0.9
	unsureTopic     = 0.7
	questionBonus   = 0.6
	shortMessage    = 3    // words may be a question without looking like one
	sureAnswer      = 0.75 // how well one of the town's answers must fit
	questionConcern = 0.5  // and the concern that a question is about
)

// questions finds questions to the assistant.
func (m *message) questions() []candidate {
	var all []candidate
	for _, t := range m.thoughts() {
		if c, ok := m.question(t); ok {
			all = append(all, c)
		}
	}
	return all
}

// thought is a part of a message that is a sentence or could be one.
type thought struct {
	from, to int
	asked    bool // it is put as a question
}

// thoughts parts a message at full stops, and where a question begins: "… und
// was kostet das?"
func (m *message) thoughts() []thought {
	var all []thought
	from := 0
	for i := 1; i <= len(m.words); i++ {
		if i < len(m.words) && !m.endsBefore(i) {
			continue
		}
		t := thought{from: from, to: i}
		t.asked = m.mark(i) || m.opens(t)
		all = append(all, t)
		from = i
	}
	return all
}

// endsBefore tells whether a thought ends before the word at i.
func (m *message) endsBefore(i int) bool {
	w := m.words[i]
	if strings.ContainsAny(w.gap, "!?;") || strings.Contains(w.gap, ". ") && !isOrdinalDot(m.words, i) {
		return true
	}
	joined := joining[m.words[i-1].text] || strings.Contains(w.gap, ",")
	_, opens := largest(openers.in(m.words, i, min(len(m.words), i+maxPhrase)))
	return joined && opens && m.opensAt(i)
}

// isOrdinalDot tells whether the dot before a word belongs to a number: "am 2.
// Dezember".
func isOrdinalDot(words []word, i int) bool { return words[i-1].kind == digits }

// mark tells whether a question mark stands before the word at i, or at the end.
func (m *message) mark(i int) bool {
	if i == len(m.words) {
		return strings.Contains(m.tail, "?")
	}
	return strings.Contains(m.words[i].gap, "?")
}

const mostBefore = 4 // words before the one that begins a question: "hallo, sag mal, …"

// opens tells whether a thought begins as questions do.
func (m *message) opens(t thought) bool {
	for i := t.from; i < min(t.to, t.from+mostBefore); i++ {
		if m.opensAt(i) {
			return true
		}
		if !isSmall(m.words[i].text) {
			return false
		}
	}
	return false
}

func (m *message) opensAt(i int) bool {
	return slices.ContainsFunc(openers.in(m.words, i, min(len(m.words), i+maxPhrase)), func(s sighting[bool]) bool { return s.from == i })
}

// question is what a thought asks for, if it asks.
func (m *message) question(t thought) (candidate, bool) {
	s, strong := largest(askedFor.in(m.words, t.from, t.to))
	if strong && !t.asked && !m.asksAnyhow(t, s) {
		return candidate{}, false
	}
	c := candidate{from: t.from, to: t.to, sure: sureQuestion, bonus: questionBonus}
	answer, known := m.reader.answerTo(m.words[t.from:t.to])
	switch {
	case strong:
		return m.asking(c, s)
	case !t.asked:
		return candidate{}, false
	case known:
		c.value = QuestionValue{About: AboutTown, Answer: answer}
		return c, true
	}
	s, hinted := largest(hintedFor.in(m.words, t.from, t.to))
	if !hinted {
		return candidate{}, false
	}
	c.sure = unsureTopic
	return m.asking(c, s)
}

// asksAnyhow tells whether what is not put as a question is one: "Gebühren
// Reisepass", "was kostet …" in the middle of a sentence.
func (m *message) asksAnyhow(t thought, s sighting[Topic]) bool {
	return m.opensAt(s.from) && s.size() > 1 || t.to-t.from <= shortMessage && len(m.words) <= shortMessage && s.from == t.from
}

// asking is a question for a topic, with the concern that it is about.
func (m *message) asking(c candidate, s sighting[Topic]) (candidate, bool) {
	e, found := m.subject(c.from, c.to, s)
	if found && e.elsewhere {
		c.value = ElsewhereValue{ID: e.id}
		return c, true
	}
	v := QuestionValue{About: s.value, Answer: m.reader.answerFor(s.value)}
	if found {
		v.Concern = e.concernID()
	}
	c.value = v
	return c, found || s.value != AboutConcern
}

// subject is the concern that a question is about.
func (m *message) subject(from, to int, s sighting[Topic]) (listed, bool) {
	free := make([]bool, len(m.words))
	for i := from; i < to; i++ {
		free[i] = (i < s.from || i >= s.to) && !slices.Contains(s.also, i)
	}
	f := &finder{words: m.words, free: free, rank: newRanking(m.reader.catalogue)}
	best, found := rank{}, false
	for _, p := range f.frames(m.reader.catalogue.words.items(m.words, free, true)) {
		ranks := f.rank.rank(f.said(p), 0)
		if len(ranks) > 0 && ranks[0].score >= questionConcern && ranks[0].score > best.score && f.has(p, aThing) {
			best, found = ranks[0], true
		}
	}
	if !found {
		return listed{}, false
	}
	return m.reader.catalogue.entries[best.entry], true
}

// answerTo is the town's own answer to a question.
func (r *Reader) answerTo(words []word) (id string, ok bool) {
	free := allFree(len(words))
	f := &finder{words: words, free: free, rank: newRanking(r.answers)}
	p := frame{items: r.answers.words.items(words, free, true), aims: map[int]bool{}}
	for _, it := range p.items {
		if it.unknown {
			p.unknown++
		}
	}
	ranks := f.rank.rank(f.said(p), f.beside(p))
	if len(ranks) == 0 || ranks[0].score < sureAnswer {
		return "", false
	}
	return r.answers.entries[ranks[0].entry].id, true
}

// answerFor is the town's own answer on a topic: the one of its name.
func (r *Reader) answerFor(t Topic) string {
	for _, a := range r.directory.Answers {
		if a.ID == string(t) {
			return a.ID
		}
	}
	return ""
}

// unknownQuestion is a question that nobody here understands, where a message
// is nothing else.
func (m *message) unknownQuestion() []candidate {
	thoughts := m.thoughts()
	asked := slices.ContainsFunc(thoughts, func(t thought) bool { return t.asked })
	meaning := slices.ContainsFunc(m.words, func(w word) bool { return w.kind == letters && !isSmall(w.text) })
	if !asked || !meaning || len(m.words) < 2 {
		return nil
	}
	return []candidate{{from: 0, to: len(m.words), sure: unsureTopic, value: QuestionValue{About: AboutUnknown}}}
}
