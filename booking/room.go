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
	most, worth := math.Inf(-1), make([]float64, len(starts))
	for i, start := range starts {
		worth[i] = left.after(r, start)
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
	halves [2]slots
}

func newRoom(d *Day) *room {
	l := &room{day: d, idle: make([]slots, len(d.desks))}
	for i := range d.desks {
		l.idle[i] = d.serves(i, Public).without(d.desks[i].busy)
	}
	l.halves[0], l.halves[1] = d.halves()
	for _, c := range d.office.Concerns {
		if !c.PhoneOnly {
			l.group(c.Skill).add(d.steps(c.First))
		}
	}
	return l
}

// group is the kinds of visit that the desks with a skill serve.
func (l *room) group(skill Skill) *kinds {
	var desks []int
	for i, desk := range l.day.office.Desks {
		if slices.Contains(desk.Skills, skill) {
			desks = append(desks, i)
		}
	}
	for _, g := range l.groups {
		if slices.Equal(g.desks, desks) {
			return g
		}
	}
	g := &kinds{desks: desks, others: make([]*layers, len(l.idle))}
	l.groups = append(l.groups, g)
	return g
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

// lessDesk is the part of its worth that is left with each further desk that is
// free at the same time. It was found by trial on invented days, as was the root.
const lessDesk = 0.5

// choice is what the idle time of all desks is worth to those who come next. For
// each kind of visit it counts the times at which one of them could begin, early
// and late in the day. Where little is left, every time is worth more: a day with
// no time for a passport is worse than one with few for everything. A second desk
// that is free at the same time counts less than the first.
func (l *room) choice(free func(*kinds) layers) float64 {
	sum := 0.0
	for _, g := range l.groups {
		weight := 1.0
		for _, idle := range free(g) {
			if idle.empty() {
				break
			}
			for _, k := range g.lengths {
				begin := idle.runs(k.steps)
				early := begin.and(l.halves[0]).count()
				sum += weight * k.often * (worthOf[early] + worthOf[begin.count()-early])
			}
			weight *= lessDesk
		}
	}
	return sum
}

// worthOf is what so many times are worth: the root of their number.
var worthOf = func() (all [len(slots{})*slotsPerWord + 1]float64) {
	for n := range all {
		all[n] = math.Sqrt(float64(n))
	}
	return all
}()

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
