package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// hasTimes tells whether a time is chosen, or some are shown, than which another may
// be later.
func (x *taking) hasTimes() bool {
	_, proposes := x.step().(whenStep)
	return proposes || !x.Draft.Start.IsZero() || x.Draft.Moving != 0
}

// shift moves what was chosen: "eine Stunde später". Where nothing is chosen
// yet, later is the next times proposed.
func (x *taking) shift(o *booking.Office, v understand.ShiftValue) {
	x.used = true
	at := x.Draft.Start
	if a, ok := x.appointment(x.Draft.Moving); ok && at.IsZero() {
		at = a.Span.Start
	}
	if at.IsZero() {
		x.shiftProposals(o, v)
		return
	}
	day, clock := booking.DateOf(at, o.Calendar.Zone), booking.ClockOf(at, o.Calendar.Zone)
	if other, one := x.whenever().oneDay(); one && x.Draft.Start.IsZero() {
		day = other
	}
	days, minutes := v.Days, booking.Clock(v.Minutes)
	if !v.Later {
		days, minutes = -days, -minutes
	}
	day = day.Add(days)
	wanted := terms{days: understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}}
	switch {
	case minutes != 0:
		wanted.hours.Times = []booking.Clock{clock + minutes}
	case days != 0:
		wanted.hours.Times = []booking.Clock{clock}
	case v.Later:
		wanted.hours.Spans = []booking.Hours{{From: clock + 1, To: booking.Midnight}}
	default:
		wanted.hours.Spans = []booking.Hours{{From: 0, To: clock}}
	}
	x.look(wanted)
	x.took(wanted.line(), understand.ExpectWhen)
}

// shiftProposals looks for later or earlier times than those proposed.
func (x *taking) shiftProposals(o *booking.Office, v understand.ShiftValue) {
	starts, _ := x.proposed(o)
	if v.Later && v.Days > 0 {
		x.shiftDays(o, starts, v.Days)
		return
	}
	if len(starts) == 0 {
		x.turnPage()
		return
	}
	day, one := x.whenever().oneDay()
	if clock, asked := x.timeAskedFor(); asked && one && v.Minutes > 0 {
		by := booking.Clock(v.Minutes)
		if !v.Later {
			by = -by
		}
		wanted := terms{days: understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}}
		wanted.hours.Times = []booking.Clock{clock + by}
		x.look(wanted)
		x.took(wanted.line(), understand.ExpectWhen)
		return
	}
	switch {
	case !v.Later && !one:
		x.look(x.whenever().soonest())
		return
	case !one:
		x.turnPage()
		return
	}
	wanted := terms{days: understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}}
	wanted.hours.Spans = []booking.Hours{bySide(v.Later, starts, o.Calendar.Zone)}
	x.look(wanted)
	x.took(wanted.line(), understand.ExpectWhen)
}

// timeAskedFor is the one time that is looked for, where it is one, or what it is about.
func (x *taking) timeAskedFor() (booking.Clock, bool) {
	hours := x.whenever().hours
	if hours.About != 0 {
		return hours.About, true
	}
	if len(hours.Times) != 1 || len(hours.Spans) > 0 {
		return 0, false
	}
	return hours.Times[0], true
}

// bySide is the hours of a day before or behind the middle of some times.
func bySide(later bool, starts []time.Time, zone *time.Location) booking.Hours {
	middle := booking.ClockOf(starts[len(starts)/2], zone)
	if later {
		return booking.Hours{From: middle, To: booking.Midnight}
	}
	return booking.Hours{From: 0, To: middle}
}

// shiftDays looks some days later than the day spoken of, or than the first one proposed: a
// week later, any day of that week will do.
func (x *taking) shiftDays(o *booking.Office, starts []time.Time, days int) {
	from := o.Today(x.facts.Now)
	if day, one := x.whenever().oneDay(); one {
		from = day
	} else if len(starts) > 0 {
		from = booking.DateOf(starts[0], o.Calendar.Zone)
	}
	span := understand.DateSpan{From: from.Add(days), To: from.Add(days)}
	if days >= daysOfWeek {
		span = understand.DateSpan{From: mondayOf(span.From), To: mondayOf(span.From).Add(daysOfWeek - 1)}
	}
	wanted := terms{days: understand.Days{Spans: []understand.DateSpan{span}}, hours: x.Draft.Hours}
	if before := x.whenever(); len(before.or) > 0 {
		wanted = before.later(days)
	}
	x.look(wanted)
	x.took(wanted.line(), understand.ExpectWhen)
}

// orProposed is the days spoken of, or where none is and one is looked for, the first that
// is proposed.
func (x *taking) orProposed(o *booking.Office, spoken []understand.DateSpan, looked bool) []understand.DateSpan {
	if len(spoken) > 0 || !looked {
		return spoken
	}
	starts, _ := x.proposed(o)
	if len(starts) == 0 {
		return nil
	}
	day := booking.DateOf(starts[0], o.Calendar.Zone)
	return []understand.DateSpan{{From: day, To: day}}
}

// takeDelay takes by how much later somebody comes, said along with it: "steh im
// Stau, komm 20 Minuten später". What is not offered counts as the next that is,
// so that nobody is expected too early.
func (x *taking) takeDelay() {
	said := time.Duration(x.minutesWithin()) * time.Minute
	i := slices.IndexFunc(booking.Delays, func(by time.Duration) bool { return by >= said })
	if x.Screen == lateScreen && said > 0 && i >= 0 {
		x.do(Delay{x.Chosen, booking.Delays[i]})
	}
}

// minutesWithin is the first length that a message names with its unit; 0: none.
func (x *taking) minutesWithin() int {
	words := strings.Fields(x.said.Text)
	for n := mostLengthWords; n > 1; n-- {
		for i := range len(words) - n + 1 {
			said, ok := x.read(strings.Join(words[i:i+n], " ")).minutes()
			if minutes, err := strconv.Atoi(said); ok && err == nil {
				return minutes
			}
		}
	}
	return 0
}

const mostLengthWords = 3 // eine halbe Stunde
