package understand

import (
	"slices"
	"strings"
)

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
