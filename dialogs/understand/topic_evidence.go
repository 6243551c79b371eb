package understand

// The clues that only questions have: the word that they begin with, and of
// what people come for no more than what kind of word it is.
const (
	clueOfKind = 'k'

	ofKind = 0.5
)

// kindNames are the kinds of words that questions are about. A fee is asked for
// alike, whatever it is for.
var kindNames = map[kind]string{aThing: "thing", anAct: "act"}

// topicEvidence collects the clues of a question.
func topicEvidence(v *vocabulary, words []word) []clue {
	e := newEvidence(cluesPerWord * min(mostEvidence, len(words)))
	kinds := v.kindsOf(words)
	before, counted := "", 0
	for i, w := range words {
		if w.kind != letters || counted == mostEvidence {
			before = ""
			continue
		}
		s := stem(w.text)
		if counted == 0 {
			e.add(clueOfFirst, ofEdge, s)
		}
		counted++
		e.add(clueOfWord, ofWord, s)
		e.addParts(w.text)
		if kinds[i] != "" {
			e.add(clueOfKind, ofKind, kinds[i])
		}
		if kinds[i] == kindNames[aThing] {
			s = "=" // stands beside others as every thing does
		}
		if before != "" {
			e.add(clueOfPair, ofPair, before, s)
		}
		before = s
	}
	return e.all
}

// kindsOf is what kind of thing each word is that people come for; empty: none.
func (v *vocabulary) kindsOf(words []word) []string {
	kinds := make([]string, len(words))
	for _, it := range v.items(words, allFree(len(words)), false) {
		for _, id := range it.means {
			if name := kindNames[v.notions[id].kind]; name != "" {
				kinds[it.from] = name
			}
		}
	}
	return kinds
}
