package understand

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// conceptID is a concept in a vocabulary.
type conceptID int32

// notion is what a vocabulary knows of a concept.
type notion struct {
	concept concept
	kind    kind
	weight  float64
}

// vocabulary is the words that concerns are spoken of in: those of the
// languages, and those of one town.
type vocabulary struct {
	ids     map[concept]conceptID
	notions []notion
	exact   map[string][]conceptID
	stems   map[string][]conceptID
	sounds  map[string][]conceptID      // as they are spoken where consonants are soft
	phrases map[string][]idiom          // by their first word
	terms   [longestWord + 1][]slipTerm // by length
	longest int                         // words in a phrase

	idiomTerms map[idiomKey][]string // the words of phrases, but for short ones
	places     map[string]bool       // names of countries: nothing else is a slip of one
}

// idiom is what is said in several words. Where it has a gap, other words may
// stand between its two parts: "melde … an".
type idiom struct {
	head, tail []string
	gap        bool
	means      []conceptID
}

// slipTerm is a word that typing slips are held against.
type slipTerm struct {
	letters []rune
	mask    uint64
	means   []conceptID // none: it says nothing
}

// common is the vocabulary of the languages, without any town's. It is made for
// the first town that is read: it takes longer than all else here.
var common = sync.OnceValue(func() *vocabulary { return commonVocabulary(languages) })

// literal is a vocabulary without concepts: a word means itself.
var literal = literalVocabulary()

// smallWords say nothing of what somebody comes for.
var smallWords = allSmallWords(languages)

// compoundParts are parts of compounds that add nothing, and the letters
// between parts.
var compoundParts, compoundLinks = partsOfCompounds(languages)

func literalVocabulary() *vocabulary {
	v := emptyVocabulary()
	v.addSlipTerms(nil)
	return v
}

func emptyVocabulary() *vocabulary {
	return &vocabulary{
		ids: map[concept]conceptID{}, exact: map[string][]conceptID{}, stems: map[string][]conceptID{}, sounds: map[string][]conceptID{},
		phrases: map[string][]idiom{}, longest: 1, idiomTerms: map[idiomKey][]string{}, places: map[string]bool{},
	}
}

func commonVocabulary(all []language) *vocabulary {
	v := emptyVocabulary()
	for _, l := range all {
		l.office.byKind(func(k kind, c concept, words string) {
			id := v.concept(c, k)
			for _, w := range list(words) {
				v.addSaying(w, []conceptID{id})
			}
		})
	}
	for _, l := range all {
		v.addCountries(l.office)
		for _, w := range list(l.office.hollow) {
			v.addSaying(w, nil)
		}
	}
	v.addSigns()
	v.addSlipTerms(nil)
	return v
}

// addCountries enters the names of countries, and what their papers are called.
func (v *vocabulary) addCountries(w officeWords) {
	of := v.concept(nationality, aFaintTrait)
	for _, name := range list(w.nations) {
		v.exact[name] = []conceptID{of}
	}
	named := v.concept(country, aFaintTrait)
	v.concept(abroad, aTrait)
	for _, name := range list(w.countries) {
		if at := wordsOf(Fold(name)); len(at) == 1 {
			v.exact[at[0]] = []conceptID{named} // no stems: Indian is not India
			v.places[at[0]] = true
		} else {
			v.addSaying(name, []conceptID{named})
		}
	}
}

// weightOf is how much a concept of a kind weighs.
func weightOf(c concept, k kind) float64 {
	switch {
	case c == ordinary:
		return weightOfUsual
	case c == renew:
		return weightOfRenew
	case c == certificate:
		return weightOfPaper
	case k == aUsualAct:
		return weightOfUsual
	case k == anAct:
		return weightOfAct
	case k == aTrait:
		return weightOfTrait
	case k == aFaintTrait:
		return weightOfFaint
	}
	return weightOfThing
}

// concept is the ID of c, which is made where it is new.
func (v *vocabulary) concept(c concept, k kind) conceptID {
	if id, known := v.ids[c]; known {
		return id
	}
	id := conceptID(len(v.notions))
	v.ids[c] = id
	v.notions = append(v.notions, notion{c, k, weightOf(c, k)})
	return id
}

