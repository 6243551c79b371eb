package understand

import (
	"slices"

	"terminbote/booking"
)

// finder looks for concerns in one message.
type finder struct {
	words   []word
	free    []bool
	rank    *ranking
	foreign bool // the words that nobody knows are of another language
}

func (f *finder) notion(id conceptID) notion { return f.rank.words.notions[id] }

// How well an entry must fit.
const (
	clearFit  = 0.6  // to be taken at once
	someFit   = 0.34 // to be asked about
	nearRival = 0.82 // of what the best fits, an entry that could be meant as well does
	unsure    = 0.45 // is said of what is asked about
	mostAsked = 3    // concerns in one question
)

// concerns finds what somebody comes for in the words that nothing else
// explains.
func (m *message) concerns(free []bool) []candidate {
	code, _ := m.foreign()
	all := m.reader.catalogue
	f := &finder{words: m.words, free: free, rank: newRanking(all), foreign: code != ""}
	var clear, vague []candidate
	for _, x := range f.frames(all.words.items(m.words, free, !f.foreign)) {
		c, ok := f.candidate(x)
		switch {
		case ok && c.sure >= 0.5:
			clear = append(clear, c)
		case ok:
			vague = append(vague, c)
		}
	}
	if len(clear) > 0 {
		return onceEach(withoutAsides(clear))
	}
	return onceEach(vague)
}

// surelyElsewhere is how surely something must be said that others do, beside
// what the office does: in a story it is told by the way.
const surelyElsewhere = 0.85

func withoutAsides(all []candidate) []candidate {
	own := slices.ContainsFunc(all, func(c candidate) bool { _, ok := c.value.(ConcernValue); return ok })
	return slices.DeleteFunc(all, func(c candidate) bool {
		_, elsewhere := c.value.(ElsewhereValue)
		return own && elsewhere && c.sure < surelyElsewhere
	})
}

// onceEach drops what was found before: "Ausweis oder Pass wiedergefunden" is
// one concern.
func onceEach(all []candidate) []candidate {
	var once []candidate
	for _, c := range all {
		if i := slices.IndexFunc(once, func(o candidate) bool { return sameMatter(o.value, c.value) }); i < 0 {
			once = append(once, c)
		} else {
			once[i] = withMore(once[i], c)
		}
	}
	return once
}

func sameMatter(a, b Value) bool {
	if x, ok := a.(ElsewhereValue); ok {
		return x == b
	}
	x, ok := a.(ConcernValue)
	y, also := b.(ConcernValue)
	return ok && also && x.ID == y.ID && x.Negated == y.Negated
}

// withMore is a candidate that another words say as well.
func withMore(c, other candidate) candidate {
	for i := other.from; i < other.to; i++ {
		c.also = append(c.also, i)
	}
	c.also = append(c.also, other.also...)
	if x, ok := c.value.(ConcernValue); ok {
		y := other.value.(ConcernValue)
		x.Quantity = max(x.Quantity, y.Quantity)
		if other.sure > c.sure {
			x.Rivals, c.sure = y.Rivals, other.sure
		}
		c.value = x
	}
	return c
}

// said is what a frame speaks of. What something is for weighs little beside
// the thing itself.
func (f *finder) said(p frame) []saidNotion {
	plain := slices.ContainsFunc(p.items, func(it item) bool { return f.itemHas(it, aThing) && !p.aims[it.from] })
	var all []saidNotion
	for _, it := range append(slices.Clone(p.items), p.lent...) {
		for _, id := range it.means {
			weight := f.notion(id).weight
			if plain && p.aims[it.from] && f.notion(id).kind <= aThing {
				weight *= forWeight
			}
			if !slices.ContainsFunc(all, func(n saidNotion) bool { return n.id == id }) {
				all = append(all, saidNotion{id, weight})
			}
		}
	}
	return all
}

const (
	forWeight     = 0.3 // of what something is for
	unknownWeight = 0.25
	mostUnknown   = 0.5 // what words nobody knows weigh at most beside a thing
	bareUnknown   = 0.7 // and each, beside what is done with it
)

// beside is how much the words weigh that nobody understands. Where no thing
// is named, one of them may be the thing.
func (f *finder) beside(p frame) float64 {
	switch {
	case f.foreign:
		return 0
	case f.has(p, aThing):
		return min(mostUnknown, unknownWeight*float64(p.unknown))
	}
	return bareUnknown * float64(min(p.unknown, 2))
}

