package booking_test

import (
	"slices"
	"strconv"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
)

// scene is an office on a day with what is booked, and the moment from which
// somebody looks at it.
type scene struct {
	office *booking.Office
	date   booking.Date
	booked []booking.Busy
	now    time.Time
}

func (s scene) day() booking.Day { return s.office.Day(s.date, s.booked) }

func (s scene) oracle() *oracle { return newOracle(s) }

// drawScene makes an office, a day and bookings that obey the rule that
// nobody shares a desk; some of them sit where the office is closed.
func drawScene(t *rapid.T) scene {
	if rapid.Bool().Draw(t, "crowded") {
		return drawCrowd(t)
	}
	s := scene{date: drawDate(t)}
	night := (s.date == spring || s.date == autumn) && rapid.IntRange(0, 3).Draw(t, "by day") > 0
	s.office = drawOffice(t, s.date, night)
	s.now = drawNow(t, s.office, s.date, night)
	s.booked = drawBooked(t, s)
	return s
}

// drawCrowd makes a short and busy morning, on which most visits fit in only
// after an exchange of desks.
func drawCrowd(t *rapid.T) scene {
	o := &booking.Office{ID: "crowded", Policy: booking.Policy{Grid: 15 * time.Minute, Horizon: 21}}
	for i := range rapid.IntRange(3, 5).Draw(t, "desks") {
		learned := []booking.Skill{"papers"}
		if i == 0 || rapid.IntRange(0, 2).Draw(t, "can do cars") == 2 {
			learned = append(learned, "cars")
		}
		o.Desks = append(o.Desks, booking.Desk{ID: booking.DeskID(strconv.Itoa(i + 1)), Skills: learned})
	}
	o.Calendar = booking.Calendar{
		Zone:    berlin(),
		Holiday: func(booking.Date) (booking.Text, bool) { return nil, false },
		WalkIn:  func(booking.Date) bool { return false },
	}
	o.Calendar.Week[time.Tuesday] = []booking.Shift{
		{From: 8 * 60, To: 10 * 60}, {From: 10 * 60, To: 10*60 + 30, Internal: true},
	}
	s := scene{office: o, date: tuesday, now: at(tuesday.Add(-1), "12:00")}
	for i := range o.Desks {
		s.booked = append(s.booked, drawQueue(t, newOracle(s), i)...)
	}
	return s
}

// drawQueue fills a desk from the first step it serves to the last, with gaps.
func drawQueue(t *rapid.T, or *oracle, desk int) []booking.Busy {
	var queue []booking.Busy
	for step := 0; step < or.steps(); {
		length := rapid.IntRange(1, 2).Draw(t, "booked length")
		span := booking.Span{Start: or.at(step), End: or.at(step + length)}
		if !or.serves(desk, booking.Staff, span) || rapid.Bool().Draw(t, "gap") {
			step++
			continue
		}
		id := booking.AppointmentID(100*desk + len(queue) + 1)
		b := booking.Busy{
			ID: id, Claim: id, Desk: or.office.Desks[desk].ID, Span: span, Skills: []booking.Skill{"papers"},
			Audience: booking.Staff, Fixed: rapid.SampledFrom([]bool{false, false, false, true}).Draw(t, "fixed"),
		}
		if or.serves(desk, booking.Public, span) && rapid.Bool().Draw(t, "by the public") {
			b.Audience = booking.Public
		}
		queue = append(queue, b)
		step += length
	}
	return queue
}

func drawDate(t *rapid.T) booking.Date {
	return rapid.OneOf(
		rapid.Just(spring), rapid.Just(autumn), rapid.Just(tuesday),
		rapid.Custom(func(t *rapid.T) booking.Date {
			return booking.Date{
				Year:  rapid.IntRange(2026, 2028).Draw(t, "year"),
				Month: time.Month(rapid.IntRange(1, 12).Draw(t, "month")),
				Day:   rapid.IntRange(1, 28).Draw(t, "day"),
			}
		}),
	).Draw(t, "date")
}

var skills = []booking.Skill{"papers", "cars", "pick-up"}

func drawSkills(t *rapid.T, from []booking.Skill) []booking.Skill {
	var some []booking.Skill
	for _, skill := range from {
		if rapid.Bool().Draw(t, string(skill)) {
			some = append(some, skill)
		}
	}
	return some
}

