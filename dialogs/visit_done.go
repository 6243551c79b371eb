package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// undoneOn says what of the draft the office does not do on a day, and since when
// or until when it does.
func (t *talk) undoneOn(o *booking.Office, day booking.Date) (locales.Line, bool) {
	if t.Draft.Moving != 0 && !t.Draft.Changes {
		return locales.Line{}, false
	}
	for _, w := range t.Draft.Wishes {
		if _, done := o.ConcernOn(w.Concern, day); done {
			continue
		}
		if c, known := o.Ever(w.Concern); known {
			return doneLine(c, day), true
		}
	}
	return locales.Line{}, false
}

// doneLine says since when a concern is done, as seen from a day before it, or
// until when.
func doneLine(c booking.Concern, day booking.Date) locales.Line {
	if from := c.Done.From; !from.IsZero() && day.Before(from) {
		return locales.Say("concern.done_from", "Concern", locales.Text(c.Name), "Day", longDateOf(from))
	}
	return locales.Say("concern.done_until", "Concern", locales.Text(c.Name), "Day", longDateOf(c.Done.Until))
}

// notNow says of a concern that nobody can book today when they can, or since
// when it is no longer done. It is false if the town never does it.
func (f Facts) notNow(id booking.ConcernID) (locales.Line, bool) {
	c, o, known := f.Town.Ever(id)
	if !known {
		return locales.Line{}, false
	}
	name, today := locales.Text(c.Name), o.Today(f.Now)
	if from := c.Done.From; !from.IsZero() && today.Before(from) {
		return locales.Say("concern.opens", "Concern", name, "Day", longDateOf(from),
			"Opens", longDateOf(from.Add(-o.Policy.Horizon))), true
	}
	return locales.Say("concern.over", "Concern", name, "Day", longDateOf(c.Done.Until), "Phone", o.Phone), true
}

// boundLines says since when or until when concerns are done, where that is among
// the days that can be booked.
func (t *talk) boundLines(o *booking.Office) []locales.Line {
	today, last := o.Today(t.facts.Now), o.LastDay(t.facts.Now)
	var lines []locales.Line
	for _, w := range t.Draft.Wishes {
		c, _ := o.Ever(w.Concern)
		if from := c.Done.From; !from.IsZero() && from.After(today) {
			lines = append(lines, doneLine(c, today))
		}
		if until := c.Done.Until; !until.IsZero() && until.Before(last) {
			lines = append(lines, doneLine(c, until))
		}
	}
	return lines
}

// changesLine says from which day on something else holds for what is wanted,
// as long as no day is chosen.
func (t *talk) changesLine(o *booking.Office) []locales.Line {
	day, changes := o.ChangesOn(t.Draft.Wishes, o.Today(t.facts.Now), o.LastDay(t.facts.Now))
	if !changes || !t.Draft.Day.IsZero() {
		return nil
	}
	return []locales.Line{{}, locales.Say("bring.changes", "Day", longDateOf(day))}
}

// informed tells whether the person has read what holds on the day of the draft.
func (t *talk) informed(o *booking.Office) bool {
	_, changes := o.ChangesOn(t.Draft.Wishes, o.Today(t.facts.Now), t.Draft.Day)
	return t.Draft.Informed && !changes
}

// dayInForce is the day by whose rules the draft is shown: its own, or today.
func (t *talk) dayInForce(o *booking.Office) booking.Date {
	if t.Draft.Day.IsZero() {
		return o.Today(t.facts.Now)
	}
	return t.Draft.Day
}
