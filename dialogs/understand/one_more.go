package understand

import "slices"

// oneMore is what a part of a short message vaguely asks for beside what another
// part clearly names, to which it is joined by a word such as "und": it is taken
// where the whole says which is meant, and asked about where not, so that it is
// not dropped: "uns anmelden und den Perso ändern lassen".
func (f *finder) oneMore(frames []frame, guesses []guess, clear, vague []candidate) (candidate, bool) {
	if f.told() >= aStory || !slices.ContainsFunc(clear, func(c candidate) bool { return c.sure >= clearFit && !isNegated(c) }) {
		return candidate{}, false
	}
	for _, c := range vague {
		if f.isSeparate(frames, clear, c) {
			return f.settledBy(guesses, c), true
		}
	}
	return candidate{}, false
}

// isSeparate tells whether a vague part stands by itself: it says what is done
// with what, behind a word that joins it to something else that is wanted, and
// could mean nothing of what is.
func (f *finder) isSeparate(frames []frame, clear []candidate, c candidate) bool {
	v, is := c.value.(ConcernValue)
	at := slices.IndexFunc(frames, func(p frame) bool { return p.items[0].from <= c.from && c.from < p.items[len(p.items)-1].to })
	if !is || v.Negated || at < 1 || !frames[at].united || len(frames[at].lent) > 0 || !f.has(frames[at], anAct) || !f.has(frames[at], aThing) || f.tellsOnly(frames[at]) {
		return false
	}
	return !slices.ContainsFunc(clear, func(o candidate) bool {
		return isNegated(o) || slices.ContainsFunc(f.entriesOf(o.value), func(e int32) bool { return slices.Contains(f.entriesOf(c.value), e) }) ||
			o.from < c.to && c.from < o.to
	})
}

// settledBy is a vague candidate as what the whole of a message says that it is,
// where it could be that and the whole is sure.
func (f *finder) settledBy(guesses []guess, c candidate) candidate {
	v, _ := c.value.(ConcernValue)
	if len(guesses) == 0 || guesses[0].likely < settling || !slices.Contains(f.entriesOf(v), guesses[0].entry) {
		return c
	}
	v.ID, v.Rivals = f.rank.entries[guesses[0].entry].concernID(), nil
	c.value, c.sure = v, max(c.sure, clearFit)
	return c
}
