package understand

import (
	"cmp"
	"slices"
)

// knows tells whether some matter of the table is the entry: of others the
// table cannot tell how likely they are.
func (t townMatters) knows(entry int32) bool { return slices.Contains(t.entries, entry) }

// guess is an entry with how likely the whole of what was said is about it.
type guess struct {
	entry  int32
	likely float64
}

const leastLikely = 0.02

// guesses is what the words that are open could be about, the likeliest first,
// and how likely they are about no matter at all. What they could be about that
// the town does not know lacks in the sum.
func (r *Reader) guesses(words []word, open []bool, items []item) (all []guess, none float64) {
	return r.guessesFrom(evidenceIn(r.catalogue.words, words, open, items))
}

func (r *Reader) guessesFrom(clues []clue) (all []guess, none float64) {
	all, none = r.likelihoods(clues)
	all = slices.DeleteFunc(all, func(g guess) bool { return g.likely < leastLikely })
	slices.SortFunc(all, func(a, b guess) int {
		return cmp.Or(cmp.Compare(b.likely, a.likely), cmp.Compare(a.entry, b.entry))
	})
	return all, none
}

// whole is what all of a message is about that may speak of what somebody comes for.
type whole struct {
	open    []bool // words that count
	clues   []clue
	guesses []guess
	none    float64
}

// wholeOf hears the whole of a message, once.
func (m *message) wholeOf(f *finder, items []item, frames []frame, chosen []candidate) *whole {
	if f.whole == nil {
		w := &whole{open: f.evidenceFor(m.mayTell(f, chosen), frames)}
		w.clues = evidenceIn(m.reader.catalogue.words, m.words, w.open, items)
		w.guesses, w.none = m.reader.guessesFrom(w.clues)
		f.whole = w
	}
	return f.whole
}

// likelihoods is how likely a message is about each entry, and about nothing.
func (r *Reader) likelihoods(clues []clue) (all []guess, none float64) {
	model := r.model
	sentence := model.weigh(clues)
	if len(sentence) == 0 {
		return nil, 1
	}
	all = r.matters.unlikely()
	for i, p := range model.likely(sentence) {
		if at := r.matters.at[i]; at >= 0 {
			all[at].likely += float64(p)
		} else if model.names[i] == noMatter {
			none += float64(p)
		}
	}
	return all, none
}
