package booking

import "slices"

// kinds is the kinds of visit, for one case of a concern that the public can book,
// that the same desks serve.
type kinds struct {
	desks   []int
	lengths []kind
	others  []*layers // when these desks are idle, without one; made when asked for
}

// kind is visits of one length.
type kind struct {
	steps int     // of the grid
	often float64 // how many concerns take so long
}

// add enters a concern by its length.
func (k *kinds) add(steps int) {
	i := slices.IndexFunc(k.lengths, func(k kind) bool { return k.steps == steps })
	if i < 0 {
		k.lengths = append(k.lengths, kind{steps, 1})
		return
	}
	k.lengths[i].often++
}

// deskDeep is how many desks free at the same time are told apart.
const deskDeep = 3

// layers is when at least one desk is idle, at least two, and so on.
type layers [deskDeep]slots

func (l *layers) add(idle slots) {
	for n := range l {
		both := l[n].and(idle)
		l[n] = l[n].or(idle)
		idle = both
	}
}

// free is when these desks are idle, all but one.
func (k *kinds) free(idle []slots, but int) (all layers) {
	for _, desk := range k.desks {
		if desk != but {
			all.add(idle[desk])
		}
	}
	return all
}

// freeWith is when these desks are idle if one of all desks is at other times.
func (k *kinds) freeWith(idle []slots, desk int, changed slots) layers {
	if k.others[desk] == nil {
		others := k.free(idle, desk)
		k.others[desk] = &others
	}
	all := *k.others[desk]
	if slices.Contains(k.desks, desk) {
		all.add(changed)
	}
	return all
}
