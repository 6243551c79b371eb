package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeBeside looks for a time beside the appointment that was seen when the booking was begun:
// right after it, right before it, or on its day.
func (x *taking) takeBeside() {
	a, ok := x.appointment(x.Draft.After)
	o, serves := x.office()
	if x.said.Beside == understand.NotBeside || x.Screen != noScreen || x.Draft.Moving != 0 || !ok || !serves {
		return
	}
	x.used = true
	day := o.Today(a.Span.Start)
	wanted := terms{days: understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}}
	switch x.said.Beside {
	case understand.Behind:
		end := booking.ClockOf(a.Span.End, o.Calendar.Zone)
		wanted.hours = x.closeTo(a.Span.End, booking.Hours{From: end, To: booking.Midnight}, o)
	case understand.Ahead:
		last := a.Span.Start.Add(-x.leastLength(o, day))
		clock := booking.ClockOf(last, o.Calendar.Zone)
		wanted.hours = x.closeTo(last, booking.Hours{From: 0, To: clock + 1}, o)
	}
	x.look(wanted)
	x.took(wanted.line(), understand.ExpectWhen)
}

// closeTo is a time, where it is free, and else what lies next to it within some hours.
func (x *taking) closeTo(at time.Time, within booking.Hours, o *booking.Office) understand.Window {
	clock := booking.ClockOf(at, o.Calendar.Zone)
	if slices.ContainsFunc(x.starts(o, o.Today(at)), at.Equal) {
		return understand.Window{Times: []booking.Clock{clock}}
	}
	return understand.Window{Spans: []booking.Hours{within}, About: clock}
}

// leastLength is how long the visit takes that is wanted, as far as it is known yet.
func (x *taking) leastLength(o *booking.Office, day booking.Date) time.Duration {
	visit, err := x.visitOn(o, day)
	if err != nil {
		return o.Policy.Grid
	}
	return visit.Length()
}
