package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

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
	for _, v := range values[understand.ShiftValue](x.said) {
		i := slices.IndexFunc(booking.Delays, func(by time.Duration) bool { return by >= time.Duration(v.Minutes)*time.Minute })
		if x.Screen == lateScreen && v.Later && v.Minutes > 0 && i >= 0 {
			x.do(Delay{x.Chosen, booking.Delays[i]})
			return
		}
	}
}
