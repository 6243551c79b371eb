package understand

import "slices"

// How far a denial reaches.
//
//   - A word before a thing ("kein", "nicht", "statt", "außer") reaches to that
//     thing and to what is joined to it, over articles and small words only.
//   - "Nicht" inside a verb's bracket denies what is done: "ziehe nicht weg".
//   - A verb of need or meaning denied at the end of its clause, a verb that
//     refuses ("verzichte", "lassen … weg") and a final "nein" reach over the
//     whole clause and no further.
//   - A clause ends at a comma or a stop, at "aber", "sondern" and "weil", and at
//     an "und" with a verb of its own on either side.
//   - What is there already, or still good, is neither denied nor wanted.

// clause is the words that a denial can reach.
type clause struct{ from, to int }

// longestClause is how many words to either side a clause is looked for.
const longestClause = 30

// clauseAround is the clause in which a part stands.
func (f *finder) clauseAround(p frame) clause {
	c := clause{p.items[0].from, p.items[len(p.items)-1].to}
	first, last := max(0, c.from-longestClause), min(len(f.words), c.to+longestClause)
	for c.from > first && !f.opensClause(c.from) {
		c.from--
	}
	for c.to < last && !f.opensClause(c.to) {
		c.to++
	}
	return c
}

// opensClause tells whether a clause begins at a word.
func (f *finder) opensClause(at int) bool {
	return f.endsThought(at) || reversing[f.words[at].text] || f.joinsClauses(at)
}

// joinsClauses tells whether an "und" stands between two clauses that have a verb
// each: "den Pass brauche ich nicht und den Perso will ich abholen".
func (f *finder) joinsClauses(at int) bool {
	if !joining[f.words[at].text] {
		return false
	}
	from, to := at, at+1
	for from > max(0, at-longestClause) && !f.endsThought(from) {
		from--
	}
	for to < min(len(f.words), at+longestClause) && !f.endsThought(to) {
		to++
	}
	return f.hasVerb(clause{from, at}) && f.hasVerb(clause{at + 1, to})
}

func (f *finder) hasVerb(c clause) bool {
	return f.clauseSays(c, func(w string) bool { return wanting[w] || needing[w] || having[w] || shalls[w] || beens[w] })
}

// clauseSays tells whether a word of a clause is one of some.
func (f *finder) clauseSays(c clause, among func(string) bool) bool {
	return slices.ContainsFunc(f.words[c.from:c.to], func(w word) bool { return among(w.text) })
}

// excepted marks where words stand that leave out what follows, and where that
// ends, so that a part ends there too.
func (f *finder) excepted() {
	f.leaves, f.leftOut = make([]bool, len(f.words)), make([]bool, len(f.words)+1)
	for _, s := range exceptions.in(f.words, 0, len(f.words)) {
		f.leaves[s.to-1] = !f.meansSpoken(s.to)
	}
	for _, s := range embraces.in(f.words, 0, len(f.words)) {
		f.leaves[s.to-1], f.leftOut[s.also[len(s.also)-1]+1] = true, true
	}
	preferred := false
	for i, w := range f.words {
		preferred = preferring[w.text] || preferred && !f.endsThought(i)
		f.leaves[i] = f.leaves[i] || instead[w.text] || preferred && comparisons[w.text]
	}
}

// meansSpoken tells whether the word at a place only points to what was spoken of: "can I come
// without it for the registration".
func (f *finder) meansSpoken(at int) bool {
	if at >= len(f.words) || !thats[f.words[at].text] {
		return false
	}
	return at+1 >= len(f.words) || f.words[at+1].startsClause() || isSmall(f.words[at+1].text)
}

// isLeftOutBetween tells whether a word that leaves out what follows stands
// between two items.
func (f *finder) isLeftOutBetween(from, to int) bool { return slices.Contains(f.leaves[from:to], true) }

// leftBehind tells whether an item begins what is wanted behind what is left out:
// it is the next thing, or somebody begins to say what they want.
func (f *finder) leftBehind(parts []frame, from int, it item) bool {
	if len(parts) == 0 || !parts[len(parts)-1].left || !f.has(parts[len(parts)-1], aThing) {
		return false
	}
	return f.itemHas(it, aThing) || slices.ContainsFunc(f.words[from:it.from], func(w word) bool { return speakers[w.text] })
}

