package understand

import "slices"

// orCounted takes the only number that nothing explains for the answer where it is asked how many: "ich glaub,
// es sind elf Blätter", "3 and also an international driving permit".
func (m *message) orCounted(chosen []candidate) []candidate {
	if m.in.Brief || m.in.Expect != ExpectQuantity && m.in.Expect != ExpectPersons || slices.ContainsFunc(chosen, m.answersCount) {
		return chosen
	}
	free := m.free(chosen)
	var only []candidate
	for _, g := range m.grammars {
		for i := 0; i < len(m.words) && g.x.code == m.lang; i++ {
			count, n := g.cardinal(i)
			if n == 0 || !free[i] || !g.countsNow(i, n) || count < 1 || count > mostOfAnswer || count == 1 && g.word(i).kind == letters {
				continue
			}
			only = append(only, candidate{from: i, to: i + n, sure: 0.85, value: CountValue{count}})
			i += n - 1
		}
	}
	if len(only) != 1 || m.asksAt(only[0].from) {
		return chosen
	}
	at, _ := slices.BinarySearchFunc(chosen, only[0], func(a, b candidate) int { return a.from - b.from })
	return slices.Insert(slices.Clone(chosen), at, only[0])
}

const mostOfAnswer = 99 // cases or people that somebody comes with

// answersCount tells whether a candidate says how many, or that somebody answers otherwise.
func (m *message) answersCount(c candidate) bool {
	switch v := c.value.(type) {
	case PersonsValue:
		return v.Count > 0 || v.By != 0
	case CountValue:
		return c.from == 0 || !times(m.words[c.from]) || v.Count > 1 // "4 und einmal eine Unterschrift" counts something else
	case ChoiceValue, alsoFor, NumberValue, PhoneValue:
		return true
	case ConcernValue:
		return v.Quantity > 1
	case IntentValue:
		return v.Intent == No || v.Intent == Cancel || v.Intent == Back
	}
	return false
}

// countsNow tells whether the number at i is neither a time, a length nor an age, nor denied.
func (g *grammar) countsNow(i, n int) bool {
	if g.isAge(i) || g.says(i+n, sYears, sSpan, sMinutes, sHours, sOClock, sMonth) > 0 || i > 0 && denying[g.word(i-1).text] {
		return false
	}
	glued := g.word(i+n).kind == digits || i > 0 && g.word(i-1).kind == digits || g.word(i).glued() || g.word(i+n).glued()
	return !glued && !(i > 0 && g.says(i-1, sAt, sAbout, sUntil, sBefore, sOn) > 0 && g.isDigits(i, 2))
}

// countsOnly tells whether some words are a number, what it counts, and filler.
func (m *message) countsOnly(from, to int) bool {
	if m.in.Expect != ExpectQuantity && m.in.Expect != ExpectPersons {
		return false
	}
	numbers, others := 0, 0
	for i := from; i < to; i++ {
		switch {
		case countOf(m.words[i]) > 0:
			numbers++
		case !isSmall(m.words[i].text) && !m.isFiller(i):
			others++
		}
	}
	return numbers == 1 && others <= 1
}
