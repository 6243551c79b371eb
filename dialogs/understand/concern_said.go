package understand

import "slices"

// said is what a frame speaks of. What something is for weighs little beside
// the thing itself.
func (f *finder) said(p frame) []saidNotion {
	plain := slices.ContainsFunc(p.items, func(it item) bool { return f.itemHas(it, aThing) && !p.aims[it.from] })
	var all []saidNotion
	for _, it := range append(slices.Clone(p.items), p.lent...) {
		for _, id := range it.means {
			weight := f.notion(id).weight
			if plain && p.aims[it.from] && f.notion(id).kind <= anAct {
				weight *= forWeight
			}
			if !slices.ContainsFunc(all, func(n saidNotion) bool { return n.id == id }) {
				all = append(all, saidNotion{id, weight})
			}
		}
	}
	return f.together(p, f.nowSought(f.nowFound(f.inAHurry(all))))
}

// aFamily is from how many people on a registration is a family's: who comes with
// somebody is not one person.
const aFamily = 2

// together adds that it is about a family where several register: "Anmeldung
// für uns vier".
func (f *finder) together(p frame, all []saidNotion) []saidNotion {
	registers := f.says(all, register) || f.says(all, reregister) || f.says(all, moveIn)
	if !registers || !f.several && !f.isWithKin(p) || f.says(all, wholeFamily) || !f.onlyLives(all) {
		return all
	}
	id := f.rank.words.ids[wholeFamily]
	return append(all, saidNotion{id, f.notion(id).weight})
}

// onlyLives tells whether no thing is named but where somebody lives.
func (f *finder) onlyLives(all []saidNotion) bool {
	return !slices.ContainsFunc(all, func(n saidNotion) bool {
		k := f.notion(n.id)
		return k.kind == aThing && k.concept != dwelling && k.concept != address
	})
}

// nowFound drops that something was lost where it was found again.
func (f *finder) nowFound(all []saidNotion) []saidNotion {
	if !f.says(all, find) {
		return all
	}
	return slices.DeleteFunc(all, func(n saidNotion) bool { return f.notion(n.id).concept == lose })
}

// nowSought drops that something is looked for where it is said whose.
func (f *finder) nowSought(all []saidNotion) []saidNotion {
	if !f.says(all, seek) {
		return all
	}
	return slices.DeleteFunc(all, func(n saidNotion) bool { return f.notion(n.id).concept == search })
}

// inAHurry adds that it cannot wait where somebody flies tomorrow, or says so
// and wants it today.
func (f *finder) inAHurry(all []saidNotion) []saidNotion {
	if f.says(all, temporary) || !f.says(all, flight) && !f.says(all, hurry) {
		return all
	}
	if !slices.ContainsFunc(f.words, func(w word) bool { return pressing[w.text] && !f.hurries(w) || soon[w.text] && f.says(all, flight) }) {
		return all
	}
	return append(all, saidNotion{f.rank.words.ids[temporary], weightOfTrait})
}

func (f *finder) hurries(w word) bool {
	return slices.Contains(f.rank.words.exact[w.text], f.rank.words.ids[hurry])
}

func (f *finder) says(all []saidNotion, c concept) bool {
	return slices.ContainsFunc(all, func(n saidNotion) bool { return f.notion(n.id).concept == c })
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
	case f.has(p, aThing) || f.speaksOf(p, moveIn) || f.speaksOf(p, leave):
		return min(mostUnknown, unknownWeight*float64(p.unknown))
	}
	return bareUnknown * float64(min(p.unknown, 2))
}
