package understand

import (
	"maps"
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

// Places is places made ready to be found in what people type: of thousands, those
// that a word names are found without looking at the others.
type Places struct {
	all   []Place
	at    map[string][]int // the places in whose names a word stands
	words []string         // those words, in order
}

// NewPlaces makes places ready.
func NewPlaces(all []Place) *Places {
	p := &Places{all: all, at: map[string][]int{}}
	for i, place := range all {
		for _, word := range placeWords(strings.Join(place.Names, " ")) {
			if known := p.at[word]; len(known) == 0 || known[len(known)-1] != i {
				p.at[word] = append(known, i)
			}
		}
	}
	p.words = slices.Sorted(maps.Keys(p.at))
	return p
}

// Named finds the places that a text names, by their positions: first by
// whole words, so that Münster is not Bad Münstereifel, then by the beginnings of
// words. Of several, those that more of the words speak of are meant. Words that
// every place has tell none apart. whole tells whether whole words were found.
func (p *Places) Named(text string) (at []int, whole bool) {
	said := placeWords(text)
	typed := slices.DeleteFunc(slices.Clone(said), p.ofEvery)
	at = mostNamed(typed, func(word string) []int { return p.at[word] })
	if len(at) > 0 {
		return justThose(typed, p.all, justThose(said, p.all, at)), true
	}
	return mostNamed(typed, p.beginning), false
}

// ofEvery tells whether a word stands in the names of all of several places.
func (p *Places) ofEvery(word string) bool { return len(p.all) > 1 && len(p.at[word]) == len(p.all) }

// beginning is the places in whose names a word begins like that.
func (p *Places) beginning(word string) []int {
	if len([]rune(word)) < shortestPart {
		return nil
	}
	var all []int
	from, _ := slices.BinarySearch(p.words, word)
	for _, name := range p.words[from:] {
		if !strings.HasPrefix(name, word) {
			break
		}
		all = append(all, p.at[name]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// mostNamed is the places that most of the words speak of; none where no word does.
func mostNamed(typed []string, speakOf func(word string) []int) (at []int) {
	times, most := map[int]int{}, 0
	for _, word := range typed {
		for _, i := range speakOf(word) {
			times[i]++
			most = max(most, times[i])
		}
	}
	for i, n := range times {
		if n == most {
			at = append(at, i)
		}
	}
	slices.Sort(at)
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

// placeWords is the words of a text or a name, as they are compared. A number with less
// digits than a post code belongs to the word before it: nine o'clock is not office 9.
func placeWords(text string) []string {
	all := strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := len(all) - 1; i >= 0; i-- {
		if side := sides[all[i]]; side != "" {
			all[i] = side
		}
		if i > 0 && len(all[i]) < shortestPostCode && isDigits(all[i]) {
			all[i] = all[i-1] + " " + all[i]
		}
	}
	return slices.DeleteFunc(all, func(w string) bool { return slices.Contains(placeFillers, w) })
}

// sides are the sides of a town as parts of it are called by them: "im Süden".
var sides = map[string]string{"norden": "nord", "sueden": "sued", "osten": "ost", "westen": "west"}

const shortestPostCode = 4

func isDigits(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
}
