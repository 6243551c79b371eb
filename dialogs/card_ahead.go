package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// Ahead is what holds for a concern from a day on that can be booked and not
// yet today: since when or until when it is done, and what it costs and takes
// then.
func Ahead(o *booking.Office, id booking.ConcernID, now time.Time) []locales.Line {
	c, known := o.Ever(id)
	if !known {
		return nil
	}
	today, last := o.Today(now), o.LastDay(now)
	var lines []locales.Line
	if c.Done.From.After(today) {
		lines = append(lines, doneLine(c, today))
		today = c.Done.From
	}
	day, changes := o.ChangesOn([]booking.Wish{{Concern: id, Quantity: 1}}, today, last)
	if changes && (c.Done.Until.IsZero() || !day.After(c.Done.Until)) {
		lines = append(lines, changeAhead(o, id, today, day)...)
	}
	if until := c.Done.Until; !until.IsZero() && until.Before(last) {
		lines = append(lines, doneLine(c, until))
	}
	return lines
}

// changeAhead is what differs between two days; the later one is named.
func changeAhead(o *booking.Office, id booking.ConcernID, today, day booking.Date) []locales.Line {
	before, _ := o.ConcernOn(id, today)
	after, _ := o.ConcernOn(id, day)
	var lines []locales.Line
	if was, is := feeOn(before, today), feeOn(after, day); !booking.SameFee(was, is) {
		lines = append(lines, locales.Say("fee.from_day", "Day", longDateOf(day), "Amount", feeLine(is)))
	}
	if before.First != after.First {
		lines = append(lines, locales.Say("ahead.length", "Day", longDateOf(day), "Length", locales.Minutes(after.First.Minutes())))
	}
	for _, d := range booking.Missing(after.Documents, before.Documents) {
		lines = append(lines, locales.Say("ahead.document", "Day", longDateOf(day), "Item", locales.Text(d.Name)))
	}
	for _, d := range booking.Missing(before.Documents, after.Documents) {
		lines = append(lines, locales.Say("ahead.not_needed", "Day", longDateOf(day), "Item", locales.Text(d.Name)))
	}
	return lines
}

func feeOn(c booking.Concern, day booking.Date) booking.Fee {
	fee, _ := c.FeeOn(day) // none: it is settled at the counter
	return fee
}
