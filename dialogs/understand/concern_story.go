package understand

import "slices"

// aStory is how many words tell a story, in which not everything that is named
// is what somebody comes for.
const aStory = 15

// manyUnknown is how many words nobody understands that make a story of a short
// message: what the thing is named for stands in them.
const manyUnknown = 2

// toldByTheWay tells whether a frame of a story neither does something nor
// stands beside a word that wants something, or is for somebody.
func (f *finder) toldByTheWay(p frame) bool {
	if f.told() < aStory && f.loose(p) < manyUnknown || f.has(p, anAct) || len(p.lent) > 0 {
		return false
	}
	from, to := f.thoughtAround(p)
	return !slices.ContainsFunc(f.words[from:to], func(w word) bool { return wanting[w.text] }) && !f.isForSomebody(from, to) && !f.isOneMore(p) && !f.isNamedFirst(p) &&
		!(f.has(p, aUsualAct) && f.goesOnWishing(from, to))
}

// goesOnWishing tells whether a thought goes on with what the one before it wants, without saying
// so again: "ich möchte mich abmelden, den Pass verlängern und …".
func (f *finder) goesOnWishing(from, to int) bool {
	finite := func(w word) bool { return speakers[w.text] || states[w.text] || having[w.text] || beens[w.text] }
	if from == 0 || f.words[from].gap != ", " || slices.ContainsFunc(f.words[from:to], finite) {
		return false
	}
	before := from - 1
	for before > 0 && !f.endsThought(before) {
		before--
	}
	return slices.ContainsFunc(f.words[before:from], func(w word) bool { return wanting[w.text] || needing[w.text] }) || f.goesOnWishing(before, from)
}

// isNamedFirst tells whether a message begins with a part that only names something, and
// goes on with "und", as people do who list what they come for: "Perso verlängern und wenn
// ich da bin …".
func (f *finder) isNamedFirst(p frame) bool {
	c, to := f.clauseAround(p), p.items[len(p.items)-1].to
	if to >= len(f.words) || !joining[f.words[to].text] {
		return false
	}
	for i := range p.items[0].from {
		if !isSmall(f.words[i].text) || breaking[f.words[i].text] {
			return false
		}
	}
	return c.from == 0 && !f.hasVerb(c) && !f.clauseSays(c, func(w string) bool { return denying[w] })
}

// isOneMore tells whether words before a thing say that it is wanted besides: "und
// wenn ich da bin, gleich noch ein Führungszeugnis".
func (f *finder) isOneMore(p frame) bool {
	for i := p.items[0].from - 1; i >= max(0, p.items[0].from-mostBeforeThing) && isSmall(f.words[i].text) && !f.words[i+1].startsClause(); i-- {
		if furthers[f.words[i].text] || likewise[f.words[i].text] {
			return true
		}
	}
	return false
}

// isOneMoreCase tells whether a thing is wanted once more: "noch ein Perso", "another ID card".
func (f *finder) isOneMoreCase(p frame) bool {
	at := p.items[0].from - 1
	if at > 0 && articles[f.words[at].text] {
		at--
	}
	last := at > 0 && onlies[f.words[at-1].text] // "nur noch ein Perso"
	return at >= 0 && !last && furthers[f.words[at].text] && !f.words[at+1].startsClause()
}

const mostBeforeThing = 3 // words: "noch so ein"

// isForSomebody tells whether a thought says who something is for: "und für mich
// einen Perso" wants one although the verb stands in another thought.
func (f *finder) isForSomebody(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if next := f.words[i+1]; purposes[f.words[i].text] && (oneself[next.text] || mine[next.text]) {
			return true
		}
	}
	return false
}

// loose is how many words of a frame nobody understands, but for what something
// is for and where: nothing is to be done with what stands there. What is usual
// explains much.
func (f *finder) loose(p frame) int {
	n := 0
	for _, it := range p.items {
		if it.unknown && !p.aims[it.from] && !f.isPlace(it.from) {
			n++
		}
	}
	if f.has(p, aUsualAct) {
		return 0
	}
	return n
}

// told is how many words a message has that nothing else explains.
func (f *finder) told() int {
	n := 0
	for _, free := range f.free {
		if free {
			n++
		}
	}
	return n
}

func (f *finder) endsThought(at int) bool {
	if f.words[at].startsClause() {
		return true
	}
	w := f.words[at].text
	if !breaking[w] {
		return false
	}
	if at+1 == len(f.words) || f.words[at+1].startsClause() {
		return false // "der Pass ist noch da"
	}
	next := f.words[at+1].text
	return !hedging[w] || !hedging[next] && !denying[next] // "den Pass dann doch nicht"
}

// fewWords may be nothing but a trait: "Ehrenamt".
const fewWords = 3

