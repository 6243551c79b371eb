package understand

import (
	"slices"

	"terminbote/booking"
)

// daysSaid is what a part of a message says about days. Which date a mere
// weekday is shows only when all of the message is known: nächste Woche …
// Dienstag.
type daysSaid struct {
	Days
	coming  booking.Weekdays // weekdays without a date
	bounded bool             // the spans are bounds: ab, bis
	wide    bool             // the spans are weeks and the like, within which a weekday may be named
	loose   bool             // nothing but a number says that it is a date
	ahead   bool             // its weekday was put off: Freitag in einer Woche
}

func (daysSaid) value() {}

// with joins what is said in a row; listed tells whether the second stands
// beside the first, and does not say more about it, parted whether a mark is
// between them.
func (d daysSaid) with(o daysSaid, listed, parted bool) (daysSaid, bool) {
	if o.loose && o.isOneDay() && d.wide && !d.bounded && len(d.Spans) == 1 && d.Spans[0].From.Month != o.Spans[0].From.Month {
		if day := (booking.Date{Year: d.Spans[0].From.Year, Month: d.Spans[0].From.Month, Day: o.Spans[0].From.Day}); day.Exists() {
			return oneDay(day), true // nächsten Monat am 3.
		}
	}
	switch {
	case d.wide && !listed && o.isOneDay() && len(d.Spans) == 1 && !d.Spans[0].From.After(o.Spans[0].From) && !d.Spans[0].To.IsZero() && !d.Spans[0].To.Before(o.Spans[0].From):
		return o, true // im Dezember, am 3.
	case !listed && d.isStretch() && o.isStretch() && d.Spans[0].encloses(o.Spans[0]):
		return o, true // nächstes Jahr im März
	case !listed && d.isStretch() && o.isStretch() && o.Spans[0].encloses(d.Spans[0]):
		return d, true // im März nächsten Jahres
	case d.Soonest || d.Any || o.Soonest || o.Any:
		return daysSaid{}, false
	case listed && o.ahead && d.coming != 0 && len(d.Spans) == 0:
		return d.putOffWith(o), true
	case !listed && o.coming != 0 && d.isOneDay() && (!parted || o.coming.Has(d.Spans[0].From.Weekday())):
		return d.checked(o.coming), true
	case !listed && d.coming != 0 && d.coming&(d.coming-1) == 0 && o.isOneDay():
		return o.checked(d.coming), true
	case !listed && !parted && d.isOneDay() && o.isOneDay():
		return daysSaid{}, false
	}
	return d.and(o), true
}

// putOffWith is weekdays before one that was put off, put off with it: Donnerstag oder
// Freitag in einer Woche.
func (d daysSaid) putOffWith(o daysSaid) daysSaid {
	last := o.Spans[0].To
	o.Spans = nil
	for day := last.Add(-6); !day.After(last); day = day.Add(1) {
		if day == last || d.coming.Has(day.Weekday()) {
			o.Spans = append(o.Spans, DateSpan{day, day})
		}
	}
	return o
}

// isStretch tells whether days are one stretch with both its ends.
func (d daysSaid) isStretch() bool {
	return d.wide && !d.bounded && d.coming == 0 && len(d.Spans) == 1 && !d.Spans[0].From.IsZero() && !d.Spans[0].To.IsZero()
}

// encloses tells whether another span lies within s and is shorter.
func (s DateSpan) encloses(o DateSpan) bool {
	return s != o && !o.From.Before(s.From) && !o.To.After(s.To)
}

func (d daysSaid) isOneDay() bool {
	return len(d.Spans) == 1 && d.Spans[0].From == d.Spans[0].To && d.coming == 0 && !d.bounded
}

// checked holds a date against the weekday said with it.
func (d daysSaid) checked(weekdays booking.Weekdays) daysSaid {
	if d.Fault == "" && !weekdays.Has(d.Spans[0].From.Weekday()) {
		d.Fault = WrongWeekday
	}
	return d
}

// and is all of both: bounds narrow each other, days stand beside each other.
func (d daysSaid) and(o daysSaid) daysSaid {
	both := d
	both.coming |= o.coming
	both.Weekdays |= o.Weekdays
	both.Not |= o.Not
	both.Off = slices.Concat(d.Off, o.Off)
	both.Soonest = d.Soonest || o.Soonest
	both.Any = d.Any || o.Any
	both.Thereafter = d.Thereafter || o.Thereafter
	if both.Fault == "" {
		both.Fault = o.Fault
	}
	switch {
	case len(o.Spans) == 0:
	case len(d.Spans) == 0:
		both.Spans, both.bounded, both.wide = o.Spans, o.bounded, o.wide
	case d.bounded || o.bounded:
		both.Spans = within(d.Spans, o.Spans)
		both.bounded = d.bounded && o.bounded
		both.wide = d.wide || o.wide
	default:
		both.Spans = append(append([]DateSpan(nil), d.Spans...), o.Spans...)
		both.wide = d.wide && o.wide
	}
	return both
}

// within is where spans overlap; where none do, the later ones count.
func within(a, b []DateSpan) []DateSpan {
	var all []DateSpan
	for _, s := range a {
		for _, o := range b {
			both := DateSpan{s.From, s.To}
			if both.From.IsZero() || !o.From.IsZero() && o.From.After(both.From) {
				both.From = o.From
			}
			if both.To.IsZero() || !o.To.IsZero() && o.To.Before(both.To) {
				both.To = o.To
			}
			if both.To.IsZero() || both.From.IsZero() || !both.To.Before(both.From) {
				all = append(all, both)
			}
		}
	}
	if len(all) == 0 {
		return b
	}
	return all
}

// settled gives mere weekdays their dates: within the weeks that are said, or
// the first to come.
func (d daysSaid) settled(today booking.Date) Days {
	if d.coming != 0 || len(d.Spans) > 0 || d.Weekdays != 0 {
		d.Soonest, d.Any = false, false // what is said more closely counts
	}
	d.Any = d.Any && !d.Refuses()
	d.Weekdays &^= d.Not // who refuses a day does not want it
	if d.coming == 0 {
		return d.Days
	}
	if len(d.Spans) == 0 || !d.wide && !d.bounded {
		if len(d.Spans) == 0 {
			d.Coming = d.coming
		}
		for n := range 7 {
			if day := today.Add(n); d.coming.Has(day.Weekday()) {
				d.Spans = append(d.Spans, DateSpan{day, day})
			}
		}
		return d.Days
	}
	for _, s := range d.Spans {
		if s.To.IsZero() || s.From.IsZero() || s.From.DaysUntil(s.To) > 6 {
			d.Weekdays |= d.coming
			return d.Days
		}
	}
	var days []DateSpan
	for _, s := range d.Spans {
		for day := s.From; !day.After(s.To); day = day.Add(1) {
			if d.coming.Has(day.Weekday()) {
				days = append(days, DateSpan{day, day})
			}
		}
	}
	if len(days) > 0 {
		d.Spans = days
	}
	return d.Days
}
