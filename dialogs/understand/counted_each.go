package understand

import "slices"

// countedEach counts the cases of several concerns that are counted together: "Perso und Pass,
// beides zweimal", "je zwei Persos und Pässe", "ID card and passport, two of each". What has a
// number of its own keeps it.
func (m *message) countedEach(chosen []candidate) []candidate {
	count, from, to := m.countOfEach()
	if wanted := m.wanted(chosen); count < 2 || wanted == 0 || wanted == 1 && m.amountAt(from) != count {
		return chosen
	}
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		switch {
		case is && m.isCountable(v) && m.isForEach(v) && v.Quantity == 0:
			v.Quantity = count
			chosen[i].value = v
		case !is && from <= c.from && c.to <= to && countsOnly(c.value):
			chosen[i].value = led{}
		}
	}
	return append(chosen, candidate{from: from, to: to, value: led{}})
}

// countedSome has it asked how many cases there are where a word before the concern says that they
// are several: "mehrere Reisepässe", "ein paar neue Ausweise".
func (m *message) countedSome(chosen []candidate) []candidate {
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		if !is || !m.isCountable(v) || v.Quantity > 0 {
			continue
		}
		v.More = v.More || m.isForOneMore(c)
		chosen[i].value = v
		for from := max(0, c.from-mostBeforeThing); from < c.from; from++ {
			few := m.wordsOf(from, sFew)
			if few == 0 || from+few < c.from-1 {
				continue
			}
			v.Some = true
			chosen[i].value = v
			chosen = append(chosen, candidate{from: from, to: min(from+few, c.from), value: led{}})
			break
		}
	}
	return chosen
}

// isForOneMore tells whether somebody of the family is to have what others have: "meine Tochter
// braucht auch einen Perso", "my daughter also needs an ID card".
func (m *message) isForOneMore(c candidate) bool {
	from, to := m.clauseOf(c.from, c.to)
	kin := false
	for i := from; i < to; i++ {
		kin = kin || m.says(i, sKin)
	}
	return kin && slices.ContainsFunc(m.words[from:to], func(w word) bool { return likewise[w.text] })
}

// wanted is how many concerns are wanted of which several cases can be.
func (m *message) wanted(chosen []candidate) int {
	n := 0
	for _, c := range chosen {
		if v, is := c.value.(ConcernValue); is && m.isCountable(v) {
			n++
		}
	}
	return n
}

func (m *message) isCountable(v ConcernValue) bool {
	return !v.Negated && len(v.Rivals) == 0 && !m.reader.IsForSeveral(v.ID) && !m.reader.isOfDwelling(v.ID)
}

// countsOnly tells whether a finding is no more than a number, of cases, people or the list.
func countsOnly(v Value) bool {
	switch v.(type) {
	case CountValue, PersonsValue, ChoiceValue:
		return true
	}
	return false
}

// countOfEach is the number that counts everything named, and where it is said.
func (m *message) countOfEach() (count, from, to int) {
	for _, g := range m.grammars {
		for i := range m.words {
			each := g.says(i, sEachOf)
			if each == 0 {
				continue
			}
			if count, n := g.oftenAt(i + each); n > 0 {
				return count, i, i + each + n
			}
			for before := 1; before <= 2 && before <= i; before++ {
				if count, n := g.oftenAt(i - before); n == before {
					return count, i - before, i + each
				}
			}
		}
	}
	return 0, 0, 0
}

// oftenAt reads how often, or how many: zweimal, 2 mal, twice, zwei.
func (g *grammar) oftenAt(i int) (count, n int) {
	if count, n = g.countAt(i); n > 0 {
		return count, n
	}
	return g.amount(i)
}
