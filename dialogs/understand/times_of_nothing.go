package understand

import "slices"

// withoutTimesOfNothing drops when something is where it is not understood what,
// and nobody wants to come then: "das Wetter am Dienstag wird gut". For what others do there
// are no times here: "mein Nachbar grillt jeden Abend".
func (m *message) withoutTimesOfNothing(chosen []candidate) []candidate {
	if m.in.Expect != ExpectWish || slices.ContainsFunc(chosen, func(c candidate) bool { return !isTime(c) && !isOfOthers(c) }) {
		return chosen
	}
	if slices.ContainsFunc(m.grammars, (*grammar).hasWanting) || slices.ContainsFunc(m.words, func(w word) bool { return needing[w.text] || wanting[w.text] }) {
		return chosen
	}
	if !slices.ContainsFunc(chosen, isOfOthers) && m.meaningLeft(chosen) < leftOver {
		return chosen
	}
	for i, c := range chosen {
		if isTime(c) {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// meaningLeft is how many words with a meaning of their own nothing explains.
func (m *message) meaningLeft(chosen []candidate) (left int) {
	for i, free := range m.free(chosen) {
		if free && m.words[i].kind == letters && !isSmall(m.words[i].text) && !m.isFiller(i) {
			left++
		}
	}
	return left
}

// leftOver is how many words with a meaning of their own are more than a
// concern in words that nobody knows.
const leftOver = 2

func isTime(c candidate) bool {
	switch c.value.(type) {
	case daysSaid, hoursSaid, anyWhen, led:
		return true
	}
	return false
}

func isOfOthers(c candidate) bool {
	_, is := c.value.(ElsewhereValue)
	return is
}
