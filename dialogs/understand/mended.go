package understand

import (
	"maps"
	"slices"
	"sync"
)

// shortestMended is how many letters a word needs for a slip in it to be
// mended; shorter ones have too many neighbours.
const shortestMended = 5

// neighbours are the words of all languages by what they become with one
// letter left out. Two words one slip apart share such a form, which finds
// them without comparing each with each.
var neighbours = sync.OnceValue(func() map[string][]tableWord {
	byForm := map[string][]tableWord{}
	for n, s := range speeches {
		seen := map[string]bool{}
		for _, word := range s.mendable() {
			if seen[word] {
				continue
			}
			seen[word] = true
			for _, form := range withoutOne(word) {
				byForm[form] = append(byForm[form], tableWord{word, n})
			}
		}
	}
	return byForm
})

// tableWord is a word of a language's tables.
type tableWord struct {
	text   string
	speech int
}

// mendable are the words of a language in which slips are mended: those that
// say something.
func (s *speech) mendable() []string {
	var all []string
	enter := func(word string) {
		if len(word) >= shortestMended && isASCII(word) {
			all = append(all, word)
		}
	}
	for _, first := range slices.Sorted(maps.Keys(s.phrases)) {
		enter(first)
		for _, p := range s.phrases[first] {
			for _, word := range p.rest {
				enter(word)
			}
		}
	}
	return all
}

// nouns are what phrases say whose words are written with a capital letter in
// the middle of a sentence.
var nouns = map[sense]bool{
	sWeekday: true, sWeekdays: true, sMonth: true, sMonthWeek: true, sSpan: true, sFeast: true, sPart: true, sWeekend: true, sSlot: true,
	sKin: true, sPeople: true, sField: true, sHours: true, sMinutes: true, sLength: true, sWeekOf: true, sList: true, sPlace: true,
}

// isNoun tells whether the word is written with a capital letter.
func (w tableWord) isNoun() bool {
	return slices.ContainsFunc(speeches[w.speech].phrases[w.text], func(p phraseSense) bool { return len(p.rest) == 0 && nouns[p.sense] })
}

// withoutOne is a word, and the word without each of its letters but the first.
func withoutOne(word string) []string {
	forms := []string{word}
	for i := 1; i < len(word); i++ {
		forms = append(forms, word[:i]+word[i+1:])
	}
	return forms
}

// saysSame tells whether a word of s says the same as another table's word.
func (s *speech) saysSame(word string, other tableWord) bool {
	a, b := s.phrases[word], speeches[other.speech].phrases[other.text]
	return len(a) > 0 && len(b) > 0 && a[0].sense == b[0].sense && a[0].value == b[0].value && len(a[0].rest)+len(b[0].rest) == 0
}

// mended is the table's word that a typed one is with one slip, and whose
// language has it. A slip that could be of two words is not mended. A noun is
// a slip of nouns only: Heide is no heute.
func mended(typed string, noun bool) (word string, speech int) {
	if len(typed) < shortestMended || len(typed) > longestWord || !isASCII(typed) {
		return "", 0
	}
	for _, form := range withoutOne(typed) {
		for _, candidate := range neighbours()[form] {
			if candidate.text == word || !isSlipOf(typed, candidate.text) || noun && !candidate.isNoun() {
				continue
			}
			if word != "" && !speeches[speech].saysSame(word, candidate) {
				return "", 0
			}
			word, speech = candidate.text, candidate.speech
		}
	}
	return word, speech
}
