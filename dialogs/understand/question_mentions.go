package understand

import (
	"maps"
	"slices"
	"strings"
)

// TellingWords is the words of a question that name something: neither small words nor what people
// ask, want and do anywhere.
func (r *Reader) TellingWords(text string) []string {
	m := r.message(text, Context{})
	var all []string
	if m.isBeyond(thought{to: len(m.words), asked: true}) || slices.ContainsFunc(m.words, func(w word) bool { return holding[w.text] }) {
		all = slices.Sorted(maps.Keys(holding)) // how long it holds
	}
	for i, w := range m.words {
		plain := needing[w.text] || wanting[w.text] || opening[w.text] || modals[w.text] || coming[w.text] || telling[w.text] || having[w.text] || quiet[w.text] || stating[w.text]
		if w.kind == letters && len(w.text) >= fewestTelling && !isSmall(w.text) && !m.isFiller(i) && !plain && !m.saysWhen(i) {
			all = append(all, w.text)
		}
	}
	return all
}

const (
	fewestTelling = 5 // letters of a word that names something
	mostEnding    = 2 // of them that may be its ending
)

// Mentions tells whether a text has one of some words, in whatever form or within a longer one.
func Mentions(text string, words []string) bool {
	return slices.ContainsFunc(wordsOf(Fold(text)), func(has string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			least := max(fewestTelling, len(w)-mostEnding)
			return has == w || len(has) >= least && len(w) >= least && strings.Contains(has, w[:least])
		})
	})
}
