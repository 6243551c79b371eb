package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// eitherLine is several days with hours of their own in words: Thursday from four on, or Friday
// mornings. What holds on all other days stands last, and so does what is refused of all.
func (w terms) eitherLine() locales.Line {
	named, alike := w.namedWeekdays(), w.alike()
	var first, last []locales.Line
	for _, a := range w.each() {
		isRest := !namesDays(a.Days) && a.Days.Not != 0 && a.Days.Not&^(named|alike.Not) == 0 && a.Days.Not != alike.Not
		a.Days.Not, a.Days.Off, a.Days.Soonest = 0, nil, a.Days.Soonest && !alike.Soonest
		lines := pair(a).dayLines()
		if hours := pair(a).hourLines(); len(hours) > 0 {
			lines = append(lines, hours...)
		} else {
			lines = append(lines, locales.Say("when.all_day"))
		}
		if isRest {
			last = append(last, commas(append([]locales.Line{locales.Say("when.other_days")}, lines...)))
			continue
		}
		first = append(first, commas(lines))
	}
	all := slices.Concat(first, last)
	line := all[0]
	for _, next := range all[1:] {
		line = locales.Say("when.either", "First", line, "Next", next)
	}
	return commas(append([]locales.Line{line}, (terms{days: alike}).dayLines()...))
}

// namedWeekdays is the days of the week that are wanted by name, or as single days.
func (w terms) namedWeekdays() (all booking.Weekdays) {
	for _, a := range w.each() {
		all |= weekdaysOf(a.Days)
	}
	return all
}

// alike is what is said of all days alike: what is refused, and that it is to be soon.
func (w terms) alike() understand.Days {
	alike := w.refused()
	alike.Soonest = w.days.Soonest && !slices.ContainsFunc(w.or, func(a understand.When) bool { return !a.Days.Soonest })
	return alike
}

// refused is what is refused of all days alike.
func (w terms) refused() understand.Days {
	refused := understand.Days{Not: w.days.Not, Off: w.days.Off}
	for _, a := range w.or {
		refused.Not &= a.Days.Not
		refused.Off = slices.DeleteFunc(slices.Clone(refused.Off), func(s understand.DateSpan) bool { return !slices.Contains(a.Days.Off, s) })
	}
	return refused
}
