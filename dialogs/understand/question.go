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
	mostQuestions   = 20   // of one message: nobody asks more, and looking at each takes time
)

// questions finds questions to the assistant.
func (m *message) questions() []candidate {
	var all []candidate
	for _, t := range m.thoughts() {
		if len(all) == mostQuestions {
			break
		}
		if c, ok := m.question(t); ok {
			all = append(all, m.dated(m.untilTold(m.honest(c, t))))
		}
	}
	return all
}

// question is what a thought asks for, if it asks.
func (m *message) question(t thought) (candidate, bool) {
	c := candidate{from: t.from, to: t.to, sure: sureQuestion, bonus: questionBonus}
	if m.suits(t) || m.tellsClosed(t) || m.wantsToCome(t) {
		return candidate{}, false
	}
	if main, tail := m.withoutTail(t); tail && whether[m.words[t.from].text] {
		q, asks := m.question(main)
		q.to = t.to
		return q, asks
	}
	if q, is := m.ofPapers(c, t); is {
		return q, true
	}
	if q, is := m.ofTown(c, t); is {
		return q, true
	}
	if q, is := m.ofTogether(c, t); is {
		return q, true
	}
	if m.tellsOfAccess(t) {
		return m.asking(c, sighting[Topic]{from: t.from, to: t.to, value: AboutAccess})
	}
	if s, told := m.wantsTold(t); told {
		return m.asking(c, s)
	}
	if s, plain := m.topic(m.withoutExcess(askedFor.in(m.words, t.from, t.to)), t); plain && (m.asksOfParents(t, s.value) || !m.soundsElse(t, s.value)) {
		if q, asks, settled := m.askedPlainly(c, t, s); settled {
			return q, asks
		}
	}
	if !t.asked {
		return m.answered(c, t)
	}
	if t.from > 0 && joining[m.words[t.from-1].text] && m.meaning(t) == 0 && m.asksAt(t.from-1) {
		return candidate{}, false // "… oder macht ihr das?"
	}
	if m.asksToLookUp() && m.asksWhy(t) && m.asksOnlyWhy(t) {
		c.value = QuestionValue{About: AboutPrivacy, Answer: m.reader.answerFor(AboutPrivacy)} // what a name, an address is for
		return c, true
	}
	hinted, found, weak := m.hintedAt(c, t)
	q, found := m.likelier(c, t, hinted, found, weak)
	if !found && m.isBeyond(t) {
		c.value = m.unknownOf(t, m.authorityIn(t.from, t.to))
		return c, true
	}
	return q, found
}

// askedPlainly is a question that an idiom asks; it is settled unless something else may be asked.
func (m *message) askedPlainly(c candidate, t thought, s sighting[Topic]) (q candidate, asks, settled bool) {
	if !t.asked && !m.asksAnyhow(t, s) {
		return candidate{}, false, true
	}
	if main, tail := m.withoutTail(t); tail && s.from >= main.to {
		if q, asks := m.question(main); asks {
			q.to = t.to
			return q, true, true
		}
	}
	if s.value == AboutReady && !t.asked {
		q, asks = m.answered(c, t) // that something is ready is told, and not asked
		return q, asks, true
	}
	if answer, shared := m.reader.answerTo(m.words[t.from:t.to]); vagueTopics[s.value] && answer != "" && shared > 2 && !m.showsAsPicture(s, answer) {
		c.value = QuestionValue{About: AboutTown, Answer: answer}
		return c, true, true
	}
	if m.bringsSomebody(s) {
		s.value = AboutNeed
	}
	q, asks = m.asking(c, s)
	return q, asks, asks
}

// showsAsPicture tells whether a paper is to be shown as a picture, for which nobody needs a photo of
// themselves: "kann ich das Zeugnis als Foto zeigen".
func (m *message) showsAsPicture(s sighting[Topic], answer string) bool {
	return s.value == AboutDocuments && answer == m.reader.answerFor(AboutPhoto)
}

