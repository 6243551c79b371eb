package understand

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// longestLength is how many words say a length: "1 Stunde und 30 Minuten".
const longestLength = 6

// ReadMinutes reads how many minutes something takes: "12", "12 min", "zwölf",
// "eine halbe Stunde", "1,5 h", "an hour and 30 minutes". What is a number and no
// number of whole minutes comes back as it was typed.
func ReadMinutes(text, lang string) (minutes string, ok bool) {
	words := lengthWords(text)
	for _, x := range inOrder(lang) {
		sum, ok := x.lengthOf(words)
		switch {
		case !ok:
		case sum != math.Trunc(sum) || math.Abs(sum) > hugeNumber:
			return text, true
		default:
			return strconv.Itoa(int(sum)), true
		}
	}
	return "", false
}

// lengthWords parts what is said of a length into numbers and words: "1h30".
func lengthWords(text string) []string {
	text = strings.NewReplacer("½", " 1/2", "¼", " 1/4", "¾", " 3/4", "=", " ").Replace(text)
	var parted strings.Builder
	before := ' '
	for _, r := range Fold(text) {
		if unicode.IsDigit(before) && unicode.IsLetter(r) || unicode.IsLetter(before) && unicode.IsDigit(r) {
			parted.WriteByte(' ')
		}
		parted.WriteRune(r)
		before = r
	}
	words := strings.Fields(parted.String())
	for i, w := range words {
		words[i] = strings.TrimRight(w, ".!?")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// lengthOf adds up a length that all of the words say in one language. A mere
// number is minutes where nothing else is said, or only hours before it: "1 h 30".
func (x *lexicon) lengthOf(words []string) (sum float64, ok bool) {
	var unit float64
	for some := false; len(words) > 0; some = true {
		if some && len(words) > 1 && slices.Contains(list(x.and), words[0]) {
			words = words[1:]
		}
		before := unit
		count, of, used := x.oneLength(words)
		unit, words = of, words[used:]
		switch {
		case used == 0, unit == 0 && len(words) > 0, unit == 0 && some && before != anHour:
			return 0, false
		case unit == 0:
			sum += count
		default:
			sum += count * unit
		}
	}
	return sum, true
}

// anHour is an hour in minutes.
const anHour = 60

// oneLength reads a number and its unit in minutes, which is 0 where none stands
// there, and says how many words that took.
func (x *lexicon) oneLength(words []string) (count, unit float64, used int) {
	article := 0
	if len(words) > 1 && articles[words[0]] {
		article, count, used = 1, 1, 1
	}
	if minutes, n := x.lengthPhrase(words[article:]); n > 0 {
		return float64(minutes), 1, article + n
	}
	if used == 0 {
		count, used = x.lengthAmount(words)
	}
	switch {
	case used == 0 || used == len(words):
	case slices.Contains(list(x.minutes), words[used]), slices.Contains(list(x.concernMinutes), words[used]):
		return count, 1, used + 1
	case slices.Contains(list(x.language.speech.words[sHours]), words[used]):
		return count, anHour, used + 1
	}
	return count, 0, used
}

// lengthPhrase reads a length that needs no number: half an hour.
func (x *lexicon) lengthPhrase(words []string) (minutes, used int) {
	for value, phrases := range x.language.speech.values[sLength] {
		for _, phrase := range list(phrases) {
			said := strings.Fields(phrase)
			if len(said) > used && len(said) <= len(words) && slices.Equal(said, words[:len(said)]) {
				minutes, used = value, len(said)
			}
		}
	}
	return minutes, used
}

// lengthAmount reads a number: 12, -5, 1,5, 1/2, zwölf, minus five, twenty four.
func (x *lexicon) lengthAmount(words []string) (count float64, used int) {
	if count, ok := digitsOf(words[0]); ok {
		return count, 1
	}
	for n := min(2, len(words)); n > 0; n-- {
		all, ok := x.tokens(strings.Join(words[:n], " "))
		if !ok || len(all) == 0 || articles[words[0]] {
			continue
		}
		if value, taken := signed(all); taken == len(all) {
			return float64(value), n
		}
	}
	return 0, 0
}

// digitsOf is a number in digits: whole, with a comma, or a fraction.
func digitsOf(word string) (float64, bool) {
	if !strings.ContainsAny(word, "0123456789") || strings.Trim(word, "+-,./0123456789") != "" {
		return 0, false
	}
	if above, below, ok := strings.Cut(word, "/"); ok {
		n, err := strconv.Atoi(above)
		of, err2 := strconv.Atoi(below)
		return float64(n) / float64(max(of, 1)), err == nil && err2 == nil && of > 0
	}
	n, err := strconv.ParseFloat(strings.Replace(word, ",", ".", 1), 64)
	return n, err == nil
}
