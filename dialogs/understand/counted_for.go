package understand

import "slices"

// countedFor counts the cases of a concern behind which it is said who it is for:
// "Reisepass für mich und meine Frau, Personalausweis für die Tochter", "Ausweis für Oma
// und Opa". Who names only one thing for themselves and others says who comes.
func (m *message) countedFor(chosen []candidate) []candidate {
	wanted := 0
	for _, c := range chosen {
		if v, is := c.value.(ConcernValue); is && !v.Negated {
			wanted++
		}
	}
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		if is && v.Quantity > 1 && m.reader.IsForSeveral(v.ID) {
			v.Quantity = 0 // "3 passports for the family": they are the family's
			chosen[i].value = v
			continue
		}
		if !is || v.Negated || v.Quantity > 0 || len(v.Rivals) > 0 || m.reader.IsForSeveral(v.ID) || m.reader.isOfDwelling(v.ID) {
			continue
		}
		group, from := m.whoFor(c)
		if group.count < 2 || group.self && wanted == 1 {
			continue
		}
		v.Quantity = group.count
		chosen[i].value = v
		for k, o := range chosen {
			if _, people := o.value.(PersonsValue); people && from <= o.from && o.to <= from+group.n {
				chosen[k].value = led{}
			}
		}
		if end := from + group.n; end > c.to {
			chosen = append(chosen, candidate{from: c.to, to: end, value: led{}})
		}
	}
	return chosen
}

// whoFor is the people that a concern is said to be for, right behind it, and where they
// are named; none where they are not counted: "für meine Eltern". A clerk's line leaves
// out the word for it: "kinderreisepass 2 kinder".
func (m *message) whoFor(c candidate) (all group, from int) {
	end := slices.Max(append(slices.Clone(c.also), c.to))
	within := m.words[c.from:min(end+1, len(m.words))]
	at := slices.IndexFunc(within, func(w word) bool { return purposes[w.text] })
	if at < 0 && m.in.Brief {
		at = slices.IndexFunc(within, func(w word) bool { return w.kind == digits }) - 1
	}
	if at < 0 {
		return group{}, 0
	}
	from = c.from + at + 1
	for _, g := range m.grammars {
		one := g.oneOfGroup(from)
		if one.n == 0 {
			continue
		}
		members := g.joinRow(&one, from)
		if one.outright || one.self && g.says(from, sSelf) == 0 && articles[g.word(from+one.n).text] {
			continue // "für 2 Personen", "für meine Tochter, und ich einen Perso"
		}
		if members > 1 || g.countsIn(from, from+one.n) {
			return one, from
		}
	}
	return group{}, 0
}

// countsIn tells whether a number stands among some words.
func (g *grammar) countsIn(from, to int) bool {
	for i := from; i < to; i++ {
		if _, n := g.amount(i); n > 0 && g.says(i, sPick) == 0 {
			return true
		}
	}
	return false
}
