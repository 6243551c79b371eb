package understand

import (
	"slices"
	"strings"
)

const mostMended = 2 // slips between a word of a name and what it is to be

// MendedName is a name with one of its words as somebody writes it now: "Bergers"
// behind "Tim Berger" is Tim Bergers, and who is called wrong there, if anybody is, is the word
// that changes. What is not like one of them is all of it.
func MendedName(before, said, wrong string) string {
	words := strings.Fields(before)
	if len(words) < wholeName || len(strings.Fields(said)) != 1 {
		return said
	}
	if at := slices.IndexFunc(words, func(w string) bool { return Fold(w) == Fold(wrong) }); at >= 0 {
		words[at] = said
		return strings.Join(words, " ")
	}
	nearest, at := mostMended+1, 0
	for i, w := range words {
		if d := slips([]rune(Fold(w)), []rune(Fold(said))); d <= nearest {
			nearest, at = d, i
		}
	}
	if nearest > mostMended || nearest*2 >= len([]rune(said)) {
		return said
	}
	words[at] = said
	return strings.Join(words, " ")
}