// addSaying enters what a word, some words, or "finde … nicht" mean, in both
// spellings of umlauts.
func (v *vocabulary) addSaying(words string, means []conceptID) {
	head, tail, gap := strings.Cut(words, "…")
	umlauted := []*strings.Replacer{withE, plain}
	if isPlain(head + tail) {
		umlauted = umlauted[:1] // both are the same
	}
	for _, umlauts := range umlauted {
		h, t := wordsOf(fold(head, umlauts)), wordsOf(fold(tail, umlauts))
		switch {
		case len(h) == 1 && !gap:
			v.addWord(h[0], means)
		case len(h) > 0 && v.meansMore(h, t, means):
		case len(h) > 0:
			v.phrases[headKey(h[0])] = append(v.phrases[headKey(h[0])], idiom{h, t, gap, means})
			v.longest = max(v.longest, len(h))
			for _, w := range slices.Concat(h, t) {
				if len(w) >= shortestIdiomWord && v.idiomTerms != nil {
					v.addIdiomTerm(w)
				}
			}
		}
	}
}

// meansMore adds what an idiom means to what it means already; it is false
// where the idiom is new.
func (v *vocabulary) meansMore(head, tail []string, means []conceptID) bool {
	for i, x := range v.phrases[headKey(head[0])] {
		if slices.Equal(x.head, head) && slices.Equal(x.tail, tail) {
			known := slices.Clone(v.phrases[headKey(head[0])])
			known[i].means = joinIDs(x.means, means)
			v.phrases[headKey(head[0])] = known
			return true
		}
	}
	return false
}

func (v *vocabulary) addWord(w string, means []conceptID) {
	v.exact[w] = joinIDs(v.exact[w], means)
	if s := stem(w); len(s) >= 5 {
		v.stems[s] = joinIDs(v.stems[s], means)
	}
	if s := sound(w); len(s) >= 4 {
		v.sounds[s] = joinIDs(v.sounds[s], means)
	}
}

// joinIDs is the IDs of both, each once. It changes neither.
func joinIDs(a, b []conceptID) []conceptID {
	joined := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(joined, id) {
			joined = append(joined, id)
		}
	}
	return joined
}

// addSlipTerms makes the words ready for comparing letter by letter, but for
// those that were in before.
func (v *vocabulary) addSlipTerms(before map[string][]conceptID) {
	for w, means := range v.exact {
		if _, known := before[w]; !known && !v.places[w] {
			v.addSlipTerm(w, means)
		}
	}
	if before != nil {
		return
	}
	for w := range smallWords {
		if _, known := v.exact[w]; !known {
			v.addSlipTerm(w, nil)
		}
	}
}

func (v *vocabulary) addSlipTerm(w string, means []conceptID) {
	letters := []rune(w)
	if len(letters) < shortestSlip(means) || len(letters) > longestWord {
		return
	}
	v.terms[len(letters)] = append(v.terms[len(letters)], slipTerm{letters, mask(letters), means})
}

// shortestSlip is how long a word must be that slips of it are known: what
// means something must be longer than what does not.
func shortestSlip(means []conceptID) int {
	if means == nil {
		return 4
	}
	return 5
}

// forTown is a copy of v that a town's words can be added to.
func (v *vocabulary) forTown() *vocabulary {
	own := &vocabulary{
		ids: maps.Clone(v.ids), notions: slices.Clone(v.notions), exact: maps.Clone(v.exact), stems: maps.Clone(v.stems),
		sounds: maps.Clone(v.sounds), idiomTerms: maps.Clone(v.idiomTerms), places: v.places,
		phrases: maps.Clone(v.phrases), terms: v.terms, longest: v.longest,
	}
	for i := range own.terms {
		own.terms[i] = slices.Clip(own.terms[i])
	}
	return own
}

// idiomKey is the key of idioms' words for those with a slip: hardly anybody
// mistypes the first letter.
type idiomKey struct {
	first  byte
	length int
}

func (v *vocabulary) addIdiomTerm(w string) {
	key := idiomKey{w[0], len(w)}
	if !slices.Contains(v.idiomTerms[key], w) {
		v.idiomTerms[key] = append(slices.Clone(v.idiomTerms[key]), w)
	}
}
