package understand

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
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
	phrases map[string][]idiom          // by their first word
	terms   [longestWord + 1][]slipTerm // by length
	longest int                         // words in a phrase
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

// common is the vocabulary of the languages, without any town's.
var common = commonVocabulary(languages)

// smallWords say nothing of what somebody comes for.
var smallWords = allSmallWords(languages)

// compoundParts are parts of compounds that add nothing, and the letters
// between parts.
var compoundParts, compoundLinks = partsOfCompounds(languages)

func commonVocabulary(all []language) *vocabulary {
	v := &vocabulary{
		ids: map[concept]conceptID{}, exact: map[string][]conceptID{}, stems: map[string][]conceptID{},
		phrases: map[string][]idiom{}, longest: 1,
	}
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
	}
	v.addSlipTerms(nil)
	return v
}

// addCountries enters the names of countries: where somebody goes to is abroad.
func (v *vocabulary) addCountries(w officeWords) {
	named, away := v.concept(country, aFaintTrait), v.concept(abroad, aTrait)
	for _, name := range list(w.countries) {
		if at := wordsOf(Fold(name)); len(at) == 1 {
			v.exact[at[0]] = []conceptID{named} // no stems: Indian is not India
		} else {
			v.addSaying(name, []conceptID{named})
		}
		for _, to := range list(w.toward) {
			v.addSaying(to+" "+name, []conceptID{named, away})
		}
	}
}

