package understand

import "strings"

// partedName is a name whose parts are called by what they are: Nachname Khan,
// Vorname Amir.
func (g *grammar) partedName(i int) (candidate, bool) {
	first, second := sFamilyName, sGivenName
	if g.says(i, sGivenName) > 0 {
		first, second = second, first
	}
	one, to, ok := g.calledWithin(i, first)
	if !ok {
		return candidate{}, false
	}
	to += g.says(to, sAnd)
	other, end, ok := g.calledWithin(to, second)
	if !ok {
		return candidate{}, false
	}
	if first == sFamilyName {
		one, other = other, one
	}
	return candidate{from: i, to: end, sure: 0.95, bonus: 0.5, value: NameValue{Name: one + " " + other}}, true
}

// labelledBehind is a name whose parts are called what they are behind each: "Kathrin mit Vornamen,
// Möllers mit Nachnamen".
func (g *grammar) labelledBehind(i int) (candidate, bool) {
	one, ok := g.nameAt(i)
	if !ok {
		return candidate{}, false
	}
	first, second := sFamilyName, sGivenName
	if g.says(one.to, sGivenName) > 0 {
		first, second = second, first
	}
	at := one.to + g.says(one.to, first)
	if at == one.to {
		return candidate{}, false
	}
	at += g.says(at, sAnd)
	other, ok := g.nameAt(at)
	n := g.says(other.to, second)
	if !ok || n == 0 {
		return candidate{}, false
	}
	given, family := one.spell(g), other.spell(g)
	if first == sFamilyName {
		given, family = family, given
	}
	return candidate{from: i, to: other.to + n, sure: 0.95, bonus: 1, value: NameValue{Name: given + " " + family}}, true
}

// otherNameBehind is one part of a name with the other one called so behind it:
// Svenja, Nachname Boll; Brandt, Vorname Jonas.
func (g *grammar) otherNameBehind(i int) (candidate, bool) {
	run, ok := g.nameAt(i)
	if !ok || g.m.in.Expect != ExpectName && run.known == 0 {
		return candidate{}, false
	}
	name := run.spell(g)
	if family, to, ok := g.calledAt(g.behindSpelling(run.to), sFamilyName); ok {
		return candidate{from: i, to: to, sure: 0.9, bonus: 0.6, value: NameValue{Name: name + " " + family}}, true
	}
	if given, to, ok := g.calledAt(g.behindSpelling(run.to), sGivenName); ok {
		if strings.HasPrefix(name, given+" ") {
			given, name, _ = strings.Cut(name, " ") // Ahmad al Hassan (Vorname Ahmad)
		}
		return candidate{from: i, to: to, sure: 0.9, bonus: 1, value: NameValue{Name: given + " " + name}}, true
	}
	return candidate{}, false
}

// behindSpelling is where what is said of the letters of a name ends: Meyer mit y.
func (g *grammar) behindSpelling(i int) int {
	if n := g.says(i, sWithLetters); n > 0 && g.isSpelling(i+n) {
		return i + n + g.lettersFrom(i+n)
	}
	return i
}

// calledAt is the part of a name behind the word for it, and where it ends.
func (g *grammar) calledAt(i int, s sense) (part string, to int, ok bool) {
	n := g.says(i, s)
	if n == 0 {
		return "", 0, false
	}
	for g.m.isPoliteBeforeName(i + n) {
		n++
	}
	run, ok := g.nameAt(i + n)
	if !ok && g.m.in.Expect == ExpectName {
		run, ok = g.anyWordsAt(i + n)
	}
	if !ok {
		return "", 0, false
	}
	return run.spell(g), run.to, true
}

// calledWithin is the part of a name that is called so at i, or else the only name in the clause behind the
// word for it: "mein Nachname ist seit der Scheidung wieder Vogt".
func (g *grammar) calledWithin(i int, s sense) (part string, to int, ok bool) {
	if part, to, ok = g.calledAt(i, s); ok || i >= len(g.m.words) || g.says(i, s) == 0 {
		return part, to, ok
	}
	_, end := g.m.clauseOf(i, i+1)
	for at := i + g.says(i, s); at < end; at++ {
		run, is := g.oneNameAt(at)
		if !is {
			continue
		}
		if ok || run.to != end {
			return "", 0, false // several, or more is said of it
		}
		part, to, ok = run.spell(g), run.to, true
		at = run.to - 1
	}
	return part, to, ok
}

// anyWordsAt is a part of a name that was called so, whatever its words mean elsewhere:
// "Nachname Sommer", "Nachname Oberste-Berg".
func (g *grammar) anyWordsAt(i int) (nameRun, bool) {
	run := nameRun{from: i, to: i}
	for run.to < len(g.m.words) && g.word(run.to).kind == letters && !isSmall(g.word(run.to).text) && (run.to == i || g.word(run.to).gap == "-" || g.word(run.to).capital && g.word(run.to).gap == " ") {
		g.add(&run)
	}
	return run, run.to > i
}