// sharesDenial tells whether nothing but "und" stands between a part and one that
// is not wanted: "ohne Pass und Perso".
func (f *finder) sharesDenial(before, p frame) bool {
	from, to := before.items[len(before.items)-1].to, p.items[0].from
	return before.negated && to == from+1 && joining[f.words[from].text] && !f.words[from].startsClause() && f.has(p, aThing) && !f.has(p, anAct)
}

// isLeftOut tells whether a part stands behind a word that leaves it out. Who has
// all but that wants it.
func (f *finder) isLeftOut(first item) bool {
	for i := first.from - 1; i >= max(0, first.from-4); i-- {
		if f.words[i+1].startsClause() || f.leftOut[i+1] {
			return false
		}
		if f.leaves[i] {
			return !f.lacksOnly(i)
		}
		if !isSmall(f.words[i].text) && !f.usual(f.words[i].text) {
			return false
		}
	}
	return false
}

// lacksOnly tells whether all but what is left out at a place is there: "außer dem
// Pass haben wir alles".
func (f *finder) lacksOnly(at int) bool {
	from, to := at, at+1
	for from > 0 && !f.endsThought(from) {
		from--
	}
	for to < len(f.words) && !f.endsThought(to) {
		to++
	}
	c := clause{from, to}
	return f.clauseSays(c, func(w string) bool { return wholes[w] }) && f.clauseSays(c, func(w string) bool { return theres[w] }) &&
		!f.clauseSays(c, func(w string) bool { return needing[w] })
}

// isRefused tells whether the clause of a part refuses what it names.
func (f *finder) isRefused(p frame) bool {
	c := f.clauseAround(p)
	for _, s := range refusals.in(f.words, c.from, c.to) {
		if s.from == c.from || !f.speaksWithin(p, s) {
			return true
		}
	}
	return f.saysNo(p, c) || f.meansNot(p, c)
}

// speaksWithin tells whether words that refuse are what is done with what a part
// speaks of: "vergessen" in "PIN vergessen".
func (f *finder) speaksWithin(p frame, s sighting[bool]) bool {
	return slices.ContainsFunc(p.items, func(it item) bool { return it.from <= s.from && s.from < it.to && f.itemHas(it, anAct) })
}

// isRefusedLater tells whether a clause behind that of a part, which names nothing
// itself, refuses what it names: "den Pass, den brauche ich nicht".
func (f *finder) isRefusedLater(p frame, its []item) bool {
	c := f.clauseAround(p)
	if f.clauseSays(c, func(w string) bool { return needing[w] || shalls[w] }) {
		return false
	}
	for n := 0; n < mostBare && c.to < len(f.words) && f.endsThought(c.to) && !breaking[f.words[c.to].text]; n++ {
		next := clause{c.to, c.to + 1}
		for next.to < min(len(f.words), c.to+longestClause) && !f.opensClause(next.to) {
			next.to++
		}
		if slices.ContainsFunc(its, func(it item) bool { return next.from <= it.from && it.from < next.to && f.telling(it) }) {
			return false
		}
		if f.needsNot(next) {
			return true
		}
		c = next
	}
	return false
}

// mostBare is how many clauses without a thing of their own may say what becomes
// of the one before.
const mostBare = 2

// needsNot tells whether a clause denies a verb of need and speaks of nothing
// more: "brauche ich nicht", and not "mehr brauche ich nicht".
func (f *finder) needsNot(c clause) bool {
	if len(refusals.in(f.words, c.from, c.to)) > 0 {
		return true
	}
	last := c.to - 1
	for last > c.from && (longer[f.words[last].text] || referring[f.words[last].text]) {
		last--
	}
	denies := denying[f.words[last].text] || needing[f.words[last].text] && f.clauseSays(c, func(w string) bool { return denying[w] })
	return denies && f.clauseSays(c, func(w string) bool { return needing[w] }) && !longer[f.words[c.from].text]
}

// withoutRefusals leaves out of a part what only refuses it: "weg" in "lassen wir
// weg" has nothing lost.
func (f *finder) withoutRefusals(p frame) []item {
	c := f.clauseAround(p)
	said := refusals.in(f.words, c.from, c.to)
	its := slices.DeleteFunc(slices.Clone(p.items), func(it item) bool {
		return slices.ContainsFunc(said, func(s sighting[bool]) bool {
			return s.from <= it.from && it.to <= s.to || slices.Contains(s.also, it.from)
		})
	})
	if len(its) == 0 {
		return p.items
	}
	return its
}

