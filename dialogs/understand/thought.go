package understand

import (
	"maps"
	"slices"
	"strings"
)

// thought is a part of a message that is a sentence or could be one.
type thought struct {
	from, to int
	asked    bool // it is put as a question
}

// thoughts parts a message at full stops, and where a question begins: "… und
// was kostet das?"
func (m *message) thoughts() []thought {
	if m.parts == nil {
		m.parts = m.inThoughts()
	}
	return m.parts
}

func (m *message) inThoughts() []thought {
	var all []thought
	from := 0
	for i := 1; i <= len(m.words); i++ {
		if i < len(m.words) && !m.endsBefore(from, i) {
			continue
		}
		t := thought{from: from, to: i}
		t.asked = m.mark(i) || m.opens(t) || m.endsAsking(t)
		if n := len(all); n > 0 && t.asked && m.offersOther(all[n-1]) {
			all[n-1].asked = true
		}
		all = append(all, t)
		from = i
	}
	return all
}

// offersOther tells whether a thought is the first half of a question that the next one ends, and wishes for
// nothing: "das geht doch online, oder muss ich da hin".
func (m *message) offersOther(t thought) bool {
	return tags[m.words[t.to-1].text] && t.to-t.from > 2 && !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return needing[w.text] || wanting[w.text] || shalls[w.text] })
}

// endsAsking tells whether a thought about what must be or may be ends as people
// do who want a yes or a no: "mein Mann muss auch unterschreiben, oder".
func (m *message) endsAsking(t thought) bool {
	return t.to-t.from > 2 && tags[m.words[t.to-1].text] && slices.ContainsFunc(m.words[t.from:t.to-1], func(w word) bool { return modals[w.text] })
}

// tags are words at the end that make a question of a statement.
var tags = tellingWords(func(q questionWords) string { return q.tags })

// endsBefore tells whether a thought that began at from ends before the word at i.
func (m *message) endsBefore(from, i int) bool {
	w := m.words[i]
	if strings.ContainsAny(w.gap, "!?;") || strings.Contains(w.gap, ". ") && !isOrdinalDot(m.words, i) {
		return true
	}
	if m.in.Listed > 0 && i-from <= mostOfChoice && w.gap == ". " && isOrdinalDot(m.words, i) && m.opensAt(i) {
		return true // "die 3. was muss ich mitbringen?"
	}
	if m.statesAt(i) || m.onlyAsksOf(i) {
		return false
	}
	if m.asksOutright(from, i) || m.asksOfThat(from, i) || m.wondersAt(from, i) || m.asksBehindAnswer(from, i) {
		return true
	}
	joined := joining[m.words[i-1].text] || strings.Contains(w.gap, ",")
	_, opens := largest(openers.in(m.words, i, min(len(m.words), i+maxPhrase)))
	return joined && opens && m.opensAt(i)
}

// statesAt tells whether the word at i is the verb of a statement behind a word that leads to it:
// "dann brauche ich …", "außerdem liegt bei Ihnen …". Behind it only a mark, a question word, or a
// verb that asks as often, makes a question.
func (m *message) statesAt(i int) bool {
	w := m.words[i].text
	return leading[m.words[i-1].text] && (stating[w] || !modals[w] && !m.isWhat(i) && !m.isMarked(i))
}

// isMarked tells whether a question mark ends the sentence in which the word at i stands.
func (m *message) isMarked(i int) bool {
	for n := i + 1; n <= len(m.words); n++ {
		if m.mark(n) {
			return true
		}
		if n < len(m.words) && strings.ContainsAny(m.words[n].gap, ".!;") {
			return false
		}
	}
	return false
}

const mostOfChoice = 3 // words that say which place of the list: nehm die 3

// asksOutright tells whether a question begins at i that some idiom asks, behind
// words that say what somebody needs, as people dictate: "ich muss mich ummelden
// wann kann ich kommen".
func (m *message) asksOutright(from, i int) bool {
	if i-from < fewestBefore || !m.isWhat(i) && !m.verbOpensAt(i) {
		return false
	}
	before := m.words[from:i]
	if m.opens(thought{from: from, to: i}) {
		return false
	}
	s, asked := largest(askedFor.in(m.words, i, min(len(m.words), i+maxPhrase)))
	needs := slices.ContainsFunc(before, func(w word) bool { return stating[w.text] || needing[w.text] })
	return asked && s.from == i && s.size() > 1 && (needs || m.asksWish() && informing[s.value] && m.tellsOfSelf(from, i))
}

// tellsOfSelf tells whether some words are the writer's, and name nothing that people come for:
// "hello I am new in Germany what documents I need for …".
func (m *message) tellsOfSelf(from, to int) bool {
	return slices.ContainsFunc(m.words[from:to], func(w word) bool { return speakers[w.text] }) && !m.speaksOfWishes(thought{from: from, to: to})
}

