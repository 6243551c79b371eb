package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// each is the terms one by one: days, and the hours that belong to them.
func (w terms) each() []understand.When {
	return append([]understand.When{{Days: w.days, Hours: w.hours}}, w.or...)
}

// pair is days, and the hours that belong to them, as terms.
func pair(a understand.When) terms { return terms{days: a.Days, hours: a.Hours} }

// anyOf is terms that are met by whichever of the days with their hours. They say nothing where one
// leaves all open.
func anyOf(all []understand.When) terms {
	all = slices.Clone(all)
	for i := range all {
		all[i].Days.Any, all[i].Days.Coming = false, 0 // they have their dates
	}
	all = understand.Alternatives(all)
	if len(all) == 0 {
		return terms{}
	}
	w := pair(all[0])
	if len(all) > 1 {
		w.or = all[1:]
	}
	return w
}

// spans is all stretches of days that are wanted, in order.
func (w terms) spans() []understand.DateSpan {
	if len(w.or) == 0 {
		return w.days.Spans
	}
	var all []understand.DateSpan
	for _, a := range w.each() {
		all = append(all, a.Days.Spans...)
	}
	slices.SortStableFunc(all, func(a, b understand.DateSpan) int { return b.From.DaysUntil(a.From) })
	return all
}

// on is the terms as they are for one day: those of the first days that it is one of.
func (w terms) on(day booking.Date) terms {
	for _, a := range w.or {
		if suitDay(w.days, day) {
			break
		}
		w.days, w.hours = a.Days, a.Hours
	}
	w.or = nil
	return w
}

// nearby is the terms with times that were named as those that the time shall lie near.
func (w terms) nearby() terms {
	if near, named := w.near(); named {
		w.hours = understand.Window{About: near}
	}
	w.or = slices.Clone(w.or)
	for i, a := range w.or {
		if near, named := pair(a).near(); named {
			w.or[i].Hours = understand.Window{About: near}
		}
	}
	return w
}

// soonest is the terms where the first time is wanted, at the same hours on whatever day. Of several
// days with hours of their own it is the first of them.
func (w terms) soonest() terms {
	if len(w.or) > 0 {
		return w.narrowed(&understand.Days{Soonest: true}, nil)
	}
	return terms{days: understand.Days{Soonest: true}, hours: w.hours}
}

// later is several days with hours of their own, so many days later.
func (w terms) later(days int) terms {
	all := w.each()
	for i, a := range all {
		all[i].Days.Spans = slices.Clone(a.Days.Spans)
		for k, s := range a.Days.Spans {
			all[i].Days.Spans[k] = moved(s, days)
		}
	}
	return anyOf(all)
}

// moved is a stretch of days so many days later; an open end stays open.
func moved(s understand.DateSpan, days int) understand.DateSpan {
	if !s.From.IsZero() {
		s.From = s.From.Add(days)
	}
	if !s.To.IsZero() {
		s.To = s.To.Add(days)
	}
	return s
}

// onward is the terms without days that are over. What was refused stays refused.
func (w terms) onward(today booking.Date) terms {
	if len(w.or) == 0 {
		if w.isOver(today) {
			w.days.Spans, w.days.Coming = nil, 0
		}
		return w
	}
	left := slices.DeleteFunc(w.each(), func(a understand.When) bool { return pair(a).isOver(today) })
	if len(left) == 0 {
		return terms{days: w.refused()}
	}
	return anyOf(left)
}

// either is the terms once several days with hours of their own are wanted. Within days that are
// wanted so far they lie where they do not say another, and what was refused stays refused.
func (w terms) either(said []understand.When) terms {
	if len(w.or) > 0 || !w.frames(said) {
		w = terms{days: w.refused()}
	}
	var all []understand.When
	for _, a := range said {
		days := &a.Days
		if !saysDays(a.Days) && !a.Days.Any {
			days = nil
		}
		wanted := w.with(days, &a.Hours)
		all = append(all, understand.When{Days: wanted.days, Hours: wanted.hours})
	}
	return anyOf(all)
}

// frames tells whether each of the days of the week that are named lies within the days wanted.
func (w terms) frames(said []understand.When) bool {
	return !slices.ContainsFunc(said, func(a understand.When) bool {
		return a.Days.Weekdays != 0 && !hasWeekday(w.days.Spans, a.Days.Weekdays)
	})
}

// narrowed is several days with hours of their own, once more is said. What names days leaves
// those that are among them, and what names hours those in which they lie; if none does, it is
// wanted instead.
func (w terms) narrowed(days *understand.Days, hours *understand.Window) terms {
	all := w.each()
	switch named := days != nil && namesDays(*days); {
	case named && hours != nil && saysHours(*hours):
		return terms{days: w.refused()}.with(days, hours) // a day with its hours stands for itself
	case named:
		if all = narrowedDays(all, *days); len(all) == 0 {
			all = []understand.When{{Days: replacedDays(w.refused(), *days)}}
		}
	case days != nil:
		all = unnamedDays(all, *days)
	}
	if hours != nil {
		all = narrowedHours(all, *hours)
	}
	return anyOf(all)
}

