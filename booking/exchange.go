package booking

import "slices"

// exchange is what the search for an exchange of desks needs to know of a day.
// Most days need none.
type exchange struct {
	atDesk [][]int // who sits at each desk, as places in seated
	skills []skillSet
	idle   slots // when some desk is idle
}

// skillSet is a set of skills needed by appointments that may change desks.
type skillSet struct {
	skills []Skill
	desk   int  // where they sit
	apart  bool // they are at several desks
}

// forExchange prepares the day for exchanges of desks, once.
func (d *Day) forExchange() *exchange {
	if d.exchange != nil {
		return d.exchange
	}
	x := &exchange{atDesk: make([][]int, len(d.desks))}
	for i := range d.seated {
		s := &d.seated[i]
		if s.desk >= 0 {
			x.atDesk[s.desk] = append(x.atDesk[s.desk], i)
		}
		if !s.Fixed {
			x.add(s)
		}
	}
	for i := range d.desks {
		x.idle = x.idle.or(d.desks[i].staff.without(d.desks[i].busy))
	}
	d.exchange = x
	return x
}

// add enters the skills that s needs. There are few different sets of them.
func (x *exchange) add(s *seat) {
	i := slices.IndexFunc(x.skills, func(set skillSet) bool { return slices.Equal(set.skills, s.Skills) })
	if i < 0 {
		x.skills = append(x.skills, skillSet{s.Skills, s.desk, false})
		return
	}
	x.skills[i].apart = x.skills[i].apart || x.skills[i].desk != s.desk
}

// othersFit tells whether an appointment at another desk could move to this
// one.
func (x *exchange) othersFit(i int, desk Desk) bool {
	return slices.ContainsFunc(x.skills, func(set skillSet) bool {
		return (set.apart || set.desk != i) && desk.Can(set.skills)
	})
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
		if desk.Can(r.Skills) || x.othersFit(i, desk) {
			idle = idle.or(d.desks[i].staff.without(d.desks[i].busy))
		}
	}
	return idle
}
