package understand

import (
	"maps"
	"slices"
	"strings"
)

// The idioms of questions in all languages.
var (
	openers = lookoutFor(func(l language, o *lookout[bool]) {
		o.enter(idiomsIn(l.questions.opens), true)
		o.enter(idiomsIn(l.questions.whats), true)
	})
	excesses  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.questions.excess), true) })
	askedFor  = lookoutFor(func(l language, o *lookout[Topic]) { enterTopics(o, l.questions.topics) })
	leftFor   = lookoutFor(func(l language, o *lookout[Topic]) { enterTopics(o, l.questions.asks) })
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
			all = append(all, m.dated(m.honest(c, t)))
		}
	}
	return all
}

// question is what a thought asks for, if it asks.
func (m *message) question(t thought) (candidate, bool) {
	c := candidate{from: t.from, to: t.to, sure: sureQuestion, bonus: questionBonus}
	if s, plain := m.topic(m.withoutExcess(askedFor.in(m.words, t.from, t.to)), t); plain {
		if !t.asked && !m.asksAnyhow(t, s) {
			return candidate{}, false
		}
		if answer, shared := m.reader.answerTo(m.words[t.from:t.to]); vagueTopics[s.value] && answer != "" && shared > 2 {
			c.value = QuestionValue{About: AboutTown, Answer: answer}
			return c, true
		}
		if m.bringsSomebody(s) {
			s.value = AboutNeed
		}
		if q, ok := m.asking(c, s); ok {
			return q, true
		}
	}
	if !t.asked {
		return m.answered(c, t)
	}
	hint, hinted := m.hint(t)
	if answer, shared := m.reader.answerTo(m.words[t.from:t.to]); answer != "" && (shared > 1 || !hinted && !m.namesMatter(t)) {
		c.value = QuestionValue{About: AboutTown, Answer: answer}
		return c, true
	}
	if !hinted {
		return candidate{}, false
	}
	c.sure = unsureTopic
	return m.asking(c, hint)
}

// answered is what the town itself answers to somebody who asks nothing: "ich
// will mich beschweren". It must be all of a short message, and nothing that
// people come for.
func (m *message) answered(c candidate, t thought) (candidate, bool) {
	if t.to-t.from != len(m.words) || len(m.words) > plainly+1 || m.in.Expect != ExpectWish && m.in.Expect != ExpectMore || m.speaksOfWishes(t) {
		return candidate{}, false
	}
	answer, _ := m.reader.answerTo(m.words)
	c.value = QuestionValue{About: AboutTown, Answer: answer}
	return c, answer != ""
}

// withoutExcess leaves out idioms whose second part only says that something is too
// much: "ist … zu" does not stand in "was ist, wenn ich zu spät komme".
func (m *message) withoutExcess(all []sighting[Topic]) []sighting[Topic] {
	return slices.DeleteFunc(all, func(s sighting[Topic]) bool {
		return slices.ContainsFunc(s.also, func(i int) bool {
			return len(excesses.in(m.words, i, min(len(m.words), i+2))) > 0
		})
	})
}

// namesMatter tells whether a question names something that people come for, and
// what is done with it there: "wo kann ich meinen Hund anmelden" asks not whether
// the dog may come in.
func (m *message) namesMatter(t thought) bool {
	e, found := m.subject(t.from, t.to, sighting[Topic]{})
	if !found {
		return false
	}
	words, v := m.words[t.from:t.to], m.reader.catalogue.words
	return slices.ContainsFunc(v.items(words, allFree(len(words)), true), func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return v.notions[id].kind == anAct && slices.Contains(e.named, id) })
	})
}

// hint is what single words of a question ask for; where there are none, and
// no concern is named, its first word does: "wo", "wie lange".
func (m *message) hint(t thought) (sighting[Topic], bool) {
	if s, ok := largest(hintedFor.in(m.words, t.from, t.to)); ok {
		return s, true
	}
	s, ok := largest(leftFor.in(m.words, t.from, t.to))
	if !ok || !aboutConcerns[s.value] && m.speaksOfWishes(t) || s.value == AboutSoonest && m.in.Expect == ExpectWhen {
		return sighting[Topic]{}, false
	}
	return s, true
}

// speaksOfWishes tells whether a thought names what people come for.
func (m *message) speaksOfWishes(t thought) bool {
	return m.speaksOf(t, ownWord) || m.speaksOf(t, aThing) || m.speaksOf(t, anAct)
}

func (m *message) speaksOf(t thought, k kind) bool {
	words := m.words[t.from:t.to]
	v := m.reader.catalogue.words
	return slices.ContainsFunc(v.items(words, allFree(len(words)), true), func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return v.notions[id].kind == k })
	})
}

// vagueTopics are asked for in words that often stand beside what is meant:
// "wie komme ich hin mit dem Bus", "kann man bei euch parken".
var vagueTopics = map[Topic]bool{AboutPlace: true, AboutLength: true, AboutConcern: true, AboutServices: true, AboutNeed: true, AboutDocuments: true, AboutFee: true}