// withoutTail is a question without what is told behind it: "muss meine Mutter selbst kommen, sie
// sitzt im Rollstuhl?".
func (m *message) withoutTail(t thought) (thought, bool) {
	if !m.opensAt(t.from) && !m.verbOpensAt(t.from) && !whether[m.words[t.from].text] {
		return t, false
	}
	for i := t.from + fewestAsked; i+1 < t.to; i++ {
		if w := m.words[i]; strings.Contains(w.gap, ",") && tellers[w.text] && !m.verbOpensAt(i) && !m.isWhat(i) {
			return thought{from: t.from, to: i, asked: true}, true
		}
	}
	return t, false
}

// hintedAt is what single words of a question ask for, or the town's own answer;
// it is weak where no more than the first word does.
func (m *message) hintedAt(c candidate, t thought) (_ candidate, found, weak bool) {
	hint, hinted, weak := m.hint(t)
	answer, shared := m.reader.answerTo(m.words[t.from:t.to])
	q := c
	if hinted {
		q.sure = unsureTopic
		q, found = m.asking(q, hint)
	}
	_, others := q.value.(ElsewhereValue)
	switch {
	case answer != "" && (shared > 1 || others || (!found || weak) && !m.namesMatter(t)):
		c.value = QuestionValue{About: AboutTown, Answer: answer}
		return c, true, false
	case found && weak && m.leavesOver(t, hint):
		q.value = m.unknownOf(t, m.authorityIn(t.from, t.to))
	}
	return q, found, weak
}

// leavesOver tells whether a question of which only the first word is understood
// has others that no table knows: "wo kann ich Grünschnitt abgeben" does not ask
// for the office.
func (m *message) leavesOver(t thought, s sighting[Topic]) bool {
	for i := t.from; i < t.to; i++ {
		if w := m.words[i]; (i < s.from || i >= s.to) && w.kind == letters && !isSmall(w.text) && !m.known[i] {
			return true
		}
	}
	return false
}

// countsPeople tells whether a message says who comes, and no more: "zu zweit".
func (m *message) countsPeople() bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		count, n := g.peopleAt(0)
		return count > 0 && n == len(m.words)
	})
}

// tellsOfAccess tells whether somebody who books, or has booked, says with what they come in, and
// nothing that they want: "mein Sohn sitzt im Rollstuhl". Before, it may be what they come for.
func (m *message) tellsOfAccess(t thought) bool {
	if m.in.Seen != SeenAppointment && m.in.Expect != ExpectWhen && m.in.Expect != ExpectReview {
		return false
	}
	at := slices.IndexFunc(askedFor.in(m.words, t.from, t.to), func(s sighting[Topic]) bool { return s.value == AboutAccess })
	wants := slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return needing[w.text] || wanting[w.text] })
	return at >= 0 && !t.asked && !wants
}

// answered is what the town itself answers to somebody who asks nothing: "ich
// will mich beschweren". It must be all of a short message, and nothing that
// people come for.
func (m *message) answered(c candidate, t thought) (candidate, bool) {
	if t.to-t.from != len(m.words) || len(m.words) > plainly+1 || m.in.Expect != ExpectWish && m.in.Expect != ExpectMore || m.speaksOfWishes(t) || m.countsPeople() {
		return candidate{}, false
	}
	if m.acts(t) {
		return candidate{}, false
	}
	answer, shared := m.reader.answerTo(m.words)
	c.value = QuestionValue{About: AboutTown, Answer: answer}
	return c, answer != "" && (shared >= m.meaning(t) || m.asksFirst(t))
}

// asksFirst tells whether somebody says of themselves what they want or have to
// do with it: "ich will mich beschweren". Of a printer that does not print
// nobody here knows more.
func (m *message) asksFirst(t thought) bool {
	return slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool {
		return speakers[w.text] || mine[w.text] || oneself[w.text] || needing[w.text] || wanting[w.text]
	})
}

// withoutExcess leaves out idioms whose second part only says that something is too
// much: "ist … zu" does not stand in "was ist, wenn ich zu spät komme".
func (m *message) withoutExcess(all []sighting[Topic]) []sighting[Topic] {
	return slices.DeleteFunc(all, func(s sighting[Topic]) bool {
		return slices.ContainsFunc(s.also, func(i int) bool {
			return len(excesses.in(m.words, i, min(len(m.words), i+2))) > 0 || m.words[i].text == "zu" && m.isInfinitive(i+1)
		})
	})
}

