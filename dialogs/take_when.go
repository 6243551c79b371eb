package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeWhen takes days and times of day: as terms, or as a time of day of the
// time that was chosen before.
func (x *taking) takeWhen() {
	o, ok := x.anOffice()
	if !ok {
		return
	}
	days, hours := x.saidWhen()
	if days != nil && days.Fault != "" {
		x.remarkFault(*days)
		return
	}
	either := x.saidEither(days, hours)
	if len(x.said.Apart) > 0 && (days != nil || hours != nil) {
		days, hours, either = x.together(days, hours, either)
	}
	if x.Draft.Wait.On {
		x.waitWhen(days, hours, either)
		return
	}
	switch shifts := x.saidShifts(); {
	case len(either) > 0:
		x.enoughIfAny()
		x.wantEither(o, either)
	case days != nil || hours != nil:
		x.enoughIfAny()
		x.wantWhen(o, days, hours)
	case len(shifts) > 0 && x.hasTimes():
		x.shift(o, shifts[0])
	}
}

// anOffice is the office whose calendar is spoken of.
func (t *talk) anOffice() (*booking.Office, bool) {
	if len(t.Draft.Wishes) == 0 && t.Draft.Moving == 0 {
		return t.facts.Town.Offices[0], true
	}
	return t.office()
}

// wantWhen keeps what was said of days and times, and looks for another time
// where the one chosen does not fit any more.
func (x *taking) wantWhen(o *booking.Office, days *understand.Days, hours *understand.Window) {
	before := x.whenever()
	x.termless = before.any()
	days = x.ofDayPicked(days)
	if day := x.dayTimed(before); days == nil && !day.IsZero() {
		before = before.on(day)
		before.days = understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}} // "um 10": of the day chosen
	}
	if days != nil {
		there := x.dated(o, before, *days)
		days = &there
	}
	if hours == nil && !x.Draft.Start.IsZero() && before.anyTime() && !days.Soonest {
		before.hours = understand.Window{About: booking.ClockOf(x.Draft.Start, o.Calendar.Zone)}
	}
	if hours == nil && !x.Draft.Start.IsZero() && days.Soonest {
		before.hours = understand.Window{} // the first at all, not the first at that time of day
	}
	wanted := before.with(days, hours)
	if days != nil && days.Any && hours == nil || hours != nil && hours.Any && days == nil && x.asked == understand.ExpectWhen {
		wanted = terms{} // "egal"
	}
	x.used = true
	said := (terms{}).with(days, hours)
	if isNear(x.Draft.Start, hours, o) && x.staysWith(o, wanted, said) {
		return
	}
	x.look(wanted)
	x.takeProposed(o, days, hours)
	x.tookWhen(before, wanted, said)
}

// wantEither looks for a time on one of several days with hours of their own.
func (x *taking) wantEither(o *booking.Office, said []understand.When) {
	before := x.whenever()
	x.termless, x.used = before.any(), true
	said = slices.Clone(said)
	for i, a := range said {
		said[i].Days = x.dated(o, before, a.Days)
	}
	wanted := before.either(said)
	if x.staysWith(o, wanted, anyOf(said)) {
		return
	}
	x.look(wanted)
	if wanted.exact() {
		x.took(anyOf(said).line(), understand.ExpectWhen) // one of them is set aside, and the next view may not say so
		return
	}
	x.tookWhen(before, wanted, anyOf(said))
}

// dated gives what is said of days the dates that it has beside the days spoken of.
func (x *taking) dated(o *booking.Office, before terms, days understand.Days) understand.Days {
	x.meanShown(o, &days)
	spoken := x.daysSpokenOf(o, before)
	return thereafter(x.orProposed(o, spoken, days.Thereafter), beside(spoken, days))
}

// staysWith keeps the time that is chosen, where it is one of those wanted, and says so.
func (x *taking) staysWith(o *booking.Office, wanted, said terms) bool {
	start := x.Draft.Start
	if start.IsZero() || !wanted.suits(start, o.Calendar.Zone) || x.said.Instead || wanted.days.Soonest {
		return false
	}
	x.say(wanted)
	x.took(said.line())
	return true
}

// tookWhen says back what was said of days and times, where the next view does not.
func (x *taking) tookWhen(before, wanted, said terms) {
	if wanted.equal(before) {
		x.took(said.line()) // it changes nothing, so that it has to be said
		return
	}
	if _, next := x.step().(whenStep); next {
		x.shown = true // the times proposed begin with what is wanted
		return
	}
	x.took(said.line(), understand.ExpectWhen)
}

// isNear tells whether a time is about that which was said, if one was: who says "so um 11" means
// none at nine.
func isNear(start time.Time, hours *understand.Window, o *booking.Office) bool {
	if hours == nil || hours.About == 0 {
		return true
	}
	apart := booking.ClockOf(start, o.Calendar.Zone) - hours.About
	return -nearEnough <= apart && apart <= nearEnough
}

