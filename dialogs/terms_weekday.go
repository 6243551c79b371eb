package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// beside gives weekdays that were named alone the dates they have beside the
// days spoken of so far: who wants to come next week and then says "Thursday"
// means next week's, and who has chosen a Tuesday in December and says "rather
// Wednesday" means the day after it.
func beside(before []understand.DateSpan, said understand.Days) understand.Days {
	if said.Coming == 0 || len(before) == 0 {
		return said
	}
	first, last := before[0].From, before[len(before)-1].To
	if first.IsZero() || last.IsZero() || first.DaysUntil(last) > 6 {
		said.Spans, said.Weekdays = before, said.Coming
		return said
	}
	days := comingIn(understand.DateSpan{From: first, To: last}, said)
	week := understand.DateSpan{From: mondayOf(first), To: mondayOf(last).Add(6)}
	for _, more := range [][]understand.DateSpan{comingIn(week, said), said.Spans} {
		days = append(days, slices.DeleteFunc(slices.Clone(more), func(s understand.DateSpan) bool { return hasWeekday(days, weekdayOf(s.From)) })...)
	}
	slices.SortFunc(days, func(a, b understand.DateSpan) int { return b.From.DaysUntil(a.From) })
	said.Spans = days
	return said
}

// weekdayOf is the day of the week of a day.
func weekdayOf(day booking.Date) booking.Weekdays { return booking.Weekdays(0).Toggle(day.Weekday()) }

// thereafter gives a weekday that is named as the one after the day spoken of its date:
// "am Dienstag darauf".
func thereafter(spoken []understand.DateSpan, said understand.Days) understand.Days {
	if !said.Thereafter || len(said.Spans) == 0 {
		return said
	}
	said.Thereafter = false
	if len(spoken) == 0 || spoken[len(spoken)-1].To.IsZero() {
		return said
	}
	last := spoken[len(spoken)-1]
	day := last.To.Add(1)
	if last.From.DaysUntil(last.To) >= daysOfWeek-1 {
		day = last.From // in the week spoken of
	}
	for day.Weekday() != said.Spans[0].From.Weekday() {
		day = day.Add(1)
	}
	said.Spans = []understand.DateSpan{{From: day, To: day}}
	return said
}

// hasWeekday tells whether one of the weekdays lies within the stretches.
func hasWeekday(spans []understand.DateSpan, weekdays booking.Weekdays) bool {
	return slices.ContainsFunc(spans, func(s understand.DateSpan) bool {
		if s.From.IsZero() || s.To.IsZero() || s.From.DaysUntil(s.To) >= 6 {
			return true
		}
		for day := s.From; !day.After(s.To); day = day.Add(1) {
			if weekdays.Has(day.Weekday()) {
				return true
			}
		}
		return false
	})
}

// comingIn is the days of a stretch that bear one of the weekdays named and are
// not behind us: none is earlier than the first of its kind to come.
func comingIn(s understand.DateSpan, said understand.Days) []understand.DateSpan {
	var days []understand.DateSpan
	for day := s.From; !day.After(s.To); day = day.Add(1) {
		behind := slices.ContainsFunc(said.Spans, func(c understand.DateSpan) bool {
			return c.From.Weekday() == day.Weekday() && day.Before(c.From)
		})
		if said.Coming.Has(day.Weekday()) && !behind {
			days = append(days, understand.DateSpan{From: day, To: day})
		}
	}
	return days
}

func mondayOf(day booking.Date) booking.Date { return day.Add(-(int(day.Weekday()) + 6) % 7) }

// daysSpokenOf is the days wanted, or else the day chosen or to be moved.
func (t *talk) daysSpokenOf(o *booking.Office, wanted terms) []understand.DateSpan {
	start := t.Draft.Start
	if a, moving := t.appointment(t.Draft.Moving); moving && start.IsZero() {
		start = a.Span.Start
	}
	if spans := wanted.spans(); len(spans) > 0 || start.IsZero() {
		return spans
	}
	day := booking.DateOf(start, o.Calendar.Zone)
	return []understand.DateSpan{{From: day, To: day}}
}
