package office

import (
	"slices"
	"time"

	"terminbote/booking"
)

// checkServed reports concerns that no desk can ever serve.
func (c *checker) checkServed() {
	if !c.dutyIsClear() {
		return
	}
	public, staff := map[string]int{}, map[string]int{}
	for _, d := range c.Desks {
		public[d.ID.v], staff[d.ID.v] = c.longestRun(d, false), c.longestRun(d, true)
	}
	for _, x := range c.Concerns {
		if _, known := c.skills.at[x.Skill.v]; !known || !x.Minutes.First.set {
			continue
		}
		runs := public
		if x.PhoneOnly.v {
			runs = staff
		}
		c.checkServable(x, runs)
	}
}

// dutyIsClear tells whether all was understood that says who serves what and
// when. Otherwise one slip there would make half the concerns unservable.
func (c *checker) dutyIsClear() bool {
	for _, d := range c.Desks {
		if !d.ID.set || !c.known(c.skills, d.Skills) || !d.Hours.clear() {
			return false
		}
	}
	for _, s := range c.Shifts {
		if !daysSet(s.Days) || !allSet(s.Hours) || (s.Desks != nil && !c.known(c.desks, s.Desks)) {
			return false
		}
	}
	return len(c.Desks) > 0 && len(c.Shifts) > 0
}

// clear tells whether a desk's own hours were understood, or it has none.
func (w *week) clear() bool {
	if w == nil {
		return true
	}
	for _, day := range w.days() {
		if day != nil && !allSet(day) {
			return false
		}
	}
	return w.position != position{}
}

func allSet(all []hours) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(h hours) bool { return !h.set })
}

func daysSet(all []weekday) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(d weekday) bool { return !d.set })
}

// known tells whether all of names are in an index, and there is one.
func (c *checker) known(in index, names []name) bool {
	for _, n := range names {
		if _, ok := in.at[n.v]; !ok {
			return false
		}
	}
	return len(names) > 0
}

func (c *checker) checkServable(x concern, runs map[string]int) {
	if !c.anyDeskCan(x.Skill.v) {
		c.add(x.Skill.position, "no desk has the skill %q; expected at least one that can serve %q", x.Skill.v, x.ID.v)
		return
	}
	need := roundUp(x.Minutes.longestFirst(), c.gridMinutes())
	served := slices.ContainsFunc(c.Desks, func(d desk) bool {
		return d.can(x.Skill.v) && runs[d.ID.v] >= need
	})
	if !served {
		c.add(x.Skill.position, "no desk with the skill %q is on duty in the week for %d minutes in one go; "+
			"expected a shift in which one can serve %q", x.Skill.v, need, x.ID.v)
	}
}

func roundUp(n, step int) int { return (n + step - 1) / step * step }

// longestRun is for how many minutes in one go a desk is on duty at the most.
func (c *checker) longestRun(d desk, internalToo bool) int {
	longest := 0
	for day := range time.Saturday + 1 {
		if c.walkInForGood(day) {
			continue
		}
		there := []booking.Hours{booking.AllDay()}
		if d.Hours != nil {
			there = joined(d.Hours.days()[day])
		}
		for _, on := range c.arrangements() {
			for _, shift := range joined(c.onDuty(d.ID.v, day, on, internalToo)) {
				for _, own := range there {
					longest = max(longest, int(min(shift.To, own.To)-max(shift.From, own.From)))
				}
			}
		}
	}
	return longest
}

// walkInForGood tells whether a weekday has no appointments, without an end
// in sight.
func (c *checker) walkInForGood(day time.Weekday) bool {
	for _, x := range c.WalkInDays {
		if !x.Until.set && slices.ContainsFunc(x.Days, func(d weekday) bool { return d.set && d.v == day }) {
			return true
		}
	}
	return false
}

// joined is hours in order, with those that touch made one.
func joined(all []hours) []booking.Hours {
	var plain []booking.Hours
	for _, h := range all {
		if h.set {
			plain = append(plain, h.v)
		}
	}
	slices.SortFunc(plain, func(a, b booking.Hours) int { return int(a.From - b.From) })
	var one []booking.Hours
	for _, h := range plain {
		if last := len(one) - 1; last >= 0 && h.From <= one[last].To {
			one[last].To = max(one[last].To, h.To)
			continue
		}
		one = append(one, h)
	}
	return one
}
