package understand

import (
	"slices"
	"strings"
)

// requests are the parts of a message that each say what somebody needs, parted at
// marks and joining words: "… und mein Mann will …".
func (m *message) requests() []clause {
	var all []clause
	from := 0
	for i := 1; i <= len(m.words); i++ {
		if i < len(m.words) && !m.words[i].startsClause() && !joining[m.words[i].text] && !breaking[m.words[i].text] {
			continue
		}
		if c := (clause{from, i}); slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return needing[w.text] || shalls[w.text] }) {
			all = append(all, c)
		}
		from = i
	}
	return all
}

// apart tells which words stand in a request of their own, beside the part of a
// short message that clearly says what is wanted. That does not explain them.
func (m *message) apart(told int, best opinion) []bool {
	apart := make([]bool, len(m.words))
	if told >= aStory || best.found == nil || best.fit < clearFit {
		return apart
	}
	for _, c := range m.requests() {
		for i := c.from; i < c.to && (best.found.from >= c.to || best.found.to <= c.from); i++ {
			apart[i] = true
		}
	}
	return apart
}

// fewestUnmet is how many words that nothing explains make a request that is left
// over.
const fewestUnmet = 2

// unmet is the requests that nothing explains, or little, as they were typed.
func (m *message) unmet(free []bool) []string {
	var all []string
	for _, c := range m.requests() {
		left, taken := 0, 0
		for i := c.from; i < c.to; i++ {
			w := m.words[i]
			switch {
			case w.kind != letters || isSmall(w.text) || m.isFiller(i) || noise[w.text]:
			case free[i] && !m.isReason(i):
				left++
			default:
				taken++
			}
		}
		if left >= fewestUnmet && left > taken {
			for joining[m.words[c.from].text] {
				c.from++
			}
			all = append(all, strings.TrimSpace(m.text[m.words[c.from].from:m.words[c.to-1].to]))
		}
	}
	return all
}
