package simulation

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/statistics"
)

// People is what is assumed of people where nothing is recorded.
type People struct {
	Load      float64 // minutes asked for a day, against those that desks serve
	Missed    float64 // share of those who do not come
	Cancelled float64 // share of those who cancel
	Waiting   float64 // share of those who would come earlier and say so
	Took      []statistics.Took
	Visits    []statistics.Visit // what for, as recorded; none: every concern alike
}

// Berlin is people as Berlin's offices reported them: 8.7 % do not come since
// reminders are sent. The other shares are assumptions of ours.
func Berlin() People { return People{Load: 1, Missed: 0.087, Cancelled: 0.15, Waiting: 0.3} }

// generator invents demand.
type generator struct {
	office *booking.Office
	people People
	random *rand.Rand
	kinds  []invented
	mean   float64 // minutes of a visit
}

// invented is a visit that people may want.
type invented struct {
	wishes  []booking.Wish
	persons int
	planned int
	took    statistics.Spread
}

// Generate invents the demand of so many days from one on. The same seed gives the
// same people.
func Generate(o *booking.Office, from booking.Date, days int, people People, seed uint64) []Request {
	g := &generator{office: o, people: people, random: rand.New(rand.NewPCG(seed, 15))}
	g.learn()
	if len(g.kinds) == 0 {
		return nil
	}
	minutes := 0
	for i := range days {
		open, _ := o.Day(from.Add(i), nil).Minutes()
		minutes += open
	}
	a := float64(minutes) * people.Load / g.mean / float64(days) // a day
	var all []Request
	for i := range days {
		for range g.poisson(a) {
			all = append(all, g.request(from.Add(i)))
		}
	}
	slices.SortStableFunc(all, func(a, b Request) int { return a.Asked.Compare(b.Asked) })
	return all
}

// learn finds what people come for.
func (g *generator) learn() {
	took := map[statistics.Key]statistics.Spread{}
	for _, t := range g.people.Took {
		took[t.Key] = t.Real
	}
	add := func(wishes []booking.Wish, persons int) {
		visit, err := g.office.VisitFor(booking.Public, wishes, persons)
		if err != nil {
			return
		}
		planned := int(visit.Length() / time.Minute)
		g.kinds = append(g.kinds, invented{wishes, persons, planned, took[statistics.KeyOf(wishes)]})
		g.mean += float64(planned)
	}
	for _, v := range g.people.Visits {
		add(v.Key.Wishes(), max(1, v.Persons))
	}
	if len(g.kinds) == 0 {
		for _, c := range g.office.Concerns {
			add([]booking.Wish{{Concern: c.ID, Quantity: 1}}, 1)
		}
	}
	g.mean /= float64(max(1, len(g.kinds)))
}

// The day of those who ask: from morning until late.
const (
	asksFrom  = 7 * 60
	asksUntil = 22 * 60
	morning   = 5 * 60 * 60 // seconds
)

// request is somebody who asks on a day.
func (g *generator) request(day booking.Date) Request {
	kind := g.kinds[g.random.IntN(len(g.kinds))]
	asked := day.At(booking.Clock(asksFrom+g.random.IntN(asksUntil-asksFrom)), g.office.Calendar.Zone)
	r := Request{
		Asked: asked, Wishes: kind.wishes, Persons: kind.persons, First: day, Last: day.Add(g.office.Policy.Horizon),
		Hours: booking.AllDay(), Wanted: booking.Clock(8*60 + g.random.IntN(8*60)),
		Took: g.took(kind), Waits: g.random.Float64() < g.people.Waiting,
	}
	switch g.random.IntN(4) {
	case 0:
		r.Hours = booking.Mornings()
	case 1:
		r.Hours = booking.Afternoons()
	}
	switch fate := g.random.Float64(); {
	case fate < g.people.Missed:
		r.Misses = true
	case fate < g.people.Missed+g.people.Cancelled:
		// Half of those who cancel do it in the last day and a half.
		r.Ahead = max(time.Minute, time.Duration(g.random.ExpFloat64()*52*float64(time.Hour)))
	}
	return r
}

// awake is a time at which people are up: who would cancel at night does it in the
// course of the morning, or in the evening before where that would be too late.
func awake(at, start time.Time, zone *time.Location) time.Time {
	day, clock := booking.DateOf(at, zone), booking.ClockOf(at, zone)
	if clock >= asksUntil {
		day, clock = day.Add(1), 0
	}
	if clock >= asksFrom {
		return at
	}
	next := day.At(asksFrom, zone).Add(time.Duration(at.Nanosecond()%morning) * time.Second)
	if next.Before(start) {
		return next
	}
	return day.Add(-1).At(asksUntil, zone)
}

// took is how long a visit takes in fact: as measured, or about as planned.
func (g *generator) took(kind invented) time.Duration {
	if kind.took.Cases() > 0 {
		return time.Duration(kind.took.Quantile(1-g.random.Float64())) * time.Minute
	}
	return time.Duration(float64(kind.planned)*(0.7+0.6*g.random.Float64())) * time.Minute
}

// poisson is how many come where mean come on average.
func (g *generator) poisson(mean float64) int {
	if mean > 500 { // as good as normal
		return max(0, int(math.Round(mean+math.Sqrt(mean)*g.random.NormFloat64())))
	}
	n, product, end := 0, g.random.Float64(), math.Exp(-mean)
	for product > end {
		n++
		product *= g.random.Float64()
	}
	return n
}
