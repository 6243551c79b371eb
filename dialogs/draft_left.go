package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// passed is what of a draft has passed since the person wrote last.
type passed struct {
	day    booking.Date
	start  time.Time // of that day; zero: none was chosen yet
	until  bool      // somebody wanted to wait until that day
	before Draft     // as it was left
}

// dropPassed forgets a day or a time that has passed while the talk lay still.
// Nobody is offered it, and nobody is said to have taken it. What was said of
// days and times besides stays.
func (t *talk) dropPassed() {
	o, ok := t.facts.Town.Office(t.Draft.Office)
	if !ok {
		o = t.facts.Town.Offices[0]
	}
	if t.facts.Now.IsZero() {
		return
	}
	today, d, before := o.Today(t.facts.Now), &t.Draft, t.Draft
	start := t.Proof.Start
	switch over := t.whenever().isOver(today); {
	case t.Screen == proofScreen && !start.IsZero() && !t.facts.Now.Before(start):
		t.over, t.Proof, t.Screen = passed{day: o.Today(start), start: start, before: before}, Proof{}, noScreen
	case !d.Day.IsZero() && d.Day.Before(today):
		t.over = passed{day: d.Day, start: d.Start, before: before}
	case !d.Start.IsZero() && !t.facts.Now.Before(d.Start) && !t.facts.Now.Before(d.HeldUntil):
		t.over = passed{day: d.Day, start: d.Start, before: before}
		if len(d.Or) == 0 && (len(d.Hours.Times) > 0 || d.Hours.About != 0) {
			d.Hours = understand.Window{}
		}
	case over && d.Start.IsZero() && d.Day.IsZero():
		t.over = passed{day: lastOf(t.whenever().spans()), before: before}
	case !d.Wait.Until.IsZero() && d.Wait.Until.Before(today):
		t.over = passed{day: d.Wait.Until, until: true, before: before}
		d.Wait.Until = booking.Date{}
		return
	default:
		return
	}
	d.Day, d.Start, d.ByHour, d.Hour, d.Page = booking.Date{}, time.Time{}, false, booking.Hours{}, 0
	t.say(t.whenever().onward(today))
}

// lastOf is the last day of some that all have an end.
func lastOf(spans []understand.DateSpan) booking.Date {
	last := spans[0].To
	for _, s := range spans {
		if last.Before(s.To) {
			last = s.To
		}
	}
	return last
}

// passedLine says what dropPassed has forgotten.
func (t *talk) passedLine() locales.Line {
	o, ok := t.facts.Town.Office(t.over.before.Office)
	if !ok {
		o = t.facts.Town.Offices[0]
	}
	switch {
	case t.over.until:
		return locales.Say("left.until", "Day", dateOf(t.over.day))
	case t.over.start.IsZero():
		return locales.Say("left.day", "Day", dateOf(t.over.day))
	}
	return locales.Say("left.time", "Day", dateOf(t.over.day), "Time", clockOf(t.over.start, o))
}
