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

// says tells whether a phrase with that sense begins at i in some language.
func (m *message) says(i int, s sense) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.says(i, s) > 0 })
}

func tellingWords(of func(questionWords) string) map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		maps.Copy(all, wordSet(of(l.questions)))
	}
	return all
}
