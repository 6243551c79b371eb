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
	if len(wanted.or) > 0 {
		t.waitOnEither(wanted)
	} else {
		t.waitOn(wanted)
	}
	if day, said := wanted.last(); said {
		wait.Until = day
	}
	if first, said := wanted.from(); said && first.After(t.facts.Town.Offices[0].Today(t.facts.Now)) {
		t.remark("wait.no_first_day", "Day", dateOf(first))
	}
}

// waitOn takes the days of the week that suit, as far as somebody is served on
// them, and the hours.
func (t *talk) waitOn(wanted terms) {
	wait := &t.Draft.Wait
	days, said := wanted.weekdays()
	if said && !t.isServedOn(days) {
		t.remark("wait.not_served")
		return
	}
	wait.Or = nil
	if hours, said := wanted.hull(); said {
		wait.Hours, wait.Span = saidHours, hours
	}
	if said {
		wait.Days, wait.Set = days, true
	}
}

// isServedOn tells whether somebody is served on some of the days of the week.
func (t *talk) isServedOn(days booking.Weekdays) bool {
	o, ok := t.office()
	return !ok || days&t.servedOn(o) != 0
}

// waitOnEither takes days of the week with hours of their own, as far as somebody is served on
// them. Who has said both is asked for neither.
func (t *talk) waitOnEither(wanted terms) {
	var suit []booking.Weekly
	var never booking.Weekdays
	for _, a := range wanted.each() {
		w := pair(a).weekly()
		if !t.isServedOn(w.Weekdays) {
			never |= w.Weekdays
			continue
		}
		suit = append(suit, t.onServed(w))
	}
	switch {
	case len(suit) == 0:
		t.remark("wait.not_served")
		return
	case never != 0:
		t.remark("wait.not_served_on", "Days", weekdayList(never))
	}
	wait := &t.Draft.Wait
	wait.Days, wait.Set = suit[0].Weekdays, true
	wait.Hours, wait.Span, wait.Or = saidHours, suit[0].Hours, suit[1:]
	if len(wait.Or) == 0 {
		wait.Or = nil
	}
}

// onServed is days of the week without those on which nobody is served, where not every day suits.
func (t *talk) onServed(w booking.Weekly) booking.Weekly {
	if o, ok := t.office(); ok && w.Weekdays != booking.AnyWeekday {
		w.Weekdays &= t.servedOn(o)
	}
	return w
}

// weekly is the days of the week and the hours that are wanted; any where none are.
func (w terms) weekly() booking.Weekly {
	all := booking.Weekly{Weekdays: booking.AnyWeekday, Hours: booking.AllDay()}
	if days, said := w.weekdays(); said {
		all.Weekdays = days
	}
	if hours, said := w.hull(); said {
		all.Hours = hours
	}
	return all
}

// from is the first day that is wanted; false where none is.
func (w terms) from() (booking.Date, bool) {
	var first booking.Date
	for i, a := range w.each() {
		if len(a.Days.Spans) == 0 {
			return booking.Date{}, false
		}
		for k, s := range a.Days.Spans {
			if i+k == 0 || s.From.Before(first) {
				first = s.From
			}
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
	for _, a := range w.each() {
		if len(a.Days.Spans) == 0 {
			return booking.Date{}, false
		}
		for _, s := range a.Days.Spans {
			if s.To.IsZero() {
				return booking.Date{}, false
			}
			if last.IsZero() || s.To.After(last) {
				last = s.To
			}
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
