package booking

import "time"

// Calendar is when an office serves by appointment.
type Calendar struct {
	Zone     *time.Location
	Week     [7][]Shift              // by weekday, Sunday first
	Holiday  func(Date) (Text, bool) // public holidays with their names; nil: none
	Closures []Closure               // a closure beats everything
	Extra    []ExtraHours            // on top of the week, and on days off
	WalkIn   func(Date) bool         // days without appointments; nil: none
}

// Shift is a period of a day in which desks serve (Öffnungszeit).
type Shift struct {
	From, To Clock
	Desks    []DeskID // nil: every desk
	Internal bool     // only staff book into it

	// Since and Until are the first and the last day of an arrangement of the
	// week; zero: without a beginning, without an end.
	Since, Until Date
}

// On tells whether the shift's arrangement holds on day d.
func (s Shift) On(d Date) bool {
	return (s.Since.IsZero() || !d.Before(s.Since)) && (s.Until.IsZero() || !d.After(s.Until))
}

// OverrideID identifies a closure or extra hours entered by staff.
type OverrideID int64

// Closure is a period in which nobody is served (Schließtag). It overrides
// weekly hours and extra hours alike.
type Closure struct {
	ID     OverrideID // 0: in the office file
	Day    Date
	Hours  Hours  // from 00:00 to 24:00: the whole day
	Desk   DeskID // empty: the whole office
	Reason Text
	By     string    // who entered it; empty: the office file
	At     time.Time // when
}

// AllDay is from midnight to midnight.
func AllDay() Hours { return Hours{0, Midnight} }

// ExtraHours is a shift on one day in addition to the week's.
type ExtraHours struct {
	ID    OverrideID // 0: in the office file
	Day   Date
	Shift Shift
	By    string
	At    time.Time
}

// Shifts lists the shifts of day d before closures: the weekly ones, unless d
// is a public holiday or for walk-ins only, and the extra ones.
func (c Calendar) Shifts(d Date) []Shift {
	var shifts []Shift
	if _, off := c.DayOff(d); !off {
		for _, shift := range c.Week[d.Weekday()] {
			if shift.On(d) {
				shifts = append(shifts, shift)
			}
		}
	}
	for _, extra := range c.Extra {
		if extra.Day == d {
			shifts = append(shifts, extra.Shift)
		}
	}
	return shifts
}

// ClosuresOn lists the closures of day d.
func (c Calendar) ClosuresOn(d Date) []Closure {
	var all []Closure
	for _, closure := range c.Closures {
		if closure.Day == d {
			all = append(all, closure)
		}
	}
	return all
}

// DayOff says why there are no appointments by the weekly plan on d: a public
// holiday with its name, or a walk-in day without a name.
func (c Calendar) DayOff(d Date) (Text, bool) {
	if c.Holiday != nil {
		if name, off := c.Holiday(d); off {
			return name, true
		}
	}
	return nil, c.WalkInOnly(d)
}

// WalkInOnly tells whether people come without an appointment on d.
func (c Calendar) WalkInOnly(d Date) bool { return c.WalkIn != nil && c.WalkIn(d) }

// ClosedFor is the reason for the closure that affects an appointment, for its
// holder to read. It is false if no closure affects it, or none has a reason.
func (o *Office) ClosedFor(a Appointment) (Text, bool) {
	zone := o.Calendar.Zone
	day := DateOf(a.Span.Start, zone)
	for _, c := range o.Calendar.ClosuresOn(day) {
		hours := Span{day.At(c.Hours.From, zone), day.At(c.Hours.To, zone)}
		if (c.Desk == "" || c.Desk == a.Desk) && hours.Overlaps(a.Span) && len(c.Reason) > 0 {
			return c.Reason, true
		}
	}
	return nil, false
}

// ClosedBecause is the reason why all of d is closed, for people to read. It is
// false if d is open or has no hours anyway.
func (c Calendar) ClosedBecause(d Date) (Text, bool) {
	for _, closure := range c.ClosuresOn(d) {
		if closure.Desk == "" && closure.Hours == AllDay() {
			return closure.Reason, true
		}
	}
	if c.Holiday != nil && len(c.Shifts(d)) == 0 {
		return c.Holiday(d)
	}
	return nil, false
}
