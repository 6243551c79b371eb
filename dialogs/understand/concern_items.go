package understand

import "slices"

// items is what the words mean that are free, and which company was heard of.
func (f *finder) items() []item {
	open := slices.Clone(f.free)
	for i, heard := range f.heard {
		open[i] = open[i] || heard
	}
	var all []item
	for _, it := range f.rank.words.items(f.words, open, !f.foreign) {
		if it.to == it.from+1 && nays[f.words[it.from].text] {
			continue // "nein" is no slip of "neu"
		}
		if !f.free[it.from] && (it.unknown || f.itemHas(it, aThing) || f.itemHas(it, anAct)) {
			continue
		}
		all = append(all, it)
		for i := it.from; i < it.to && it.to > it.from+1; i++ {
			f.within[i] = true
		}
		for _, i := range it.also {
			f.within[i] = true
		}
	}
	return f.withoutTogether(all)
}

// withoutTogether leaves out that things are wanted at once, which tells nothing of who comes:
// "Perso und Pass zusammen". Who registers together does so as a family.
func (f *finder) withoutTogether(all []item) []item {
	is := func(it item, concepts ...concept) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(concepts, f.notion(id).concept) })
	}
	things := 0
	for _, it := range all {
		if is(it, register, reregister, deregister, moveIn, dwelling) {
			return all
		}
		if f.itemHas(it, aThing) {
			things++
		}
	}
	if things < severalThings {
		return all
	}
	return slices.DeleteFunc(all, func(it item) bool {
		return it.to == it.from+1 && is(it, couple) && !mine[f.words[max(0, it.from-1)].text]
	})
}

const severalThings = 2 // that are said to be wanted together
