package booking

import (
	"cmp"
	"math"
	"slices"
)

// kinds is the kinds of visit, for one case of a concern that the public can book,
// that the same desks serve.
type kinds struct {
	desks   []int
	lengths []kind
	others  []*layers // when these desks are idle, without one; made when asked for

	now      layers // when these desks are idle as things stand
	nowWorth [deskDeep]float64
}

// kind is visits of one length.
type kind struct {
	steps int     // of the grid
	often float64 // how many concerns take so long
}

// wantedKinds is the kinds of visit that the public can book, by the desks that
// serve them.
func (d *Day) wantedKinds() (all []*kinds) {
	for _, c := range d.office.Concerns {
		if c.PhoneOnly {
			continue
		}
		var desks []int
		for i, desk := range d.office.Desks {
			if slices.Contains(desk.Skills, c.Skill) {
				desks = append(desks, i)
			}
		}
		at := slices.IndexFunc(all, func(k *kinds) bool { return slices.Equal(k.desks, desks) })
		if at < 0 {
			at, all = len(all), append(all, &kinds{desks: desks, others: make([]*layers, len(d.desks))})
		}
		all[at].add(d.steps(c.First))
	}
	return all
}

// add enters a concern by its length. Shorter ones come first.
func (k *kinds) add(steps int) {
	i, known := slices.BinarySearchFunc(k.lengths, steps, func(k kind, steps int) int { return cmp.Compare(k.steps, steps) })
	if !known {
		k.lengths = slices.Insert(k.lengths, i, kind{steps: steps})
	}
	k.lengths[i].often++
}

// measure notes when these desks are idle as things stand, and what that is worth.
func (k *kinds) measure(idle []slots, early *slots) {
	clear(k.others)
	k.now = k.free(idle, -1)
	for n := range k.now {
		k.nowWorth[n] = k.worthOf(k.now[n], early)
	}
}

// lessDesk is the part of its worth that is left with each further desk that is
// free at the same time. It was found by trial on invented days, as was the root.
const lessDesk = 0.5

// worth is what it is worth to those who come next that these desks are idle. A
// second desk that is free at the same time counts less than the first. A visit
// changes few of the layers; the others are worth what they were.
func (k *kinds) worth(idle layers, early *slots) float64 {
	sum, weight := 0.0, 1.0
	for n := range idle {
		if idle[n] == k.now[n] {
			sum += weight * k.nowWorth[n]
		} else {
			sum += weight * k.worthOf(idle[n], early)
		}
		weight *= lessDesk
	}
	return sum
}

// worthOf is what idle time is worth at one desk. For each kind of visit it counts
// the times at which one of them could begin, early and late in the day. Where
// little is left, every time is worth more: a day with no time for a passport is
// worse than one with few for everything.
func (k *kinds) worthOf(idle slots, early *slots) float64 {
	if idle.empty() {
		return 0
	}
	sum, have := 0.0, 1
	for _, kind := range k.lengths {
		idle = idle.longer(have, kind.steps)
		have = kind.steps
		all, before := idle.countIn(early)
		sum += kind.often * (roots[before] + roots[all-before])
	}
	return sum
}

// roots is what so many times are worth: the root of their number.
var roots = func() (all [len(slots{})*slotsPerWord + 1]float64) {
	for n := range all {
		all[n] = math.Sqrt(float64(n))
	}
	return all
}()

// deskDeep is how many desks free at the same time are told apart.
const deskDeep = 3

// layers is when at least one desk is idle, at least two, and so on.
type layers [deskDeep]slots

func (l *layers) add(idle slots) {
	for w, more := range idle {
		for n := range l {
			both := l[n][w] & more
			l[n][w] |= more
			more = both
		}
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
