package understand

import "slices"

// aloneAt is how likely a clause must be about something, heard by itself, to be asked about
// beside what else is wanted.
const aloneAt = 0.96

const mostHeardApart = 24 // clauses that are heard by themselves: more tell a story

// byThemselves is what clauses are about that are heard by themselves, and that nothing found has
// to do with: who wants two things says the second in a clause of its own, which a story of the
// first drowns out. Each is asked about.
func (j *judge) byThemselves(found []candidate) []candidate {
	var all []candidate
	clauses := j.f.clauses()
	if len(clauses) < 2 || len(clauses) > mostHeardApart || !slices.ContainsFunc(found, isTaken) {
		return nil
	}
	for _, at := range clauses {
		guesses := j.heardAlone(at)
		if len(guesses) == 0 || guesses[0].likely < aloneAt || j.isAmong(append(slices.Clone(found), all...), guesses[0].entry) {
			continue
		}
		e := j.f.rank.entries[guesses[0].entry]
		c := at
		c.value, c.sure = ConcernValue{ID: e.concernID()}, unsure
		if !e.elsewhere && j.mayStandAlone(c, found) {
			all = append(all, c)
		}
	}
	return all
}

// heardAlone is what a clause is about by itself.
func (j *judge) heardAlone(c candidate) []guess {
	within := make([]bool, len(j.open))
	copy(within[c.from:c.to], j.open[c.from:c.to])
	all, _ := j.reader.guesses(j.words, within, j.its)
	return all
}

// mayStandAlone tells whether a clause may be a wish of its own: it names something that nothing else
// that is taken has to do with, and wants it, or it is a paper. It neither asks, nor denies, nor tells
// what has been done.
func (j *judge) mayStandAlone(c candidate, found []candidate) bool {
	words := j.words[c.from:c.to]
	if j.isAsked(c) || slices.ContainsFunc(words, func(w word) bool { return denying[w.text] || done[w.text] }) {
		return false
	}
	wants := slices.ContainsFunc(words, func(w word) bool { return wanting[w.text] || needing[w.text] })
	return slices.ContainsFunc(j.its, func(it item) bool {
		return it.from >= c.from && it.from < c.to && (wants || j.f.isPaper(it)) && j.isApart(it, c, found)
	})
}

// isApart tells whether an item says what a candidate is about, and nothing else that is taken has to do with it.
func (j *judge) isApart(it item, c candidate, found []candidate) bool {
	return !it.unknown && j.f.isOf(c, it) && !slices.ContainsFunc(found, func(o candidate) bool {
		return isTaken(o) && !sameMatter(o.value, c.value) && j.f.isOf(o, it)
	})
}
