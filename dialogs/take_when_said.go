package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What a message says of days and times, before anything is done with it.

// isAskedAbout tells whether a day or a time is only asked about: "habt ihr samstags auf?"
// is no wish for a Saturday. Beside a wish, and where times are shown, it is one if it
// stands outside of the question: "Dienstag um 8, brauche ich ein Foto?"
func (x *taking) isAskedAbout(f understand.Finding) bool {
	questions := values[understand.QuestionValue](x.said)
	if _, wanted := x.wishes(); len(wanted) > 0 || len(questions) == 0 {
		return false
	}
	within := slices.ContainsFunc(questions, func(q understand.QuestionValue) bool { return strings.Contains(q.Words, f.Words) })
	return within || x.asked != understand.ExpectWhen && !x.hasTimes()
}

// saidWhen is what a message says of days and of times; nil: nothing.
func (x *taking) saidWhen() (days *understand.Days, hours *understand.Window) {
	for _, f := range x.said.Found {
		if f.Sure < understand.Doubt || x.isAskedAbout(f) {
			continue
		}
		switch v := f.Value.(type) {
		case understand.DaysValue:
			if days == nil {
				days = &understand.Days{}
			}
			*days = joinedDays(*days, v.Days)
		case understand.HoursValue:
			if hours == nil {
				hours = &understand.Window{}
			}
			*hours = joinedHours(*hours, v.Window)
		}
	}
	if hours != nil && hours.Same {
		hours = x.sameTime(*hours)
	}
	if days != nil && days.Any && hours != nil && len(hours.Times) > 1 {
		days = nil // "9 oder halb 10, egal": which of these, and not which day
	}
	return days, hours
}

// saidEither is the days with hours of their own that a message says, where what it says of days
// and hours counts.
func (x *taking) saidEither(days *understand.Days, hours *understand.Window) []understand.When {
	if days == nil && hours == nil {
		return nil
	}
	return x.said.Either
}

// sameTime is hours with the time of day that was chosen, or that the appointment to be
// moved has: "gleiche Uhrzeit am Mittwoch". nil: there is none, and nothing else is said.
func (x *taking) sameTime(said understand.Window) *understand.Window {
	said.Same = false
	at := x.Draft.Start
	if a, ok := x.appointment(x.Draft.Moving); ok && at.IsZero() {
		at = a.Span.Start
	}
	o, ok := x.anOffice()
	switch {
	case len(x.saidShifts()) > 0:
		return nil // "einen Tag später, selbe Uhrzeit": a day later it is the same anyhow
	case ok && !at.IsZero():
		said.Times = []booking.Clock{booking.ClockOf(at, o.Calendar.Zone)}
	case len(said.Spans)+len(said.Times) == 0 && !said.Any && said.About == 0:
		return nil
	}
	return &said
}

// saidShifts is by how much what was chosen is to be moved, where no more is asked.
func (x *taking) saidShifts() []understand.ShiftValue {
	if len(values[understand.QuestionValue](x.said)) > 0 {
		return nil
	}
	return values[understand.ShiftValue](x.said)
}

func joinedDays(a, b understand.Days) understand.Days {
	a.Spans = append(slices.Clone(a.Spans), b.Spans...)
	a.Weekdays |= b.Weekdays
	a.Coming |= b.Coming
	a.Not |= b.Not
	a.Off = slices.Concat(a.Off, b.Off)
	a.Thereafter = a.Thereafter || b.Thereafter
	a.Soonest, a.Any = a.Soonest || b.Soonest, (a.Any || b.Any) && !a.Refuses()
	if b.Fault != "" {
		a.Fault = b.Fault
	}
	return a
}

func joinedHours(a, b understand.Window) understand.Window {
	a.Spans = append(slices.Clone(a.Spans), b.Spans...)
	a.Times = append(slices.Clone(a.Times), b.Times...)
	if b.About != 0 {
		a.About = b.About
	}
	a.Any, a.Latest, a.Same = a.Any || b.Any, a.Latest || b.Latest, a.Same || b.Same
	return a
}

// remarkFault says why a day that was named cannot be meant.
func (x *taking) remarkFault(d understand.Days) {
	x.used = true
	switch {
	case d.Fault == understand.PastDay && len(d.Spans) > 0:
		x.remark("day.past", "Day", longDateOf(d.Spans[0].From))
	case d.Fault == understand.WrongWeekday && len(d.Spans) > 0:
		x.remark("day.wrong_weekday", "Day", dateOf(d.Spans[0].From))
	default:
		x.remark("day.no_such")
	}
}
