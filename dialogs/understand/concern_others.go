package understand

import "slices"

// surelyOthers is how well a part of a message must say what others do, where it
// names a thing that only they have to do with.
const surelyOthers = 0.55

// othersOnly tells whether a part of a message names a thing that no concern
// speaks of and that alone is what others are asked for: "Grundsteuer".
func (f *finder) othersOnly(p frame) bool {
	return slices.ContainsFunc(f.thingsOf(p), func(id conceptID) bool {
		sayings := f.rank.with[id]
		ours := func(s int32) bool { return !f.rank.entries[f.rank.sayings[s].entry].elsewhere }
		alone := func(s int32) bool { return len(f.rank.sayings[s].means) == 1 }
		return slices.ContainsFunc(sayings, alone) && !slices.ContainsFunc(sayings, ours)
	})
}

// thingsOf is the things that a part of a message names, but for what something
// is for.
func (f *finder) thingsOf(p frame) []conceptID {
	var all []conceptID
	for _, it := range p.items {
		for _, id := range it.means {
			if k := f.notion(id).kind; (k == aThing || k == ownWord) && !p.aims[it.from] && it.sure >= 1 {
				all = append(all, id)
			}
		}
	}
	return all
}

// isOfOthers tells whether a part of a message is about what others do rather
// than about any concern.
func (f *finder) isOfOthers(p frame) bool {
	if p.negated || !f.othersOnly(p) {
		return false
	}
	best := f.best(p)
	return best.score >= surelyOthers && f.rank.entries[best.entry].elsewhere
}

// isStranger tells whether an entry is a concern that has to do with no thing
// which a part of a message names.
func (f *finder) isStranger(p frame, entry int32) bool {
	return !f.rank.entries[entry].elsewhere && !slices.ContainsFunc(f.thingsOf(p), func(id conceptID) bool { return f.rank.speaksOf(entry, id) })
}

// withoutStrangers drops the concerns that a short message could be about as a
// whole and that have to do with none of the things it names, where only others
// do: who registers for a language course registers no address. A story names
// much by the way.
func (f *finder) withoutStrangers(frames []frame, guesses []guess) []guess {
	if f.told() >= aStory || len(guesses) > 0 && guesses[0].likely >= allButCertain || !slices.ContainsFunc(frames, f.isOfOthers) {
		return guesses
	}
	return slices.DeleteFunc(slices.Clone(guesses), func(g guess) bool {
		return !slices.ContainsFunc(frames, func(p frame) bool { return !f.isStranger(p, g.entry) })
	})
}
