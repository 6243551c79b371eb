package understand

import (
	"slices"
	"strings"
)

// frame is a part of a message that speaks of one matter: things, what is done
// with them, and what sets them apart.
type frame struct {
	items   []item
	lent    []item       // what it has from a neighbour: "Perso und Pass verloren"
	unknown int          // words nobody understands
	soft    bool         // it is joined to the frame before by "und" or a comma
	united  bool         // and not by a comma only
	nor     bool         // it is joined by "noch" to what is not wanted
	left    bool         // it begins with a word that leaves it out: "ohne"
	aims    map[int]bool // where items stand that say what something is for
	negated bool         // somebody does not want it
	refused bool         // and says so expressly, in its own clause
}

// frames parts a message where thoughts end, and puts together again what
// belongs together. Which that is, is tried with the town's directory.
func (f *finder) frames(items []item) []frame {
	f.excepted()
	parts := f.parts(items)
	f.refusing = slices.ContainsFunc(parts, func(p frame) bool {
		return f.speaksOf(p, pass) || f.speaksOf(p, lock) || f.speaksOf(p, danger)
	})
	f.deny(parts, items)
	parts = f.unite(parts)
	parts = f.withoutFound(f.outOfWallet(f.lend(f.withoutPast(parts))))
	var all []frame
	for _, p := range parts {
		all = append(all, f.divide(p)...)
	}
	return all
}

// parts are the items between commas, full stops, joining words, and counts.
func (f *finder) parts(items []item) []frame {
	var all []frame
	from := 0
	for _, it := range items {
		b := f.between(from, it.from)
		counted := len(all) > 0 && f.countBefore(it.from) > 0 && // "einmal ummelden einmal Perso"
			(f.has(all[len(all)-1], aThing) || f.countBefore(all[len(all)-1].items[0].from) > 0)
		denied := len(all) > 0 && f.setsAgainst(all[len(all)-1], from, it)
		if len(all) == 0 || b.soft || b.hard || counted || denied || f.leftBehind(all, from, it) {
			soft := (b.soft || counted) && !b.hard
			all = append(all, frame{soft: soft, united: soft && b.united, nor: b.nor, left: f.isLeftOutBetween(from, it.from), aims: map[int]bool{}})
		}
		last := &all[len(all)-1]
		if it.unknown && !f.isPlace(it.from) {
			last.unknown++
		}
		if f.isAim(it.from) || f.stands(it.from, owning) || f.stands(it.from, afters) {
			last.aims[it.from] = true
		}
		last.items = append(last.items, it)
		from = it.to
	}
	return all
}

// withoutPast drops parts that only say what has been before something is
// wanted: "nach dem Umzug", "umgemeldet bin ich schon".
func (f *finder) withoutPast(parts []frame) []frame {
	past := func(p frame) bool {
		known := slices.DeleteFunc(slices.Clone(p.items), func(it item) bool { return !f.itemHas(it, aThing) && !f.itemHas(it, anAct) })
		if from, _ := f.thoughtAround(p); len(known) > 0 && f.has(p, anAct) && from > 0 && afters[f.words[from].text] && breaking[f.words[from].text] {
			return true // "nachdem ich ihn als verloren gemeldet hatte"
		}
		if f.tellsWhy(p) {
			return true
		}
		return len(known) == 1 && (f.stands(known[0].from, afters) || f.isDone(p)) || f.isSettled(p) && !f.isStillToDo(p, parts)
	}
	if !slices.ContainsFunc(parts, func(p frame) bool { return !past(p) && (f.has(p, aThing) || f.has(p, anAct)) }) {
		return parts
	}
	for _, p := range parts {
		if past(p) {
			f.past = append(f.past, p)
		}
	}
	return slices.DeleteFunc(parts, past)
}

// boundary is what stands between two items.
type boundary struct {
	soft   bool // something that joins
	hard   bool // something that begins a new thought
	united bool // a word that joins
	nor    bool // "noch" of "weder … noch"
}

func (f *finder) between(from, to int) boundary {
	var b boundary
	for i := from; i <= to && i < len(f.words) && to > 0; i++ {
		w := f.words[i]
		if i > 0 && from > 0 {
			b.hard = b.hard || f.leftOut[i] || w.startsClause() && !strings.ContainsAny(w.gap, ",") || strings.ContainsAny(w.gap, "!?;")
			b.soft = b.soft || strings.ContainsAny(w.gap, ",/")
		}
		if i == to || !f.free[i] {
			continue
		}
		b.hard = b.hard || breaking[w.text]
		b.united = b.united || joining[w.text] || rathers[w.text] || w.text == "&" || w.text == "+"
		b.united = b.united || f.leaves[i] && i > 0
		b.nor = b.nor || nors[w.text] && f.afterNeither(i)
	}
	b.united = b.united || b.nor
	b.soft = b.soft || b.united
	return b
}