// isInfinitive tells whether the word at i may belong to a "zu" before it: "zu
// tun haben".
func (m *message) isInfinitive(i int) bool {
	return i < len(m.words) && !m.words[i].startsClause() && strings.HasSuffix(m.words[i].text, "n") && !m.saysWhen(i)
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

// asking is a question for a topic, with the concern that it is about.
func (m *message) asking(c candidate, s sighting[Topic]) (candidate, bool) {
	e, found := listed{}, false
	if s.value == AboutFee && slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return cancelling[w.text] }) {
		s.value = AboutChanging // "was kostet das, wenn ich absage"
	}
	asksOfParents := m.asksOfParents(thought{from: c.from, to: c.to}, s.value)
	if aboutConcerns[s.value] {
		e, found = m.subject(c.from, c.to, s)
	}
	if found && e.elsewhere && (c.sure < sureQuestion && m.hasAim(c) || asksOfParents) {
		found = false // "gibt es für Rentner Rabatt"
	}
	if found && e.elsewhere && s.value == AboutDocuments && m.in.Comes {
		found = false // the paper that is named is one to bring: "kann ich das Zeugnis als Foto zeigen"
	}
	if found && e.elsewhere {
		c.value = ElsewhereValue{ID: e.id}
		return c, true
	}
	v := QuestionValue{About: s.value, Answer: m.reader.answerFor(s.value), Parents: asksOfParents}
	v.Enough = s.value == AboutLength && len(enoughTime.in(m.words, c.from, c.to)) > 0
	v.All = slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return aboutAlls[w.text] })
	v.Oneself = s.value == AboutProxy && m.doesItself(c.from, c.to)
	v.Fetches = s.value == AboutProxy && m.saysFetched(thought{from: c.from, to: c.to})
	v.Differs = s.value == AboutConcern && slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return differing[w.text] })
	if found {
		v.Concern = e.concernID()
	}
	if id := m.numberedIn(c.from, c.to); id != "" && aboutConcerns[s.value] {
		v.Concern, found = id, true
	}
	if aboutOffices[s.value] {
		v.Authority = m.authorityIn(c.from, c.to)
	}
	if s.value == AboutSoonest && m.asksWish() && m.namesBeside(c, s) {
		c.from, c.to, c.value = s.from, s.to, led{toCome: true} // "wann haben Sie etwas frei für einen Pass" wishes for one
		return c, true
	}
	c.value = v
	return c, found || s.value != AboutConcern || m.in.Comes
}

// namesBeside tells whether a question names what people come for, beside the words
// that ask.
func (m *message) namesBeside(c candidate, s sighting[Topic]) bool {
	return s.to > s.from && (m.speaksOfWishes(thought{from: c.from, to: s.from}) || m.speaksOfWishes(thought{from: s.to, to: c.to}))
}

// aboutConcerns are topics that have to do with one concern; the others have
// to do with the office.
var aboutConcerns = map[Topic]bool{
	AboutFee: true, AboutDocuments: true, AboutPhoto: true, AboutForms: true, AboutLength: true, AboutReady: true, AboutNeed: true,
	AboutProxy: true, AboutConcern: true,
}

// unknownQuestion is a question that nobody here understands, where a message
// is nothing else.
func (m *message) unknownQuestion() []candidate {
	thoughts := m.thoughts()
	asked := slices.ContainsFunc(thoughts, func(t thought) bool { return t.asked })
	meaning := slices.ContainsFunc(thoughts, m.asksWhy)
	for i, w := range m.words {
		meaning = meaning || w.kind == letters && (!isSmall(w.text) || !m.isFiller(i))
	}
	if !asked || !meaning || len(m.words) < 2 {
		return nil
	}
	return m.asksNobodyKnowsWhat()
}

// asksNobodyKnowsWhat is a question that all of a message puts, and nobody here
// understands.
func (m *message) asksNobodyKnowsWhat() []candidate {
	c := candidate{from: 0, to: len(m.words), sure: unsure, value: QuestionValue{About: AboutUnknown, Authority: m.authorityIn(0, len(m.words)), Words: m.text}}
	if strings.Contains(m.tail, "?") || m.sounds(kindQuestion) >= surelyOfKind {
		c.sure = unsureTopic
	}
	return []candidate{c}
}
