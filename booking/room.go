package booking

import (
	"math"
	"slices"
	"time"
)

// Roomiest is which of some free times of a day leave the most choice to those who
// come next, in order. starts are times at which r can start.
//
// What is left after a visit is counted in times at which others could still begin,
// for each kind of visit and in each half of the day. Each further time counts less
// than the one before: where little is left, every time is worth more. On full days
// this comes close to the best there is; docs/performance.md has the figures.
func (d Day) Roomiest(r Request, starts []time.Time) []time.Time {
	if len(starts) < 2 {
		return starts
	}
	d = d.without(r.Claim).seenBy(r)
	kinds := d.kinds()
	c := chooser{day: &d, kinds: kinds, before: make([]float64, len(d.desks)), known: make([]bool, len(d.desks))}
	c.halves[0], c.halves[1] = d.halves()
	most, worth := math.Inf(-1), make([]float64, len(starts))
	for i, start := range starts {
		worth[i] = c.left(r, start)
		most = max(most, worth[i])
	}
	var best []time.Time
	for i, start := range starts {
		if worth[i] >= most-equally {
			best = append(best, start)
		}
	}
	return best
}

// lessEach is the power of the number of times that is their worth, found by trial
// on invented days.
const lessEach = 0.7

// equally is how little a difference is none: sums of roots are not exact.
const equally = 1e-9

// FillsUp is how much of a day is booked when room begins to be short: from then
// on the times are proposed first that leave most of it.
const FillsUp = 0.5

// Booked tells how much of the public's time of a day is booked, from 0 to 1.
func (d Day) Booked() float64 {
	open, free := d.Minutes()
	if open == 0 {
		return 1
	}
	return 1 - float64(free)/float64(open)
}

// chooser compares times of a day by the choice that they leave.
type chooser struct {
	day    *Day
	kinds  []visitKind
	halves [2]slots
	before []float64 // what each desk is worth as it is
	known  []bool
}

// left is what a visit at a time takes from the choice of others, below 0. Where
// desks have to be exchanged for it, nothing is known.
func (c *chooser) left(r Request, start time.Time) float64 {
	d := c.day
	slot, ok := d.ruler.slot(start)
	if !ok {
		return 0
	}
	desk, ok := d.idle(r, slot)
	if !ok {
		return 0
	}
	idle := d.serves(desk, Public).without(d.desks[desk].busy)
	if !c.known[desk] {
		c.before[desk], c.known[desk] = c.choice(desk, idle), true
	}
	var taken slots
	taken.set(slot, slot+d.steps(r.Length))
	return c.choice(desk, idle.without(taken)) - c.before[desk]
}

// choice is what an idle stretch of a desk is worth to those who come next.
func (c *chooser) choice(desk int, idle slots) float64 {
	sum := 0.0
	for _, k := range c.kinds {
		if !slices.Contains(c.day.office.Desks[desk].Skills, k.skill) {
			continue
		}
		begin := idle.runs(k.steps)
		for _, half := range c.halves {
			sum += math.Pow(float64(begin.and(half).count()), lessEach)
		}
	}
	return sum
}

// halves parts the slots of a day in the middle of its hours.
func (d *Day) halves() (early, late slots) {
	var open slots
	for _, desk := range d.desks {
		open = open.or(desk.public)
	}
	first, last := -1, 0
	for slot := range open.all() {
		if first < 0 {
			first = slot
		}
		last = slot
	}
	middle := (max(0, first) + last + 1) / 2
	early.set(0, middle)
	late.set(middle, len(slots{})*slotsPerWord)
	return early, late
}

// visitKind is visits that desks cannot tell apart.
type visitKind struct {
	steps int // of the grid
	skill Skill
}

// kinds is the kinds of visit for one case of a concern that the public can book.
func (d *Day) kinds() []visitKind {
	var all []visitKind
	for _, c := range d.office.Concerns {
		k := visitKind{d.steps(c.First), c.Skill}
		if !c.PhoneOnly && !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	return all
}
