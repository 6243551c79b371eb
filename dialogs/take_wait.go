package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// waitWhen takes what was said of days and times for the waiting list, also of several days with
// hours of their own.
func (x *taking) waitWhen(days *understand.Days, hours *understand.Window, either []understand.When) {
	if days == nil && hours == nil {
		return
	}
	if days != nil && x.asked != understand.ExpectSpan {
		weekly := everyWeek(*days)
		days = &weekly
	}
	wanted := (terms{}).with(days, hours)
	switch {
	case len(either) > 0:
		wanted = waitedFor(either)
	case len(x.Draft.Wait.Or) > 0:
		wanted = x.Draft.Wait.wanted().narrowed(days, hours)
	}
	if hours == nil && x.asked == understand.ExpectSpan && !namesWeekdaysOnly(*days) {
		x.waitUntil(wanted)
		return
	}
	x.waitFor(wanted)
	x.took(wanted.line())
	wait := &x.Draft.Wait
	switch {
	case days != nil && days.Any && hours == nil && wait.Set:
		wait.Hours = anyChoice // "egal", where only the time of day is open
	case days != nil && days.Any:
		wait.Days, wait.Set = booking.AnyWeekday, true
	}
	if hours != nil && hours.Any {
		wait.Hours = anyChoice
	}
}

// namesWeekdaysOnly tells whether days are no stretch that could say for how long: "nur freitags".
func namesWeekdaysOnly(d understand.Days) bool { return d.Weekdays != 0 && len(d.Spans) == 0 }

// waitedFor is several days with hours of their own, with weekdays as those of every week.
func waitedFor(either []understand.When) terms {
	either = slices.Clone(either)
	for i, a := range either {
		either[i].Days = everyWeek(a.Days)
	}
	return anyOf(either)
}

// wanted is the days of the week with their hours that somebody waits on.
func (d WaitDraft) wanted() terms {
	var all []understand.When
	for _, w := range append([]booking.Weekly{{Weekdays: d.Days, Hours: d.Span}}, d.Or...) {
		var a understand.When
		if w.Weekdays != booking.AnyWeekday {
			a.Days.Weekdays = w.Weekdays
		}
		if w.Hours != booking.AllDay() {
			a.Hours.Spans = []booking.Hours{w.Hours}
		}
		all = append(all, a)
	}
	return anyOf(all)
}

// everyWeek is days with those that are named by their weekday alone as every week's: who
// waits on Tuesday, waits on Tuesdays.
func everyWeek(d understand.Days) understand.Days {
	if d.Coming == 0 || d.Thereafter {
		return d
	}
	d.Spans = slices.DeleteFunc(slices.Clone(d.Spans), func(s understand.DateSpan) bool { return s.From == s.To && d.Coming.Has(s.From.Weekday()) })
	d.Weekdays, d.Coming = d.Weekdays|d.Coming, 0
	return d
}

// waitUntil takes for how long somebody waits: until the last day that was said, or,
// by somebody who does not mind, for the longest time.
func (x *taking) waitUntil(wanted terms) {
	x.used = true
	latest := x.facts.Town.Offices[0].Today(x.facts.Now).Add(daysOfWeek * longestWait)
	last, said := wanted.last()
	if !said || last.After(latest) {
		last = latest
	}
	x.Draft.Wait.Until = last
	x.took(wanted.line(), understand.ExpectSpan)
}

// waitNoMore ends the only place on the waiting list, or the one that is seen. Of several
// only they know which.
func (x *taking) waitNoMore() {
	x.used = true
	seen := slices.IndexFunc(x.facts.Waiting, func(w Waiting) bool { return x.Screen == placeScreen && w.ID == x.Place })
	if x.Screen == waitingScreen && len(x.facts.Waiting) == 1 {
		seen = 0
	}
	if seen < 0 {
		x.Screen, x.shown = waitingScreen, true
		return
	}
	x.Place, x.chose = x.facts.Waiting[seen].ID, true
	x.do(EndWait{x.Place})
}
