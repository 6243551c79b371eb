package booking_test

import (
	"errors"
	"slices"
	"time"

	"terminbote/booking"
)

// oracle answers the questions of booking.Day by looking at one minute after
// the other. It is slow and has no cleverness to get wrong.
type oracle struct {
	scene

	wall  []booking.Clock       // what the wall clock shows in each minute of the day
	begin map[booking.Clock]int // the first minute showing that time or later
	start time.Time             // the first of these minutes
	grid  int                   // minutes
	duty  [][]who               // by desk and grid step
}

// who is the audience that a desk is on duty for.
type who struct{ public, staff bool }

func newOracle(s scene) *oracle {
	or := &oracle{scene: s, grid: int(s.office.Policy.Grid / time.Minute)}
	or.walk()
	or.begin = map[booking.Clock]int{}
	for c := range booking.Midnight + 1 {
		or.begin[c] = or.minute(c)
	}
	for _, desk := range s.office.Desks {
		var steps []who
		for step := range len(or.wall) / or.grid {
			steps = append(steps, or.onDuty(desk, step*or.grid))
		}
		or.duty = append(or.duty, steps)
	}
	return or
}

// walk looks at the wall clock once a minute, as long as it shows date.
func (or *oracle) walk() {
	date := or.date
	t := time.Date(date.Year, date.Month, date.Day-1, 20, 0, 0, 0, time.UTC)
	for range 36 * 60 {
		local := t.In(or.office.Calendar.Zone)
		if local.Format(time.DateOnly) == date.String() {
			if or.wall == nil {
				or.start = t
			}
			or.wall = append(or.wall, booking.Clock(local.Hour()*60+local.Minute()))
		}
		t = t.Add(time.Minute)
	}
}

// minute is the first one in which the wall clock shows c or later.
func (or *oracle) minute(c booking.Clock) int {
	for m, shown := range or.wall {
		if shown >= c {
			return m
		}
	}
	return len(or.wall)
}

func (or *oracle) onDuty(desk booking.Desk, from int) who {
	date := or.date
	for _, closure := range or.office.Calendar.Closures {
		hit := closure.Desk == "" || closure.Desk == desk.ID
		if closure.Day == date && hit && or.touches(closure.Hours, from) {
			return who{}
		}
	}
	there := desk.Hours == nil
	if !there {
		there = slices.ContainsFunc(desk.Hours[weekday(date)], func(h booking.Hours) bool { return or.fills(h, from) })
	}
	var w who
	for _, shift := range or.shifts(date) {
		named := shift.Desks == nil || slices.Contains(shift.Desks, desk.ID)
		if there && named && or.fills(booking.Hours{From: shift.From, To: shift.To}, from) {
			w.staff = true
			w.public = w.public || !shift.Internal
		}
	}
	return w
}

func (or *oracle) shifts(date booking.Date) []booking.Shift {
	var all []booking.Shift
	calendar := or.office.Calendar
	_, holiday := calendar.Holiday(date)
	if !holiday && !calendar.WalkIn(date) {
		all = append(all, calendar.Week[weekday(date)]...)
	}
	for _, extra := range calendar.Extra {
		if extra.Day == date {
			all = append(all, extra.Shift)
		}
	}
	return all
}

func weekday(date booking.Date) time.Weekday {
	t, err := time.Parse(time.DateOnly, date.String())
	if err != nil {
		panic(err)
	}
	return t.Weekday()
}

// fills tells whether every minute of the grid step is within h.
func (or *oracle) fills(h booking.Hours, step int) bool {
	from, to := or.begin[h.From], or.begin[h.To]
	for m := step; m < step+or.grid; m++ {
		if m < from || m >= to {
			return false
		}
	}
	return true
}

// touches tells whether some minute of the grid step is within h.
func (or *oracle) touches(h booking.Hours, step int) bool {
	from, to := or.begin[h.From], or.begin[h.To]
	for m := step; m < step+or.grid; m++ {
		if m >= from && m < to {
			return true
		}
	}
	return false
}

func (or *oracle) at(step int) time.Time {
	return or.start.Add(time.Duration(step*or.grid) * time.Minute)
}

func (or *oracle) steps() int { return len(or.wall) / or.grid }

// visit is how long r blocks a desk: on the grid, and at least one step of it.
func (or *oracle) visit(r booking.Request, start time.Time) booking.Span {
	end := start
	for end.Equal(start) || end.Before(start.Add(r.Length)) {
		end = end.Add(or.office.Policy.Grid)
	}
	return booking.Span{Start: start, End: end}
}

// serves tells whether a desk is on duty for an audience during all of span.
func (or *oracle) serves(desk int, audience booking.Audience, span booking.Span) bool {
	for t := span.Start; t.Before(span.End); t = t.Add(time.Minute) {
		minute := int(t.Sub(or.start) / time.Minute)
		if minute < 0 || minute/or.grid >= or.steps() {
			return false
		}
		w := or.duty[desk][minute/or.grid]
		if !w.public && (audience != booking.Staff || !w.staff) {
			return false
		}
	}
	return true
}

