package understand

import "slices"

// answerTo is the town's own answer to a question, and how many words of it
// were asked for.
func (r *Reader) answerTo(words []word) (id string, shared int) {
	f := newFinder(words, allFree(len(words)), newRanking(r.answers))
	p := frame{items: f.items(), aims: map[int]bool{}}
	for _, it := range p.items {
		if it.unknown {
			p.unknown++
		}
	}
	ranks := f.rank.rank(f.said(p), f.beside(p))
	if len(ranks) == 0 || ranks[0].score < sureAnswer {
		return "", 0
	}
	plain := false
	for _, it := range p.items {
		if slices.ContainsFunc(it.means, func(id conceptID) bool { return f.rank.speaksOf(ranks[0].entry, id) }) {
			shared++
			plain = plain || !f.itemHas(it, aFaintTrait)
		}
	}
	if !plain && shared < 2 {
		return "", 0
	}
	return r.answers.entries[ranks[0].entry].id, shared
}

// answerFor is the town's own answer on a topic: the one of its name.
func (r *Reader) answerFor(t Topic) string {
	for _, a := range r.directory.Answers {
		if a.ID == string(t) {
			return a.ID
		}
	}
	return ""
}
