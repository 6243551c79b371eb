package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// ReadNumbers reads a list of appointment numbers, each in one word or in two, with
// or without what separates them, each once; and what else stands there.
func ReadNumbers(text string) (numbers []booking.Number, wrong []string) {
	separated := strings.NewReplacer("=\"", " ", ",", " , ", ";", " , ", "\t", " , ", "\n", " , ", "|", " , ", "\"", " ").Replace(text)
	for part := range strings.SplitSeq(separated, " , ") {
		words := strings.Fields(part)
		for len(words) > 0 {
			number, taken := firstNumber(words)
			switch {
			case taken == 0:
				if words[0] != "," && !joins(words[0]) {
					wrong = append(wrong, words[0])
				}
				taken = 1
			case !slices.Contains(numbers, number):
				numbers = append(numbers, number)
			}
			words = words[taken:]
		}
	}
	return numbers, wrong
}

// joins tells whether a word only stands between things, in any language.
func joins(word string) bool {
	return slices.ContainsFunc(spoken, func(x *lexicon) bool { return slices.Contains(list(x.and), Fold(word)) })
}

// firstNumber is the number that the first word or the first two are, and how many.
func firstNumber(words []string) (number booking.Number, taken int) {
	for n := min(2, len(words)); n > 0; n-- {
		if number, ok := booking.ParseNumber(Fold(strings.Join(words[:n], " "))); ok {
			return number, n
		}
	}
	return "", 0
}
