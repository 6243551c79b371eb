package understand

import (
	"strings"
	"unicode"
)

// token is a number, a word or phrase of the language, or a mark that stands
// between or before digits.
type token struct {
	text   string
	number int  // where text is digits
	digits bool // whether it is
	glued  bool // no space stands before it
	dated  bool // a word stands before it that announces a date: am 24, the 24
	means  []meaning
}

const (
	maxTokens  = 32 // of a text that is to say a day, a time or a number
	maxPhrase  = 4  // words in one phrase of the language data
	hugeNumber = 1<<31 - 1
)

// tokens splits a text in the words of one language. It is false where the
// text is too long to say just one thing.
func (x *lexicon) tokens(folded string) ([]token, bool) {
	raw := scan(folded)
	if len(raw) > maxTokens {
		return nil, false
	}
	var all []token
	for len(raw) > 0 {
		t, n := x.longestPhrase(raw)
		all, raw = append(all, x.parted(t)...), raw[n:]
	}
	return all, true
}

// longestPhrase is the token that the first words make, and how many they are.
func (x *lexicon) longestPhrase(raw []token) (token, int) {
	for n := min(maxPhrase, len(raw)); n > 1; n-- {
		words := make([]string, n)
		for i := range words {
			words[i] = raw[i].text
		}
		phrase := strings.Join(words, " ")
		if means, ok := x.means[phrase]; ok {
			return token{text: phrase, means: means}, n
		}
	}
	t := raw[0]
	if !t.digits {
		t.means = x.lookUp(t.text)
	}
	return t, 1
}

// parted takes a weekday and what is written on to it apart:
// Dienstagvormittag.
func (x *lexicon) parted(t token) []token {
	if t.digits || t.means != nil {
		return []token{t}
	}
	for _, words := range x.weekdays {
		day := list(words)[0]
		rest, ok := strings.CutPrefix(t.text, day)
		if !ok {
			continue
		}
		if means := x.lookUp(rest); means != nil {
			return []token{{text: day, means: x.means[day]}, {text: rest, means: means}}
		}
	}
	return []token{t}
}

// withoutFiller drops the words that only are polite.
func (x *lexicon) withoutFiller(all []token) []token {
	var kept []token
	dated := false
	for _, t := range all {
		if len(t.means) == 1 && t.means[0].role == isFiller {
			dated = x.on[t.text]
			continue
		}
		t.dated = dated
		kept, dated = append(kept, t), false
	}
	return kept
}

// as is the value that t has in a role.
func (t token) as(r role) (int, bool) {
	for _, m := range t.means {
		if m.role == r {
			return m.value, true
		}
	}
	return 0, false
}

func (t token) is(r role) bool {
	_, ok := t.as(r)
	return ok
}

// scan splits a folded text where letters, digits and marks meet.
func scan(s string) []token {
	var all []token
	runes := []rune(s)
	space := true
	for i := 0; i < len(runes); {
		n := runLength(runes[i:])
		text := string(runes[i : i+n])
		switch {
		case unicode.IsDigit(runes[i]):
			all = append(all, token{text: text, number: parseDigits(text), digits: true, glued: !space})
		case unicode.IsLetter(runes[i]):
			all = append(all, token{text: withoutMarks(text), glued: !space})
		case isMark(runes, i):
			all = append(all, token{text: text, glued: !space})
		}
		space = runes[i] == ' '
		i += n
	}
	return all
}

// runLength is how many of the first characters belong together.
func runLength(runes []rune) int {
	for n := 1; n < len(runes); n++ {
		if !belongs(runes[0], runes[n], runes[n-1], runes[n:]) {
			return n
		}
	}
	return len(runes)
}

// belongs tells whether r goes on with what first began: digits after digits,
// letters after letters, also past an apostrophe and the dots of "a.m.".
func belongs(first, r, previous rune, rest []rune) bool {
	if unicode.IsDigit(first) {
		return unicode.IsDigit(r)
	}
	if !unicode.IsLetter(first) {
		return false
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return previous != '.' || len(rest) < 2 || !unicode.IsLetter(rest[1])
	}
	return r == '\'' || r == '.' && len(rest) > 1 && unicode.IsLetter(rest[1])
}

func withoutMarks(word string) string { return marks.Replace(word) }

var marks = strings.NewReplacer("'", "", ".", "")

// isMark tells whether the character at i says something: separators do next
// to digits, everything unusual does, and the rest is punctuation.
func isMark(runes []rune, i int) bool {
	afterDigit := i > 0 && unicode.IsDigit(runes[i-1])
	beforeDigit := i+1 < len(runes) && unicode.IsDigit(runes[i+1])
	switch runes[i] {
	case '.':
		return afterDigit
	case ':', '/', ',':
		return afterDigit && beforeDigit
	case '-':
		return beforeDigit || i+1 < len(runes) && runes[i+1] == '-'
	case ' ', '!', '?', '(', ')', '"', '\'', '’', '„', '“', '”', ';', '…', '#', '*', '|':
		return false
	}
	return true
}

func parseDigits(s string) int {
	n := 0
	for _, r := range s {
		if n = n*10 + int(r-'0'); n > hugeNumber {
			return hugeNumber
		}
	}
	return n
}
