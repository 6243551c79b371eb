package understand

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Longest is how many characters of a text are looked at; the rest is cut off.
const Longest = 1000

// Fold brings a text into the form in which texts are compared: small letters
// without accents, ä as ae and ß as ss, digits of every script as 0 to 9,
// single spaces, and nothing invisible, no control characters, no emoji. It
// looks at the first Longest characters and never returns more.
func Fold(s string) string {
	return fold(s, withE)
}

// withE spells umlauts the way German does where it lacks them, plain the way
// a foreign keyboard does: fuehrung, fuhrung.
var (
	withE = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")
	plain = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")
)

// others are letters that no accent makes, as people without them write them.
var others = strings.NewReplacer("æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "ß", "ss", "ς", "σ")

func fold(s string, umlauts *strings.Replacer) string {
	s = cut(s)
	if isPlain(s) {
		return spaced(strings.ToLower(s))
	}
	s = norm.NFKC.String(s)
	s = umlauts.Replace(norm.NFKC.String(strings.ToLower(s)))
	if isPlain(s) {
		return cut(spaced(s))
	}
	s = norm.NFD.String(s)
	s = others.Replace(norm.NFC.String(strings.Map(comparing, s)))
	return cut(spaced(s))
}

// isPlain tells whether s is of ASCII's printed characters alone, as most texts
// are: of those, case and spaces are all there is to fold.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= unicode.MaxASCII {
			return false
		}
	}
	return true
}

// spaced is s with single spaces, and none at its ends.
func spaced(s string) string {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") || !isPlain(s) {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// cut keeps the first Longest characters.
func cut(s string) string {
	n := 0
	for i := range s {
		if n == Longest {
			return s[:i]
		}
		n++
	}
	return s
}

// comparing is r as it counts in a comparison; -1 drops it.
func comparing(r rune) rune {
	switch {
	case r < unicode.MaxASCII && r >= ' ':
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Pd, r) || r == '−':
		return '-'
	case r == '’' || r == 'ʼ':
		return '\''
	case unicode.Is(unicode.Nd, r):
		return '0' + rune(digit(r))
	case isAccent(r) || isInvisible(r) || unicode.Is(unicode.Sk, r):
		return -1
	case unicode.Is(unicode.So, r):
		return ' '
	}
	return r
}

func isAccent(r rune) bool {
	return '\u0300' <= r && r <= '\u036f' || unicode.Is(unicode.Me, r)
}

// isInvisible tells whether r is a control character, a mark that only steers
// writing direction or joining, a selector, or no assigned character at all.
func isInvisible(r rune) bool {
	return unicode.In(r, unicode.C, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// digit is the value of a decimal digit of any script. Unicode keeps each
// script's ten in a row, beginning with zero.
func digit(r rune) int {
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10
		}
	}
	return 0
}