const nearEnough = 30 // minutes from a time that was said with "about"

// ofDayPicked is what was said of days, where the hour of a day is asked for: the soonest
// is that day's first time, and no other day's.
func (x *taking) ofDayPicked(days *understand.Days) *understand.Days {
	if days == nil || !days.Soonest || len(days.Spans) > 0 || days.Weekdays != 0 || days.Refuses() || x.Draft.Day.IsZero() || !x.Draft.Start.IsZero() {
		return days
	}
	there := *days
	there.Spans = []understand.DateSpan{{From: x.Draft.Day, To: x.Draft.Day}}
	return &there
}

// meanShown reads a weekday that is named alone as the first of its kind that is shown,
// where those to come before are not: of Friday and Monday week, "Montag" is that Monday.
func (x *taking) meanShown(o *booking.Office, days *understand.Days) {
	shown := x.daysShown(o)
	for i, span := range days.Spans {
		if span.From != span.To || !days.Coming.Has(span.From.Weekday()) || slices.Contains(shown, span.From) {
			continue
		}
		if n := slices.IndexFunc(shown, func(d booking.Date) bool { return d.Weekday() == span.From.Weekday() }); n >= 0 {
			days.Spans = slices.Clone(days.Spans)
			days.Spans[i] = understand.DateSpan{From: shown[n], To: shown[n]}
		}
	}
}

// daysShown are the days of which times, or that themselves, are shown to choose from.
func (x *taking) daysShown(o *booking.Office) []booking.Date {
	var all []booking.Date
	for _, g := range x.view.Groups {
		for _, c := range g.Choices {
			if start, is := timeOf(c.ID); is {
				all = append(all, booking.DateOf(start, o.Calendar.Zone))
			}
			if day, is := dayOf(c.ID); is {
				all = append(all, day)
			}
		}
	}
	return all
}

// dayTimed is the day of which a time is said that names none: the one chosen, or that
// of the appointment to be moved while no other is wanted.
func (x *taking) dayTimed(before terms) booking.Date {
	a, ok := x.appointment(x.Draft.Moving)
	if !x.Draft.Day.IsZero() || !ok || !before.anyDay() || before.days.Soonest {
		return x.Draft.Day
	}
	return x.facts.date(a)
}

// takeProposed takes one of the times proposed where just one is meant: by its
// time of day, or the first one by somebody who does not mind.
func (x *taking) takeProposed(o *booking.Office, days *understand.Days, hours *understand.Window) {
	if x.asked != understand.ExpectWhen || x.Screen != noScreen || len(x.view.Groups) == 0 {
		return
	}
	wanted := terms{}.with(days, hours)
	var meant []string
	for _, c := range x.view.Groups[0].Choices {
		at, ok := timeOf(c.ID)
		if ok && wanted.suits(at, o.Calendar.Zone) {
			meant = append(meant, c.ID)
		}
	}
	soonest := days != nil && (days.Soonest || days.Any) || hours != nil && hours.Any
	named := hours != nil && len(hours.Times) > 0
	switch {
	case days != nil && days.Soonest:
		x.takeSoonest(o)
	case soonest && wanted.any() && len(meant) > 0 && x.termless:
		x.chooseTime(meant[0])
	case named && len(meant) == 1:
		x.chooseTime(meant[0])
	}
}

// takeSoonest sets the first time aside that suits.
func (x *taking) takeSoonest(o *booking.Office) {
	if starts, _ := x.proposed(o); len(starts) > 0 {
		x.hold(starts[0])
	}
}

// look looks for a time again, with other terms.
func (x *taking) look(wanted terms) {
	x.reopenWhen()
	x.say(wanted)
	x.Draft.Page, x.seeks = 0, true
	x.Draft.Days.Any, x.Draft.Hours.Any = false, false
}

// seek sets the exact time aside that was asked for, as soon as a time is what
// is missing. Where it is not free, the next view says so.
func (t *talk) seek() {
	_, asked := t.step().(whenStep)
	if !asked || !t.seeks || len(t.commands) > 0 || !t.whenever().exact() {
		return
	}
	o, ok := t.office()
	if !ok {
		return
	}
	for _, a := range t.whenever().each() {
		if start, free := t.freeAt(o, pair(a)); free {
			t.hold(start)
			return
		}
	}
}

// freeAt is the first of the exact times wanted that is free.
func (t *talk) freeAt(o *booking.Office, wanted terms) (time.Time, bool) {
	day, _ := wanted.oneDay()
	for _, clock := range wanted.hours.Times {
		for _, s := range t.starts(o, day) {
			if booking.ClockOf(s, o.Calendar.Zone) == clock && wanted.suitDay(day) {
				return s, true
			}
		}
	}
	return time.Time{}, false
}
