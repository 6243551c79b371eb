package understand

import (
	"math/bits"
	"slices"
)

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
			if bits.OnesCount64(m&^t.mask) > best || bits.OnesCount64(t.mask&^m) > best {
				continue // as most do; their letters need not be looked at
			}
			if t.letters[0] != letters[0] && (t.letters[0] != letters[1] || t.letters[1] != letters[0]) {
				continue // hardly anybody mistypes the first letter, but for swapping it
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

// lookUpBeginning takes a word for the beginning of one that was not typed to
// its end.
func (v *vocabulary) lookUpBeginning(w string) understood {
	if len(w) < shortestBeginning {
		return understood{}
	}
	letters, m := []rune(w), mask([]rune(w))
	var found understood
	for length := len(letters) + 1; length <= longestWord; length++ {
		for i := range v.terms[length] {
			t := &v.terms[length][i]
			if m&^t.mask != 0 || t.means == nil || !slices.Equal(t.letters[:len(letters)], letters) {
				continue
			}
			if found.means != nil && !slices.Equal(found.means, t.means) {
				return understood{}
			}
			found = understood{means: t.means, sure: asTwoSlip}
		}
	}
	return found
}

const (
	shortestBeginning = 8
	shortestIdiomWord = 6
)

// mended is a word of an idiom that was typed with a slip; the word itself
// where it is none.
func (v *vocabulary) mended(w string) string {
	if len(w) < shortestIdiomWord || isSmall(w) || v.exact[w] != nil || slices.Contains(v.idiomTerms[idiomKey{w[0], len(w)}], w) {
		return w
	}
	letters, found := []rune(w), ""
	for length := len(w) - 1; length <= len(w)+1; length++ {
		for _, term := range v.idiomTerms[idiomKey{w[0], length}] {
			if slips(letters, []rune(term)) > 1 {
				continue
			}
			if found != "" {
				return w
			}
			found = term
		}
	}
	if found == "" {
		return w
	}
	return found
}