// afterNeither tells whether "weder" stands somewhere before a word.
func (f *finder) afterNeither(at int) bool {
	return slices.ContainsFunc(f.words[:at], func(w word) bool { return neithers[w.text] })
}

// isAim tells whether a word says what something is for: it stands behind
// "für" with at most two words between, and does not begin again with an article
// of its own: "für mich einen Perso".
func (f *finder) isAim(at int) bool {
	own := at > 1 && articles[f.words[at-1].text] && !purposes[f.words[at-2].text]
	return !own && f.stands(at, purposes)
}

// isPlace tells whether a word that nobody knows is the name of a place, as it
// stands behind "nach" or "aus".
func (f *finder) isPlace(at int) bool { return f.stands(at, placing) }

// stands tells whether a word stands behind one of those, at most two small
// words between.
func (f *finder) stands(at int, behind map[string]bool) bool {
	for i := at - 1; i >= max(0, at-3); i-- {
		if f.words[i+1].startsClause() {
			return false
		}
		if behind[f.words[i].text] {
			return true
		}
		if !isSmall(f.words[i].text) {
			return false
		}
	}
	return false
}

// deny marks what somebody expressly does not want.
func (f *finder) deny(parts []frame, its []item) {
	for i := range parts {
		p := &parts[i]
		denied := f.denied(*p) || f.wasIntended(parts, i) || f.has(*p, aThing) && f.isRefusedLater(*p, its)
		p.negated = denied && !f.isReversed(*p) || i > 0 && (p.nor && parts[i-1].negated || f.sharesDenial(parts[i-1], *p))
	}
	for i := range parts {
		if parts[i].negated {
			parts[i].refused = f.refusesExpressly(parts[i])
			parts[i].items = f.withoutRefusals(parts[i])
		}
	}
}

// unite joins a part that is no matter of its own to the one before.
func (f *finder) unite(parts []frame) []frame {
	var all []frame
	for i, p := range parts {
		if len(all) == 0 {
			all = append(all, p)
			continue
		}
		last := &all[len(all)-1]
		switch {
		case f.sameThing(*last, p):
			p.lent = f.things(last.items)
			all = append(all, p)
		case i+1 < len(parts) && f.sameThing(parts[i+1], *last) && last.lent == nil && !f.has(*last, aThing):
			last.lent = f.things(p.items)
			all = append(all, p)
		case last.negated && !p.negated && f.keepsThing(*last, p):
			p.lent = f.things(last.items)
			all = append(all, p)
		case f.standsOnIt(*last, p):
			last.join(p)
		case f.refersTo(*last, p):
			p.lent = f.things(last.items)
			all = append(all, p)
		case f.belong(*last, p):
			last.join(p)
		default:
			all = append(all, p)
		}
	}
	return f.lendThings(all)
}

// standsOnIt tells whether b says what is to stand on the paper that a names: "den Ausweis auch, neue
// Adresse drauf".
func (f *finder) standsOnIt(a, b frame) bool {
	if a.negated || b.negated || !slices.ContainsFunc(a.items, f.isPaper) || slices.ContainsFunc(b.items, f.isPaper) || !f.speaksOf(b, address) {
		return false
	}
	_, to := f.thoughtAround(b)
	from := b.items[0].from
	on := onPaper.in(f.words, from, min(len(f.words), max(to, b.items[len(b.items)-1].to+maxPhrase)))
	return len(on) > 0
}

// onPaper are words for that something stands on what was named: drauf, on it.
var onPaper = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.onIt), true) })

// keepsThing tells whether b is about the thing of what is refused in a: it says
// only what is to be done instead, or could mean several things and with this
// one means one: "nicht das Auto abmelden, nur die Anschrift ändern".
func (f *finder) keepsThing(a, b frame) bool {
	if !f.has(b, aThing) {
		return (f.has(b, anAct) || f.has(b, aUsualAct)) && !f.isAboutThemselves(b)
	}
	ranks := f.rank.rank(f.said(b), 0)
	if len(ranks) < 2 || ranks[1].score < nearTo(ranks[0].score) {
		return false
	}
	return f.best(frame{items: b.items, lent: f.things(a.items)}).score >= wholly
}

// isAboutThemselves tells whether a part says no more than that somebody registers
// or deregisters themselves: "ich will mich selbst abmelden".
func (f *finder) isAboutThemselves(p frame) bool {
	from, to := f.thoughtAround(p)
	refers := slices.ContainsFunc(f.words[from:to], func(w word) bool { return referring[w.text] })
	return f.isOfOneself(p) && f.isReflexive(p) && !refers
}

// refersTo tells whether b says what is to be done with the thing that a
// names: "mein Hund ist gestorben, ich muss ihn abmelden".
func (f *finder) refersTo(a, b frame) bool {
	if !f.has(a, aThing) || !f.has(a, anAct) || f.has(b, aThing) || !f.has(b, anAct) || a.negated || b.negated {
		return false
	}
	from, to := a.items[len(a.items)-1].to, b.items[len(b.items)-1].to
	if !slices.ContainsFunc(f.words[from:to], func(w word) bool { return referring[w.text] }) && !f.namesAnother(b) && !f.leavesOutWhat(b) {
		return false
	}
	return f.best(frame{items: b.items, lent: f.things(a.items)}).score >= enoughTogether
}

