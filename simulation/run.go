package simulation

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/statistics"
)

// Period is the days that are looked at. Those who ask before count as well if
// their appointment is in it: an office does not begin with an empty calendar.
type Period struct{ From, To booking.Date }

// Run lets the people of a demand, in the order in which they ask, book at an
// office, cancel, wait for freed times and come. Progress is called with how many have
// asked; it may be nil.
func Run(o *booking.Office, demand []Request, period Period, seed uint64, progress func(asked int)) Outcome {
	r := &run{
		office: o, period: period, demand: demand, plans: map[booking.Date]*plan{}, random: rand.New(rand.NewPCG(seed, 8)),
		visits: map[booking.AppointmentID]*visit{},
	}
	r.outcome.Waited, r.outcome.Days = statistics.Spread{}, statistics.Spread{}
	r.outcome.Freed.Refilled, r.outcome.Freed.EarlyRefilled = statistics.Spread{}, statistics.Spread{}
	for i := range demand {
		r.at(demand[i].Asked, func() {
			r.ask(&demand[i])
			if progress != nil {
				progress(i + 1)
			}
		})
	}
	for next, ok := r.take(); ok; next, ok = r.take() {
		r.now, r.today = next.at, o.Today(next.at)
		next.do()
	}
	r.finish()
	return r.outcome
}

// run is a simulation under way.
type run struct {
	office  *booking.Office
	period  Period
	demand  []Request
	random  *rand.Rand
	now     time.Time
	today   booking.Date
	plans   map[booking.Date]*plan
	visits  map[booking.AppointmentID]*visit
	last    booking.AppointmentID
	events  []event
	nth     int
	waiting []*visit // who would come earlier or got nothing, in the order in which they said so
	freed   []*freedTime
	outcome Outcome
}

// visit is an appointment in the simulation.
type visit struct {
	id      booking.AppointmentID
	of      *Request
	request booking.Request
	kind    string // of request
	start   time.Time
	over    bool // cancelled
	waits   bool // for an earlier time, or for a first one
	offered bool // has an open offer
	counted bool // asked in the period
	told    []booking.Span
}

// event is something that happens.
type event struct {
	at  time.Time
	nth int // of those at one time, the first planned comes first
	do  func()
}

func (e event) before(o event) bool {
	return cmp.Or(e.at.Compare(o.at), cmp.Compare(e.nth, o.nth)) < 0
}

// at plans an event. What would be past happens now.
func (r *run) at(when time.Time, do func()) {
	if when.Before(r.now) {
		when = r.now
	}
	r.nth++
	r.events = append(r.events, event{when, r.nth, do})
	for i := len(r.events) - 1; i > 0; { // up the heap
		up := (i - 1) / 2
		if !r.events[i].before(r.events[up]) {
			break
		}
		r.events[i], r.events[up] = r.events[up], r.events[i]
		i = up
	}
}

// take is the next event, taken off the heap.
func (r *run) take() (event, bool) {
	if len(r.events) == 0 {
		return event{}, false
	}
	first, last := r.events[0], len(r.events)-1
	r.events[0] = r.events[last]
	r.events = r.events[:last]
	for i := 0; ; {
		least := i
		for down := 2*i + 1; down <= 2*i+2 && down < last; down++ {
			if r.events[down].before(r.events[least]) {
				least = down
			}
		}
		if least == i {
			return first, true
		}
		r.events[i], r.events[least] = r.events[least], r.events[i]
		i = least
	}
}

func (r *run) plan(day booking.Date) *plan {
	p := r.plans[day]
	if p == nil {
		p = newPlan(r.office, day)
		r.plans[day] = p
	}
	return p
}

// counts tells whether what happens on a day is one of the figures.
func (r *run) counts(day booking.Date) bool {
	return !day.Before(r.period.From) && !day.After(r.period.To)
}

// ask looks for a time for somebody, and books it.
func (r *run) ask(q *Request) {
	counted := r.counts(r.today)
	if counted {
		r.outcome.Asked++
	}
	wanted, err := r.office.VisitFor(q.audience(), q.Wishes, q.Persons)
	if err != nil {
		if counted {
			r.outcome.Unserved++
		}
		return
	}
	v := &visit{of: q, request: wanted.Request(q.audience()), counted: counted}
	v.kind = kindOf(v.request)
	start, ok := r.search(v)
	ok = ok && r.seat(v, start)
	if ok {
		r.accepted(v)
	} else if counted {
		r.outcome.Refused++
	}
	if q.Waits && (!ok || r.office.Today(start).After(q.First)) {
		v.waits = true
		r.waiting = append(r.waiting, v)
	}
}

// accepted notes that somebody has got a first appointment, and plans that they
// cancel it if they will.
func (r *run) accepted(v *visit) {
	if v.counted {
		r.outcome.Accepted++
		r.outcome.Days.Add(r.office.Today(v.of.Asked).DaysUntil(r.office.Today(v.start)), 1)
	}
	if v.of.Ahead > 0 {
		r.at(awake(v.start.Add(-v.of.Ahead), v.start, r.office.Calendar.Zone), func() { r.cancel(v) })
	}
}

// search finds the time that somebody takes: on the first day with one that suits,
// the nearest to the one wanted; on a day that fills up, of those that leave most
// room.
func (r *run) search(v *visit) (time.Time, bool) {
	last := r.office.LastDay(r.now)
	if v.of.Last.Before(last) {
		last = v.of.Last
	}
	suits := func(s time.Time) bool { return v.of.suits(s, r.office.Calendar.Zone) }
	day := v.of.First
	if day.Before(r.today) {
		day = r.today
	}
	for ; !day.After(last); day = day.Add(1) {
		p := r.plan(day)
		starts := p.idle(v, r.now, suits)
		if len(starts) == 0 {
			starts = p.starts(v, r.now, suits)
		}
		if len(starts) > 0 {
			return p.chosen(v, starts), true
		}
	}
	return time.Time{}, false
}

// chosen is the time of a day that somebody takes of those that suit.
func (p *plan) chosen(v *visit, starts []time.Time) time.Time {
	if p.day.Booked() >= booking.FillsUp {
		starts = p.day.Roomiest(v.request, starts)
	}
	wanted := p.date.At(v.of.Wanted, p.office.Calendar.Zone)
	return slices.MinFunc(starts, func(a, b time.Time) int { return cmp.Compare(a.Sub(wanted).Abs(), b.Sub(wanted).Abs()) })
}

// seat books a visit at a time.
func (r *run) seat(v *visit, start time.Time) bool {
	r.last++
	p := r.plan(r.office.Today(start))
	if p.seat(r.last, v.request, start, r.now) != nil {
		return false
	}
	v.id, v.start = r.last, start
	r.visits[v.id] = v
	r.refill(p.busy[len(p.busy)-1])
	return true
}

// cancel gives a visit's time back.
func (r *run) cancel(v *visit) {
	if v.over || !r.now.Before(v.start) {
		return
	}
	v.over, v.waits = true, false
	delete(r.visits, v.id)
	if r.counts(r.office.Today(v.start)) {
		r.outcome.Cancelled++
	}
	r.release(v)
}
