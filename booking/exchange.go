package booking

import "slices"

// exchange is what the search for an exchange of desks needs to know of who sits
// where. Most days need none.
type exchange struct {
	ready  bool
	atDesk [][]int // who sits at each desk, as places in seated
	skills []skillSet
	needs  []int // which of skills each of those seated needs
	found  map[wanted]outcome
}

// skillSet is a set of skills needed by appointments that may change desks.
type skillSet struct {
	skills []Skill
	desk   int    // where they sit
	apart  bool   // they are at several desks
	fits   []bool // which desks have them
}

// wanted is what was looked for, by all that decides what is found on a day.
type wanted struct {
	slot, steps int
	skills      int // as in exchange.skills
	audience    Audience
	waits       bool
}

// outcome is what a search for an exchange came to.
type outcome struct {
	placement Placement
	ok        bool
}

// forExchange prepares the day for exchanges of desks, once.
func (d *Day) forExchange() *exchange {
	if d.exchange == nil {
		d.exchange = &exchange{}
	}
	if d.exchange.ready {
		return d.exchange
	}
	x := d.exchange
	x.ready = true
	x.atDesk = slices.Grow(x.atDesk[:0], len(d.desks))[:len(d.desks)]
	for i := range x.atDesk {
		x.atDesk[i] = x.atDesk[i][:0]
	}
	for i := range d.seated {
		s := &d.seated[i]
		if s.desk >= 0 {
			x.atDesk[s.desk] = append(x.atDesk[s.desk], i)
		}
		x.needs = append(x.needs, x.add(s, d.office.Desks))
	}
	return x
}

// forget has the day prepared again when it is needed. It keeps the memory.
func (x *exchange) forget() {
	x.ready, x.skills, x.needs = false, x.skills[:0], x.needs[:0]
	clear(x.found)
}

// add enters the skills that s needs, and gives their place; -1: s changes desks
// with nobody. There are few different sets of them.
func (x *exchange) add(s *seat, desks []Desk) int {
	if s.Fixed {
		return -1
	}
	i := x.set(s.Skills)
	if i < 0 {
		x.skills = append(x.skills, skillSet{s.Skills, s.desk, false, fitting(desks, s.Skills)})
		return len(x.skills) - 1
	}
	x.skills[i].apart = x.skills[i].apart || x.skills[i].desk != s.desk
	return i
}

// set is the place of a set of skills; -1 if nobody who is seated needs it.
func (x *exchange) set(skills []Skill) int {
	return slices.IndexFunc(x.skills, func(set skillSet) bool { return slices.Equal(set.skills, skills) })
}

// fitting tells of each desk whether it has some skills.
func fitting(desks []Desk, skills []Skill) []bool {
	fits := make([]bool, len(desks))
	for i := range desks {
		fits[i] = desks[i].Can(skills)
	}
	return fits
}

// othersFit tells whether an appointment at another desk could move to this
// one.
func (x *exchange) othersFit(i int) bool {
	return slices.ContainsFunc(x.skills, func(set skillSet) bool { return (set.apart || set.desk != i) && set.fits[i] })
}

// candidates is when a desk is free for the whole visit, and when none is but
// an exchange of desks may free one.
func (d *Day) candidates(r Request) (direct, swapped slots) {
	n := d.steps(r.Length)
	var duty slots
	for i := range d.desks {
		if !d.office.Desks[i].Can(r.Skills) {
			continue
		}
		serves := d.serves(i, r.Audience)
		duty = duty.or(serves.runs(n))
		direct = direct.or(serves.without(d.desks[i].busy).runs(n))
	}
	if wanted := duty.without(direct); !wanted.empty() {
		swapped = d.idleForExchange(r).runs(n).and(wanted)
	}
	return direct, swapped
}

// idleForExchange is when a desk is idle that could take r, or an appointment
// from another desk.
func (d *Day) idleForExchange(r Request) (idle slots) {
	x := d.forExchange()
	for i, desk := range d.office.Desks {
		if desk.Can(r.Skills) || x.othersFit(i) {
			idle = idle.or(d.desks[i].staff.without(d.desks[i].busy))
		}
	}
	return idle
}

// someIdle is when some desk is idle.
func (d *Day) someIdle() (idle slots) {
	for i := range d.desks {
		idle = idle.or(d.desks[i].staff.without(d.desks[i].busy))
	}
	return idle
}
