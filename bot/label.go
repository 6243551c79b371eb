package bot

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestLabel is how many characters of a button's label are shown on a small
// screen; the server takes more.
const longestLabel = 60

// labelsOf is the words of all buttons, shortened where they are too long, and
// no two of them the same.
func labelsOf(groups []Group) [][]string {
	all := make([][]string, len(groups))
	for i, g := range groups {
		for _, b := range g.Buttons {
			all[i] = append(all[i], label(b, atTheEnd))
		}
	}
	seen := map[string]int{}
	for _, text := range slices.Concat(all...) {
		seen[text]++
	}
	given := map[string]int{}
	for i, g := range groups {
		for j, b := range g.Buttons {
			if seen[all[i][j]] > 1 {
				all[i][j] = label(b, inTheMiddle)
			}
			given[all[i][j]]++
			if n := given[all[i][j]]; n > 1 {
				all[i][j] += " (" + strconv.Itoa(n) + ")"
			}
		}
	}
	return all
}

// shorten leaves something out of words that are too long.
type shorten func(words []rune) string

// label is a button's words: shortened where they are too long.
func label(b Button, shorten shorten) string {
	text := b.Label
	if utf8.RuneCountInString(text) > longestLabel {
		text = shorten([]rune(text))
	}
	if b.Marked {
		return "✓ " + text
	}
	return text
}

// atTheEnd leaves out the end, from a word on.
func atTheEnd(words []rune) string {
	short := string(words[:longestLabel-1])
	if i := strings.LastIndexByte(short, ' '); i > longestLabel/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,") + "…"
}

// inTheMiddle leaves out the middle: what begins alike often ends otherwise.
func inTheMiddle(words []rune) string {
	const head = longestLabel / 2
	const tail = longestLabel - head - 1
	return strings.TrimRight(string(words[:head]), " ,") + "…" + strings.TrimLeft(string(words[len(words)-tail:]), " ,")
}