// saysNo tells whether a clause names something and says no to it, and no more:
// "Perso ja, Reisepass nein", "den Pass doch nicht, der gilt noch".
func (f *finder) saysNo(p frame, c clause) bool {
	last := c.to - 1
	if !nays[f.words[last].text] || last < p.items[len(p.items)-1].to || c.from == 0 && c.to == len(f.words) {
		return false
	}
	for i := c.from; i < last; i++ {
		named := slices.ContainsFunc(p.items, func(it item) bool { return it.from <= i && i < it.to })
		if w := f.words[i].text; !named && !articles[w] && !referring[w] && !mine[w] && !hedging[w] {
			return false
		}
	}
	return true
}

// meansNot tells whether a clause says what somebody has not come for, with "not"
// at its end: "um den Pass geht es nicht".
func (f *finder) meansNot(p frame, c clause) bool {
	last := c.to - 1
	if last < p.items[len(p.items)-1].to || !denying[f.words[last].text] || f.within[last] || f.isOfTime(last) {
		return false
	}
	return !f.has(p, anAct) && f.clauseSays(c, func(w string) bool { return meanings[w] })
}

// deniesBracket tells whether "not" stands within what is done and where to:
// "ziehe nicht ins Ausland".
func (f *finder) deniesBracket(known []item) bool {
	if len(known) < 2 || !f.itemHas(known[0], anAct) && !f.itemHas(known[0], ownWord) {
		return false
	}
	for at := known[0].to; at < known[len(known)-1].from; at++ {
		if f.opensClause(at) {
			return false
		}
		if denying[f.words[at].text] && !f.within[at] && !f.expectsMore(at) && !f.isOfTime(at) {
			return true
		}
	}
	return false
}

// isDeniedOutright tells whether what a part says is denied even where it names no
// matter: what is done and where to, or which kind: "nicht die ganze Familie".
func (f *finder) isDeniedOutright(p frame) bool {
	return f.onlyTraits(p) && f.has(p, aTrait) || f.deniesBracket(slices.DeleteFunc(slices.Clone(p.items), isUnknown))
}

// wasIntended tells whether a part says what somebody wanted before they thought
// of what another part names: "ich wollte erst einen Pass, aber jetzt …".
func (f *finder) wasIntended(parts []frame, at int) bool {
	p := parts[at]
	if !f.has(p, aThing) || at+1 == len(parts) {
		return false
	}
	c := f.clauseAround(p)
	turns := c.to < len(f.words) && (reversing[f.words[c.to].text] || c.to+1 < len(f.words) && reversing[f.words[c.to+1].text])
	if !turns || !f.clauseSays(c, func(w string) bool { return intending[w] }) || !f.clauseSays(c, func(w string) bool { return firstly[w] }) {
		return false
	}
	return slices.ContainsFunc(parts[at+1:], func(q frame) bool { return f.has(q, aThing) && !f.sameThings(f.things(q.items), f.things(p.items)) })
}

// isReversed tells whether behind what is denied somebody else wants it: "mein
// Mann braucht keinen Pass, aber ich".
func (f *finder) isReversed(p frame) bool {
	c := f.clauseAround(p)
	i := c.to
	if i >= len(f.words) || !reversing[f.words[i].text] {
		return false
	}
	people := false
	for i++; i < len(f.words) && !f.words[i].startsClause(); i++ {
		w := f.words[i].text
		if !speakers[w] && !mine[w] && !isSmall(w) || nays[w] || denying[w] || needing[w] || f.free[i] && f.wordSays(w) {
			return false
		}
		people = people || speakers[w] || mine[w]
	}
	return people
}

// isGood tells whether the clause of a part says that what it names is there or
// still good, which is no reason to come.
func (f *finder) isGood(p frame) bool {
	if !f.has(p, aThing) || f.has(p, anAct) {
		return false
	}
	c := f.clauseAround(p)
	return len(settlements.in(f.words, c.from, c.to)) > 0 && !f.clauseSays(c, func(w string) bool { return denying[w] || needing[w] })
}
