package understand

import (
	"cmp"
	"math"
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
	met     []float64 // by saying, how much of it was said
	touched []int32
}

func newRanking(c *catalogue) *ranking {
	return &ranking{catalogue: c, met: make([]float64, len(c.sayings))}
}

const mostRanks = 6

// rank is the entries that fit best what was said, the best first. Beside
// counts what was said that nobody understood.
func (r *ranking) rank(said []saidNotion, beside float64) []rank {
	total := beside
	for _, n := range said {
		total += n.weight
		for _, s := range r.with[n.id] {
			if r.met[s] == 0 {
				r.touched = append(r.touched, s)
			}
			r.met[s] += r.words.notions[n.id].weight
		}
	}
	best := map[int32]float64{}
	for _, s := range r.touched {
		if share := r.met[s] / r.sayings[s].size; r.telling(s, said) && share > best[r.sayings[s].entry] {
			best[r.sayings[s].entry] = share
		}
		r.met[s] = 0
	}
	r.touched = r.touched[:0]
	return r.ordered(best, said, total)
}

// telling tells whether a saying can be meant: it shares more than usual acts
// with what was said, and does nothing else with it.
func (r *ranking) telling(s int32, said []saidNotion) bool {
	shares, does, saysAct, sameAct := false, false, false, false
	for _, n := range said {
		saysAct = saysAct || r.words.notions[n.id].kind == anAct
	}
	for _, id := range r.sayings[s].means {
		k := r.words.notions[id].kind
		has := slices.ContainsFunc(said, func(n saidNotion) bool { return n.id == id })
		shares = shares || has && k != aFaintTrait && k != aUsualAct
		does = does || k == anAct
		sameAct = sameAct || k == anAct && has
	}
	return shares && (!does || !saysAct || sameAct)
}

// ordered rates entries by how much of a saying was said, and by how much of
// what was said the entry speaks of.
func (r *ranking) ordered(best map[int32]float64, said []saidNotion, total float64) []rank {
	ranks := make([]rank, 0, len(best))
	for entry, share := range best {
		explained := 0.0
		for _, n := range said {
			if r.speaksOf(entry, n.id) {
				explained += n.weight
			}
		}
		ranks = append(ranks, rank{entry, share * explained / math.Max(total, 0.01)})
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

// score is how well the best entry fits.
func (r *ranking) score(said []saidNotion, beside float64) float64 {
	if ranks := r.rank(said, beside); len(ranks) > 0 {
		return ranks[0].score
	}
	return 0
}
