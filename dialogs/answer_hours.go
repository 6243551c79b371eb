package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	mostDaysTold = 14  // of a stretch that is asked for
	feastsWithin = 366 // days ahead a feast is looked for by its name
)

// hours says when the office is open: on the days asked for, else today and in
// the week to come.
func (i inquiry) hours() []locales.Line {
	var lines []locales.Line
	for _, o := range i.offices {
		if len(i.offices) > 1 {
			lines = append(lines, placeLine(o))
		}
		lines = append(lines, i.hoursAt(o)...)
	}
	return lines
}

func (i inquiry) hoursAt(o *booking.Office) []locales.Line {
	days := i.Days
	if day, named := feast(o, i.Words, o.Today(i.facts.Now)); named && len(days.Spans) == 0 && days.Weekdays == 0 {
		days.Spans = []understand.DateSpan{{From: day, To: day}}
	}
	switch {
	case days.Fault == understand.NoSuchDay:
		return []locales.Line{locales.Say("day.no_such")}
	case len(days.Spans) > 0:
		return i.hoursOn(o, days)
	case days.Weekdays != 0:
		return weekdayLines(o, days.Weekdays, o.Today(i.facts.Now))
	}
	return i.hoursNow(o)
}

// hoursNow is how it is just now, and the days to come.
func (i inquiry) hoursNow(o *booking.Office) []locales.Line {
	lines := stateLines(o, i.facts.Now)
	today := o.Today(i.facts.Now)
	for n := range daysAbout {
		lines = append(lines, servedLines(o, today.Add(n))...)
	}
	return lines
}

// hoursOn is single days. Of one day it is said that it is closed although it
// is so every week; of many, that goes without saying.
func (i inquiry) hoursOn(o *booking.Office, days understand.Days) []locales.Line {
	today := o.Today(i.facts.Now)
	all := daysIn(days, today)
	var lines []locales.Line
	for _, day := range all {
		switch {
		case day.Before(today):
			lines = append(lines, locales.Say("day.past", "Day", dateOf(day)))
		case day == today && len(i.Window.Spans) == 0:
			lines = append(lines, stateLines(o, i.facts.Now)...)
		default:
			lines = append(lines, i.dayLines(o, day, len(all) <= 2)...)
		}
	}
	if len(lines) == 0 {
		lines = append(lines, locales.Say("answer.closed_then"))
	}
	return lines
}

// dayLines is when an office serves on a day, and whether it does at the time
// of day asked for.
func (i inquiry) dayLines(o *booking.Office, day booking.Date, always bool) []locales.Line {
	lines := servedLines(o, day)
	if len(lines) == 0 && always {
		lines = append(lines, locales.Say("about.closed_day", "Day", dateOf(day)))
	}
	served := servedOn(o, day)
	if len(served) > 0 && len(i.Window.Spans) > 0 && !meets(o, day, served, i.Window.Spans) {
		return append([]locales.Line{locales.Say("answer.not_then")}, lines...)
	}
	return lines
}

// meets tells whether one of the served stretches reaches into one of the hours.
func meets(o *booking.Office, day booking.Date, served []booking.Span, hours []booking.Hours) bool {
	zone := o.Calendar.Zone
	for _, h := range hours {
		wanted := booking.Span{Start: day.At(h.From, zone), End: day.At(h.To, zone)}
		for _, s := range served {
			if s.Overlaps(wanted) {
				return true
			}
		}
	}
	return false
}

// daysIn is the single days of spans, from today on, at most some; a day that
// is named alone may be past.
func daysIn(days understand.Days, today booking.Date) []booking.Date {
	var all []booking.Date
	for _, s := range days.Spans {
		from, to := s.From, s.To
		if from.IsZero() || from != to && from.Before(today) {
			from = today
		}
		if to.IsZero() {
			to = from.Add(mostDaysTold)
		}
		for day := from; !day.After(to) && len(all) < mostDaysTold; day = day.Add(1) {
			if days.Weekdays == 0 || days.Weekdays.Has(day.Weekday()) {
				all = append(all, day)
			}
		}
	}
	return all
}

// OrdinaryWeek is when an office serves on the weekdays of an ordinary week,
// from Monday on. Days on which it does not serve are left out.
func OrdinaryWeek(o *booking.Office, today booking.Date) []locales.Line {
	monday := today.Add(-(int(today.Weekday()) + 6) % 7)
	var lines []locales.Line
	for n := range 7 {
		day := monday.Add(n)
		if hours := hoursOf(o, ordinarySpans(o, day)); len(hours) > 0 {
			lines = append(lines, locales.Say("about.weekday", "Weekday", locales.Weekday(day.Weekday()), "Hours", hours))
		}
	}
	return lines
}

// weekdayLines is when an office serves on weekdays of an ordinary week, and
// the days to come on which it does not serve so.
func weekdayLines(o *booking.Office, wanted booking.Weekdays, today booking.Date) []locales.Line {
	var lines []locales.Line
	for n := range 7 {
		day := today.Add(n)
		if !wanted.Has(day.Weekday()) {
			continue
		}
		ordinary := hoursOf(o, ordinarySpans(o, day))
		if len(ordinary) == 0 {
			lines = append(lines, locales.Say("about.weekday_closed", "Weekday", locales.Weekday(day.Weekday())))
			continue
		}
		lines = append(lines, locales.Say("about.weekday", "Weekday", locales.Weekday(day.Weekday()), "Hours", ordinary))
		lines = append(lines, differing(o, day)...)
	}
	return lines
}

// differing is the days out of the ordinary on a weekday, as far as one can
// book, and at least the next one.
func differing(o *booking.Office, first booking.Date) []locales.Line {
	var lines []locales.Line
	for n := 0; n <= max(7, o.Policy.Horizon); n += 7 {
		day := first.Add(n)
		if !sameSpans(servedOn(o, day), ordinarySpans(o, day)) {
			lines = append(lines, servedLines(o, day)...)
		}
	}
	return lines
}

func sameSpans(a, b []booking.Span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Start.Equal(b[i].Start) || !a[i].End.Equal(b[i].End) {
			return false
		}
	}
	return true
}

// ordinarySpans is when an office would serve on a day if it were one as in
// every week.
func ordinarySpans(o *booking.Office, date booking.Date) []booking.Span {
	plain := *o
	plain.Calendar = booking.Calendar{Zone: o.Calendar.Zone, Week: o.Calendar.Week}
	return servedOn(&plain, date)
}

// feast is the next holiday or closed day whose name is in the words.
func feast(o *booking.Office, words string, today booking.Date) (booking.Date, bool) {
	for n := range feastsWithin {
		day := today.Add(n)
		name, off := o.Calendar.DayOff(day)
		if off && mentions(words, name) {
			return day, true
		}
		for _, c := range o.Calendar.ClosuresOn(day) {
			if mentions(words, c.Reason) {
				return day, true
			}
		}
	}
	return booking.Date{}, false
}
