package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// changeLines is what has changed about an appointment since it was booked, for
// as long as it is ahead.
func (f Facts) changeLines(a booking.Appointment) []locales.Line {
	o, ok := f.Town.Office(a.Office)
	if !ok || a.State != booking.Confirmed || !f.Now.IsZero() && !a.Upcoming(f.Now) {
		return nil
	}
	lines := changeLines(o, a)
	if len(lines) == 0 {
		return nil
	}
	return append([]locales.Line{{}, locales.Say("changed.title")}, lines...)
}

// changeLines is what the office no longer does as an appointment promised.
func changeLines(o *booking.Office, a booking.Appointment) []locales.Line {
	c := o.Changes(a)
	var lines []locales.Line
	if o.GivenUp {
		return []locales.Line{locales.Say("changed.given_up", "Office", formerLine(o), "Phone", o.Phone)}
	}
	if c.Closed {
		lines = append(lines, closedLines(c.Reason)...)
	}
	for _, item := range c.Dropped {
		lines = append(lines, locales.Say("changed.dropped", "Concern", locales.Text(item.Name), "Phone", o.Phone))
	}
	day := booking.DateOf(a.Span.Start, o.Calendar.Zone)
	for _, p := range c.Fees {
		lines = append(lines, locales.Say("changed.fee", "Concern", locales.Text(p.Concern.Name), "Amount", costOf(p, day)))
	}
	for _, d := range c.Documents {
		lines = append(lines, locales.Say("changed.document", "Item", locales.Text(d.Name)))
	}
	for _, d := range c.NotNeeded {
		lines = append(lines, locales.Say("changed.not_needed", "Item", locales.Text(d.Name)))
	}
	return lines
}

// formerLine names an office that is no more, where its name is known.
func formerLine(o *booking.Office) locales.Line {
	if len(o.Former) == 0 {
		return locales.Say("former.unnamed")
	}
	return locales.Say("former.named", "Office", locales.Text(o.Former))
}

func closedLines(reason booking.Text) []locales.Line {
	if len(reason) == 0 {
		return []locales.Line{locales.Say("changed.closed")}
	}
	return []locales.Line{locales.Say("changed.closed_because", "Reason", locales.Text(reason))}
}

// movable tells whether there can be another time for an appointment.
func (f Facts) movable(a booking.Appointment) bool {
	o, known := f.Town.Office(a.Office)
	return !known || !o.GivenUp && o.DoesSome(a)
}

// unserved tells whether nobody serves an appointment at its time any more.
func (f Facts) unserved(a booking.Appointment) bool {
	o, known := f.Town.Office(a.Office)
	return known && o.Changes(a).Closed
}
