package booking

import (
	"slices"
	"time"
)

// Outlook is what somebody who waits can expect.
type Outlook struct {
	Place int // in line: 1 is next
	// Least is the wait if everybody takes as long as planned and nobody else
	// comes. Most is the wait if everybody who has booked comes, and takes half
	// as long again.
	Least, Most time.Duration
}

const (
	// outlookSteps is what a wait is rounded to, the least down and the most up:
	// nobody can say it to the minute.
	outlookSteps = 5 * time.Minute
	// When things go slowly, two minutes planned take three.
	longerOf, longerBy = 3, 2
)

// Outlook is what the person under of can expect at now: the queue is played on
// by the rule that calls people. today is the appointments and tickets of the
// day. It is false if of does not wait, or no desk comes to them before closing,
// even if all goes well.
func (o *Office) Outlook(of Appointment, today []Appointment, now time.Time) (Outlook, bool) {
	best := o.newRehearsal(of.ID, today, now, false)
	least, ok := best.run()
	if !ok {
		return Outlook{}, false
	}
	most, ok := o.newRehearsal(of.ID, today, now, true).run()
	if !ok {
		most = best.closes().Sub(now) // nobody waits longer than until then
	}
	most = max(least, most)
	return Outlook{
		Place: best.before + 1,
		Least: least.Truncate(outlookSteps),
		Most:  (most + outlookSteps - 1).Truncate(outlookSteps),
	}, true
}

// rehearsal plays a queue on until somebody is called.
type rehearsal struct {
	office *Office
	now    time.Time
	of     *Appointment // nil: not of this day
	slow   bool
	desks  []deskAhead
	line   []*Appointment // who waits, or will
	before int            // who is called before, to desks that of could go to
}

// deskAhead is a desk that calls the next one as soon as it is free.
type deskAhead struct {
	duty

	free time.Time
}

func (o *Office) newRehearsal(of AppointmentID, today []Appointment, now time.Time, slow bool) *rehearsal {
	r := &rehearsal{office: o, now: now, slow: slow}
	for _, d := range o.onDuty(now) {
		r.desks = append(r.desks, deskAhead{d, now})
	}
	for i := range today {
		a := &today[i]
		if a.ID == of {
			r.of = a
		}
		r.enter(a)
	}
	for i := range r.desks {
		r.desks[i].wait()
	}
	return r
}

// enter enters somebody of the day as they keep a desk busy, or wait.
func (r *rehearsal) enter(a *Appointment) {
	switch {
	case a.State == CheckedIn && a.Visit.Parked.IsZero():
		r.line = append(r.line, a)
	case a.State == Confirmed && r.slow:
		here := *a
		here.State, here.Arrived = CheckedIn, a.Span.Start
		r.line = append(r.line, &here)
	case a.State == Called:
		for i := range r.desks {
			if r.desks[i].desk.ID == a.Desk {
				r.desks[i].free = laterOf(r.desks[i].free, a.CalledAt.Add(r.length(a)))
			}
		}
	}
}

func laterOf(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// length is how long a visit takes.
func (r *rehearsal) length(a *Appointment) time.Duration {
	if r.slow {
		return a.Span.Length() * longerOf / longerBy
	}
	return a.Span.Length()
}

// wait moves a desk that is not on duty when it is free to when it is again, or
// to no time at all.
func (d *deskAhead) wait() {
	for _, span := range d.spans {
		if d.free.Before(span.End) {
			d.free = laterOf(d.free, span.Start)
			return
		}
	}
	d.free = time.Time{}
}

// closes is when the last desk that can serve of closes.
func (r *rehearsal) closes() (last time.Time) {
	for _, d := range r.desks {
		for _, span := range d.spans {
			if r.of.waitsFor(&d.desk) {
				last = laterOf(last, span.End)
			}
		}
	}
	return last
}

// run plays on until of is called, and returns how long that takes. It is false
// if nobody calls them.
func (r *rehearsal) run() (time.Duration, bool) {
	if r.of == nil || r.of.State != CheckedIn || !r.of.Visit.Parked.IsZero() {
		return 0, false
	}
	for {
		i := r.soonest()
		if i < 0 {
			return 0, false
		}
		if d := &r.desks[i]; r.callTo(d) {
			return d.free.Sub(r.now), true
		}
	}
}

// soonest is the desk that is free first; -1: none is today any more.
func (r *rehearsal) soonest() int {
	first := -1
	for i, d := range r.desks {
		if !d.free.IsZero() && (first < 0 || d.free.Before(r.desks[first].free)) {
			first = i
		}
	}
	return first
}

// callTo calls the next one to a desk, or lets it wait for who comes next, and
// tells whether that was of.
func (r *rehearsal) callTo(d *deskAhead) bool {
	at := r.first(d)
	if at < 0 {
		d.free = r.comes(d)
		d.wait()
		return false
	}
	next := r.line[at]
	if next == r.of {
		return true
	}
	if r.of.waitsFor(&d.desk) {
		r.before++
	}
	r.line = slices.Delete(r.line, at, at+1)
	d.free = d.free.Add(r.length(next))
	d.wait()
	return false
}

// first is who of those who are there by then is called to a desk that is free, by
// the rule of [Office.Next]; -1: nobody.
func (r *rehearsal) first(d *deskAhead) int {
	first, p := -1, &r.office.Policy
	for at, a := range r.line {
		if a.Arrived.After(d.free) || a.Office != r.office.ID || !a.waitsFor(&d.desk) {
			continue
		}
		if first < 0 || p.compareTurns(a, r.line[first], d.free) < 0 {
			first = at
		}
	}
	return first
}

// comes is when somebody comes that the desk can serve; after all its hours where
// nobody does.
func (r *rehearsal) comes(d *deskAhead) time.Time {
	first := r.now.AddDate(0, 0, 2)
	for _, a := range r.line {
		if a.waitsFor(&d.desk) && a.Arrived.After(d.free) && a.Arrived.Before(first) {
			first = a.Arrived
		}
	}
	return first
}
