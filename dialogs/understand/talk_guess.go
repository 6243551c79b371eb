package understand

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed talks/model.bin
var talkFile []byte

// talks is what was learnt of what people say beside what they come for.
var talks = sync.OnceValue(func() *matterModel { return mustDecode(talkFile) })

// How likely small talk must be where a message says nothing else. Who is in
// danger is sooner believed.
const (
	likelyTalk   = 0.7
	likelyDanger = 0.6
	plainDanger  = 0.85
	sureGuess    = 0.7
	sureDanger   = 0.8
	fewestTalked = 2 // words that talk is guessed from
)

// orTalk is what was chosen, or where that says nothing, or is unsure what
// somebody comes for, what the message sounds like.
func (m *message) orTalk(chosen []candidate) []candidate {
	says := func(c candidate) bool { _, mute := c.value.(led); return !mute }
	firm := func(c candidate) bool {
		_, concern := c.value.(ConcernValue)
		return says(c) && (!concern || c.sure >= Doubt)
	}
	if slices.ContainsFunc(chosen, firm) {
		return chosen
	}
	silent := !slices.ContainsFunc(chosen, says)
	if guessed := m.guessedTalk(); len(guessed) > 0 && (silent || guessed[0].sure >= sureDanger) {
		return guessed
	}
	if silent {
		return m.unknownQuestion()
	}
	return chosen
}

// guessedTalk is small talk, anger or an emergency as the whole of a message
// sounds, where it says nothing else.
func (m *message) guessedTalk() []candidate {
	model := talks()
	if len(m.words) < fewestTalked || len(m.words) > mostEvidence || m.isForeign() || m.in.Expect == ExpectName {
		return nil
	}
	sentence := model.weigh(m.sound())
	if len(sentence) == 0 {
		return nil
	}
	shares := model.likely(sentence)
	best := slices.Index(shares, slices.Max(shares))
	t := Talk(model.names[best])
	if t == noMatter || shares[best] < likelyTalk && (t != Emergency || shares[best] < likelyDanger) || !mostlyOf(model, m.words) || !m.hasMeaning(model) {
		return nil
	}
	if t == Emergency && !m.namesDanger(model, best) {
		return nil
	}
	c := candidate{from: 0, to: len(m.words), sure: sureGuess, value: TalkValue{t}}
	if t == Emergency && shares[best] >= plainDanger {
		c.sure = sureDanger
	}
	return []candidate{c}
}

// namesDanger tells whether some word with a meaning of its own sounds like danger by itself, more than
// like anything else: "can't he use my email" begins like "can't breathe", and names none.
func (m *message) namesDanger(model *matterModel, danger int) bool {
	return slices.ContainsFunc(m.words, func(w word) bool {
		if isSmall(w.text) || noise[w.text] || !model.hasWord(w.text) {
			return false
		}
		alone := model.likely(model.weigh(topicEvidence(m.reader.catalogue.words, []word{w})))
		return slices.Index(alone, slices.Max(alone)) == danger
	})
}

// hasMeaning tells whether a word with a meaning of its own stands in a model's
// table.
func (m *message) hasMeaning(model *matterModel) bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return !isSmall(w.text) && model.hasWord(w.text) })
}

// mostlyOf tells whether most words stand in a model's table. Of another
// language, or of what nobody has said yet, it can tell nothing.
func mostlyOf(model *matterModel, words []word) bool {
	known := 0
	for _, w := range words {
		if model.hasWord(w.text) {
			known++
		}
	}
	return 2*known > len(words)
}
