package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// line is the terms in words; a zero line where nothing was said.
func (w terms) line() locales.Line {
	if len(w.or) > 0 {
		return w.eitherLine()
	}
	return commas(append(w.dayLines(), w.hourLines()...))
}

// freeLine stands above times that suit. Where days are only refused, these are the others.
func (w terms) freeLine() locales.Line {
	if len(w.or) == 0 && !namesDays(w.days) && w.days.Refuses() {
		return locales.Say("when.free_but", "Terms", w.line())
	}
	return locales.Say("when.free", "Terms", w.line())
}

// commas is lines on one line.
func commas(lines []locales.Line) locales.Line {
	if len(lines) == 0 {
		return locales.Line{}
	}
	all := lines[0]
	for _, next := range lines[1:] {
		all = locales.Say("taken.list", "First", all, "Next", next)
	}
	return all
}

func (w terms) dayLines() []locales.Line {
	var lines []locales.Line
	if spans := spanList(w.days.Spans); len(spans) > 0 {
		lines = append(lines, locales.Say("when.or", "Any", spans))
	}
	if w.days.Weekdays != 0 && !w.namesWeekdays() {
		lines = append(lines, locales.Say("when.or", "Any", weekdayList(w.days.Weekdays)))
	}
	if w.days.Not != 0 {
		lines = append(lines, locales.Say("when.not", "Days", weekdayList(w.days.Not)))
	}
	if spans := spanList(w.days.Off); len(spans) > 0 {
		lines = append(lines, locales.Say("when.not", "Days", spans))
	}
	if w.days.Soonest {
		lines = append(lines, locales.Say("when.soonest"))
	}
	return lines
}

// namesWeekdays tells whether single days are wanted, which are named with their
// weekdays.
func (w terms) namesWeekdays() bool {
	return len(w.days.Spans) > 0 && !slices.ContainsFunc(w.days.Spans, func(s understand.DateSpan) bool {
		return s.From != s.To || !w.days.Weekdays.Has(s.From.Weekday())
	})
}

func spanList(spans []understand.DateSpan) (all locales.List) {
	for _, s := range spans {
		all = append(all, spanLine(s))
	}
	return all
}

func spanLine(s understand.DateSpan) locales.Line {
	switch {
	case s.From == s.To:
		return locales.Say("when.day", "Day", dateOf(s.From))
	case s.To.IsZero():
		return locales.Say("when.from", "Day", dateOf(s.From))
	case s.From.IsZero():
		return locales.Say("when.until", "Day", dateOf(s.To))
	}
	return locales.Say("when.between", "From", dateOf(s.From), "To", dateOf(s.To))
}

func weekdayList(days booking.Weekdays) locales.List {
	var all locales.List
	for i := range 7 {
		if day := time.Weekday((i + 1) % 7); days.Has(day) {
			all = append(all, weekday(day))
		}
	}
	return all
}

func (w terms) hourLines() []locales.Line {
	var lines []locales.Line
	if near, named := w.near(); named {
		key := "when.about"
		if len(w.hours.Times) > 0 {
			key = "when.at"
		}
		//locales:keys when.about when.at
		lines = append(lines, locales.Say(key, "Time", wallClock(near)))
	}
	spans, left := closed(w.hours.Spans)
	var parts locales.List
	for _, h := range spans {
		parts = append(parts, partLine(h))
	}
	if len(parts) > 0 {
		lines = append(lines, locales.Say("when.or", "Any", parts))
	}
	for _, clock := range left {
		lines = append(lines, locales.Say("when.not_at", "Time", wallClock(clock)))
	}
	if w.hours.Latest {
		lines = append(lines, locales.Say("when.latest"))
	}
	return lines
}

// closed is hours with those that just one time parts put together, and these
// times: "nicht um 10". Nothing is left where that is the whole day.
func closed(spans []booking.Hours) (whole []booking.Hours, left []booking.Clock) {
	for _, h := range spans {
		if n := len(whole); n > 0 && h.From == whole[n-1].To+1 {
			left = append(left, whole[n-1].To)
			whole[n-1].To = h.To
			continue
		}
		whole = append(whole, h)
	}
	if len(left) > 0 && slices.Equal(whole, []booking.Hours{booking.AllDay()}) {
		return nil, left
	}
	return whole, left
}

// finestGrid is how many minutes lie between times at the least: a bound of one
// minute more leaves out the time before it.
const finestGrid = 5

// partLine is hours of the day, by their name where they have one.
func partLine(h booking.Hours) locales.Line {
	named := map[booking.Hours]locales.Line{
		{From: 8 * 60, To: 12 * 60}:  locales.Say("when.mornings"),
		{From: 12 * 60, To: 18 * 60}: locales.Say("when.afternoons"),
		{From: 7 * 60, To: 10 * 60}:  locales.Say("when.early"),
		{From: 11 * 60, To: 14 * 60}: locales.Say("when.noon"),
		{From: 16 * 60, To: 20 * 60}: locales.Say("when.evenings"),
		booking.Mornings():           locales.Say("when.mornings"),
		booking.Afternoons():         locales.Say("when.afternoons"),
		booking.AllDay():             locales.Say("wait.any_time"),
	}
	line, known := named[h]
	switch {
	case known:
		return line
	case h.To >= booking.Midnight && h.From%finestGrid == 1:
		return locales.Say("when.later", "Time", wallClock(h.From-1)) // "nach 10" leaves out ten itself
	case h.From%finestGrid == 1:
		return locales.Say("when.later_until", "From", wallClock(h.From-1), "To", wallClock(h.To))
	case h.To >= booking.Midnight:
		return locales.Say("when.after", "Time", wallClock(h.From))
	case h.From == 0:
		return locales.Say("when.before", "Time", wallClock(h.To))
	}
	return locales.Say("when.hours", "From", wallClock(h.From), "To", wallClock(h.To))
}

// wallClock is a time of day as the locales write it.
func wallClock(c booking.Clock) locales.Clock {
	return locales.Clock(time.Time{}.Add(time.Duration(c) * time.Minute))
}
