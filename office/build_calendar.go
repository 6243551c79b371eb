package office

import (
	"slices"

	"terminbote/booking"
)

func (f *file) calendar() booking.Calendar {
	c := booking.Calendar{
		Zone:    f.TimeZone.v,
		Holiday: holidays(f.State.v),
	}
	for _, s := range f.Shifts {
		for _, day := range s.Days {
			for _, shift := range shifts(s.Hours, s.Desks, s.Internal) {
				shift.Since, shift.Until = s.From.v, s.Until.v
				c.Week[day.v] = append(c.Week[day.v], shift)
			}
		}
	}
	for _, x := range f.Closures {
		c.Closures = append(c.Closures, x.closures()...)
	}
	for _, x := range f.ExtraHours {
		for _, s := range shifts(x.Hours, x.Desks, x.Internal) {
			c.Extra = append(c.Extra, booking.ExtraHours{Day: x.Day.v, Shift: s})
		}
	}
	if len(f.WalkInDays) > 0 {
		c.WalkIn = comesWithout(f.WalkInDays)
	}
	return c
}

func shifts(all []hours, desks []name, internal flag) []booking.Shift {
	var shifts []booking.Shift
	for _, h := range all {
		shifts = append(shifts, booking.Shift{
			From: h.v.From, To: h.v.To, Desks: named[booking.DeskID](desks), Internal: internal.v,
		})
	}
	return shifts
}

// closures is one closure for each day and stretch of hours.
func (x closure) closures() []booking.Closure {
	last := x.Day.v
	if x.Until.set {
		last = x.Until.v
	}
	stretches := []booking.Hours{booking.AllDay()}
	if x.Hours != nil {
		stretches = nil
		for _, h := range x.Hours {
			stretches = append(stretches, h.v)
		}
	}
	var all []booking.Closure
	for day := x.Day.v; !day.After(last); day = day.Add(1) {
		for _, h := range stretches {
			all = append(all, booking.Closure{Day: day, Hours: h, Desk: booking.DeskID(x.Desk.v), Reason: x.Reason.v})
		}
	}
	return all
}

// comesWithout tells whether one comes without an appointment on a day. It keeps the days
// alone: a file with its positions takes many times the memory of an office.
func comesWithout(all []walkIn) func(booking.Date) bool {
	return func(d booking.Date) bool {
		for _, x := range all {
			inTime := (!x.From.set || !d.Before(x.From.v)) && (!x.Until.set || !d.After(x.Until.v))
			if inTime && slices.ContainsFunc(x.Days, func(day weekday) bool { return day.v == d.Weekday() }) {
				return true
			}
		}
		return false
	}
}