func drawOffice(t *rapid.T, date booking.Date, night bool) *booking.Office {
	o := &booking.Office{ID: "random"}
	o.Policy = booking.Policy{
		Grid:     time.Duration(rapid.SampledFrom([]int{5, 10, 15, 20, 30}).Draw(t, "grid")) * time.Minute,
		Horizon:  rapid.IntRange(0, 28).Draw(t, "horizon"),
		LeadTime: time.Duration(rapid.IntRange(0, 120).Draw(t, "lead time")) * time.Minute,
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "desks") {
		desk := booking.Desk{ID: booking.DeskID(strconv.Itoa(i + 1)), Skills: drawSkills(t, skills)}
		if rapid.IntRange(0, 3).Draw(t, "own hours") == 0 {
			desk.Hours = &[7][]booking.Hours{}
			desk.Hours[date.Weekday()] = rapid.SliceOfN(drawHours(night), 1, 2).Draw(t, "hours")
		}
		o.Desks = append(o.Desks, desk)
	}
	o.Calendar = drawCalendar(t, o.Desks, date, night)
	return o
}

func drawCalendar(t *rapid.T, desks []booking.Desk, date booking.Date, night bool) booking.Calendar {
	c := booking.Calendar{Zone: berlin()}
	for range rapid.IntRange(1, 3).Draw(t, "shifts") {
		c.Week[date.Weekday()] = append(c.Week[date.Weekday()], drawShift(t, desks, night))
	}
	for range rapid.IntRange(0, 1).Draw(t, "extra") {
		c.Extra = append(c.Extra, booking.ExtraHours{Day: near(t, date), Shift: drawShift(t, desks, night)})
	}
	for range rapid.IntRange(0, 2).Draw(t, "closures") {
		c.Closures = append(c.Closures, drawClosure(t, desks, date, night))
	}
	holiday, walkIn := rapid.IntRange(0, 9).Draw(t, "holiday") == 0, rapid.IntRange(0, 9).Draw(t, "walk-in") == 0
	c.Holiday = func(d booking.Date) (booking.Text, bool) { return german("Feiertag"), holiday && d == date }
	c.WalkIn = func(d booking.Date) bool { return walkIn && d.Weekday() == date.Weekday() }
	return c
}

// near is date, or now and then one beside it.
func near(t *rapid.T, date booking.Date) booking.Date {
	return date.Add(rapid.SampledFrom([]int{0, 0, 0, -1, 1, 7}).Draw(t, "days away"))
}

func drawShift(t *rapid.T, desks []booking.Desk, night bool) booking.Shift {
	h := drawHours(night).Draw(t, "shift")
	shift := booking.Shift{From: h.From, To: h.To, Internal: rapid.IntRange(0, 3).Draw(t, "internal") == 0}
	if rapid.IntRange(0, 3).Draw(t, "some desks") > 0 {
		return shift
	}
	shift.Desks = []booking.DeskID{}
	for _, desk := range desks {
		if rapid.Bool().Draw(t, "desk "+string(desk.ID)) {
			shift.Desks = append(shift.Desks, desk.ID)
		}
	}
	return shift
}

func drawClosure(t *rapid.T, desks []booking.Desk, date booking.Date, night bool) booking.Closure {
	closure := booking.Closure{Day: near(t, date), Hours: drawHours(night).Draw(t, "closure")}
	if rapid.IntRange(0, 9).Draw(t, "whole day") == 0 {
		closure.Hours = booking.AllDay()
	}
	if rapid.Bool().Draw(t, "one desk") {
		closure.Desk = rapid.SampledFrom(desks).Draw(t, "closed desk").ID
	}
	return closure
}

// drawHours makes hours that mostly lie on a grid, of a working day or of the
// night in which the clocks change.
func drawHours(night bool) *rapid.Generator[booking.Hours] {
	first, last := booking.Clock(8*60), booking.Clock(12*60)
	if night {
		first, last = 0, 5*60
	}
	return rapid.Custom(func(t *rapid.T) booking.Hours {
		step := booking.Clock(rapid.SampledFrom([]int{30, 15, 5, 1}).Draw(t, "step"))
		from := rapid.IntRange(int(first/step), int(last/step)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, int(last/step)).Draw(t, "to")
		if rapid.IntRange(0, 19).Draw(t, "until midnight") == 0 {
			return booking.Hours{From: 20 * 60, To: booking.Midnight}
		}
		return booking.Hours{From: booking.Clock(from) * step, To: booking.Clock(to) * step}
	})
}