// wondersAt tells whether a question word at i begins what the words before it only
// wonder: "ich wollte wissen wie lange …", "mich würde interessieren was …".
func (m *message) wondersAt(from, i int) bool {
	if !m.asksAtAll(i) && !whether[m.words[i].text] {
		return false
	}
	wonders := false
	for n := i - 1; n >= from; n-- {
		if !isSmall(m.words[n].text) && !wondering[m.words[n].text] {
			return false // a story
		}
		wonders = wonders || n >= i-mostWondered && wondering[m.words[n].text]
	}
	return wonders
}

const mostWondered = 3 // words between one that wonders and the question

// asksAtAll tells whether the word at i is a question word of any language.
func (m *message) asksAtAll(i int) bool { return m.isWhat(i) || things[m.words[i].text] }

// whether are words that begin such a question where no question word does.
var whether = tellingWords(func(q questionWords) string { return q.whether })

// wondering are words before a question that stands in a statement.
var wondering = tellingWords(func(q questionWords) string { return q.wonders })

// asksOfThat tells whether a question about what was said begins at i without a mark, behind what
// is to be done: "Führerschein abholen kann das mein Bruder machen".
func (m *message) asksOfThat(from, i int) bool {
	w := m.words[i].text
	if i-from < fewestAsked-1 || i+1 >= len(m.words) || m.words[i+1].startsClause() || !thats[m.words[i+1].text] && !tellers[m.words[i+1].text] {
		return false
	}
	if states[w] || having[w] || beens[w] || !abling[w] && !m.verbOpensAt(i) {
		return false // "abgemeldet ist das Auto längst"
	}
	if m.opens(thought{from: from, to: i}) || !m.speaksOf(thought{from: i - 1, to: i}, anAct) {
		return false
	}
	return m.speaksOfWishes(thought{from: from, to: i})
}

const fewestBefore = 3 // words that say what somebody needs

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

// isOfKin tells whether somebody of the writer's family is named at i.
func (m *message) isOfKin(i int) bool {
	return i+1 < len(m.words) && (m.says(i, sKin) || mine[m.words[i].text] && m.says(i+1, sKin))
}

const mostBefore = 4 // words before the one that begins a question: "hallo, sag mal, …"

// opens tells whether a thought begins as questions do.
func (m *message) opens(t thought) bool {
	begins := t.from == 0 || !joining[m.words[t.from-1].text] && !strings.Contains(m.words[t.from].gap, ",")
	if t.from > 0 && whether[m.words[t.from].text] && m.wondersAt(0, t.from) {
		return !m.speaksOf(t, anAct) || m.isOfKin(t.from+1) // ob ich das beglaubigen lassen kann
	}
	led := false
	for i := t.from; i < min(t.to, t.from+mostBefore); i++ {
		if led && m.statesAt(i) {
			return false // dann brauche ich einen Ausweis
		}
		if i > t.from && m.words[t.from].kind == digits && !m.isWhat(i) {
			return false // 9 ist mir zu früh
		}
		if m.opensAt(i) || begins && m.verbOpensAt(i) {
			return true
		}
		led = leading[m.words[i].text]
		if !isSmall(m.words[i].text) || tellers[m.words[i].text] {
			return false
		}
	}
	return false
}

// verbOpensAt tells whether a verb at i begins a question: "Geht das auch
// online".
func (m *message) verbOpensAt(i int) bool {
	return m.mayOpen(i) && !modals[m.words[i].text] || m.asksOfAt(i)
}

// asksOfAt tells whether some verb at i stands before its subject, as in
// questions: "zieht man eine Nummer", "muss Oma mit". What denies says no.
func (m *message) asksOfAt(i int) bool {
	if i+2 >= len(m.words) || m.words[i].kind != letters || m.words[i+1].startsClause() || m.words[i].capital && i > 0 {
		return false
	}
	w, next := m.words[i].text, m.words[i+1].text
	if begins := i == 0 || joining[m.words[i-1].text] || m.words[i].startsClause(); states[w] && begins {
		return m.says(i+1, sSelf)
	}
	if modals[w] && m.mayOpen(i) {
		aside := m.in.Expect != ExpectWhen && i == 0 && (beforeSubjects[next] || subjects[next]) && !m.saysWhen(i+2)
		aside = aside || m.isFiller(i+1) && i+3 < len(m.words) && mine[m.words[i+2].text] && m.says(i+3, sKin)
		return m.says(i+1, sKin) || m.says(i+2, sKin) && mine[next] || aside
	}
	isSubject := subjects[next] || subjectsBeside[next] && !slices.Contains(countingSteps, m.in.Expect)
	return isSubject && (verbal(w) || questionVerbs[w] && i == 0) && !m.speaksOf(thought{from: i, to: i + 1}, aThing) && !denying[m.words[i+2].text]
}

