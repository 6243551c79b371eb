package statistics

import (
	"cmp"
	"slices"

	"terminbote/booking"
)

// TookCounter counts how long visits of each kind took. Of desks it keeps only how
// many visits each had, which it tells nobody.
type TookCounter struct {
	all map[kind]*counted
}

// kind is what visits were for, and whether more than one person came.
type kind struct {
	key     Key
	several bool
}

type counted struct {
	took  Took
	desks map[booking.DeskID]int
}

// Count counts n visits of a kind at a desk.
func (t *TookCounter) Count(key Key, several bool, planned, real int, desk booking.DeskID, n int) {
	if t.all == nil {
		t.all = map[kind]*counted{}
	}
	c := t.all[kind{key, several}]
	if c == nil {
		c = &counted{Took{Key: key, Several: several, Planned: Spread{}, Real: Spread{}}, map[booking.DeskID]int{}}
		t.all[kind{key, several}] = c
	}
	c.took.Planned.Add(planned, n)
	c.took.Real.Add(real, n)
	c.desks[desk] += n
}

// Sorted is what was counted, in the order of the keys.
func (t *TookCounter) Sorted() []Took {
	all := make([]Took, 0, len(t.all))
	for _, c := range t.all {
		for _, n := range c.desks {
			if n >= CasesAtADesk {
				c.took.Desks++
			}
		}
		all = append(all, c.took)
	}
	slices.SortFunc(all, func(a, b Took) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(asInt(a.Several), asInt(b.Several)))
	})
	return all
}

func asInt(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
