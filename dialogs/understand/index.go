package understand

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entry is something that can be searched for.
type Entry struct {
	ID       string
	Names    []string // what it is called, in every language
	Synonyms []string // what people call it
	Words    []string // texts about it; these count little
}

// How much a word counts by where it stands.
const (
	inName    = 1.0
	inSynonym = 0.99
	inText    = 0.45
)

// Index holds entries ready for Search. It is safe for concurrent use.
type Index struct {
	ids     []string
	terms   []term
	phrases []phrase
}

// phrase is one name, synonym or text of an entry.
type phrase struct {
	entry  int
	weight float64
	size   float64 // the weights of its words
}

// term is a word that stands in some phrases.
type term struct {
	text    string
	letters []rune
	stem    string
	mask    uint64
	phrases []int
}

// NewIndex makes entries searchable.
func NewIndex(entries []Entry) *Index {
	x := &Index{}
	byText := map[string]int{}
	for i, e := range entries {
		x.ids = append(x.ids, e.ID)
		for _, s := range e.Names {
			x.addPhrase(byText, i, inName, s)
		}
		for _, s := range e.Synonyms {
			x.addPhrase(byText, i, inSynonym, s)
		}
		for _, s := range e.Words {
			x.addPhrase(byText, i, inText, s)
		}
	}
	return x
}

// addPhrase enters a phrase in both spellings of its umlauts.
func (x *Index) addPhrase(byText map[string]int, entry int, weight float64, s string) {
	spellings := []string{fold(s, withE), fold(s, plain)}
	for _, folded := range slices.Compact(spellings) {
		p := phrase{entry: entry, weight: weight}
		for _, w := range keywords(folded) {
			p.size += w.weight
			x.addTerm(byText, w.text, len(x.phrases))
		}
		x.phrases = append(x.phrases, p)
	}
}

func (x *Index) addTerm(byText map[string]int, text string, phrase int) {
	i, known := byText[text]
	if !known {
		i = len(x.terms)
		byText[text] = i
		x.terms = append(x.terms, newTerm(text))
	}
	t := &x.terms[i]
	if n := len(t.phrases); n == 0 || t.phrases[n-1] != phrase {
		t.phrases = append(t.phrases, phrase)
	}
}

func newTerm(text string) term {
	letters := []rune(text)
	return term{text: text, letters: letters, stem: stem(text), mask: mask(letters)}
}

// mask has a bit for each letter that occurs. Bits that a has and b lacks are
// letters that no few slips explain, which saves comparing most pairs.
func mask(letters []rune) uint64 {
	var m uint64
	for _, r := range letters {
		m |= 1 << (uint(r) % 64)
	}
	return m
}

// keyword is a word that says what is meant.
type keyword struct {
	text   string
	weight float64
}

const (
	maxKeywords = 100
	weakWeight  = 0.25
)

// keywords are the words of a folded text that tell concerns apart: filler of
// every language is dropped, and words that stand with many concerns count
// little.
func keywords(folded string) []keyword {
	var all []keyword
	for _, w := range wordsOf(withoutNoise(folded)) {
		if len(all) == maxKeywords {
			break
		}
		known := slices.ContainsFunc(all, func(k keyword) bool { return k.text == w })
		if known || noise[w] || len(w) > 2*longestWord {
			continue
		}
		k := keyword{w, 1}
		if weak[w] {
			k.weight = weakWeight
		}
		all = append(all, k)
	}
	return all
}

// withoutNoise drops filler as it is written, before apostrophes go: "i'd" is
// filler, "id" is not.
func withoutNoise(folded string) string {
	kept := slices.DeleteFunc(strings.Fields(folded), func(w string) bool { return noise[w] })
	return strings.Join(kept, " ")
}

// noise and weak are the filler and the weak words of all languages.
var noise, weak = searchWords()

func searchWords() (noise, weak map[string]bool) {
	noise, weak = map[string]bool{}, map[string]bool{}
	for _, l := range languages {
		for _, w := range list(l.filler + "," + l.chatter) {
			noise[w] = true
		}
		for _, w := range list(l.weak) {
			weak[w] = true
		}
	}
	return noise, weak
}

// stem is a word without the endings that inflection gave it, one after the
// other; at least four letters stay. It need not be a word, only the same for
// Ausweis, Ausweises and Ausweise.
func stem(word string) string {
	for {
		shorter := withoutEnding(word)
		if shorter == word {
			return word
		}
		word = shorter
	}
}

func withoutEnding(word string) string {
	if word == "" {
		return ""
	}
	for _, ending := range endings[word[len(word)-1]] {
		if n := len(word) - len(ending); n >= 4 && word[n:] == ending {
			return word[:n]
		}
	}
	return word
}

// endings are what inflection adds, by their last byte: most words have none of them.
var endings = endingsByLast(languages)

func endingsByLast(all []language) (by [256][]string) {
	for _, l := range all {
		for _, ending := range l.stems {
			last := ending[len(ending)-1]
			by[last] = append(by[last], ending)
		}
	}
	return by
}

func isWord(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first)
}