// leavesOutWhat tells whether a part only says what must be done, and neither
// with what nor with themselves: "auto verkauft, muss abmelden".
func (f *finder) leavesOutWhat(p frame) bool {
	from, to := f.thoughtAround(p)
	says := func(among map[string]bool) bool {
		return slices.ContainsFunc(f.words[from:to], func(w word) bool { return among[w.text] })
	}
	return p.unknown == 0 && len(p.items) == 1 && says(shalls) && !says(oneself)
}

// namesAnother tells whether a part speaks of another thing of the kind named
// before: "… und ein neues anmelden".
func (f *finder) namesAnother(p frame) bool {
	return slices.ContainsFunc(p.items, func(it item) bool {
		return f.itemHas(it, aUsualAct) && it.from > 0 && articles[f.words[it.from-1].text]
	})
}

func (p *frame) join(other frame) {
	p.items, p.unknown = append(p.items, other.items...), p.unknown+other.unknown
	p.negated, p.refused = p.negated || other.negated, p.refused || other.refused
	for at := range other.aims {
		p.aims[at] = true
	}
}

// sameThing tells whether b speaks of another kind of the thing in a: "for me
// and a youth one", "nicht den für Behinderte".
func (f *finder) sameThing(a, b frame) bool {
	if f.speaksOf(b, wholeFamily) || f.has(b, aThing) || f.has(b, anAct) || !f.has(a, aThing) || !b.united && b.negated == a.negated && !f.standsForThing(b) {
		return false
	}
	if !f.has(b, aTrait) && !f.has(b, aFaintTrait) {
		return false
	}
	one, other := f.best(a), f.best(frame{items: b.items, lent: f.things(a.items)})
	return one.score >= enoughTogether && other.score >= enoughTogether && one.entry != other.entry
}

// standsForThing tells whether a part has a word in place of the thing that was named before: "a youth one".
func (f *finder) standsForThing(p frame) bool {
	return slices.ContainsFunc(p.items, func(it item) bool {
		return it.to < len(f.words) && f.words[it.to].gap == " " && stands[f.words[it.to].text]
	})
}

// lendThings gives a part that has only traits the thing of the next: "nicht
// den vorläufigen, den richtigen Ausweis", "ein erweitertes und ein normales".
func (f *finder) lendThings(parts []frame) []frame {
	for i := range parts[:max(0, len(parts)-1)] {
		if p := &parts[i]; p.lent == nil && f.sameThingBefore(*p, parts[i+1]) {
			p.lent = f.things(parts[i+1].items)
		}
	}
	return parts
}

// sameThingBefore tells whether a speaks of another kind of the thing in b,
// which stands behind it.
func (f *finder) sameThingBefore(a, b frame) bool {
	a.united = a.united || b.united
	return f.sameThing(b, a)
}

// enoughTogether is how well two parts must fit as one to be one.
const enoughTogether = 0.8

// belong tells whether two neighbouring parts are one matter: one names the
// thing, and the other what is with it.
func (f *finder) belong(a, b frame) bool {
	if a.negated != b.negated && f.saysAnything(a) && (f.saysAnything(b) || f.has(b, aFaintTrait)) {
		return false
	}
	if !f.saysAnything(b) || !f.saysAnything(a) {
		return true
	}
	if f.has(a, aThing) && f.has(b, aThing) {
		return false
	}
	if b.soft && f.isOfOneself(a) && f.isReflexive(a) && f.has(b, aThing) && !f.speaksOf(b, dwelling) && !f.speaksOf(b, address) && !f.speaksOf(b, secondHome) {
		return false
	}
	if f.has(a, aThing) && f.has(a, anAct) && f.isAboutThemselves(b) && !f.speaksOf(a, dwelling) && !f.speaksOf(a, address) && !f.speaksOf(a, secondHome) {
		return false
	}
	if f.isOrdinary(b) || f.isOrdinary(a) || f.isOfOneself(a) && f.has(b, aThing) && f.has(b, anAct) && !f.speaksOf(b, dwelling) {
		return false
	}
	if !f.has(a, aThing) && !f.has(b, aThing) && f.has(a, anAct) && f.has(b, anAct) && !f.sameActs(a, b) && !f.oneMove(a, b) {
		return false
	}
	return f.best(frame{items: append(slices.Clone(a.items), b.items...)}).score >= enoughTogether
}

// best is the entry that fits a frame best.
func (f *finder) best(p frame) rank {
	if ranks := f.rank.rank(f.said(p), 0); len(ranks) > 0 {
		return ranks[0]
	}
	return rank{entry: -1}
}
