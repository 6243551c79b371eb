package understand

import (
	"slices"
	"strings"
)

// countedByNeeds counts the cases of what is wanted by who needs it: "die beiden Kinder brauchen einen Ausweis",
// "Reisepass für mich und meine Frau, Personalausweis für die Tochter", "zwei von uns brauchen einen Pass, einer davon
// auch einen Perso".
func (m *message) countedByNeeds(chosen []candidate) []candidate {
	for i, c := range chosen {
		if v, is := c.value.(ConcernValue); is && v.Quantity > 1 && m.reader.IsForSeveral(v.ID) {
			v.Quantity = 0 // "3 passports for the family": they are the family's
			chosen[i].value = v
		}
	}
	all := m.needs(m.wantedAt(chosen))
	m.ofWhatIsSure(chosen, all)
	chosen, all = m.ofTheirKind(chosen, all)
	wanted, differ := m.wanted(chosen), needsDiffer(all)
	for i, c := range chosen {
		v, is := c.value.(ConcernValue)
		if !is {
			continue
		}
		if n := m.vehiclesOf(v); n > 1 {
			v.Quantity = n
			chosen[i].value = v
			continue
		}
		theirs := slices.DeleteFunc(slices.Clone(all), func(n need) bool { return n.thing != i || !n.needy })
		if len(theirs) == 0 || !m.isForEach(v) {
			continue
		}
		if n := m.casesFor(v, theirs, wanted, differ); n > 0 {
			v.Quantity, v.More = n, false
			chosen[i].value = v
			chosen = m.withoutWho(chosen, theirs, wanted)
		}
	}
	return m.asManyCome(chosen, all)
}

// isForEach tells whether everybody who needs something is a case of it.
func (m *message) isForEach(v ConcernValue) bool {
	return !v.Negated && !m.reader.IsForSeveral(v.ID) && !m.reader.isOfDwelling(v.ID) && m.reader.listedAs(v.ID).cases == (caseSpan{})
}

// wantedAt tells which of what is wanted the word at a place belongs to, -1 for none.
func (m *message) wantedAt(chosen []candidate) func(i int) int {
	of := make([]int, len(m.words))
	for i := range of {
		of[i] = -1
	}
	named := make([]bool, len(chosen)) // by a thing, and not only by what is done
	for n, c := range chosen {
		if v, is := c.value.(ConcernValue); !is || v.Negated {
			continue
		}
		for i := c.from; i < c.to; i++ {
			of[i], named[n] = n, named[n] || m.namesSome(i)
		}
		for _, i := range c.also {
			of[i], named[n] = n, named[n] || m.namesSome(i)
		}
	}
	return func(i int) int {
		w := m.words[i].text
		if of[i] < 0 || articles[w] || thes[w] || mine[w] || needing[w] || m.says(i, sAnd) || m.isLikewise(i) || eachWords[w] {
			return -1
		}
		if named[of[i]] && !m.namesSome(i) || !named[of[i]] && (i < chosen[of[i]].from || chosen[of[i]].to <= i) {
			return -1
		}
		return of[i]
	}
}

// namesSome tells whether a word is what a thing is called that concerns are about.
func (m *message) namesSome(i int) bool {
	words := m.reader.catalogue.words
	return slices.ContainsFunc(words.meaning(m.words[i], false).means, func(id conceptID) bool { return words.notions[id].kind == aThing })
}

// casesFor is how many cases there are of something that some people need, 0 where that is not said by who they are.
func (m *message) casesFor(v ConcernValue, theirs []need, wanted int, differ bool) int {
	named, taken, others := 0, 0, false
	var seen []party
	for _, n := range theirs {
		again := slices.ContainsFunc(seen, func(p party) bool {
			return p.from == n.who.from || p.self && n.who.self && p.count == 1 && n.who.count == 1
		})
		switch {
		case again:
		case n.taken:
			taken += n.who.count
		default:
			named += n.who.count
		}
		seen = append(seen, n.who)
		others = others || !n.who.self || n.who.count > 1
	}
	first := theirs[0]
	switch {
	case taken > 0 && !others:
		return 0 // "my ID is out of date, I need another one"
	case v.Quantity > 1:
		return v.Quantity + taken
	case taken > 0:
		return max(1, named) + taken
	case len(seen) > 1 && slices.ContainsFunc(theirs, func(n need) bool { return n.who.as == asOwning }):
		return 0
	case len(seen) > 1:
		return named
	case first.alone && named == 1:
		return 1
	case v.Quantity == 1 && !first.who.counted && !first.who.row:
		return 0
	case named < 2:
		return 0
	case first.each, first.who.as == asOwning, differ && first.who.as == asNeeding:
		return named
	case first.who.as == asMeant:
		return m.meantCases(first.who, named, wanted)
	case first.who.self || first.who.whole && m.speaksOfUs(first.who):
		return 0 // "wir drei brauchen einen Pass": they are those who come
	}
	return named
}

