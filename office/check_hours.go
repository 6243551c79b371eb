package office

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
)

func (c *checker) checkDesks() {
	for _, d := range c.Desks {
		c.refer(c.skills, d.Skills...)
		if d.Hours == nil {
			continue
		}
		for _, day := range d.Hours.days() {
			c.checkGrid(day)
			c.checkOverlap(day)
		}
	}
}

func (c *checker) checkShifts() {
	for _, s := range c.Shifts {
		c.refer(c.desks, s.Desks...)
		c.checkGrid(s.Hours)
		c.checkWeekdays(s.Days)
		c.checkUntil(s.From, s.Until)
	}
	reported := map[position]bool{}
	for _, d := range c.Desks {
		for day := range time.Saturday + 1 {
			c.checkDuty(d, day, reported)
		}
	}
}

// checkDuty reports shifts of one desk on one weekday that overlap, each pair
// of hours once and not for every desk and day that share them.
func (c *checker) checkDuty(d desk, day time.Weekday, reported map[position]bool) {
	for _, on := range c.arrangements() {
		for later, earlier := range overlaps(c.onDuty(d.ID.v, day, on, true)) {
			if reported[later.position] {
				continue
			}
			reported[later.position] = true
			c.add(later.position, "desk %q has another shift on %s from %s to %s (line %d); expected shifts that do not overlap",
				d.ID.v, weekdayNames()[day], earlier.v.From, earlier.v.To, earlier.line)
		}
	}
}

func (c *checker) checkOverlap(day []hours) {
	for later, earlier := range overlaps(day) {
		c.add(later.position, "%s-%s overlaps %s-%s of the same day; expected hours that do not overlap",
			later.v.From, later.v.To, earlier.v.From, earlier.v.To)
	}
}

// overlaps finds hours that begin before earlier ones of the list end.
func overlaps(all []hours) map[hours]hours {
	found := map[hours]hours{}
	sorted := slices.SortedFunc(slices.Values(all), func(a, b hours) int {
		return cmp.Or(cmp.Compare(a.v.From, b.v.From), cmp.Compare(a.line, b.line))
	})
	var last hours
	for _, h := range sorted {
		if !h.set {
			continue
		}
		if h.v.From < last.v.To {
			found[h] = last
		}
		if h.v.To > last.v.To {
			last = h
		}
	}
	return found
}

// checkGrid reports hours that begin or end between two steps of the grid:
// the rest of a step could never be booked.
func (c *checker) checkGrid(all []hours) {
	grid := booking.Clock(c.gridMinutes())
	for _, h := range all {
		if h.set && (h.v.From%grid != 0 || h.v.To%grid != 0) {
			c.add(h.position, "%s-%s is not on the grid of %d minutes; expected times that are multiples of it", h.v.From, h.v.To, grid)
		}
	}
}

// maxClosure is how many days one entry may close. A longer one is a slip of
// the year.
const maxClosure = 366

func (c *checker) checkDays() {
	for _, x := range c.Closures {
		c.refer(c.desks, x.Desk)
		c.checkUntil(x.Day, x.Until)
		if x.Day.set && x.Until.set && x.Day.v.DaysUntil(x.Until.v) >= maxClosure {
			c.add(x.Until.position, "this closes more than a year; expected at most %d days in one entry", maxClosure)
		}
	}
	for _, x := range c.ExtraHours {
		c.refer(c.desks, x.Desks...)
		c.checkGrid(x.Hours)
		c.checkOverlap(x.Hours)
	}
	for _, x := range c.WalkInDays {
		c.checkUntil(x.From, x.Until)
		c.checkWeekdays(x.Days)
	}
}

func (c *checker) checkWeekdays(days []weekday) {
	seen := map[time.Weekday]bool{}
	for _, d := range days {
		if d.set && seen[d.v] {
			c.add(d.position, "%s stands here twice; expected each day once", weekdayNames()[d.v])
		}
		seen[d.v] = seen[d.v] || d.set
	}
}

func (c *checker) checkUntil(from, until date) {
	if from.set && until.set && until.v.Before(from.v) {
		c.add(until.position, "%s lies before %s; expected the same day or a later one", until.v, from.v)
	}
}

// arrangements lists a day of each arrangement of the week that the shifts make with
// their first days. A last day makes none of its own: what is left then was there before.
func (c *checker) arrangements() []booking.Date {
	days := []booking.Date{{}} // before any of them
	for _, s := range c.Shifts {
		if s.From.set {
			days = append(days, s.From.v)
		}
	}
	return days
}

// on tells whether the shift's arrangement holds on a day.
func (s shift) on(day booking.Date) bool {
	return booking.Shift{Since: s.From.v, Until: s.Until.v}.On(day)
}

// onDuty is the hours of the shifts in which a desk serves on a weekday, in the
// arrangement of a day.
func (c *checker) onDuty(desk string, day time.Weekday, on booking.Date, internalToo bool) []hours {
	var all []hours
	for _, s := range c.Shifts {
		serves := s.Desks == nil || slices.ContainsFunc(s.Desks, func(n name) bool { return n.v == desk })
		onDay := slices.ContainsFunc(s.Days, func(d weekday) bool { return d.set && d.v == day })
		if serves && onDay && s.on(on) && (internalToo || !s.Internal.v) {
			all = append(all, s.Hours...)
		}
	}
	return all
}
