package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// replacedDays is days once others are said. What is only refused leaves the rest as it
// was, and so does what wants some weekdays of the days wanted so far. What was refused
// before stays refused, until it is named.
func replacedDays(before, said understand.Days) understand.Days {
	if said.Any {
		return understand.Days{}
	}
	after := said
	switch named := len(said.Spans) > 0 || said.Soonest; {
	case !named && said.Weekdays == 0 && said.Refuses():
		after = withoutWeekdays(before, said.Not)
	case !named && said.Weekdays != 0 && hasWeekday(before.Spans, said.Weekdays):
		after = before
		after.Weekdays = said.Weekdays
	case said.Weekdays|said.Coming == 0 && areLong(said.Spans):
		after.Weekdays = before.Weekdays // nur donnerstags; dann: ab Januar
	}
	after.Not = before.Not&^weekdaysOf(said) | said.Not
	after.Off = slices.Concat(daysWithout(before.Off, said.Spans), said.Off)
	return after
}

// withoutWeekdays is days once some weekdays are refused that were wanted: "nicht donnerstags"
// where Thursdays were wanted leaves every other day.
func withoutWeekdays(d understand.Days, refused booking.Weekdays) understand.Days {
	d.Weekdays, d.Coming = d.Weekdays&^refused, d.Coming&^refused
	d.Spans = slices.DeleteFunc(slices.Clone(d.Spans), func(s understand.DateSpan) bool {
		return s.From == s.To && refused.Has(s.From.Weekday())
	})
	return d
}

// areLong tells whether there are stretches of days, and each has every day of the week.
func areLong(spans []understand.DateSpan) bool {
	return len(spans) > 0 && !slices.ContainsFunc(spans, func(s understand.DateSpan) bool { return !isLong(s) })
}

// isLong tells whether a stretch has every day of the week.
func isLong(s understand.DateSpan) bool {
	return s.From.IsZero() || s.To.IsZero() || s.From.DaysUntil(s.To) >= daysOfWeek-1
}

// weekdaysOf is the days of the week that are wanted, by their names or as single days.
func weekdaysOf(d understand.Days) booking.Weekdays {
	all := d.Weekdays | d.Coming
	for _, s := range d.Spans {
		if day := s.From.Weekday(); s.From == s.To && !all.Has(day) {
			all = all.Toggle(day)
		}
	}
	return all
}

// daysWithout is the days that were refused without those that are wanted now.
func daysWithout(off, wanted []understand.DateSpan) []understand.DateSpan {
	for _, w := range wanted {
		if w.From != w.To {
			continue
		}
		var rest []understand.DateSpan
		for _, s := range off {
			rest = append(rest, besideDay(s, w.From)...)
		}
		off = rest
	}
	return off
}

// besideDay is what a stretch has before a day and after it.
func besideDay(s understand.DateSpan, day booking.Date) (rest []understand.DateSpan) {
	if !within(s, day) {
		return []understand.DateSpan{s}
	}
	if s.From != day {
		rest = append(rest, understand.DateSpan{From: s.From, To: day.Add(-1)})
	}
	if s.To != day {
		rest = append(rest, understand.DateSpan{From: day.Add(1), To: s.To})
	}
	return rest
}
