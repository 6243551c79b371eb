package understand

import (
	"slices"
	"strings"
)

// Halves is the ways to part a line in two where a word or a comma joins its parts. What is said of both at the end of
// the second, "…, beide Dienstag", stands behind the first, too.
func Halves(text, lang string) (all [][2]string) {
	words := strings.Fields(oneLine(text))
	is := func(word string, of func(toldWords) string) bool {
		return slices.ContainsFunc(inOrder(lang), func(x *lexicon) bool {
			return slices.Contains(list(of(x.language.told)), Fold(strings.Trim(word, ",.;")))
		})
	}
	for i := 1; i < len(words); i++ {
		behind := words[i:]
		switch {
		case is(words[i], func(w toldWords) string { return w.joins }):
			behind = words[i+1:]
		case !strings.ContainsAny(words[i-1][len(words[i-1])-1:], ",;"):
			continue
		}
		first := strings.Trim(strings.Join(words[:i], " "), ",; ")
		if both := slices.IndexFunc(behind, func(w string) bool { return is(w, func(t toldWords) string { return t.both }) }); both > 0 {
			first += ", " + strings.Join(behind[both+1:], " ")
		}
		all = append(all, [2]string{first, strings.Join(behind, " ")})
	}
	return all
}
