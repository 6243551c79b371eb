package booking

import (
	"slices"
	"time"
)

// Day is one day of one office: when each desk serves, and which appointments
// are at it. It lists free times and finds a desk for a visit.
type Day struct {
	Date   Date
	office *Office
	ruler  ruler
	desks  []deskDay // as in office.Desks
	seated []seat    // what is booked already

	resting  []*Busy   // freed, and not visible to the public yet
	someIdle *slots    // when some desk is; made when it is needed
	exchange *exchange // what an exchange of desks asks of them; made when it is needed
	kinds    []*kinds  // of visits that others may want, if they are remembered
}

// deskDay is one desk on one day.
type deskDay struct {
	public slots // when the public may book it
	staff  slots // when staff may: the public's time and the internal shifts
	busy   slots

	cooldown slots // freed, and not visible to the public yet
	hidden   slots // those of them that the present request does not see
}

// seat is something booked, as slots of the day.
type seat struct {
	*Busy
	slots    slots
	from, to int32 // the same: one stretch
	desk     int   // where in office.Desks; -1: at none of them
}

// Busy is an appointment as far as it keeps a desk busy.
type Busy struct {
	ID       AppointmentID
	Claim    AppointmentID
	Desk     DeskID
	Span     Span
	Skills   []Skill
	Audience Audience
	Fixed    bool // called already: keeps its desk
	Cooldown bool // not an appointment: a freed time that the public does not see yet
	Unproven bool // kept for a newcomer without proof, or hidden since one was offered it
}

// Request is a visit that needs a time.
type Request struct {
	Length   time.Duration
	Skills   []Skill
	Audience Audience
	Claim    AppointmentID // the appointment that moves: its own time counts as free; 0 for a new one
	Waits    bool          // is from the waiting list, which sees freed times at once
}

// Request is the visit's demand on a day.
func (v Visit) Request(audience Audience) Request {
	return Request{Length: v.Length(), Skills: v.Skills(), Audience: audience}
}

// Day is the office on date with what is booked on it, which must not change
// while the day is in use.
func (o *Office) Day(date Date, booked []Busy) Day {
	d := Day{
		Date:   date,
		office: o,
		ruler:  newRuler(date, o.Calendar.Zone, o.Policy.Grid),
		desks:  make([]deskDay, len(o.Desks)),
	}
	d.open()
	d.seat(booked)
	return d
}

// open enters when each desk serves: shifts within the desk's own hours, minus
// closures.
func (d *Day) open() {
	calendar := d.office.Calendar
	shifts := calendar.Shifts(d.Date)
	if len(shifts) == 0 {
		return
	}
	there := d.hours()
	for _, shift := range shifts {
		within := d.ruler.within(d.span(Hours{shift.From, shift.To}))
		for i := range d.desks {
			if !shift.has(d.office.Desks[i].ID) {
				continue
			}
			free := within.and(there[i])
			d.desks[i].staff = d.desks[i].staff.or(free)
			if !shift.Internal {
				d.desks[i].public = d.desks[i].public.or(free)
			}
		}
	}
	for _, closure := range calendar.ClosuresOn(d.Date) {
		shut := d.ruler.covering(d.span(closure.Hours))
		for i := range d.desks {
			if closure.Desk == "" || closure.Desk == d.office.Desks[i].ID {
				d.desks[i].staff = d.desks[i].staff.without(shut)
				d.desks[i].public = d.desks[i].public.without(shut)
			}
		}
	}
}

// Served is when the office serves the public on this day, at any desk, in
// order (Terminzeiten).
func (d *Day) Served() []Span {
	var served slots
	for _, desk := range d.desks {
		served = served.or(desk.public)
	}
	return d.ruler.spans(served)
}

func (d *Day) span(h Hours) Span {
	return Span{d.ruler.clock(d.Date, h.From), d.ruler.clock(d.Date, h.To)}
}

// hours is when each desk is available at all.
func (d *Day) hours() []slots {
	weekday, always := d.Date.Weekday(), d.ruler.within(d.span(AllDay()))
	all := make([]slots, len(d.desks))
	for i := range all {
		own := d.office.Desks[i].Hours
		if own == nil {
			all[i] = always
			continue
		}
		for _, h := range own[weekday] {
			all[i] = all[i].or(d.ruler.within(d.span(h)))
		}
	}
	return all
}

func (s Shift) has(desk DeskID) bool {
	if s.Desks == nil {
		return true
	}
	for _, id := range s.Desks {
		if id == desk {
			return true
		}
	}
	return false
}

func (d *Day) seat(booked []Busy) {
	d.seated = make([]seat, 0, len(booked))
	for i := range booked {
		d.add(&booked[i])
	}
}

// add enters something booked.
func (d *Day) add(b *Busy) {
	if b.Cooldown {
		d.addCooldown(b)
		return
	}
	s := seat{Busy: b, desk: d.office.deskIndex(b.Desk)}
	from, to := d.ruler.touched(b.Span)
	s.from, s.to = int32(from), int32(to) //nolint:gosec // of a day
	s.slots.set(from, to)
	if s.desk >= 0 {
		d.desks[s.desk].busy.set(from, to)
	}
	d.seated = append(d.seated, s)
}

// serves is when a desk is on duty for an audience.
func (d *Day) serves(desk int, audience Audience) slots { return *d.desks[desk].hours(audience) }

// hours is when the desk is on duty for an audience.
func (d *deskDay) hours(audience Audience) *slots {
	if audience == Staff {
		return &d.staff
	}
	return &d.public
}

func (s slots) has(i int) bool { return s[i/slotsPerWord]>>(i%slotsPerWord)&1 == 1 }

func (d *Day) steps(length time.Duration) int {
	return max(1, int((length+d.ruler.step-1)/d.ruler.step))
}

// without is the day with the time of a claim freed. Its seats stay: the old
// appointment exists until the move is confirmed, and nobody else may take its
// place.
func (d Day) without(claim AppointmentID) Day {
	var given []int // desks
	for _, s := range d.seated {
		if s.Claim == claim && claim != 0 && s.desk >= 0 {
			given = append(given, s.desk)
		}
	}
	if len(given) == 0 {
		return d
	}
	d.desks, d.someIdle = slices.Clone(d.desks), nil
	for _, desk := range given {
		d.desks[desk].busy = slots{}
	}
	for _, s := range d.seated {
		if s.Claim != claim && slices.Contains(given, s.desk) {
			d.desks[s.desk].busy = d.desks[s.desk].busy.or(s.slots)
		}
	}
	return d
}

// mayStart rejects days outside the booking window.
func (o *Office) mayStart(day Date, now time.Time) error {
	switch {
	case day.Before(o.Today(now)):
		return ErrTooSoon
	case day.After(o.LastDay(now)):
		return ErrTooFar
	}
	return nil
}

// earliest is the first time that can be booked. Staff need no lead time: the
// citizen is at the counter or on the phone.
func (o *Office) earliest(audience Audience, now time.Time) time.Time {
	if audience == Staff {
		return now
	}
	return now.Add(o.Policy.LeadTime)
}
