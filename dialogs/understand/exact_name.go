package understand

import "strings"

// exactNames is entries by what they are called, word for word but for words
// that say nothing. What several are called stands for none.
type exactNames map[string]int32

const ofSeveral = -1

func (n exactNames) enter(entry int32, text string) {
	words, _ := wordsIn(oneCleanLine(text))
	key := keyOf(words, allFree(len(words)))
	if other, known := n[key]; known && other != entry {
		entry = ofSeveral
	}
	n[key] = entry
}

// find is the entry that words are the name of, if they are one's alone.
func (n exactNames) find(words []word, open []bool) (int32, bool) {
	entry, known := n[keyOf(words, open)]
	return entry, known && entry != ofSeveral
}

func keyOf(words []word, open []bool) string {
	var key strings.Builder
	for i, w := range words {
		if open[i] && !isSmall(w.text) {
			key.WriteString(w.text)
			key.WriteByte(' ')
		}
	}
	return key.String()
}
