package understand

import (
	"slices"
	"strings"
	"unicode"
)

// Place is a place with all that people may call it: its name, the town, parts
// of the town and post codes.
type Place struct {
	Names []string
}

// shortestPart is how many letters of a word have to be typed for the whole word
// to be meant.
const shortestPart = 3

// PlacesNamed finds the places that a text names, by their positions: first by
// whole words, so that Münster is not Bad Münstereifel, then by the beginnings of
// words. Of several, those that more of the words speak of are meant. Words that
// every place has tell none apart. whole tells whether whole words were found.
func PlacesNamed(text string, all []Place) (at []int, whole bool) {
	said := placeWords(text)
	known := make([][]string, len(all))
	for i, p := range all {
		known[i] = placeWords(strings.Join(p.Names, " "))
	}
	typed := slices.DeleteFunc(slices.Clone(said), func(w string) bool { return ofEvery(known, w) })
	at = mostNamed(typed, known, func(name, word string) bool { return name == word })
	if len(at) > 0 {
		return justThose(typed, all, justThose(said, all, at)), true
	}
	return mostNamed(typed, known, func(name, word string) bool {
		return len([]rune(word)) >= shortestPart && strings.HasPrefix(name, word)
	}), false
}

// ofEvery tells whether a word stands in the names of all of several places.
func ofEvery(known [][]string, word string) bool {
	return len(known) > 1 && !slices.ContainsFunc(known, func(names []string) bool { return !slices.Contains(names, word) })
}

// mostNamed is the places that most of the words speak of; none where no word does.
func mostNamed(typed []string, known [][]string, speaks func(name, word string) bool) (at []int) {
	most := 1
	for i, names := range known {
		n := 0
		for _, word := range typed {
			if slices.ContainsFunc(names, func(name string) bool { return speaks(name, word) }) {
				n++
			}
		}
		if n > most {
			at, most = nil, n
		}
		if n == most {
			at = append(at, i)
		}
	}
	return at
}

// justThose is the places one of whose names has exactly the words that were typed,
// or all of them if none has.
func justThose(typed []string, all []Place, at []int) []int {
	exact := slices.DeleteFunc(slices.Clone(at), func(i int) bool {
		return !slices.ContainsFunc(all[i].Names, func(name string) bool { return slices.Equal(placeWords(name), typed) })
	})
	if len(exact) > 0 {
		return exact
	}
	return at
}

// placeFillers are words that stand in names and beside them, and name nothing.
var placeFillers = strings.Fields(`in im am an auf zu zum zur bei beim nach fuer und der die das den dem des stadt gemeinde ort
	the of at to and for near town city place bitte please`)

// placeWords is the words of a text or a name, as they are compared.
func placeWords(text string) []string {
	all := strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(all, func(w string) bool { return slices.Contains(placeFillers, w) })
}
