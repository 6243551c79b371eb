package understand

import (
	"slices"
	"strings"
)

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
	chosen = m.countedAlone(chosen)
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
		m.countJoined(chosen, c, group)
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

// countedAlone counts one case of what is said to be for somebody alone, no matter who else comes: "der Pass ist
// für Mia, ich komme nur mit". A first name there is no name of the writer's.
func (m *message) countedAlone(chosen []candidate) []candidate {
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		if !is || v.Quantity > 0 || !m.isCountable(v) || !determines(m.words[c.from]) && (c.from == 0 || !determines(m.words[c.from-1])) {
			continue
		}
		at := c.to
		for at < min(len(m.words), c.to+mostToWho) && !purposes[m.words[at].text] && !m.words[at].startsClause() {
			at++
		}
		linked := slices.ContainsFunc(m.words[c.from:min(at, len(m.words))], func(w word) bool { return isFors[w.text] })
		if at >= len(m.words) || !purposes[m.words[at].text] || !linked || m.whoCounts(at+1) > 1 || m.whoBehind(at+1) == 0 {
			continue
		}
		v.Quantity = 1
		chosen[i].value = v
		for k, o := range chosen {
			if name, is := o.value.(NameValue); is && o.from >= at && o.to <= m.whoBehind(at+1) && !strings.Contains(name.Name, " ") {
				chosen[k].value = led{}
			}
		}
	}
	return chosen
}

// whoCounts is how many people are named from a place on; 0: none by what they are to the writer.
func (m *message) whoCounts(at int) int {
	count, _, _ := m.groupFor(at)
	return count
}

// countJoined counts the concerns that "und" joins to one that is for some people as often, where these
// are counted together: "Perso und Pass für beide Kinder".
func (m *message) countJoined(chosen []candidate, last candidate, group group) {
	if !group.counted && !group.whole {
		return
	}
	for i := len(chosen) - 1; i >= 0; i-- {
		v, is := chosen[i].value.(ConcernValue)
		joined := is && chosen[i].to < last.from && m.isJoinedTo(chosen[i].to, last.from)
		if !joined || v.Quantity > 0 || !m.isCountable(v) {
			continue
		}
		v.Quantity = group.count
		chosen[i].value = v
		last = chosen[i]
	}
}

// isJoinedTo tells whether there is nothing but an "and" and filler between two places.
func (m *message) isJoinedTo(from, to int) bool {
	and := false
	for i := from; i < to; i++ {
		and = and || m.says(i, sAnd)
		if !m.says(i, sAnd) && !m.isFiller(i) && !articles[m.words[i].text] {
			return false
		}
	}
	return and
}

// whoFor is the people that a concern is said to be for, right behind it, and where they
// are named; none where they are not counted: "für meine Eltern". A clerk's line leaves
// out the word for it: "kinderreisepass 2 kinder".
func (m *message) whoFor(c candidate) (all group, from int) {
	end := slices.Max(append(slices.Clone(c.also), c.to))
	if end < len(m.words) && eachWords[m.words[end].text] {
		end++ // "Pass jeweils für beide Kinder"
	}
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
		if of := max(g.says(from+one.n, sPeople), g.says(from+one.n, sKin)); one.whole && of > 0 {
			one.n, one.outright, one.counted = one.n+of, g.says(from+one.n, sOutright) > 0, true // beide Kinder
		}
		members := g.joinRow(&one, from)
		if one.outright || one.self && g.says(from, sSelf) == 0 && articles[g.word(from+one.n).text] {
			continue // "für 2 Personen", "für meine Tochter, und ich einen Perso"
		}
		if members > 1 || one.whole && one.counted || g.countsIn(from, from+one.n) {
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
