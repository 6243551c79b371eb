package understand

// oneOfUsAt reads that only one of those comes who were to: "doch nur einer von uns beiden". Of what there
// are several cases each had one.
func (m *message) oneOfUsAt(i int) (chosenPart, bool) {
	n := idiomAt(oneOfUsWords, m.words, i)
	if n == 0 || i+n < len(m.words) && needing[m.words[i+n].text] || m.asksAt(i) || m.supposes() {
		return chosenPart{}, false
	}
	p := chosenPart{from: i, to: i + n, found: []Value{PersonsValue{Count: 1}}, instead: true}
	for _, w := range m.in.Chosen {
		if w.Quantity > 1 && m.countable(w) {
			p.found = append(p.found, ConcernValue{ID: w.Concern, Quantity: 1})
		}
	}
	return m.withFiller(p), true
}

// bothOfUsAt reads that everybody who comes needs all that is chosen: "wir brauchen beide alles", "für jeden
// von uns beides", "we both need both". Where they are not counted they are two.
func (m *message) bothOfUsAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksAt(i) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	everybody, all, people := 0, 0, 2
	for at := i; at < end; at++ {
		n := idiomAt(eachOneWords, m.words, at)
		for w := at; w < at+n; w++ {
			people = max(people, m.amountAt(w))
		}
		every := idiomAt(allOfItWords, m.words, at) > 0 || m.wordsOf(at, sEachOf) == 1
		switch {
		case n > 0:
			everybody, at = everybody+1, at+n-1
		case every:
			all++
		case !m.isFiller(at) && !needing[m.words[at].text] && !purposes[m.words[at].text] && !m.says(at, sSelf):
			return chosenPart{}, false
		}
	}
	if everybody != 1 || all != 1 {
		return chosenPart{}, false
	}
	p := chosenPart{from: i, to: end, found: []Value{PersonsValue{Count: people}}}
	for _, w := range m.in.Chosen {
		if m.countable(w) {
			p.found = append(p.found, ConcernValue{ID: w.Concern, Quantity: people})
		}
	}
	return p, len(p.found) > 1
}
