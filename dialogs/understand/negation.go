package understand

import "slices"

// denied tells whether a frame says what somebody does not want: "nicht
// Reisepass", "statt Reisepass", "den Reisepass doch nicht".
func (f *finder) denied(p frame) bool {
	if f.deniesRefusal(p) {
		return true
	}
	if (f.speaksOf(p, pass) || f.speaksOf(p, lock) || f.refusing) && !f.ratherOther(p) || f.lacks(p) || f.goesWithout(p) {
		return false // what nobody shall do is what is wanted
	}
	known := slices.DeleteFunc(slices.Clone(p.items), func(it item) bool { return !f.telling(it) })
	if len(known) == 0 {
		return false
	}
	first, last := known[0], known[len(known)-1]
	if f.isLeftOut(first) || f.isRefused(p) || f.deniesBracket(known) {
		return true
	}
	from, to := f.thoughtAround(p)
	if f.shallNot(f.words[from:to]) && (f.deniedWithin(known) || f.has(p, aUsualAct) && !f.speaksOf(p, obtain) && f.deniedBefore(p.items[len(p.items)-1].from)) {
		return true
	}
	if f.tellsOnly(p) && f.didNot(p) && f.deniedWithin(known) || f.deniedInside(known) {
		return true // "ich habe den Ausweis nicht verloren"
	}
	if f.notYet(p) {
		return false
	}
	return f.deniedBefore(first.from) || f.refused(p) && (f.deniedAfter(last.to) || f.deniedWithin(known))
}

// refused tells whether a "nicht" that does not stand before the thing can
// refuse it: something is needed or not there, or nothing else is said. In a
// longer sentence it tells what is not: "das im Ausweis stimmt so nicht".
func (f *finder) refused(p frame) bool {
	from, to := f.thoughtAround(p)
	needs := slices.ContainsFunc(f.words[from:to], func(w word) bool { return needing[w.text] })
	return needs || f.told() <= plainly || f.ratherOther(p)
}

// shallNot tells whether it is said what shall not be done: "das Auto soll nicht
// abgemeldet werden".
func (f *finder) shallNot(at []word) bool {
	for i := range at {
		if shalls[at[i].text] && slices.ContainsFunc(at[i:], func(w word) bool { return denying[w.text] }) {
			return true
		}
	}
	return false
}

// ratherOther tells whether a frame is followed by what is wanted in its
// stead: "keine Auskunftssperre, sondern …".
func (f *finder) ratherOther(p frame) bool {
	to := p.items[len(p.items)-1].to
	return to < len(f.words) && rathers[f.words[to].text]
}

// expectsMore tells whether a "nicht" is none of this: "nicht mehr", "nicht,
// dass".
func (f *finder) expectsMore(at int) bool {
	if at+2 == len(f.words) && countOf(f.words[at+1]) > 0 {
		return true // "two ID cards, not one"
	}
	if at+1 == len(f.words) || f.noLongerNeeded(at) || reversing[f.words[at+1].text] {
		return false
	}
	return moreThan[f.words[at+1].text] || elses[f.words[at+1].text] || breaking[f.words[at+1].text]
}

// isOfTime tells whether a "nicht" goes with a time or a day behind it, which
// something else has found: "nicht montags".
func (f *finder) isOfTime(at int) bool {
	return f.timed[at] && at+1 < len(f.words) && f.timed[at+1]
}

// noLongerNeeded tells whether "nicht mehr" ends a thought in which something
// is needed: "den Pass brauche ich nicht mehr".
func (f *finder) noLongerNeeded(at int) bool {
	from, to := at, at+2
	for from > 0 && !f.endsThought(from) {
		from--
	}
	ends := to == len(f.words) || to < len(f.words) && f.endsThought(to)
	return ends && slices.ContainsFunc(f.words[from:at], func(w word) bool { return needing[w.text] })
}

// telling tells whether an item says what something is about, what is done or
// what sets it apart.
func (f *finder) telling(it item) bool {
	return f.itemHas(it, aThing) || f.itemHas(it, anAct) || f.itemHas(it, aTrait) || f.itemHas(it, aFaintTrait)
}

