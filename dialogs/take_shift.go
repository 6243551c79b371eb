package dialogs

import (
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
