package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// AnswerThenNext parts an answer from the question behind it who is next: "confirm, and who is next?".
func AnswerThenNext(text, lang string, today booking.Date) (answer string, ok bool) {
	words := strings.Fields(oneLine(text))
	for i := 1; i < len(words); i++ {
		behind, joined := withoutJoint(words[i:])
		if !joined && !strings.ContainsAny(words[i-1][len(words[i-1])-1:], ",.;!") {
			continue
		}
		c, err := ReadStaffCommand(strings.Join(behind, " "), lang, today, nil)
		if err == nil && c.Exact && (c.Do == ToQueue || c.Do == ToCall) {
			return strings.TrimRight(strings.Join(words[:i], " "), ",.;! "), true
		}
	}
	return "", false
}

// withoutJoint is some words without those at their beginning that join them to others.
func withoutJoint(words []string) (behind []string, joined bool) {
	for len(words) > 1 && slices.ContainsFunc(spoken, func(x *lexicon) bool { return slices.Contains(list(x.language.told.joins), Fold(words[0])) }) {
		words, joined = words[1:], true
	}
	return words, joined
}
