package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
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

// passed is the time of a draft that has passed since the person wrote last.
type passed struct {
	day  booking.Date
	time bool // only the time has, the day goes on
}

// dropPassed forgets a day or a time that has passed while the talk lay still.
// Nobody is offered it, and nobody is said to have taken it.
func (t *talk) dropPassed() {
	o, ok := t.facts.Town.Office(t.Draft.Office)
	if !ok {
		o = t.facts.Town.Offices[0]
	}
	day := t.Draft.Day
	switch {
	case day.IsZero() || t.facts.Now.IsZero():
	case day.Before(o.Today(t.facts.Now)):
		t.over = passed{day: day}
		t.Draft.Day, t.Draft.Start, t.Draft.Days = booking.Date{}, time.Time{}, understand.Days{}
	case !t.Draft.Start.IsZero() && !t.facts.Now.Before(t.Draft.Start) && !t.facts.Now.Before(t.Draft.HeldUntil):
		t.over = passed{day: day, time: true}
		t.Draft.Day, t.Draft.Start, t.Draft.Hours = booking.Date{}, time.Time{}, understand.Window{}
	}
}

// sayPassed says what dropPassed has forgotten.
func (t *talk) sayPassed() {
	switch {
	case t.over.day.IsZero():
	case t.over.time:
		t.remark("remark.time_passed")
	default:
		t.remark("day.past", "Day", longDateOf(t.over.day))
	}
}

// answersPassed tells whether a tap answers a question about the time that has
// passed: its screen is no longer there.
func (t *talk) answersPassed(event Event) bool {
	tap, ok := event.(Tapped)
	if !ok || t.over.day.IsZero() {
		return false
	}
	switch tap.Choice {
	case backChoice, homeChoice, appointmentsChoice, languageChoice, helpChoice:
		return false
	}
	return t.Screen == noScreen
}
