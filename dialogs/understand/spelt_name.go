package understand

import (
	"strings"
	"unicode/utf8"
)

const fewestSpelt = 3 // letters of a name that is spelt out

// spelt makes one word of letters that somebody spells: "S C H M I D T",
// "M wie Martha, A wie Anton, I wie Ida". Elsewhere a single letter is no name.
func spelt(words []word, text string) []word {
	all := make([]word, 0, len(words))
	for i := 0; i < len(words); {
		name, end := speltAt(words, i, text)
		if end == i {
			name, end = words[i], i+1
		}
		all = append(all, name)
		i = end
	}
	return all
}

// speltAt is the word that is spelt from i on, and where it ends.
func speltAt(words []word, i int, text string) (word, int) {
	var name strings.Builder
	end, count := i, 0
	for end < len(words) && isLetter(words[end], text) && !strings.ContainsAny(words[end].gap, "!?;") {
		name.WriteString(text[words[end].from:words[end].to])
		end += 1 + asIn(words, end+1, text)
		count++
	}
	if count < fewestSpelt {
		return word{}, i
	}
	w := words[i]
	w.spelt = upperFirst(strings.ToLower(name.String()))
	w.text, w.to, w.capital = foldWord(w.spelt), words[end-1].to, true
	return w, end
}

// isLetter tells whether a word is one letter by itself.
func isLetter(w word, text string) bool {
	return w.kind == letters && utf8.RuneCountInString(text[w.from:w.to]) == 1
}

// asIn is how many words say what a letter is like: wie Martha, as in Mike.
func asIn(words []word, i int, text string) int {
	for n := 1; n <= 2 && i+n < len(words); n++ {
		if said := words[i+n-1].text; asLetters[said] && !isLetter(words[i+n], text) {
			return n + 1
		}
	}
	return 0
}

// asLetters are words before the one that a letter begins.
var asLetters = talkingWords(func(t talkWords) string { return t.spells })