// drawNow is mostly days before, often the same day, rarely too late or early.
func drawNow(t *rapid.T, o *booking.Office, date booking.Date, night bool) time.Time {
	ahead := rapid.SampledFrom([]int{1, 0, 0, o.Policy.Horizon, o.Policy.Horizon + 1, -1}).Draw(t, "days ahead")
	first, last := 6*60, 14*60
	if night {
		first, last = 0, 4*60
	}
	today := date.Add(-ahead)
	minutes := rapid.IntRange(first, last).Draw(t, "clock now")
	return time.Date(today.Year, today.Month, today.Day, 0, minutes, 0, 0, o.Calendar.Zone)
}

func drawBooked(t *rapid.T, s scene) []booking.Busy {
	var booked []booking.Busy
	empty := newOracle(s)
	for id := range rapid.IntRange(0, 24).Draw(t, "bookings") {
		b := drawBusy(t, empty, booking.AppointmentID(id+1), booked)
		if crowded(append(slices.Clone(booked), b)) == nil {
			booked = append(booked, b)
		}
	}
	return booked
}

func drawBusy(t *rapid.T, empty *oracle, id booking.AppointmentID, booked []booking.Busy) booking.Busy {
	desk := rapid.SampledFrom(empty.office.Desks).Draw(t, "booked desk")
	b := booking.Busy{
		ID: id, Claim: id, Desk: desk.ID, Skills: drawSkills(t, desk.Skills),
		Audience: drawAudience(t), Fixed: rapid.IntRange(0, 9).Draw(t, "fixed") == 0,
	}
	b.Span = drawSpan(t, empty, slices.Index(deskIDs(empty.office), desk.ID), b)
	switch rapid.IntRange(0, 19).Draw(t, "oddity") {
	case 0:
		b.Desk = "gone"
	case 1:
		b.Skills = []booking.Skill{"unlearned"}
	case 2, 3:
		if len(booked) > 0 {
			b.Claim = rapid.SampledFrom(booked).Draw(t, "moves").Claim
		}
	}
	return b
}

// drawSpan is mostly a time at which the desk is on duty.
func drawSpan(t *rapid.T, empty *oracle, desk int, b booking.Busy) booking.Span {
	length := empty.office.Policy.Grid * time.Duration(rapid.IntRange(1, 4).Draw(t, "booked length"))
	var starts []int
	for step := range empty.steps() {
		if empty.serves(desk, b.Audience, booking.Span{Start: empty.at(step), End: empty.at(step).Add(length)}) {
			starts = append(starts, step)
		}
	}
	start := rapid.IntRange(0, empty.steps()-1).Draw(t, "any start")
	if len(starts) > 0 && rapid.IntRange(0, 19).Draw(t, "anywhere") > 0 {
		start = rapid.SampledFrom(starts).Draw(t, "start")
	}
	return booking.Span{Start: empty.at(start), End: empty.at(start).Add(length)}
}

func deskIDs(o *booking.Office) []booking.DeskID {
	var ids []booking.DeskID
	for _, desk := range o.Desks {
		ids = append(ids, desk.ID)
	}
	return ids
}

func drawAudience(t *rapid.T) booking.Audience {
	return rapid.SampledFrom([]booking.Audience{booking.Public, booking.Public, booking.Staff}).Draw(t, "audience")
}

// drawRequest is a visit, sometimes of somebody who has an appointment already.
func drawRequest(t *rapid.T, s scene) booking.Request {
	grids := rapid.SampledFrom([]int{1, 2, 3, 4, 6, 12}).Draw(t, "grid steps")
	r := booking.Request{
		Length:   time.Duration(grids)*s.office.Policy.Grid - time.Duration(rapid.IntRange(0, 4).Draw(t, "less"))*time.Minute,
		Skills:   drawSkills(t, rapid.SampledFrom(s.office.Desks).Draw(t, "wanted desk").Skills),
		Audience: drawAudience(t),
	}
	if len(s.booked) > 0 && rapid.IntRange(0, 2).Draw(t, "a move") == 0 {
		r.Claim = rapid.SampledFrom(s.booked).Draw(t, "claim").Claim
	}
	return r
}
