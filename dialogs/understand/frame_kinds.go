package understand

import "slices"

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

func (f *finder) isOrdinary(p frame) bool {
	return slices.ContainsFunc(p.items, func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).concept == ordinary })
	})
}

func (f *finder) sameActs(a, b frame) bool {
	acts := f.acts(b.items)
	return slices.ContainsFunc(f.acts(a.items), func(it item) bool {
		return slices.ContainsFunc(acts, func(other item) bool { return slices.Equal(it.means, other.means) })
	})
}

// isOfOneself tells whether a part says no more than that somebody registers
// or deregisters: who goes on with a thing speaks of something else, as in
// "ummelden und das Auto ummelden".
func (f *finder) isOfOneself(p frame) bool {
	return !f.has(p, aThing) && f.onlyDoes(p, register, reregister, deregister) && f.has(p, anAct) && !f.isDone(p)
}

// isReflexive tells whether it is said that somebody does something with
// themselves: "mich ummelden".
func (f *finder) isReflexive(p frame) bool {
	from, to := f.thoughtAround(p)
	return slices.ContainsFunc(f.words[from:to], func(w word) bool { return oneself[w.text] })
}

// oneMove tells whether both say that somebody moves and so registers: "wir
// sind zusammengezogen und müssen uns ummelden".
func (f *finder) oneMove(a, b frame) bool {
	return f.onlyDoes(a, moveIn, register, reregister) && f.onlyDoes(b, moveIn, register, reregister) ||
		f.onlyDoes(a, leave, deregister) && f.onlyDoes(b, leave, deregister)
}

func (f *finder) onlyDoes(p frame, among ...concept) bool {
	return !slices.ContainsFunc(f.acts(p.items), func(it item) bool {
		return !slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(among, f.notion(id).concept) })
	})
}

// acts is the items that say what is done, without the thing that some idioms
// name too.
func (f *finder) acts(items []item) []item {
	acts := f.ofKind(items, anAct)
	for i, it := range acts {
		acts[i].means = slices.DeleteFunc(slices.Clone(it.means), func(id conceptID) bool { return f.notion(id).kind < anAct })
	}
	return acts
}

// things is the items that name a thing, without what sets it apart.
func (f *finder) things(items []item) []item {
	things := f.ofKind(items, aThing)
	for i, it := range things {
		things[i].means = slices.DeleteFunc(slices.Clone(it.means), func(id conceptID) bool { return f.notion(id).kind > aThing })
	}
	return things
}

func (f *finder) ofKind(items []item, k kind) []item {
	var all []item
	for _, it := range items {
		if f.itemHas(it, k) {
			all = append(all, it)
		}
	}
	return all
}
