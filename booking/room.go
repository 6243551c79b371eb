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
// for each kind of visit and in each half of the day; see [room.choice]. On full
// days this comes close to the best there is; docs/performance.md has the figures.
func (d Day) Roomiest(r Request, starts []time.Time) []time.Time {
	if len(starts) < 2 {
		return starts
	}
	d = d.without(r.Claim).seenBy(r)
	left := newRoom(&d)
	worth := make([]float64, len(starts))
	for i, start := range starts {
		worth[i] = left.after(r, start)
	}
	return worthiest(starts, worth)
}

// worthiest is those of the times that are worth most.
func worthiest(starts []time.Time, worth []float64) (best []time.Time) {
	most := slices.Max(worth)
	for i, start := range starts {
		if worth[i] >= most-equally {
			best = append(best, start)
		}
	}
	return best
}

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

// room is what a day has left for those who come next.
type room struct {
	day    *Day
	idle   []slots // of each desk
	groups []*kinds
	early  slots
}

func newRoom(d *Day) *room {
	l := &room{day: d, idle: make([]slots, len(d.desks)), groups: d.kinds, early: d.early()}
	for i := range d.desks {
		l.idle[i] = d.serves(i, Public).without(d.desks[i].busy)
	}
	if l.groups == nil {
		l.groups = d.wantedKinds()
	}
	for _, g := range l.groups {
		g.measure(l.idle, &l.early)
	}
	return l
}

// after is the choice that is left once a visit begins at a time.
func (l *room) after(r Request, start time.Time) float64 {
	d := l.day
	slot, ok := d.ruler.slot(start)
	if !ok {
		return math.Inf(-1)
	}
	var taken slots
	taken.set(slot, slot+d.steps(r.Length))
	if desk, ok := d.idle(r, slot); ok {
		return l.choice(func(g *kinds) layers { return g.freeWith(l.idle, desk, l.idle[desk].without(taken)) })
	}
	p, ok := d.rearrange(r, slot)
	if !ok {
		return math.Inf(-1)
	}
	idle := l.exchanged(p, taken)
	return l.choice(func(g *kinds) layers { return g.free(idle, -1) })
}

// exchanged is when desks are idle once others have changed desks for a visit.
func (l *room) exchanged(p Placement, taken slots) []slots {
	d, idle := l.day, slices.Clone(l.idle)
	for _, swap := range p.Swaps {
		s := d.seatOf(swap.Appointment)
		idle[s.desk] = idle[s.desk].or(s.slots.and(d.serves(s.desk, Public)))
	}
	for _, swap := range p.Swaps {
		to := d.office.deskIndex(swap.Desk)
		idle[to] = idle[to].without(d.seatOf(swap.Appointment).slots)
	}
	to := d.office.deskIndex(p.Desk)
	idle[to] = idle[to].without(taken)
	return idle
}

// choice is what the idle time of all desks is worth to those who come next.
func (l *room) choice(free func(*kinds) layers) float64 {
	sum := 0.0
	for _, g := range l.groups {
		sum += g.worth(free(g), &l.early)
	}
	return sum
}

// early is the slots of a day before the middle of its hours.
func (d *Day) early() (early slots) {
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
	early.set(0, (max(0, first)+last+1)/2)
	return early
}
