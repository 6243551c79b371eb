package understand

import "slices"

// withoutTimesOfNothing drops when something is where it is not understood what,
// and nobody wants to come then: "das Wetter am Dienstag wird gut".
func (m *message) withoutTimesOfNothing(chosen []candidate) []candidate {
	if m.in.Expect != ExpectWish || slices.ContainsFunc(chosen, func(c candidate) bool { return !isTime(c) }) {
		return chosen
	}
	if slices.ContainsFunc(m.grammars, (*grammar).hasWanting) || slices.ContainsFunc(m.words, func(w word) bool { return needing[w.text] || wanting[w.text] }) {
		return chosen
	}
	left := 0
	for i, free := range m.free(chosen) {
		if free && m.words[i].kind == letters && !isSmall(m.words[i].text) && !m.isFiller(i) {
			left++
		}
	}
	if left < leftOver {
		return chosen
	}
	for i := range chosen {
		chosen[i].value = led{}
	}
	return chosen
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
