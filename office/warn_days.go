package office

import (
	"slices"
	"time"

	"terminbote/booking"
)

const (
	// longPast is the age in days of an entry that is only in the way, or of the
	// wrong year.
	longPast = 183
	// farAhead is the distance in days at which a year was most likely mistyped.
	farAhead = 2 * 366
)

// closed is an entry of the closures with its last day.
type closed struct {
	closure

	last booking.Date
}

func (w warner) warnClosures() {
	var before []closed
	for _, x := range w.Closures {
		if !x.Day.set {
			continue
		}
		c := closed{x, x.Day.v}
		if x.Until.set {
			c.last = x.Until.v
		}
		w.warnDay(x.Day, c.last)
		w.warnIdle(c)
		for _, other := range before {
			if w.warnTwice(c, other) {
				break
			}
		}
		before = append(before, c)
	}
}

// warnDay warns of days long past and far ahead.
func (w warner) warnDay(first date, last booking.Date) {
	switch {
	case last.DaysUntil(w.today) > longPast:
		w.warn(first.position, "%s is long past; is the year right? If so, the entry can go", last)
	case w.today.DaysUntil(first.v) > farAhead:
		w.warn(first.position, "%s is far ahead; is the year right?", first.v)
	}
}

// warnTwice warns of a closure that says what another says already, for all of
// its time or for some.
func (w warner) warnTwice(c, other closed) bool {
	sameDesk := c.Desk.v == other.Desk.v || c.Desk.v == "" || other.Desk.v == ""
	if !sameDesk || c.last.Before(other.Day.v) || other.last.Before(c.Day.v) || !meet(c.Hours, other.Hours) {
		return false
	}
	if c.Desk.v == other.Desk.v && c.Day.v == other.Day.v && c.last == other.last && covers(c.Hours, other.Hours) && covers(other.Hours, c.Hours) {
		w.warn(c.Day.position, "the same closure stands in line %d already; one of the two can go", other.Day.line)
		return true
	}
	w.warn(c.Day.position, "the closure in line %d closes some of this time already; are the days right?", other.Day.line)
	return true
}

// meet tells whether two lists of hours share a moment; nil is the whole day.
func meet(a, b []hours) bool {
	for _, x := range stretches(a) {
		for _, y := range stretches(b) {
			if x.From < y.To && y.From < x.To {
				return true
			}
		}
	}
	return false
}

// covers tells whether a holds all of b.
func covers(a, b []hours) bool { return uncovered(stretches(b), stretches(a)) == nil }

// stretches is hours joined; nil is the whole day.
func stretches(all []hours) []booking.Hours {
	if all == nil {
		return []booking.Hours{booking.AllDay()}
	}
	return joined(all)
}

// uncovered is the first stretch of want that no single one of have holds.
func uncovered(want, have []booking.Hours) *booking.Hours {
	for _, x := range want {
		held := slices.ContainsFunc(have, func(y booking.Hours) bool { return y.From <= x.From && x.To <= y.To })
		if !held {
			return &x
		}
	}
	return nil
}

// warnIdle warns of a closure of one day on which nobody works anyhow: most
// likely a day of another year was meant.
func (w warner) warnIdle(c closed) {
	if c.last != c.Day.v || !w.dutyIsClear() || w.extraOn(c.Day.v) {
		return
	}
	for _, d := range w.Desks {
		if len(w.onDuty(d.ID.v, c.Day.v.Weekday(), c.Day.v)) > 0 {
			return
		}
	}
	w.warn(c.Day.position, "%s is a %s, on which nobody works anyhow; is the day right?", c.Day.v, say(c.Day.v.Weekday().String()))
}

func (w warner) extraOn(day booking.Date) bool {
	return slices.ContainsFunc(w.ExtraHours, func(x extraHours) bool { return x.Day.v == day })
}

// dutyIsClear and onDuty are as for the checker.
func (w warner) dutyIsClear() bool { return w.checker().dutyIsClear() }

func (w warner) onDuty(desk string, day time.Weekday, on booking.Date) []hours {
	return w.checker().onDuty(desk, day, on, true)
}

// checker is a checker of the same file that reports nothing.
func (w warner) checker() *checker {
	c := &checker{report: &report{}, file: w.file}
	c.collect()
	return c
}

func (w warner) warnExtraHours() {
	for i, x := range w.ExtraHours {
		if !x.Day.set {
			continue
		}
		w.warnDay(x.Day, x.Day.v)
		for _, other := range w.ExtraHours[:i] {
			if other.Day.v == x.Day.v && meet(other.Hours, x.Hours) && shareDesk(other.Desks, x.Desks) {
				w.warn(x.Day.position, "line %d gives extra hours at this time already; one of the two can go", other.Day.line)
				break
			}
		}
		for _, c := range w.Closures {
			if c.Day.set && !x.Day.v.Before(c.Day.v) && !x.Day.v.After(lastOf(c)) && c.Desk.v == "" && covers(c.Hours, x.Hours) {
				w.warn(x.Day.position, "the office is closed then (line %d), and a closure beats extra hours", c.Day.line)
				break
			}
		}
	}
}

func lastOf(c closure) booking.Date {
	if c.Until.set {
		return c.Until.v
	}
	return c.Day.v
}

func shareDesk(a, b []name) bool {
	return a == nil || b == nil || slices.ContainsFunc(a, func(x name) bool {
		return slices.ContainsFunc(b, func(y name) bool { return x.v == y.v })
	})
}

func (w warner) warnWalkIn() {
	for _, x := range w.WalkInDays {
		for _, d := range []date{x.From, x.Until} {
			if w.today.DaysUntil(d.v) > farAhead {
				w.warn(d.position, "%s is far ahead; is the year right?", d.v)
			}
		}
	}
}
