package understand

import (
	"cmp"
	"slices"
)

// notions of a frame: what it speaks of, each with what it weighs there. An
// act that a neighbour lent, or what something is for, weighs less.
type saidNotion struct {
	id     conceptID
	weight float64
}

// rank is an entry with how well it fits what was said: 1 is all of it and
// nothing else.
type rank struct {
	entry int32
	score float64
}

// ranking finds entries by what they are called. It is used by one reading at
// a time.
type ranking struct {
	*catalogue
	met     []bool // by saying, whether it shares something with what was said
	touched []int32
}

func newRanking(c *catalogue) *ranking {
	return &ranking{catalogue: c, met: make([]bool, len(c.sayings))}
}

const mostRanks = 6

// rank is the entries that fit best what was said, the best first. Beside
// counts what was said that nobody understood.
func (r *ranking) rank(said []saidNotion, beside float64) []rank {
	for _, n := range said {
		for _, s := range r.with[n.id] {
			if !r.met[s] {
				r.met[s] = true
				r.touched = append(r.touched, s)
			}
		}
	}
	best := map[int32]float64{}
	for _, s := range r.touched {
		r.met[s] = false
		entry := r.sayings[s].entry
		if fit := r.fit(s, said, beside); fit > best[entry] {
			best[entry] = fit
		}
	}
	r.touched = r.touched[:0]
	return ordered(best)
}

const (
	unionShare = 0.75 // what it counts that another saying of the entry speaks of something
	mostFaint  = 0.3  // what is told by the way weighs at most where an entry has none of it
)

// fit is how well a saying fits: how much of it was said, times how much of
// what was said it explains, alone and with the entry's others. It is 0 where
// it shares no more than usual acts, or does something else.
func (r *ranking) fit(s int32, said []saidNotion, beside float64) float64 {
	x := &r.sayings[s]
	met, explained, total, faint := 0.0, 0.0, beside, 0.0
	shares, saysAct, sameAct := false, false, false
	for _, n := range said {
		k := r.words.notions[n.id].kind
		saysAct = saysAct || k == anAct
		share := 0.0
		switch {
		case slices.Contains(x.means, n.id):
			met += r.expected(n.id)
			share = 1
			shares = shares || r.asks || k != aFaintTrait && k != aUsualAct || len(x.means) == 1
			sameAct = sameAct || k == anAct
		case r.speaksOf(x.entry, n.id):
			share = unionShare
		}
		explained += share * n.weight
		if share == 0 && k == aFaintTrait {
			faint += n.weight
		} else {
			total += n.weight
		}
	}
	if !shares || saysAct && !sameAct && r.does(x) {
		return 0
	}
	return explained * met / x.size / max(0.01, total+min(mostFaint, faint))
}

// does tells whether a saying says what is done.
func (r *ranking) does(x *saying) bool {
	return slices.ContainsFunc(x.means, func(id conceptID) bool { return r.words.notions[id].kind == anAct })
}

func ordered(best map[int32]float64) []rank {
	ranks := make([]rank, 0, len(best))
	for entry, score := range best {
		ranks = append(ranks, rank{entry, score})
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
	return ranks[:min(len(ranks), mostRanks)]
}

func (r *ranking) speaksOf(entry int32, id conceptID) bool {
	_, has := slices.BinarySearch(r.entries[entry].about, id)
	return has
}