// suits tells whether a desk could serve somebody if it were empty.
func (or *oracle) suits(desk int, skills []booking.Skill, audience booking.Audience, span booking.Span) bool {
	for _, skill := range skills {
		if !slices.Contains(or.office.Desks[desk].Skills, skill) {
			return false
		}
	}
	return or.serves(desk, audience, span)
}

// open tells whether some desk could serve r at start if all were empty.
func (or *oracle) open(r booking.Request, start time.Time) bool {
	for desk := range or.office.Desks {
		if or.suits(desk, r.Skills, r.Audience, or.visit(r, start)) {
			return true
		}
	}
	return false
}

// direct tells whether some desk can serve r at start without anybody moving.
func (or *oracle) direct(r booking.Request, start time.Time) bool {
	visit := or.visit(r, start)
	for i, desk := range or.office.Desks {
		if or.suits(i, r.Skills, r.Audience, visit) && or.idle(desk.ID, visit, r.Claim) {
			return true
		}
	}
	return false
}

// idle tells whether nobody but claim sits at a desk during span.
func (or *oracle) idle(desk booking.DeskID, span booking.Span, claim booking.AppointmentID) bool {
	for _, b := range or.booked {
		if b.Desk == desk && b.Claim != claim && share(b.Span, span) {
			return false
		}
	}
	return true
}

// oneExchange tells whether seating a single other appointment at an idle desk
// makes room for r.
func (or *oracle) oneExchange(r booking.Request, start time.Time) bool {
	for k, b := range or.booked {
		if b.Fixed || b.Claim == r.Claim {
			continue
		}
		others := *or
		others.booked = slices.Delete(slices.Clone(or.booked), k, k+1)
		for i, desk := range or.office.Desks {
			moved := b
			moved.Desk = desk.ID
			if desk.ID == b.Desk || !or.suits(i, b.Skills, b.Audience, b.Span) || !others.idle(desk.ID, b.Span, 0) {
				continue
			}
			after := others
			after.booked = append(slices.Clone(others.booked), moved)
			if after.direct(r, start) {
				return true
			}
		}
	}
	return false
}

// refusal is why r cannot begin at start although nobody moves; nil where it can.
func (or *oracle) refusal(r booking.Request, start time.Time) error {
	date := or.date.String()
	today := or.now.In(or.office.Calendar.Zone)
	last := today.AddDate(0, 0, or.office.Policy.Horizon).Format(time.DateOnly)
	wait := or.office.Policy.LeadTime
	if r.Audience == booking.Staff {
		wait = 0
	}
	switch {
	case date < today.Format(time.DateOnly):
		return booking.ErrTooSoon
	case date > last:
		return booking.ErrTooFar
	case start.Sub(or.now) < wait:
		return booking.ErrTooSoon
	case !or.onGrid(start) || !or.open(r, start):
		return booking.ErrClosed
	case !or.direct(r, start):
		return booking.ErrTaken
	}
	return nil
}

func (or *oracle) onGrid(start time.Time) bool {
	for step := range or.steps() {
		if or.at(step).Equal(start) {
			return true
		}
	}
	return false
}

// affected is those their desk cannot serve.
func (or *oracle) affected() []booking.AppointmentID {
	var all []booking.AppointmentID
	for _, b := range or.booked {
		desk := slices.IndexFunc(or.office.Desks, func(d booking.Desk) bool { return d.ID == b.Desk })
		if desk < 0 || !or.suits(desk, b.Skills, b.Audience, b.Span) {
			all = append(all, b.ID)
		}
	}
	return all
}

// share tells whether two spans have a minute in common.
func share(a, b booking.Span) bool {
	for t := a.Start; t.Before(a.End); t = t.Add(time.Minute) {
		if !t.Before(b.Start) && t.Before(b.End) {
			return true
		}
	}
	return false
}

// crowded finds two of different claims at one desk at one time.
func crowded(booked []booking.Busy) error {
	for i, a := range booked {
		for _, b := range booked[:i] {
			if a.Desk == b.Desk && a.Claim != b.Claim && share(a.Span, b.Span) {
				return errors.New("two share a desk")
			}
		}
	}
	return nil
}

// after is what is booked once a placement is carried out, the newcomer last.
func (or *oracle) after(r booking.Request, start time.Time, p booking.Placement) []booking.Busy {
	all := slices.Clone(or.booked)
	for _, swap := range p.Swaps {
		i := slices.IndexFunc(all, func(b booking.Busy) bool { return b.ID == swap.Appointment })
		all[i].Desk = swap.Desk
	}
	const newID = 1000
	newcomer := booking.Busy{
		ID: newID, Claim: newID, Desk: p.Desk, Span: or.visit(r, start), Skills: r.Skills, Audience: r.Audience,
	}
	if r.Claim != 0 {
		newcomer.Claim = r.Claim
	}
	return append(all, newcomer)
}
