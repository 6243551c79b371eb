package understand

import "strings"

// SaysYes tells whether a message says a plain yes, or one with why: "ja, ich bin krank". The
// yes is its first or its last thought, and each other one tells what is or has been, or is
// courtesy. Who waits, asks or goes on to something else ("ja, aber erst morgen", "ja,
// was passiert dann") says none.
func SaysYes(text, lang string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.;!\n–", r) })
	if len(parts) == 0 || strings.Contains(text, "?") {
		return false
	}
	yes := isYes(parts[0], lang) || isYes(parts[len(parts)-1], lang)
	for _, part := range parts {
		if yes = yes && (isYes(part, lang) || tellsWhy(wordsOf(Fold(part)))); !yes {
			return false
		}
	}
	return yes
}

func isYes(part, lang string) bool {
	intent, is := ExactCommand(part, lang)
	return is && intent == Yes
}

// tellsWhy tells whether words say what is or has been, and want, ask and take back nothing.
func tellsWhy(words []string) bool {
	tells, says := false, false
	for i, w := range words {
		switch {
		case reversing[w], rathers[w], denying[w], needing[w], modals[w], halting[w], i == 0 && (joining[w] || whats[w]):
			return false
		}
		tells, says = tells || beens[w] || being[w], says || !isSmall(w)
	}
	return tells || !says
}

// Words for what somebody is, and single ones that halt a talk: moment.
var (
	being   = talkingWords(func(t talkWords) string { return t.being })
	halting = talkingWords(func(t talkWords) string { return t.halts })
)

const mostOfYes = 4 // words of a yes with which a message begins

// BehindYes is what a message says behind a plain yes with which it begins: "ja, und noch einen Perso",
// "yes but for two". False: it does not begin so, or says no more.
func BehindYes(text, lang string) (rest string, agrees bool) {
	clean := oneCleanLine(text)
	words, tail := wordsIn(clean)
	for n := min(mostOfYes, len(words)-1); n > 0; n-- {
		goesOn := words[n].startsClause() || joining[words[n].text] || reversing[words[n].text]
		if !goesOn || !isYes(clean[words[0].from:words[n-1].to], lang) {
			continue
		}
		for n < len(words)-1 && (joining[words[n].text] || reversing[words[n].text]) {
			n++
		}
		return clean[words[n].from:words[len(words)-1].to] + tail, true
	}
	return "", false
}