// onlyTraits tells whether a frame says neither what it is about nor what is
// to be done.
func (f *finder) onlyTraits(p frame) bool {
	return !f.has(p, aThing) && !f.has(p, anAct) && len(p.lent) == 0
}

// obtains tells whether somebody wants what traits alone name wholly: "apply for
// a disability card".
func (f *finder) obtains(p frame, best rank) bool {
	return best.score >= wholly && p.unknown == 0 && f.has(p, aUsualAct)
}

// thoughtAround is where the thought begins and ends in which a frame stands.
func (f *finder) thoughtAround(p frame) (from, to int) {
	from, to = p.items[0].from, p.items[len(p.items)-1].to
	for from > 0 && !f.endsThought(from) {
		from--
	}
	for to < len(f.words) && !f.endsThought(to) {
		to++
	}
	return from, to
}

// isDone tells whether a frame says what somebody has done already.
func (f *finder) isDone(p frame) bool {
	if !f.has(p, anAct) || f.has(p, aThing) || !f.onlyDoes(p, register, reregister, deregister) {
		return false
	}
	from, to := f.thoughtAround(p)
	at := f.words[from:to]
	return (slices.ContainsFunc(at, func(w word) bool { return done[w.text] }) || f.hasBeen(p, at)) &&
		!slices.ContainsFunc(at, func(w word) bool { return wanting[w.text] && !having[w.text] || denying[w.text] })
}

// isRegistered tells whether some words say that somebody has registered a
// dwelling: "angemeldet bin ich in der neuen Wohnung".
func (f *finder) isRegistered(p frame, at []word) bool {
	return f.has(p, anAct) && (f.speaksOf(p, dwelling) || f.speaksOf(p, address)) && f.hasBeen(p, at) &&
		!slices.ContainsFunc(at, func(w word) bool { return wanting[w.text] && !beens[w.text] })
}

// hasBeen tells whether some words say what somebody has done, in a helping
// verb and a participle: "hab mich umgemeldet".
func (f *finder) hasBeen(p frame, at []word) bool {
	return slices.ContainsFunc(at, func(w word) bool { return beens[w.text] }) &&
		slices.ContainsFunc(f.acts(p.items), func(it item) bool { return isParticiple(participles, f.words[it.from].text) })
}

// tellsWhy tells whether a frame only says what happened to people, as the reason
// of what they want: "Gewerbe ummelden weil ich umgezogen bin".
func (f *finder) tellsWhy(p frame) bool {
	from, to := f.thoughtAround(p)
	return from > 0 && reasoning[f.words[from].text] && f.has(p, anAct) && !f.has(p, aThing) &&
		f.onlyDoes(p, moveIn, leave, married, divorced, born, died) &&
		!slices.ContainsFunc(f.words[from:to], func(w word) bool { return needing[w.text] || shalls[w.text] })
}

// isSettled tells whether a frame says that somebody has something already, or
// that something is registered already: "den Perso hab ich schon", "abgemeldet
// ist das Auto längst".
func (f *finder) isSettled(p frame) bool {
	if f.isGood(p) {
		return true
	}
	from, to := f.thoughtAround(p)
	at := f.words[from:to]
	says := func(among map[string]bool) bool {
		return slices.ContainsFunc(at, func(w word) bool { return among[w.text] })
	}
	if !f.has(p, aThing) || !says(done) && !f.isRegistered(p, at) && !f.isThrough(p, at) || says(denying) || says(needing) {
		return false
	}
	if !f.has(p, anAct) {
		return says(having) && !f.has(p, aUsualAct)
	}
	return f.onlyDoes(p, register, reregister, deregister) || f.isThrough(p, at)
}

// isThrough tells whether a part says what an office has done for somebody, which
// is no reason to come again: "das Auto hab ich abgemeldet".
func (f *finder) isThrough(p frame, at []word) bool {
	if !f.has(p, anAct) || !f.onlyDoes(p, deregister, collect, swap, certify) || f.clauseSays(f.clauseAround(p), func(w string) bool { return shalls[w] }) {
		return false
	}
	return at == nil || f.hasBeen(p, at) || slices.ContainsFunc(f.acts(p.items), func(it item) bool { return it.from > 0 && done[f.words[it.from-1].text] })
}

// isStillToDo tells whether another part says that what has been done shall be
// done, or none names another thing: "das Auto ist verschrottet, bitte abmelden".
func (f *finder) isStillToDo(p frame, parts []frame) bool {
	if !f.isThrough(p, nil) {
		return false
	}
	named := false
	for _, q := range parts {
		if q.items[0].from == p.items[0].from {
			continue
		}
		if !q.negated && !f.has(q, aThing) && f.sameActs(p, q) && !f.isAboutThemselves(q) {
			return true
		}
		named = named || f.has(q, aThing) || f.isAboutThemselves(q)
	}
	return !named
}
