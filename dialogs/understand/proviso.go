package understand

import (
	"maps"
	"slices"
	"strings"
)

// proviso is what somebody sets against a yes that binds, or makes it hang on, as it was typed:
// "ja, aber bitte mit Express", "ok, only if I can park". Nobody books with that in mind. It is empty
// where there is none.
func (m *message) proviso() string {
	from, to := m.provisoWords()
	if from == to {
		return ""
	}
	return strings.TrimSpace(m.text[m.words[from].from:m.words[to-1].to])
}

// provisoWords is where the words of a proviso stand; nowhere where there is none.
func (m *message) provisoWords() (from, to int) {
	if !m.in.Binds {
		return 0, 0
	}
	for i := m.yesEnds(); i > 0 && i < len(m.words); i++ {
		w := m.words[i].text
		isTwo := i+1 < len(m.words) && provising[w+" "+m.words[i+1].text]
		if !reversing[w] && !provising[w] && !doubting[w] && !isTwo {
			continue
		}
		if from, to = m.provisoAround(i); !m.isPoliteProviso(from, to) {
			return from, to
		}
	}
	return 0, 0
}

// provisoUnsure tells whether a proviso names nothing that the yes hangs on, and only says that
// somebody is not sure: "ja, vielleicht", "ja, aber".
func (m *message) provisoUnsure() bool {
	from, to := m.provisoWords()
	for i := from; i < to; i++ {
		w := m.words[i].text
		if provising[w] || m.isMeaningful(i) && !doubting[w] && !reversing[w] && !courteous[w] {
			return false
		}
	}
	return from < to
}

// provising are words that make what was said hang on something, and doubting those that leave it open.
var (
	provising = talkingWords(func(t talkWords) string { return t.provisos })
	doubting  = talkingWords(func(t talkWords) string { return t.unsure })
)

// politeProvisos are such words that only make a yes friendlier, written together: ifpossible.
var politeProvisos = talkingWords(func(t talkWords) string { return strings.ReplaceAll(t.polished, " ", "") })

// courteous are words that may stand beside an answer in some language, and add nothing.
var courteous = allCourtesy(languages)

func allCourtesy(all []language) map[string]bool {
	words := map[string]bool{}
	for _, l := range all {
		maps.Copy(words, wordSet(l.courtesy))
	}
	return words
}

// yesEnds is where the yes ends that a message begins with; 0: it begins with none.
func (m *message) yesEnds() int {
	for n := min(mostOfYes, len(m.words)-1); n > 0; n-- {
		for _, g := range m.grammars {
			intent, says := g.replyOf(0, n, nil, nil)
			if says && slices.Contains(agreeing, intent) {
				return n
			}
		}
	}
	return 0
}

// agreeing is what takes up a question that binds.
var agreeing = []Intent{Yes, Next, Book, Enough}

// provisoAround is the clause that a word stands in, behind the yes, to the end of the thought.
func (m *message) provisoAround(i int) (from, to int) {
	yes := m.yesEnds()
	for from = i; from > yes && !m.words[from].startsClause(); {
		from--
	}
	for to = i + 1; to < len(m.words) && !strings.ContainsAny(m.words[to].gap, ".!?;"); {
		to++
	}
	return from, to
}

// isPoliteProviso tells whether words only make a yes friendlier, or stronger: "aber gern", "wenn
// möglich".
func (m *message) isPoliteProviso(from, to int) bool {
	all, kept := "", ""
	for _, w := range m.words[from:to] {
		w.text = strings.ReplaceAll(w.text, "'", "")
		all += w.text
		if !courteous[w.text] {
			kept += w.text
		}
	}
	return kept == "" || politeProvisos[kept] || politeProvisos[all]
}

// besideYes is the clauses of a message that agrees to what binds of which nothing was understood, as
// they were typed: "ja, und schicken Sie mir das auch per SMS". What is left out of them would be lost.
func (m *message) besideYes(chosen []candidate, free []bool) []string {
	if !m.in.Binds || m.yesEnds() == 0 {
		return nil
	}
	free = slices.Clone(free)
	for _, c := range chosen {
		for i := m.yesEnds(); i < c.to && c.from == 0 && c.sure <= sureReplied; i++ {
			free[i] = true // the whole only sounds like a yes
		}
	}
	var all []string
	from := 0
	for i := 1; i <= len(m.words); i++ {
		if i < len(m.words) && !m.words[i].startsClause() && !joining[m.words[i].text] {
			continue
		}
		if m.tellsBeside(from, i, free) {
			for joining[m.words[from].text] {
				from++
			}
			all = append(all, strings.TrimSpace(m.text[m.words[from].from:m.words[i-1].to]))
		}
		from = i
	}
	return all
}

// onlyProviso is the first clause behind a yes that says under which condition only it is meant, and not what is
// wanted, when, or by how many, and the clauses that are left beside it: "ja nur barrierefrei", "ok, ground floor
// only".
func (m *message) onlyProviso(chosen []candidate, beside []string) (string, []string) {
	for i := m.yesEnds(); i < len(m.words); i++ {
		if !onlies[m.words[i].text] {
			continue
		}
		from, to := m.clauseOf(i, i+1)
		from = max(from, m.yesEnds())
		for from < i && (joining[m.words[from].text] || reversing[m.words[from].text]) {
			from++
		}
		all := make([]bool, len(m.words))
		for k := from; k < to; k++ {
			all[k] = !onlies[m.words[k].text]
		}
		answers := slices.ContainsFunc(chosen, func(c candidate) bool { return c.from < to && from < c.to && isAnswer(c.value) })
		if !answers && m.tellsBeside(from, to, all) {
			words := m.text[m.words[from].from:m.words[to-1].to]
			return words, slices.DeleteFunc(slices.Clone(beside), func(clause string) bool {
				return strings.Contains(clause, words) || strings.Contains(words, clause)
			})
		}
	}
	return "", beside
}

// isAnswer tells whether a value says what is wanted, when, by how many or who it is for.
func isAnswer(v Value) bool {
	switch v.(type) {
	case ConcernValue, StaysValue, DaysValue, HoursValue, ShiftValue, PersonsValue, CountValue, ChoiceValue, NameValue, MailValue, LackValue, CorrectionValue:
		return true
	}
	return false
}

// tellsBeside tells whether some words say something of their own that nothing explains, other than that it is
// right so, or that somebody is glad.
func (m *message) tellsBeside(from, to int, free []bool) bool {
	for i := from; i < to; i++ {
		if w := m.words[i].text; free[i] && m.isMeaningful(i) && !pleased[w] && !courteous[w] && !m.isWordOfYes(w) {
			return true
		}
	}
	return false
}

// pleased are words of somebody who is glad, or says that a question is settled.
var pleased = talkingWords(func(t talkWords) string { return t.pleased })

// isWordOfYes tells whether a word alone agrees.
func (m *message) isWordOfYes(w string) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		intent, says := g.intentOf(w)
		return says && slices.Contains(agreeing, intent)
	})
}
