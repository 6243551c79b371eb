package understand

import "slices"

// ordinaryBeside is the ordinary kind of something that is wanted beside a special kind of it: "einen
// vorläufigen Perso und gleich den normalen dazu", "temp ID and real one". The word for it names no
// thing by itself, so the special kind drowns it out.
func (j *judge) ordinaryBeside(found []candidate) (candidate, bool) {
	for _, it := range j.its {
		if it.unknown || !j.isOrdinary(it) || !j.comesBeside(it) {
			continue
		}
		for _, c := range found {
			base, is := j.baseOf(c)
			if !is || !isTaken(c) || j.isAmong(found, base) || !j.wantsNothingBut(it, base) {
				continue
			}
			to := it.to
			if c.from < it.from && it.to < c.to {
				to = c.to // what both are called: "vorläufiger und richtiger Perso"
			}
			return candidate{from: it.from, to: to, sure: clearFit, bonus: concernBonus, value: ConcernValue{ID: j.f.rank.entries[base].concernID()}}, true
		}
	}
	return candidate{}, false
}

func (j *judge) isOrdinary(it item) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool { return j.f.notion(id).concept == ordinary })
}

// comesBeside tells whether an item is said besides something: a word that joins stands before it in its
// clause, or one that adds anywhere in it.
func (j *judge) comesBeside(it item) bool {
	from, to := j.f.clauseOf(candidate{from: it.from, to: it.to})
	adds := len(besidesWords.in(j.words, from, to)) > 0
	for i := it.from - 1; !adds && i >= max(0, it.from-mostBeforeThing); i-- {
		adds = joining[j.words[i].text] || j.words[i].kind == sign
		if !isSmall(j.words[i].text) && !adds {
			return false
		}
	}
	return adds && it.from > 0
}

// baseOf is the entry for the ordinary kind of what a candidate is about: the same things, without
// the trait.
func (j *judge) baseOf(c candidate) (int32, bool) {
	special := j.f.entryOf(c.value)
	if special < 0 {
		return 0, false
	}
	things, traits := j.kindsOf(special)
	if len(traits) == 0 || len(things) == 0 {
		return 0, false
	}
	for e := range j.f.rank.entries {
		same, none := j.kindsOf(int32(e))
		if !j.f.rank.entries[e].elsewhere && len(none) == 0 && slices.Equal(things, same) {
			return int32(e), true
		}
	}
	return 0, false
}

// kindsOf is the things and acts that an entry is called by, and the traits.
func (j *judge) kindsOf(entry int32) (things, traits []conceptID) {
	for _, id := range j.f.rank.entries[entry].named {
		switch j.f.notion(id).kind {
		case aThing, anAct:
			things = append(things, id)
		case aTrait:
			traits = append(traits, id)
		}
	}
	return things, traits
}

// wantsNothingBut tells whether the clause of an item says no more than that an entry is wanted: "der
// normale dauert ja Wochen" wants nothing.
func (j *judge) wantsNothingBut(ordinary item, entry int32) bool {
	c := candidate{from: ordinary.from, to: ordinary.to}
	c.from, c.to = j.f.clauseOf(c)
	if j.tellsOrAsks(c) {
		return false
	}
	for i := c.from; i < c.to; i++ {
		w := j.words[i]
		small := isSmall(w.text) || noise[w.text] || countedWords[w.text] || j.isFiller(i) || wanting[w.text] || needing[w.text] || w.kind != letters || !j.open[i]
		if !small && !slices.ContainsFunc(j.its, func(it item) bool { return it.from <= i && i < it.to && (j.f.concerns(entry, it) || j.isOrdinary(it)) }) {
			return false
		}
	}
	return true
}