// deniedWithin looks for "nicht" between a thing and what is done with it:
// "den Führerschein nicht abholen".
func (f *finder) deniedWithin(known []item) bool {
	for i := 1; i < len(known); i++ {
		if !f.itemHas(known[i], anAct) {
			continue
		}
		for at := known[i-1].to; at < known[i].from; at++ {
			next := at + 1
			if next < known[i].from && len(f.words[next].text) == 1 {
				next++ // the t of isn't
			}
			if denying[f.words[at].text] && next == known[i].from {
				return true
			}
		}
	}
	return false
}

// deniedBefore looks for "nicht", "kein" or "statt" before a thing.
func (f *finder) deniedBefore(at int) bool {
	for i := at - 1; i >= max(0, at-4); i-- {
		if i+1 < len(f.words) && f.words[i+1].startsClause() {
			return false
		}
		w := f.words[i].text
		if denying[w] && abouts[f.words[i+1].text] {
			return true // es geht nicht um den Pass
		}
		if f.within[i] {
			return false
		}
		if denying[w] && (f.expectsMore(i) || f.isOfTime(i)) {
			return false
		}
		if denying[w] || instead[w] || w == "instead" && i+1 < at && f.words[i+1].text == "of" {
			return true
		}
		if rathers[w] || joining[w] || !isSmall(w) && !f.usual(w) {
			return false
		}
	}
	return false
}

// deniedAfter looks for "nicht" behind a thing, in the same thought and before
// another thing.
func (f *finder) deniedAfter(at int) bool {
	for i := at; i < min(len(f.words), at+6); i++ {
		w := f.words[i]
		if f.within[i] {
			return false
		}
		if w.startsClause() || rathers[w.text] || joining[w.text] || f.leaves[i] {
			return false
		}
		if denying[w.text] && (f.expectsMore(i) || f.isOfTime(i)) {
			return false
		}
		if denying[w.text] {
			return !f.wordSays(w.text) && !f.deniesNext(at, i)
		}
		if !isSmall(w.text) && !f.usual(w.text) {
			return false
		}
	}
	return false
}

func (f *finder) wordSays(text string) bool { return len(f.rank.words.exact[text]) > 0 }

// refuses tells whether an entry is itself a refusal: who wants no advertising
// wants it.
func (f *finder) refuses(e listed) bool {
	return slices.ContainsFunc(e.named, func(id conceptID) bool { return f.notion(id).concept == lock })
}

// deniesRefusal tells whether it is the refusal itself that somebody does not
// want: "keine Auskunftssperre", and not "keine Auskunft über mich".
func (f *finder) deniesRefusal(p frame) bool {
	first := slices.IndexFunc(p.items, f.telling)
	return first >= 0 && f.deniedBefore(p.items[first].from) &&
		slices.ContainsFunc(p.items[first].means, func(id conceptID) bool { return f.notion(id).concept == lock })
}

// goesWithout tells whether somebody only says that they have none that is
// valid: "ohne gültigen Ausweis lassen die mich nicht rein".
func (f *finder) goesWithout(p frame) bool {
	at := p.items[0].from
	for i := at - 1; i >= max(0, at-3); i-- {
		if withouts[f.words[i].text] {
			return i+1 < at && slices.ContainsFunc(f.words[i+1:at], func(w word) bool { return valids[w.text] })
		}
	}
	return false
}

// lacks tells whether somebody only says that they have none: "ich habe noch
// keinen Pass". That is a reason to want one.
func (f *finder) lacks(p frame) bool {
	if f.has(p, anAct) || len(p.items) == 0 {
		return false
	}
	from, to := f.thoughtAround(p)
	for i := p.items[0].from; i > from; i-- {
		if joining[f.words[i-1].text] {
			from = i
			break
		}
	}
	if !slices.ContainsFunc(f.words[from:p.items[0].from], func(w word) bool { return denying[w.text] }) {
		return false
	}
	has := false
	for _, w := range f.words[from:to] {
		has = has || having[w.text]
		if wanting[w.text] && !having[w.text] {
			return false
		}
	}
	return has
}
