package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What is nearest where no free time is as wanted.

// alternatives is the nearest free times where none suits: at other hours of
// the days wanted, and at the hours wanted on the days before and after.
func (t *talk) alternatives(o *booking.Office) []time.Time {
	const each = 2
	wanted := t.whenever()
	if wanted.onAnyDay() {
		return t.nearestHours(o, wanted, each)
	}
	at := wanted.first(o, t.facts.Now)
	var sameDay, before, after []time.Time
	for d := range t.eachFree(o) {
		for _, s := range d.starts {
			switch {
			case wanted.suitDay(d.day):
				sameDay = append(sameDay, s)
			case !wanted.suitTime(booking.ClockOf(s, o.Calendar.Zone)):
			case s.Before(at):
				before = append(before, s)
			default:
				after = append(after, s)
			}
		}
	}
	some := bothSides(sameDay, at, each)
	some = append(some, before[max(0, len(before)-each):]...)
	some = append(some, after[:min(len(after), mostProposed-len(some))]...)
	if len(some) == 0 {
		some = t.anyBothSides(o, at)
	}
	slices.SortFunc(some, time.Time.Compare)
	return slices.Compact(some)
}

// anyBothSides is the free times next to at, whatever else was wanted.
func (t *talk) anyBothSides(o *booking.Office, at time.Time) []time.Time {
	var all []time.Time
	for d := range t.eachFree(o) {
		all = append(all, d.starts...)
	}
	return bothSides(all, at, mostProposed/2)
}

// bothSides is up to so many times before at and as many after it.
func bothSides(starts []time.Time, at time.Time, each int) []time.Time {
	i, _ := slices.BinarySearchFunc(starts, at, time.Time.Compare)
	return slices.Clone(starts[max(0, i-each):min(len(starts), i+each)])
}

// onAnyDay tells whether hours are wanted on whatever day.
func (w terms) onAnyDay() bool {
	return saysHours(w.hours) && len(w.or) == 0 && !namesDays(w.days)
}

// nearestHours is so many of the times that come nearest to the hours wanted, on days that are not
// refused, and as many on the first of them: who wants seven in the evening may come on the day that is open longest, or soon.
func (t *talk) nearestHours(o *booking.Office, wanted terms, each int) []time.Time {
	apart := func(s time.Time) booking.Clock { return awayFrom(wanted.hours, booking.ClockOf(s, o.Calendar.Zone)) }
	nearer := func(a, b time.Time) int { return int(apart(a) - apart(b)) }
	var all []time.Time // the nearest of each day
	for d := range t.eachFree(o) {
		if len(d.starts) > 0 && wanted.suitDay(d.day) {
			all = append(all, slices.MinFunc(d.starts, nearer))
		}
	}
	some := slices.Clone(all[:min(len(all), each)])
	slices.SortStableFunc(all, nearer)
	some = append(some, all[:min(len(all), each)]...)
	slices.SortFunc(some, time.Time.Compare)
	return slices.Compact(some)
}

// awayFrom is how far a time lies beside the hours wanted.
func awayFrom(w understand.Window, clock booking.Clock) booking.Clock {
	least := booking.Midnight
	for _, h := range w.Spans {
		least = min(least, max(h.From-clock, clock-h.To, 0))
	}
	for _, at := range w.Times {
		least = min(least, max(at-clock, clock-at))
	}
	if w.About != 0 {
		least = min(least, max(w.About-clock, clock-w.About))
	}
	return least
}
