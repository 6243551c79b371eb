package understand

import (
	"slices"
	"strings"
)

// frame is a part of a message that speaks of one matter: things, what is done
// with them, and what sets them apart.
type frame struct {
	items   []item
	lent    []item // acts that a neighbour has: "Perso und Pass verloren"
	unknown int    // words nobody understands
	soft    bool   // it is joined to the frame before by "und" or a comma
	for_    map[int]bool
	negated bool
}

// frames parts a message where thoughts end, and puts together again what
// belongs together. Which that is, is tried with the town's directory.
func (f *finder) frames(items []item) []frame {
	parts := f.parts(items)
	parts = f.withoutActs(parts)
	parts = f.lend(parts)
	var all []frame
	for _, p := range parts {
		all = append(all, f.divide(p)...)
	}
	return all
}

// parts are the items between commas, full stops, and joining words.
func (f *finder) parts(items []item) []frame {
	var all []frame
	from := 0
	for _, it := range items {
		soft, hard := f.boundary(from, it.from)
		if len(all) == 0 || soft || hard {
			all = append(all, frame{soft: soft && !hard, for_: map[int]bool{}})
		}
		last := &all[len(all)-1]
		if it.unknown {
			last.unknown++
		}
		if f.isFor(it.from) {
			last.for_[it.from] = true
		}
		last.items = append(last.items, it)
		from = it.to
	}
	return all
}

// boundary tells what stands between two items: something that joins, or that
// begins a new thought.
func (f *finder) boundary(from, to int) (soft, hard bool) {
	for i := from; i <= to && i < len(f.words); i++ {
		w := f.words[i]
		if i > 0 && i >= from && from > 0 {
			hard = hard || strings.ContainsAny(w.gap, ".!?;()\n") && w.startsClause() || strings.ContainsAny(w.gap, "!?;")
			soft = soft || strings.ContainsAny(w.gap, ",/+&")
		}
		if i < to && f.free[i] {
			hard = hard || breaking[w.text]
			soft = soft || joining[w.text] || w.text == "&" || w.text == "+"
		}
	}
	return soft, hard
}

// isFor tells whether a word says what something is for: it stands behind
// "für" with at most two words between.
func (f *finder) isFor(at int) bool {
	for i := at - 1; i >= max(0, at-3); i-- {
		if purposes[f.words[i].text] {
			return true
		}
		if f.words[i+1].startsClause() || !isSmall(f.words[i].text) {
			return false
		}
	}
	return false
}

// withoutActs joins a part that names no thing to the one before or after,
// where the two together are called something.
func (f *finder) withoutActs(parts []frame) []frame {
	var all []frame
	for _, p := range parts {
		if len(all) > 0 && f.belong(all[len(all)-1], p) {
			last := &all[len(all)-1]
			last.items, last.unknown = append(last.items, p.items...), last.unknown+p.unknown
			for at := range p.for_ {
				last.for_[at] = true
			}
			continue
		}
		all = append(all, p)
	}
	return all
}

// enoughTogether is how well two parts must fit as one to be one.
const enoughTogether = 0.8

// belong tells whether two neighbouring parts are one matter: one names the
// thing, and the other what is with it.
func (f *finder) belong(a, b frame) bool {
	if !f.saysAnything(b) || !f.saysAnything(a) {
		return true
	}
	if f.has(a, aThing) && f.has(b, aThing) {
		return false
	}
	if !f.has(a, aThing) && !f.has(b, aThing) && !f.sameActs(a, b) {
		return false
	}
	joint := f.rank.score(f.said(frame{items: append(slices.Clone(a.items), b.items...)}), 0)
	return joint >= enoughTogether
}

// saysAnything tells whether a part could be a matter of its own.
func (f *finder) saysAnything(p frame) bool {
	return f.has(p, aThing) || f.has(p, anAct) || f.has(p, aTrait)
}

// has tells whether a part speaks of something of a kind; a word of the town
// is a thing.
func (f *finder) has(p frame, k kind) bool {
	return slices.ContainsFunc(p.items, func(it item) bool { return f.itemHas(it, k) })
}

func (f *finder) itemHas(it item, k kind) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool {
		is := f.notion(id).kind
		return is == k || k == aThing && is == ownWord
	})
}

func (f *finder) sameActs(a, b frame) bool {
	acts := f.acts(b.items)
	return slices.ContainsFunc(f.acts(a.items), func(it item) bool {
		return slices.ContainsFunc(acts, func(other item) bool { return slices.Equal(it.means, other.means) })
	})
}

func (f *finder) acts(items []item) []item {
	var acts []item
	for _, it := range items {
		if f.itemHas(it, anAct) {
			acts = append(acts, it)
		}
	}
	return acts
}

// lend gives a part that only names a thing the act of its neighbour, where
// that makes sense: "Perso und Reisepass verloren", "I lost my ID and my
// passport".
func (f *finder) lend(parts []frame) []frame {
	for i := range parts {
		p := &parts[i]
		if f.has(*p, anAct) || f.has(*p, aUsualAct) || !f.has(*p, aThing) {
			continue
		}
		if i+1 < len(parts) && parts[i+1].soft && f.actIsLast(parts[i+1]) {
			f.borrow(p, parts[i+1])
		}
		if i > 0 && p.soft && p.lent == nil && !f.actIsLast(parts[i-1]) {
			f.borrow(p, parts[i-1])
		}
	}
	return parts
}

func (f *finder) borrow(p *frame, from frame) {
	acts := f.acts(from.items)
	if len(acts) == 0 {
		acts = from.lent
	}
	with := frame{items: append(slices.Clone(p.items), acts...)}
	if len(acts) > 0 && f.rank.score(f.said(with), 0) >= enoughTogether {
		p.lent = acts
	}
}

// actIsLast tells whether what is done stands behind the things, as in German.
func (f *finder) actIsLast(p frame) bool {
	for i := len(p.items) - 1; i >= 0; i-- {
		switch {
		case f.itemHas(p.items[i], anAct):
			return true
		case f.itemHas(p.items[i], aThing):
			return false
		}
	}
	return false
}

// divide parts a frame that lists things without a word between: "perso
// reisepass". Things that belong together are called something together.
func (f *finder) divide(p frame) []frame {
	var things []int
	for i, it := range p.items {
		if f.itemHas(it, aThing) && !p.for_[it.from] {
			things = append(things, i)
		}
	}
	if len(things) < 2 || f.rank.score(f.said(p), 0) >= enoughTogether {
		return []frame{p}
	}
	alone := f.alone(p, things)
	worst := 1.0
	for _, a := range alone {
		worst = min(worst, f.rank.score(f.said(a), 0))
	}
	if worst < enoughTogether {
		return []frame{p}
	}
	return alone
}

// alone is a frame for each thing, with all that is said of it: what stands
// before the next.
func (f *finder) alone(p frame, things []int) []frame {
	var all []frame
	for n, i := range things {
		from, to := i, len(p.items)
		if n == 0 {
			from = 0
		}
		if n+1 < len(things) {
			to = things[n+1]
		}
		all = append(all, frame{items: p.items[from:to], soft: n > 0 || p.soft, for_: p.for_})
	}
	return f.lend(all)
}