// candidate is what a frame speaks of.
func (f *finder) candidate(p frame) (candidate, bool) {
	said := f.said(p)
	ranks := f.rank.rank(said, f.beside(p))
	if len(ranks) == 0 || ranks[0].score < someFit || f.onlyTraits(p) && len(f.words) > fewWords {
		return candidate{}, false
	}
	c := f.spread(p, ranks[0].entry)
	quantity := f.quantity(p)
	ranks, fitting := f.byCases(ranks, quantity)
	best, rivals := f.rivals(ranks, said)
	c.sure = min(1, ranks[0].score) * f.certainty(p)
	if best.elsewhere {
		c.value = ElsewhereValue{ID: best.id}
		if len(rivals) > 0 || ranks[0].score < clearFit {
			c.sure = min(c.sure, unsure)
		}
		return c, !p.negated
	}
	v := ConcernValue{ID: best.concernID(), Rivals: rivals, Negated: p.negated}
	if !fitting {
		v.Quantity = quantity
	}
	if ranks[0].score < clearFit || f.elsewhereToo(ranks) {
		c.sure = min(c.sure, unsure)
	}
	c.value = v
	return c, true
}

// fewWords may be nothing but a trait: "Ehrenamt".
const fewWords = 3

// onlyTraits tells whether a frame says neither what it is about nor what is
// to be done.
func (f *finder) onlyTraits(p frame) bool {
	return !f.has(p, aThing) && !f.has(p, anAct) && len(p.lent) == 0
}

// spread is the words a frame takes: those from its first to its last that
// speak of the entry, without a word between that is taken already; what lies
// outside is explained by it all the same.
func (f *finder) spread(p frame, entry int32) candidate {
	var core []item
	for _, it := range p.items {
		if !it.unknown && slices.ContainsFunc(it.means, func(id conceptID) bool { return f.rank.speaksOf(entry, id) }) {
			core = append(core, it)
		}
	}
	if len(core) == 0 {
		core = p.items[:1]
	}
	c := candidate{from: core[0].from, to: core[0].to}
	for _, it := range core {
		if it.from >= c.to && f.allFree(c.to, it.from) {
			c.to = it.to
		} else if it.from >= c.to {
			c.also = append(c.also, it.from)
		}
		c.also = append(c.also, it.also...)
	}
	return c
}

func (f *finder) allFree(from, to int) bool { return !slices.Contains(f.free[from:to], false) }

// certainty is how surely the words of a frame were understood.
func (f *finder) certainty(p frame) float64 {
	least := 1.0
	for _, it := range p.items {
		if f.itemHas(it, aThing) || f.itemHas(it, anAct) {
			least = min(least, it.sure)
		}
	}
	return least
}

// rivals is the best entry, and the concerns that could be meant as well.
func (f *finder) rivals(ranks []rank, said []saidNotion) (listed, []booking.ConcernID) {
	best := f.rank.entries[ranks[0].entry]
	var ids []booking.ConcernID
	for _, r := range ranks[1:] {
		e := f.rank.entries[r.entry]
		near := r.score >= nearRival*ranks[0].score || f.bareAct(said) && f.couldDo(e, said)
		if near && !e.elsewhere && len(ids) < mostAsked-1 {
			ids = append(ids, e.concernID())
		}
	}
	return best, ids
}

// bareAct tells whether it was only said what is to be done, not with what.
func (f *finder) bareAct(said []saidNotion) bool {
	acts := 0
	for _, n := range said {
		switch k := f.notion(n.id).kind; {
		case k == aThing || k == ownWord || k == aTrait:
			return false
		case k == anAct || f.notion(n.id).concept == renew:
			acts++
		}
	}
	return acts > 0 && !slices.ContainsFunc(f.words, func(w word) bool { return oneself[w.text] })
}

// couldDo tells whether what was said to be done stands in an entry's name,
// and nothing there sets the entry apart from a plainer one.
func (f *finder) couldDo(e listed, said []saidNotion) bool {
	for _, id := range e.named {
		if k := f.notion(id).kind; k == aTrait {
			return false
		}
	}
	return slices.ContainsFunc(said, func(n saidNotion) bool {
		return f.notion(n.id).kind == anAct && slices.Contains(e.named, n.id)
	})
}

// elsewhereToo tells whether something that others do fits about as well as
// the best.
func (f *finder) elsewhereToo(ranks []rank) bool {
	return slices.ContainsFunc(ranks[1:], func(r rank) bool {
		return f.rank.entries[r.entry].elsewhere && r.score >= nearRival*ranks[0].score
	})
}

// byCases picks among entries that differ only in how many cases they are for.
// Where no number is said, it is few.
func (f *finder) byCases(ranks []rank, quantity int) (fitting []rank, byNumber bool) {
	first := f.rank.entries[ranks[0].entry]
	if first.cases == (caseSpan{}) {
		return ranks, false
	}
	base := f.baseOf(first)
	var others []rank
	pick := ranks[0]
	for i, e := range f.rank.entries {
		if e.cases == (caseSpan{}) || f.baseOf(e) != base {
			continue
		}
		if e.cases.holds(max(1, quantity)) {
			pick = rank{int32(i), ranks[0].score}
		}
	}
	for _, r := range ranks {
		if e := f.rank.entries[r.entry]; e.cases == (caseSpan{}) || f.baseOf(e) != base {
			others = append(others, r)
		}
	}
	return append([]rank{pick}, others...), true
}

func (f *finder) baseOf(e listed) string { return e.base }