// unnamedDays is days with hours of their own once no other days are wanted, but some are refused,
// or the first, or whichever.
func unnamedDays(all []understand.When, said understand.Days) []understand.When {
	if !said.Soonest && said.Refuses() {
		return refusedDays(all, said)
	}
	for i := range all {
		if said.Soonest {
			all[i].Days.Soonest = true
			continue
		}
		all[i].Days = replacedDays(all[i].Days, said)
	}
	return all
}

// narrowedDays is those of several days with hours of their own that are among the days said, or
// that they are in another week. It is none where no such day is.
func narrowedDays(all []understand.When, said understand.Days) []understand.When {
	long := said.Weekdays|said.Coming == 0 && areLong(said.Spans)
	var kept []understand.When
	for _, a := range all {
		if !meet(a.Days, said) {
			continue
		}
		if long && singleDays(a.Days.Spans) {
			a.Days.Spans = slices.DeleteFunc(slices.Clone(a.Days.Spans), func(s understand.DateSpan) bool { return !suitDay(said, s.From) })
		} else {
			a.Days = replacedDays(a.Days, said)
			a.Days.Coming = 0
		}
		kept = append(kept, a)
	}
	if len(kept) == 0 && long {
		return weekly(all, said)
	}
	return kept
}

// singleDays tells whether stretches of days are days each.
func singleDays(spans []understand.DateSpan) bool {
	return len(spans) > 0 && !slices.ContainsFunc(spans, func(s understand.DateSpan) bool { return s.From != s.To })
}

// refusedDays is days with hours of their own once some days are refused.
func refusedDays(all []understand.When, said understand.Days) []understand.When {
	var kept []understand.When
	for _, a := range all {
		after := replacedDays(a.Days, said)
		if namesDays(a.Days) && (!namesDays(after) || !meet(after, after)) {
			continue
		}
		a.Days = after
		kept = append(kept, a)
	}
	if len(kept) == 0 {
		return []understand.When{{Days: replacedDays(understand.Days{}, said)}}
	}
	return kept
}

// weekly is days with hours of their own in another week: on the same days of it.
func weekly(all []understand.When, said understand.Days) []understand.When {
	for i, a := range all {
		named := weekdaysOf(a.Days)
		all[i].Days = replacedDays(a.Days, said)
		all[i].Days.Weekdays = named
		if week := said.Spans[0]; len(said.Spans) == 1 && !week.From.IsZero() && week.From.DaysUntil(week.To) == daysOfWeek-1 {
			all[i].Days.Spans, all[i].Days.Weekdays = comingIn(week, understand.Days{Coming: named}), 0
		}
	}
	return all
}

// meet tells whether two sayings about days have a day in common, within a week of what either names.
func meet(a, b understand.Days) bool {
	var first, last booking.Date
	for _, s := range slices.Concat(a.Spans, b.Spans) {
		for _, day := range []booking.Date{s.From, s.To} {
			if !day.IsZero() && (first.IsZero() || day.Before(first)) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
	}
	if first.IsZero() {
		first, last = booking.Date{Year: 1, Month: 1, Day: 1}, booking.Date{Year: 1, Month: 1, Day: daysOfWeek}
	}
	for day := first.Add(-daysOfWeek); !day.After(last.Add(daysOfWeek)); day = day.Add(1) {
		if suitDay(a, day) && suitDay(b, day) {
			return true
		}
	}
	return false
}

func narrowedHours(all []understand.When, said understand.Window) []understand.When {
	var kept []understand.When
	for _, a := range all {
		if hours, ok := sharedHours(a.Hours, said); ok {
			kept = append(kept, understand.When{Days: a.Days, Hours: hours})
		}
	}
	if len(kept) > 0 {
		return kept
	}
	for i := range all {
		all[i].Hours = said
	}
	return all
}

// sharedHours is what hours leave once others are said; false where nothing.
func sharedHours(before, said understand.Window) (understand.Window, bool) {
	if rest, leaves := before.Without(said); leaves {
		return rest, len(rest.Times) > 0 || len(before.Times) == 0
	}
	within := func(c booking.Clock) bool { return suitTime(understand.Window{Spans: before.Spans}, c) }
	switch {
	case said.Any:
		return understand.Window{}, true
	case said.Latest && !saysHours(said):
		before.Latest = true
		return before, true
	case len(said.Times) > 0:
		said.Times = slices.DeleteFunc(slices.Clone(said.Times), func(c booking.Clock) bool { return !suitTime(before, c) })
		return said, len(said.Times) > 0
	case said.About != 0:
		return said, within(said.About)
	case len(before.Times) > 0:
		before.Times = slices.DeleteFunc(slices.Clone(before.Times), func(c booking.Clock) bool { return !suitTime(said, c) })
		return before, len(before.Times) > 0
	case len(before.Spans) == 0:
		return said, true
	}
	return overlapping(before, said)
}

// overlapping is stretches of hours where they overlap; false where they nowhere do.
func overlapping(before, said understand.Window) (understand.Window, bool) {
	var spans []booking.Hours
	for _, a := range before.Spans {
		for _, b := range said.Spans {
			if both := (booking.Hours{From: max(a.From, b.From), To: min(a.To, b.To)}); both.From < both.To {
				spans = append(spans, both)
			}
		}
	}
	before.Spans = spans
	return before, len(spans) > 0
}
