package booking

import "slices"

// exchange is what the search for an exchange of desks needs to know of who sits
// where. Most days need none.
type exchange struct {
	ready   bool
	sitters []sitter // who sits at a desk, desk after desk
	first   []int32  // of each desk, and the end: where its sitters begin
	skills  []skillSet
	needs   []int32 // which of skills each of those seated needs
	found   map[wanted]outcome
	board   board // of the search in hand
}

// sitter is somebody at a desk, and when: close together, as a search looks at all
// of them again and again.
type sitter struct {
	who      int32 // place in seated
	from, to int32
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
	x.seat(d.seated, len(d.desks))
	x.needs = slices.Grow(x.needs[:0], len(d.seated))
	for i := range d.seated {
		x.needs = append(x.needs, x.add(&d.seated[i], d.office.Desks))
	}
	return x
}

// seat sorts those seated by their desks, in order.
func (x *exchange) seat(seated []seat, desks int) {
	x.first = slices.Grow(x.first[:0], desks+2)[:desks+2]
	clear(x.first)
	for i := range seated {
		if desk := seated[i].desk; desk >= 0 {
			x.first[desk+2]++
		}
	}
	for desk := range desks {
		x.first[desk+2] += x.first[desk+1]
	}
	x.sitters = slices.Grow(x.sitters[:0], len(seated))[:len(seated)]
	for i := range seated {
		if s := &seated[i]; s.desk >= 0 {
			at := &x.first[s.desk+1]                        // so far where the desk's next goes, in the end where the next desk begins
			x.sitters[*at] = sitter{int32(i), s.from, s.to} //nolint:gosec // nobody seats two thousand million
			*at++
		}
	}
}

// at is who sits at a desk.
func (x *exchange) at(desk int) []sitter { return x.sitters[x.first[desk]:x.first[desk+1]] }

// forget has the day prepared again when it is needed. It keeps the memory.
func (x *exchange) forget() {
	x.ready, x.skills = false, x.skills[:0]
	clear(x.found)
}

// add enters the skills that s needs, and gives their place; -1: s changes desks
// with nobody. There are few different sets of them.
func (x *exchange) add(s *seat, desks []Desk) int32 {
	if s.Fixed {
		return -1
	}
	i := x.set(s.Skills)
	if i < 0 {
		x.skills = append(x.skills, skillSet{s.Skills, s.desk, false, fitting(desks, s.Skills)})
		i = len(x.skills) - 1
	}
	x.skills[i].apart = x.skills[i].apart || x.skills[i].desk != s.desk
	return int32(i) //nolint:gosec // of few
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

// anyIdle is when some desk is idle.
func (d *Day) anyIdle() *slots {
	if d.someIdle == nil {
		d.someIdle = &slots{}
		for i := range d.desks {
			*d.someIdle = d.someIdle.or(d.desks[i].staff.without(d.desks[i].busy))
		}
	}
	return d.someIdle
}