// topic is what is asked for: the idiom of the most words, unless it is a
// vague one and there is another.
func (m *message) topic(all []sighting[Topic], t thought) (sighting[Topic], bool) {
	best, found := largest(all)
	if !found || !vagueTopics[best.value] {
		return best, found
	}
	plain := func(s sighting[Topic]) bool { return vagueTopics[s.value] }
	if other, ok := largest(slices.DeleteFunc(slices.Clone(all), plain)); ok {
		return other, true
	}
	sharper := sharperHints[best.value]
	hints := slices.DeleteFunc(hintedFor.in(m.words, t.from, t.to), func(s sighting[Topic]) bool { return !slices.Contains(sharper, s.value) })
	if other, ok := largest(hints); ok {
		return other, true
	}
	if other, ok := largest(slices.DeleteFunc(all, func(s sighting[Topic]) bool { return s.value == best.value })); ok && best.value == AboutConcern {
		return other, true
	}
	return best, true
}

// sharperHints are topics that one word is enough for beside a vague idiom.
var sharperHints = map[Topic][]Topic{
	AboutPlace:     {AboutTransit, AboutParking, AboutAccess},
	AboutConcern:   {AboutTransit, AboutParking, AboutAccess, AboutPayment, AboutPhoto},
	AboutDocuments: {AboutPhoto},
	AboutFee:       {AboutPayment},
}

// asksAnyhow tells whether what is not put as a question is one: "Gebühren
// Reisepass", "was kostet …" in the middle of a sentence.
func (m *message) asksAnyhow(t thought, s sighting[Topic]) bool {
	begins := s.from == t.from && len(openers.in(m.words, s.from, s.from+1)) > 0
	if s.size() > 1 && (begins || whats[m.words[s.from].text]) {
		return true
	}
	return len(m.words) <= shortMessage && s.from == t.from && !m.speaksOf(t, anAct)
}

// asking is a question for a topic, with the concern that it is about.
func (m *message) asking(c candidate, s sighting[Topic]) (candidate, bool) {
	e, found := listed{}, false
	if aboutConcerns[s.value] {
		e, found = m.subject(c.from, c.to, s)
	}
	if found && e.elsewhere && c.sure < sureQuestion && m.hasAim(c) {
		found = false // "gibt es für Rentner Rabatt"
	}
	if found && e.elsewhere {
		c.value = ElsewhereValue{ID: e.id}
		return c, true
	}
	v := QuestionValue{About: s.value, Answer: m.reader.answerFor(s.value)}
	if found {
		v.Concern = e.concernID()
	}
	if id := m.numberedIn(c.from, c.to); id != "" && aboutConcerns[s.value] {
		v.Concern, found = id, true
	}
	if aboutOffices[s.value] {
		v.Authority = m.authorityIn(c.from, c.to)
	}
	c.value = v
	return c, found || s.value != AboutConcern
}

// aboutConcerns are topics that have to do with one concern; the others have
// to do with the office.
var aboutConcerns = map[Topic]bool{
	AboutFee: true, AboutDocuments: true, AboutPhoto: true, AboutForms: true, AboutLength: true, AboutReady: true, AboutNeed: true,
	AboutProxy: true, AboutConcern: true,
}

// subject is the concern that a question is about.
func (m *message) subject(from, to int, s sighting[Topic]) (listed, bool) {
	free := make([]bool, len(m.words))
	for i := from; i < to; i++ {
		named := s.value == AboutReady && slices.Contains(s.also, i) // "wie lange dauert … Pass"
		free[i] = (i < s.from || i >= s.to) && !slices.Contains(s.also, i) || named
	}
	f := newFinder(m.words, free, m.reader.catalogue)
	items := f.items()
	if s.value == AboutReady {
		items = slices.DeleteFunc(items, f.collects)
	}
	var best [2]rank // what is done here, and elsewhere
	for _, p := range f.frames(items) {
		ranks := f.rank.rank(f.said(p), f.beside(p))
		if len(ranks) == 0 || ranks[0].score < m.enoughFor(ranks[0]) || !f.has(p, aThing) {
			continue
		}
		kind := 0
		if m.reader.catalogue.entries[ranks[0].entry].elsewhere {
			kind = 1
		}
		if ranks[0].score > best[kind].score {
			best[kind] = ranks[0]
		}
	}
	for _, r := range best {
		if r.score > 0 {
			return m.reader.catalogue.entries[r.entry], true
		}
	}
	return listed{}, false
}

// collects tells whether an item says that something is ready: who asks when,
// asks about the thing.
func (f *finder) collects(it item) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).concept == collect })
}

// enoughFor is how well a question must speak of an entry: what others do is
// said only where it is plain.
func (m *message) enoughFor(r rank) float64 {
	if m.reader.catalogue.entries[r.entry].elsewhere {
		return surelyElsewhere
	}
	return questionConcern
}

// onlyAskedAbout tells whether a concern stands in a question that is none of
// the writer's own: "Gilt mein alter Pass noch?" wants no passport.
func (m *message) onlyAskedAbout(c candidate) bool {
	for _, t := range m.thoughts() {
		if !t.asked || c.from < t.from || c.from >= t.to || !m.mark(t.to) && !m.asksDuty(t) {
			continue
		}
		return m.asksDuty(t) || !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return wishing[w.text] })
	}
	return false
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
	c := candidate{from: 0, to: len(m.words), sure: unsure, value: QuestionValue{About: AboutUnknown, Authority: m.authorityIn(0, len(m.words))}}
	if strings.Contains(m.tail, "?") {
		c.sure = unsureTopic
	}
	return []candidate{c}
}