// countingSteps ask for what may stand behind a verb: "passt der Mittwoch".
var countingSteps = []Expect{ExpectWhen, ExpectPersons, ExpectQuantity}

// says tells whether a phrase with that sense begins at i in some language.
func (m *message) says(i int, s sense) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.says(i, s) > 0 })
}

// verbal tells whether a word ends as verbs do that are said of others.
func verbal(w string) bool {
	return len(w) > 3 && (strings.HasSuffix(w, "t") || strings.HasSuffix(w, "st")) && !isSmall(w)
}

// subjects are words that stand behind the verb of a question, and states are
// verbs that ask at the beginning only.
var (
	subjects       = tellingWords(func(q questionWords) string { return q.asked })
	subjectsBeside = tellingWords(func(q questionWords) string { return q.about })

	beforeSubjects = tellingWords(func(q questionWords) string { return q.articles })

	questionVerbs = tellingWords(func(q questionWords) string { return q.verbs })

	states = tellingWords(func(q questionWords) string { return q.states })
)

// modals are verbs that begin statements too.
var modals = tellingWords(func(q questionWords) string { return q.modals })

// tellers are words that begin a statement: "ich kann" asks nothing.
var tellers = tellingWords(func(q questionWords) string { return q.tells })

// leading are words behind which the verb of a statement stands: "dann brauche
// ich", with one of the verbs that are stating.
var (
	leading = tellingWords(func(q questionWords) string { return q.leads })
	stating = tellingWords(func(q questionWords) string { return q.needs })
)

// wheres ask where something is, or is done.
var wheres = tellingWords(func(q questionWords) string { return q.asks[AboutPlace] })

// appointing are words for what people come by.
var appointing = tellingWords(func(q questionWords) string { return q.slots })

var whats = tellingWords(func(q questionWords) string { return q.whats })

// isWhat tells whether the word at i is a question word of the message's
// language: "was" asks in German and tells in English.
func (m *message) isWhat(i int) bool {
	w := m.words[i]
	return whats[w.text] && !m.isOnceThere(i) && !m.isWithinSoonest(i) && !(isBrief(w) && m.isOfAnother(w))
}

// isWithinSoonest tells whether the word at i belongs to an idiom for as early as possible, and asks nothing:
// "so schnell wie möglich".
func (m *message) isWithinSoonest(i int) bool {
	for at := i - 1; at >= max(0, i-mostOfSoonest); at-- {
		if m.wordsOf(at, sSoonest) > i-at {
			return true
		}
	}
	return false
}

const mostOfSoonest = 3 // words before the one that compares: so schnell wie

// opening are words that begin a question by themselves, as they are written:
// "schreibt" asks, "schreib mir" does not.
var opening = tellingWords(func(q questionWords) string { return q.opens + ", " + q.whats })

// mayOpen tells whether the word at i alone begins questions in the message's
// language.
func (m *message) mayOpen(i int) bool {
	w := m.words[i]
	return opening[w.text] && !m.isOnceThere(i) && !m.isWithinSoonest(i) && !(isBrief(w) && m.isOfAnother(w))
}

// isOfAnother tells whether the message is not in the language that asks with a
// word.
func (m *message) isOfAnother(w word) bool {
	return whatsOf[m.lang] != nil && whats[w.text] && !whatsOf[m.lang][w.text]
}

// whatsOf are the question words by language.
var whatsOf = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, l := range languages {
		all[l.code] = wordSet(l.questions.whats)
	}
	return all
}()

// wishing are words that make a wish of a question.
var wishing = tellingWords(func(q questionWords) string { return q.wishes })

func tellingWords(of func(questionWords) string) map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		maps.Copy(all, wordSet(of(l.questions)))
	}
	return all
}

// opensAt tells whether a question begins at i, even without a question mark:
// "muss das melden" does not, "muss ich" does.
func (m *message) opensAt(i int) bool {
	return !m.isOnceThere(i) && !m.isWithinSoonest(i) && slices.ContainsFunc(openers.in(m.words, i, min(len(m.words), i+maxPhrase)), func(s sighting[bool]) bool {
		return s.from == i && (s.size() > 1 || m.isWhat(i))
	})
}

// isOnceThere tells whether words that begin at i say that somebody is there anyway, which asks
// nothing: "und wo ich schon da bin".
func (m *message) isOnceThere(i int) bool {
	return m.says(i, sOnceThere) || joining[m.words[i].text] && m.says(i+1, sOnceThere)
}
