package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// lengthHeld is how long the appointment lasts: as long as was set aside for
// it, or as the visit takes where nothing is.
func (t *talk) lengthHeld(v booking.Visit) locales.Minutes {
	if t.Draft.Length > 0 && t.facts.Now.Before(t.Draft.HeldUntil) {
		return locales.Minutes(t.Draft.Length)
	}
	return locales.Minutes(v.Length().Minutes())
}

// sameTime says so where the person has an appointment at the time of the draft.
func (t *talk) sameTime(v booking.Visit) []locales.Line {
	span := booking.Span{Start: t.Draft.Start, End: t.Draft.Start.Add(v.Length())}
	var lines []locales.Line
	for _, a := range t.facts.Appointments {
		if a.ID != t.Draft.Moving && a.State == booking.Confirmed && a.Span.Overlaps(span) {
			lines = append(lines, locales.Say("review.same_time",
				"Number", a.Number.String(), "Time", t.facts.timeOf(a)))
		}
	}
	return lines
}
