package understand

import (
	"maps"
	"slices"
	"strings"
)

// phraseBook is intents by the words that say them.
type phraseBook struct {
	whole map[string]Intent
	first map[string][]bookPhrase
}

// bookPhrase is a phrase by its words behind the first one.
type bookPhrase struct {
	rest   []string
	intent Intent
}

// newPhraseBook enters the phrases of tables; of two that say the same phrase
// the later one counts.
func newPhraseBook(tables ...map[Intent]string) phraseBook {
	b := phraseBook{whole: map[string]Intent{}, first: map[string][]bookPhrase{}}
	for _, table := range tables {
		for _, intent := range slices.Sorted(maps.Keys(table)) {
			for _, phrase := range list(table[intent]) {
				b.enter(phraseWords(phrase), intent)
			}
		}
	}
	return b
}

func (b phraseBook) enter(words []string, intent Intent) {
	if len(words) == 0 {
		return
	}
	b.whole[joinedReply(words)] = intent
	b.first[words[0]] = append(b.first[words[0]], bookPhrase{words[1:], intent})
}

// joinedReply is words as replies are looked up: "that's" is "thats", as many
// write it.
func joinedReply(words []string) string {
	said := strings.Join(words, " ")
	if !strings.Contains(said, "'") {
		return said
	}
	return shortenings.Replace(said)
}

var shortenings = strings.NewReplacer(" '", "", "'", "")