// meantCases is how many cases there are of what is for some people. Who names only one thing, for themselves and
// others, says who comes.
func (m *message) meantCases(who party, count, wanted int) int {
	if who.outright || !who.counted && !who.row || who.self && wanted == 1 || who.whole && wanted == 1 && m.speaksOfUs(who) {
		return 0
	}
	return count
}

// speaksOfUs tells whether people are counted as those who speak: wir drei, uns beiden.
func (m *message) speaksOfUs(p party) bool {
	return slices.ContainsFunc(m.words[max(0, p.from-1):p.to], func(w word) bool { return severals[w.text] })
}

// withoutWho leaves out what else the words for people could mean by whose needs something was counted.
func (m *message) withoutWho(chosen []candidate, theirs []need, wanted int) []candidate {
	for _, n := range theirs {
		if n.who.from == n.who.to || n.who.outright {
			continue
		}
		ours := (wanted == 1 || n.who.as != asMeant) && (n.who.self || n.who.whole && m.speaksOfUs(n.who))
		for k, o := range chosen {
			if o.to <= n.who.from || n.who.to <= o.from {
				continue
			}
			name, named := o.value.(NameValue)
			_, time := o.value.(hoursSaid)
			_, also := o.value.(alsoFor)
			if time || also || countsOnly(o.value) && !ours || named && (n.who.names && n.who.row || !strings.Contains(name.Name, " ")) {
				chosen[k].value = led{}
			}
		}
		chosen = append(chosen, candidate{from: n.who.from, to: n.who.to, value: led{}})
	}
	return chosen
}

// asManyCome says how many come where that follows only from who needs what: of those who come some need more.
func (m *message) asManyCome(chosen []candidate, all []need) []candidate {
	if !m.asksWish() || !needsDiffer(all) || slices.ContainsFunc(chosen, func(c candidate) bool { _, is := c.value.(PersonsValue); return is }) {
		return chosen
	}
	for _, n := range all {
		if n.who.among && n.who.count > 1 {
			at := slices.IndexFunc(chosen, func(c candidate) bool { _, is := c.value.(led); return is && c.from == n.who.from && c.to == n.who.to })
			if at >= 0 {
				chosen[at].value, chosen[at].sure = PersonsValue{Count: n.who.count}, 1
			}
			return chosen
		}
	}
	return chosen
}

// needsDiffer tells whether some people need something else than others.
func needsDiffer(all []need) bool {
	return slices.ContainsFunc(all, func(a need) bool {
		return slices.ContainsFunc(all, func(b need) bool { return a.thing != b.thing && a.who.from != b.who.from && a.needy && b.needy })
	})
}

// needDiffers tells whether a message says of some people that they need something else than others, before it is known
// what that is: then it is no need of all of them together.
func (m *message) needDiffers() bool {
	return needsDiffer(slices.DeleteFunc(m.needs(m.thingNamedAt), func(n need) bool { return n.who.whole }))
}

// thingNamedAt is the thing that the words at a place name, -1 for none.
func (m *message) thingNamedAt(i int) int {
	words := m.reader.catalogue.words
	means := words.exact[m.words[i].text]
	if it, is := words.idiomAt(m.words, nil, i); is {
		means = it.means
	}
	at := slices.IndexFunc(means, func(id conceptID) bool { return words.notions[id].kind == aThing })
	if at < 0 || articles[m.words[i].text] {
		return -1
	}
	return int(means[at])
}
