package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// terms is when somebody can come: what they said of days and of times of day.
// The zero value says nothing.
type terms struct {
	days  understand.Days
	hours understand.Window
	or    []understand.When // other days, with hours of their own, that will do as well
}

// whenever is what was said so far.
func (t *talk) whenever() terms { return terms{t.Draft.Days, t.Draft.Hours, t.Draft.Or} }

// say keeps terms in place of those before.
func (t *talk) say(w terms) { t.Draft.Days, t.Draft.Hours, t.Draft.Or = w.days, w.hours, w.or }

// exactly is one day and one time of it.
func exactly(start time.Time, o *booking.Office) terms {
	day := o.Today(start)
	return terms{
		days:  understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}},
		hours: understand.Window{Times: []booking.Clock{booking.ClockOf(start, o.Calendar.Zone)}},
	}
}

// any tells whether nothing was said that a time could miss.
func (w terms) any() bool { return w.anyDay() && w.anyTime() }

func (w terms) anyDay() bool { return len(w.or) == 0 && !saysDays(w.days) }

func (w terms) anyTime() bool { return len(w.or) == 0 && !saysHours(w.hours) }

func saysDays(d understand.Days) bool { return namesDays(d) || d.Refuses() }

// namesDays tells whether some days are wanted rather than others.
func namesDays(d understand.Days) bool { return len(d.Spans) > 0 || d.Weekdays != 0 }

func saysHours(h understand.Window) bool { return len(h.Spans) > 0 || len(h.Times) > 0 || h.About != 0 }

// equal tells whether both say the same.
func (w terms) equal(o terms) bool {
	a, b := w.days, o.days
	days := slices.Equal(a.Spans, b.Spans) && a.Weekdays == b.Weekdays && a.Not == b.Not && slices.Equal(a.Off, b.Off) && a.Soonest == b.Soonest
	c, d := w.hours, o.hours
	hours := slices.Equal(c.Spans, d.Spans) && slices.Equal(c.Times, d.Times) && c.About == d.About && c.Latest == d.Latest
	return days && hours && slices.EqualFunc(w.or, o.or, func(a, b understand.When) bool { return pair(a).equal(pair(b)) })
}

// oneDay is the day wanted, where it is just one.
func (w terms) oneDay() (booking.Date, bool) {
	if len(w.or) > 0 || len(w.days.Spans) != 1 || w.days.Spans[0].From != w.days.Spans[0].To {
		return booking.Date{}, false
	}
	return w.days.Spans[0].From, true
}

// exact tells whether one day and one time are wanted, or one of several such times.
func (w terms) exact() bool {
	if len(w.or) > 0 {
		return !slices.ContainsFunc(w.each(), func(a understand.When) bool { return !pair(a).exact() })
	}
	_, one := w.oneDay()
	return one && len(w.hours.Times) > 0
}

// suits tells whether a visit may begin at start.
func (w terms) suits(start time.Time, zone *time.Location) bool {
	day, clock := booking.DateOf(start, zone), booking.ClockOf(start, zone)
	if suitDay(w.days, day) && suitTime(w.hours, clock) {
		return true
	}
	return slices.ContainsFunc(w.or, func(a understand.When) bool { return suitDay(a.Days, day) && suitTime(a.Hours, clock) })
}

// suitDay tells whether a day will do, at some time or other.
func (w terms) suitDay(day booking.Date) bool {
	return suitDay(w.days, day) || slices.ContainsFunc(w.or, func(a understand.When) bool { return suitDay(a.Days, day) })
}

// suitTime tells whether a time of day will do, on some day or other.
func (w terms) suitTime(clock booking.Clock) bool {
	return suitTime(w.hours, clock) || slices.ContainsFunc(w.or, func(a understand.When) bool { return suitTime(a.Hours, clock) })
}

func suitDay(d understand.Days, day booking.Date) bool {
	if d.Not.Has(day.Weekday()) || d.Weekdays != 0 && !d.Weekdays.Has(day.Weekday()) {
		return false
	}
	covers := func(s understand.DateSpan) bool { return within(s, day) }
	return !slices.ContainsFunc(d.Off, covers) && (len(d.Spans) == 0 || slices.ContainsFunc(d.Spans, covers))
}

func within(s understand.DateSpan, day booking.Date) bool {
	return (s.From.IsZero() || !day.Before(s.From)) && (s.To.IsZero() || !day.After(s.To))
}

// suitTime leaves out what is said of a time nearby, which is a preference.
func suitTime(w understand.Window, clock booking.Clock) bool {
	if len(w.Times) > 0 {
		return slices.Contains(w.Times, clock)
	}
	in := func(h booking.Hours) bool { return h.From <= clock && clock < h.To }
	return len(w.Spans) == 0 || slices.ContainsFunc(w.Spans, in)
}

// near is the time of day wanted most, where one was named.
func (w terms) near() (booking.Clock, bool) {
	if len(w.hours.Times) > 0 {
		return w.hours.Times[0], true
	}
	return w.hours.About, w.hours.About != 0
}

// first is the beginning of what is wanted, from today on: where a search for
// something near begins.
func (w terms) first(o *booking.Office, now time.Time) time.Time {
	day := o.Today(now)
	for !w.isOver(day) && !w.suitDay(day) && day.Before(o.LastDay(now)) {
		day = day.Add(1)
	}
	there := w.on(day)
	clock, named := there.near()
	if !named && len(there.hours.Spans) > 0 {
		clock = there.hours.Spans[0].From
	}
	return day.At(clock, o.Calendar.Zone)
}

// isOver tells whether all days that are wanted lie before today, as of a talk that
// was left.
func (w terms) isOver(today booking.Date) bool {
	over := func(s understand.DateSpan) bool { return !s.To.IsZero() && s.To.Before(today) }
	return !slices.ContainsFunc(w.each(), func(a understand.When) bool {
		return len(a.Days.Spans) == 0 || slices.ContainsFunc(a.Days.Spans, func(s understand.DateSpan) bool { return !over(s) })
	})
}

// beyond tells whether none of the days that can be booked is wanted: all lie
// further ahead.
func (w terms) beyond(o *booking.Office, now time.Time) bool {
	if w.isOver(o.Today(now)) {
		return false
	}
	for day := o.Today(now); !day.After(o.LastDay(now)); day = day.Add(1) {
		if w.suitDay(day) {
			return false
		}
	}
	return true
}

// with is the terms once some more are said. What is said of days takes the
// place of what was said of days, and likewise for times; "egal" drops it. Of several
// days with hours of their own those stay that it leaves.
func (w terms) with(days *understand.Days, hours *understand.Window) terms {
	if len(w.or) > 0 {
		return w.narrowed(days, hours)
	}
	if days != nil {
		w.days = replacedDays(w.days, *days)
		w.days.Coming = 0 // they have their dates
	}
	if hours != nil {
		w.hours = replacedHours(w.hours, *hours)
	}
	return w
}

// replacedHours is hours once others are said. What only leaves out a time
// leaves the rest as it was.
func replacedHours(before, said understand.Window) understand.Window {
	if said.Any {
		return understand.Window{}
	}
	if rest, leaves := before.Without(said); leaves {
		return rest
	}
	return said
}