// weightOf is how much a concept of a kind weighs.
func weightOf(c concept, k kind) float64 {
	switch {
	case c == renew:
		return weightOfRenew
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
	for _, umlauts := range []*strings.Replacer{withE, plain} {
		h, t := wordsOf(fold(head, umlauts)), wordsOf(fold(tail, umlauts))
		switch {
		case len(h) == 1 && !gap:
			v.addWord(h[0], means)
		case len(h) > 0 && !slices.ContainsFunc(v.phrases[h[0]], func(x idiom) bool { return slices.Equal(x.head, h) && slices.Equal(x.tail, t) }):
			v.phrases[h[0]] = append(v.phrases[h[0]], idiom{h, t, gap, means})
			v.longest = max(v.longest, len(h))
		}
	}
}

func (v *vocabulary) addWord(w string, means []conceptID) {
	v.exact[w] = joinIDs(v.exact[w], means)
	if s := stem(w); len(s) >= 5 {
		v.stems[s] = joinIDs(v.stems[s], means)
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
		if _, known := before[w]; !known {
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
	if len(letters) < 4 || len(letters) > longestWord {
		return
	}
	v.terms[len(letters)] = append(v.terms[len(letters)], slipTerm{letters, mask(letters), means})
}

// forTown is a copy of v that a town's words can be added to.
func (v *vocabulary) forTown() *vocabulary {
	own := &vocabulary{
		ids: maps.Clone(v.ids), notions: slices.Clone(v.notions), exact: maps.Clone(v.exact), stems: maps.Clone(v.stems),
		phrases: maps.Clone(v.phrases), terms: v.terms, longest: v.longest,
	}
	for i, terms := range own.terms {
		own.terms[i] = slices.Clip(terms)
	}
	return own
}

// How surely a word was understood.
const (
	asWritten = 1.0
	asStem    = 0.97
	asSplit   = 0.93 // a compound that nobody listed
	asOneSlip = 0.9
	asTwoSlip = 0.8
)

// understood is what a word means, and how surely.
type understood struct {
	means []conceptID
	sure  float64
	small bool // it says nothing of what somebody comes for
}

// lookUp is what a folded word means. It is empty for words that nobody has
// listed and that are no compound or slip of one.
func (v *vocabulary) lookUp(w string, slipsToo bool) understood {
	if means, ok := v.exact[w]; ok {
		return understood{means: means, sure: asWritten, small: means == nil}
	}
	if isSmall(w) {
		return understood{small: true}
	}
	if means, ok := v.stems[stem(w)]; ok && v.oneKind(means) {
		return understood{means: means, sure: asStem}
	}
	if means := v.split(w, maxParts); means != nil {
		return understood{means: means, sure: asSplit}
	}
	if slipsToo {
		return v.lookUpSlip(w)
	}
	return understood{}
}

// oneKind tells whether concepts do not exclude one another: a stem that is of
// "anmelden" and of something else decides nothing.
func (v *vocabulary) oneKind(means []conceptID) bool {
	return len(means) == 1 || !slices.ContainsFunc(means, func(id conceptID) bool { return v.notions[id].kind == anAct })
}

const (
	maxParts    = 4
	shortestWay = 3 // letters of the shortest part of a compound
)

// split takes a compound apart: every part must be known, so that a
// Schülerausweis is no Ausweis.
func (v *vocabulary) split(w string, parts int) []conceptID {
	if parts == 0 || len(w) < 2*shortestWay || len(w) > 2*longestWord {
		return nil
	}
	for n := len(w) - shortestWay; n >= shortestWay; n-- {
		means, known := v.part(w[:n])
		if !known {
			continue
		}
		for _, link := range compoundLinks {
			rest, ok := strings.CutPrefix(w[n:], link)
			if !ok || len(rest) < shortestWay {
				continue
			}
			if last := v.lastPart(rest, parts-1); last != nil {
				return joinIDs(means, last)
			}
		}
	}
	return nil
}

func (v *vocabulary) part(w string) (means []conceptID, known bool) {
	if means, ok := v.exact[w]; ok {
		return means, true
	}
	return nil, compoundParts[w]
}

// lastPart is what the rest of a compound means, inflected or a compound too.
func (v *vocabulary) lastPart(w string, parts int) []conceptID {
	if means, ok := v.exact[w]; ok {
		return means
	}
	if means, ok := v.stems[stem(w)]; ok && v.oneKind(means) {
		return means
	}
	return v.split(w, parts)
}

// lookUpSlip takes a word for one with typing slips. What could be of words
// that mean different things is not understood.
func (v *vocabulary) lookUpSlip(w string) understood {
	letters := []rune(w)
	n := len(letters)
	allowed := slipsAllowed(n)
	if allowed == 0 || n > longestWord {
		return understood{}
	}
	best, found := allowed+1, understood{}
	m := mask(letters)
	for length := max(4, n-allowed); length <= min(longestWord, n+allowed); length++ {
		for i := range v.terms[length] {
			t := &v.terms[length][i]
			if t.letters[0] != letters[0] && n < 7 {
				continue
			}
			if bits.OnesCount64(m&^t.mask) > best || bits.OnesCount64(t.mask&^m) > best {
				continue
			}
			best, found = closer(best, found, slips(letters, t.letters), t)
		}
	}
	if best == 1 {
		found.sure = asOneSlip
	}
	return found
}

// closer is the better of what was found and a term that lies d slips away.
func closer(best int, found understood, d int, t *slipTerm) (int, understood) {
	switch {
	case d > best || d == best && found.small && t.means == nil:
		return best, found
	case d < best:
		return d, understood{means: t.means, sure: asTwoSlip, small: t.means == nil}
	case slices.Equal(found.means, t.means):
		return best, found
	}
	return best, understood{} // of two that mean different things
}

// slipsAllowed is how many slips a word of some letters may have.
func slipsAllowed(length int) int {
	switch {
	case length < 5:
		return 0
	case length < 8:
		return 1
	case length < 14:
		return 2
	}
	return 3
}

// isSmall tells whether a word says nothing of what somebody comes for.
func isSmall(w string) bool { return smallWords[w] || len(w) == 1 }

func allSmallWords(all []language) map[string]bool {
	small := map[string]bool{}
	for _, l := range all {
		o := l.office
		for _, words := range []string{
			l.filler, l.chatter, l.courtesy, l.wishing, l.weak, o.small, o.self, o.purpose, o.joins, o.breaks, o.not, o.instead, o.rather, o.nor,
			o.times, o.article, o.places,
		} {
			for _, w := range list(words) {
				if !strings.Contains(w, " ") {
					small[w] = true
				}
			}
		}
	}
	return small
}

func partsOfCompounds(all []language) (parts map[string]bool, links []string) {
	parts, links = map[string]bool{}, []string{""}
	for _, l := range all {
		for _, w := range list(l.office.parts) {
			parts[w] = true
		}
		for _, link := range list(l.office.links) {
			if !slices.Contains(links, link) {
				links = append(links, link)
			}
		}
	}
	return parts, links
}
