package understand

import "slices"

// isOne tells whether several things that were named are likely to be one
// concern: what a whole family needs, in a story something else altogether, or
// the one of them in whose story the others are only named.
func (f *finder) isOne(guesses []guess, wanted []candidate) bool {
	if len(guesses) == 0 || guesses[0].likely < likelyOne || slices.ContainsFunc(wanted, saysHowMany) {
		return false
	}
	best := f.rank.entries[guesses[0].entry]
	if slices.Contains(best.named, f.rank.words.ids[wholeFamily]) {
		return !f.differ && f.tellsOfSeveral() && !slices.ContainsFunc(wanted, func(c candidate) bool { return !f.comprises(best, c) })
	}
	if guesses[0].likely >= whollyOne && f.onlyNames(guesses, wanted) {
		return true
	}
	named := slices.ContainsFunc(wanted, func(c candidate) bool { return f.entryOf(c.value) == guesses[0].entry })
	return !named && (f.told() >= aStory || guesses[0].likely >= asksForIt && f.onlySoundsLike(guesses, wanted))
}

// tellsOfSeveral tells whether a message speaks of more than one person. "Perso und Pass zusammen"
// does not.
func (f *finder) tellsOfSeveral() bool {
	return f.several || f.counting || slices.Contains(f.withKin, true) ||
		slices.ContainsFunc(f.words, func(w word) bool { return severals[w.text] || mine[w.text] })
}

// onlySoundsLike tells whether nothing that was found is likely, and some of it is what
// others do: single words sound like that.
func (f *finder) onlySoundsLike(guesses []guess, wanted []candidate) bool {
	others := false
	for _, c := range wanted {
		e := f.entryOf(c.value)
		if likelihood(guesses, e) >= leastLikely {
			return false
		}
		others = others || f.rank.entries[e].elsewhere
	}
	return others
}

// saysHowMany tells whether it was said how many of something are wanted, which
// nobody does of what is only named.
func saysHowMany(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return is && v.Quantity > 1
}

// comprises tells whether all things that a candidate's entry is named after
// are such as another entry is named after.
func (f *finder) comprises(e listed, c candidate) bool {
	other := f.entryOf(c.value)
	return other >= 0 && !slices.ContainsFunc(f.rank.entries[other].named, func(id conceptID) bool {
		return f.notion(id).kind == aThing && !slices.Contains(e.named, id)
	})
}

// wholeFamily is what a whole family needs, without what that comprises: "alle
// fünf brauchen Ausweise, Mama, Papa und die Kinder".
func (f *finder) wholeFamily(wanted []candidate) []candidate {
	i := slices.IndexFunc(wanted, func(c candidate) bool {
		entry := f.entryOf(c.value)
		return entry >= 0 && slices.Contains(f.rank.entries[entry].named, f.rank.words.ids[wholeFamily])
	})
	if i < 0 {
		return wanted
	}
	if f.differ || slices.ContainsFunc(wanted, saysHowMany) {
		return slices.Delete(slices.Clone(wanted), i, i+1)
	}
	whole := f.rank.entries[f.entryOf(wanted[i].value)]
	family := wanted[i]
	isWithin := func(c candidate) bool {
		return f.entryOf(c.value) != f.entryOf(family.value) && f.comprises(whole, c)
	}
	for _, c := range wanted {
		if isWithin(c) {
			family = withMore(family, c)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(wanted), isWithin)
	rest[slices.IndexFunc(rest, func(c candidate) bool { return f.entryOf(c.value) == f.entryOf(family.value) })] = family
	return rest
}

// onlyNames tells whether all that was found beside the likeliest entry is not
// likely and no more than a thing that the entry is about too: "alles weg, der
// Ausweis und so".
func (f *finder) onlyNames(guesses []guess, wanted []candidate) bool {
	best := guesses[0].entry
	named := slices.ContainsFunc(wanted, func(c candidate) bool { return f.entryOf(c.value) == best })
	return named && !slices.ContainsFunc(wanted, func(c candidate) bool {
		e := f.entryOf(c.value)
		return e != best && (f.isMade(c) || likelihood(guesses, e) >= leastLikely || !f.comprises(f.rank.entries[best], c) || f.areKinds(best, e))
	})
}

// isMade tells whether a candidate is named as something to be made: a new passport.
func (f *finder) isMade(c candidate) bool {
	return slices.ContainsFunc(f.words[c.from:c.to], func(w word) bool {
		return slices.ContainsFunc(f.rank.words.exact[w.text], func(id conceptID) bool { return f.notion(id).kind == aUsualAct })
	})
}

// areKinds tells whether two entries are kinds of one thing, which nothing but
// what sets it apart tells from each other: nobody names one in the story of the
// other.
func (f *finder) areKinds(a, b int32) bool {
	if a < 0 || b < 0 {
		return false
	}
	differ := func(x, y listed) bool {
		return slices.ContainsFunc(x.named, func(id conceptID) bool {
			k := f.notion(id).kind
			return k != aTrait && k != aFaintTrait && k != aUsualAct && !slices.Contains(y.named, id)
		})
	}
	one, other := f.rank.entries[a], f.rank.entries[b]
	return !differ(one, other) && !differ(other, one)
}
