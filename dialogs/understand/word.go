package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a run of digits or a sign of a message. Punctuation is no
// word: it stands in the gap before the next one.
type word struct {
	text     string // folded
	from, to int    // where it stands in the message, in bytes
	gap      string // what stands between it and the word before
	number   int    // where it is digits
	kind     wordKind
	capital  bool      // it begins with a capital letter
	dated    bool      // the dot before it only says that a number is an ordinal: am 3.12. geht nicht
	head     string    // by what idioms are looked up that begin with it; empty: not yet known
	spelt    string    // what its letters make, where they were spelt one by one
	meant    string    // the one word of a language that it is with one typing slip; empty: none
	seen     *lookedUp // what it was found to mean; nil outside of a message
}

// wordKind tells letters from digits and signs.
type wordKind uint8

const (
	letters wordKind = iota
	digits
	sign // an emoji, or another character that is neither
)

// longestMessage is how many characters of a message are read, some 200 words:
// nobody needs more to say what they come for, and nobody shall keep others waiting.
// [Reading.Cut] says that there are more.
const longestMessage = 1_200

// shortWord is how many characters a word has with the gap behind it, rather few than many: so much room is made at once.
const shortWord = 5

// glued tells whether nothing stands between w and the word before.
func (w word) glued() bool { return w.gap == "" && w.from > 0 }

// startsClause tells whether a mark parts w from the word before: a full stop,
// a comma, a dash with spaces. A dot behind a number does not.
func (w word) startsClause() bool {
	if w.gap == " " || w.dated {
		return false // as most are
	}
	return strings.ContainsAny(w.gap, ",;!?()\"„“”\n") || strings.Contains(w.gap, " - ") || strings.Contains(w.gap, ". ")
}

// wordsIn splits a cleaned message into words, and says what stands behind the last.
func wordsIn(text string) (words []word, tail string) {
	words = make([]word, 0, len(text)/shortWord+1)
	end := 0
	for i := 0; i < len(text); {
		n, kind := wordLength(text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		w := word{from: i, to: i + n, gap: text[end:i], kind: kind}
		words = spellWord(words, w, text[i:i+n])
		i += n
		end = i
	}
	return words, text[end:]
}

// spellWord adds what w says to words. English "I'd" is two words.
func spellWord(words []word, w word, typed string) []word {
	first, _ := utf8.DecodeRuneInString(typed)
	w.capital = unicode.IsUpper(first)
	w.dated = w.gap == ". " && !w.capital && len(words) > 0 && words[len(words)-1].kind == digits
	switch w.kind {
	case digits:
		w.text = Fold(typed)
		w.number = parseDigits(w.text)
		return append(words, w)
	case sign:
		w.text = typed
		return append(words, w)
	}
	host, short := clitic(typed)
	if short == "" {
		w.text = withoutMarks(foldWord(typed))
		return append(words, w)
	}
	second := w
	w.text, w.to = withoutMarks(foldWord(host)), w.from+len(host)
	second.text, second.from, second.gap, second.capital = foldWord(short), w.to, "", false
	return append(words, w, second)
}

// clitic parts what is written on to a word with an apostrophe: 'd, 's, 'll.
func clitic(typed string) (host, short string) {
	i := strings.IndexAny(typed, "'’ʼ")
	if i <= 0 {
		return typed, ""
	}
	switch strings.ToLower(strings.TrimLeft(typed[i:], "'’ʼ")) {
	case "d", "s", "m", "ll", "ve", "re", "n", "ne", "nen":
		return typed[:i], typed[i:]
	}
	return typed, ""
}

// foldWord folds one word; most need no more than small letters.
func foldWord(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return Fold(s)
}

// wordLength is how many bytes the first word has, 0 where no word begins.
func wordLength(s string) (int, wordKind) {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.Is(unicode.Nd, first):
		return runOf(s, func(r rune) bool { return unicode.Is(unicode.Nd, r) }), digits
	case unicode.IsLetter(first):
		return lettersLength(s), letters
	case unicode.Is(unicode.So, first) || first == '€' || first == '%' || first == '+' || first == '@' || first == '&':
		return size, sign
	}
	return 0, letters
}

func runOf(s string, belongs func(rune) bool) int {
	for i, r := range s {
		if !belongs(r) {
			return i
		}
	}
	return len(s)
}

// lettersLength goes past an apostrophe and the dots of "a.m.".
func lettersLength(s string) int {
	dotted := false
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if dotted && beginsWithLetters(s[i:], 2) {
				return i - 1
			}
			dotted = false
		case (r == '\'' || r == '’' || r == 'ʼ') && i > 0 && beginsWithLetters(s[i+utf8.RuneLen(r):], 1):
		case r == '.' && beginsWithLetters(s[i+1:], 1) && !dotted:
			dotted = true
		default:
			if dotted {
				return i - 1
			}
			return i
		}
	}
	return len(s)
}

// beginsWithLetters tells whether at least n letters come first.
func beginsWithLetters(s string, n int) bool {
	for _, r := range s {
		if n == 0 {
			return true
		}
		if !unicode.IsLetter(r) {
			return false
		}
		n--
	}
	return n == 0
}
