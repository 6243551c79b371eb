package dialogs

import (
	"time"

	"terminbote/booking"
)

// mayJoinList tells whether the talk can go on to the waiting list. What waits for an
// earlier time stays what it is for.
func (t *talk) mayJoinList() bool { return t.flow.audience() == booking.Public && !t.Draft.Changes }

// waitAsWanted joins the waiting list with the terms that were said; what they
// leave open is asked.
func (t *talk) waitAsWanted() {
	t.Draft.Wait = WaitDraft{On: true}
	t.waitFor(t.whenever())
}

// waitFor takes terms for the waiting list.
func (t *talk) waitFor(wanted terms) {
	wait := &t.Draft.Wait
	if days, said := wanted.weekdays(); said {
		t.waitOn(days)
	}
	if day, said := wanted.last(); said {
		wait.Until = day
	}
	if first, said := wanted.from(); said && first.After(t.facts.Town.Offices[0].Today(t.facts.Now)) {
		t.remark("wait.no_first_day", "Day", dateOf(first))
	}
	if hours, said := wanted.hull(); said {
		wait.Hours, wait.Span = saidHours, hours
	}
}

// waitOn takes the days of the week that suit, as far as somebody is served on
// them.
func (t *talk) waitOn(days booking.Weekdays) {
	if o, ok := t.office(); ok && days&t.servedOn(o) == 0 {
		t.remark("wait.not_served")
		return
	}
	t.Draft.Wait.Days, t.Draft.Wait.Set = days, true
}

// from is the first day that is wanted; false where none is.
func (w terms) from() (booking.Date, bool) {
	var first booking.Date
	for i, s := range w.days.Spans {
		if i == 0 || s.From.Before(first) {
			first = s.From
		}
	}
	return first, !first.IsZero()
}

// saidHours stands in WaitDraft.Hours for those of its span.
const saidHours = "said"

// weekdays is the days of the week that are wanted; false where any is.
func (w terms) weekdays() (booking.Weekdays, bool) {
	if w.anyDay() {
		return 0, false
	}
	var days booking.Weekdays
	for day := time.Sunday; day <= time.Saturday; day++ {
		if w.days.Weekdays != 0 && !w.days.Weekdays.Has(day) || w.days.Not.Has(day) || !w.falls(day) {
			continue
		}
		days = days.Toggle(day)
	}
	return days, days != 0
}

// falls tells whether one of the stretches of days has that day of the week.
func (w terms) falls(day time.Weekday) bool {
	for _, s := range w.days.Spans {
		if isLong(s) {
			return true
		}
		for d := s.From; !d.After(s.To); d = d.Add(1) {
			if d.Weekday() == day {
				return true
			}
		}
	}
	return len(w.days.Spans) == 0
}

// last is the last day wanted, where there is one.
func (w terms) last() (booking.Date, bool) {
	var last booking.Date
	for _, s := range w.days.Spans {
		if s.To.IsZero() {
			return booking.Date{}, false
		}
		if last.IsZero() || s.To.After(last) {
			last = s.To
		}
	}
	return last, !last.IsZero()
}

// hull is the hours that hold all times wanted; false where any will do.
func (w terms) hull() (booking.Hours, bool) {
	spans := w.hours.Spans
	if len(spans) == 0 {
		near, named := w.near()
		if !named {
			return booking.Hours{}, false
		}
		spans = append(spans, around(near))
	}
	all := spans[0]
	for _, h := range spans {
		all = booking.Hours{From: min(all.From, h.From), To: max(all.To, h.To)}
	}
	return all, true
}

// around is the hours near a time that suit somebody who waits for it.
func around(clock booking.Clock) booking.Hours {
	return booking.Hours{From: max(0, clock-60), To: min(booking.Midnight, clock+60)}
}
