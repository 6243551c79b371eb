package simulation_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
	"terminbote/simulation"
	"terminbote/statistics"
)

// naive is a second program that rehearses, to hold the first against: minutes of a
// day in a list, looked at one by one. Each desk does one thing that no other does, so
// that it needs no rule about who sits where; and people want one time or none.
type naive struct {
	lengths []int            // of the visits at each desk, in minutes, on the grid
	taken   map[naiveKey]int // which request has a minute of a desk, by desk, day and minute
	rests   map[naiveKey]time.Time
	got     simulation.Outcome
	start   map[int]naiveTime
	freed   []naiveFreed
}

type naiveTime struct{ day, minute int } // days from the first Monday

type naiveFreed struct {
	desk int
	at   naiveTime
	when time.Time
	full bool
}

const naiveGrid = 5

// naiveOpen tells whether desks serve in a minute: from 8 to 12 and from 13 to 16, on
// Monday and Tuesday.
func naiveOpen(day, minute int) bool {
	return day >= 0 && day <= 1 && (minute >= 8*60 && minute < 12*60 || minute >= 13*60 && minute < 16*60)
}

type naiveKey struct{ desk, day, minute int }

// office is what the naive program rehearses, as the other one reads it.
func (n *naive) office() *booking.Office {
	o := &booking.Office{ID: "naive", Calendar: booking.Calendar{Zone: time.FixedZone("", 3600)}}
	o.Policy = booking.Policy{Horizon: 10, LeadTime: 30 * time.Minute, Grid: naiveGrid * time.Minute, Longest: 3 * time.Hour, MaxPersons: 4}
	o.Policy.Release.Least, o.Policy.Release.Most = 10*time.Minute, 10*time.Minute
	o.Policy.Offer.Hours = booking.Hours{From: 8 * 60, To: 20 * 60}
	for i, length := range n.lengths {
		skill := booking.Skill(fmt.Sprint("skill ", i))
		o.Desks = append(o.Desks, booking.Desk{ID: booking.DeskID(fmt.Sprint("desk ", i)), Skills: []booking.Skill{skill}})
		o.Concerns = append(o.Concerns, booking.Concern{
			ID: naiveConcern(i), Skill: skill, First: time.Duration(length-2) * time.Minute, MaxQuantity: 1,
		})
	}
	for _, day := range []time.Weekday{time.Monday, time.Tuesday} {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}, {From: 13 * 60, To: 16 * 60}}
	}
	return booking.NewTown(o).Offices[0]
}

func naiveConcern(desk int) booking.ConcernID { return booking.ConcernID(fmt.Sprint("concern ", desk)) }

// fits tells whether a visit has place at a desk.
func (n *naive) fits(desk int, at naiveTime, now time.Time) bool {
	for m := at.minute; m < at.minute+n.lengths[desk]; m++ {
		key := naiveKey{desk, at.day, m}
		if _, taken := n.taken[key]; taken || !naiveOpen(at.day, m) || now.Before(n.rests[key]) {
			return false
		}
	}
	return !naiveMoment(at).Before(now.Add(30 * time.Minute))
}

func naiveMoment(at naiveTime) time.Time {
	return monday.Add(at.day).At(booking.Clock(at.minute), time.FixedZone("", 3600))
}

// asked is one person of the demand: the desk that they need and what becomes of them.
type asked struct {
	desk, minute, first, last int
	took                      int
	misses                    bool
	when, cancels             time.Time // zero: they do not
}

func (a asked) request() simulation.Request {
	q := simulation.Request{
		Asked: a.when, Wishes: []booking.Wish{{Concern: naiveConcern(a.desk), Quantity: 1}}, Persons: 1,
		First: monday.Add(a.first), Last: monday.Add(a.last), Wanted: booking.Clock(a.minute),
		Hours: booking.Hours{From: booking.Clock(a.minute), To: booking.Clock(a.minute + 1)}, Misses: a.misses,
		Took: time.Duration(a.took) * time.Minute,
	}
	if !a.cancels.IsZero() {
		q.Ahead = naiveMoment(naiveTime{a.first, a.minute}).Sub(a.cancels)
	}
	return q
}

// run goes through all that happens, in order.
func (n *naive) run(all []asked) simulation.Outcome {
	n.got.Waited, n.got.Days = statistics.Spread{}, statistics.Spread{}
	n.got.Freed.Refilled, n.got.Freed.EarlyRefilled = statistics.Spread{}, statistics.Spread{}
	type happening struct {
		at time.Time
		do func()
	}
	var events []happening
	for i, a := range all {
		events = append(events, happening{a.when, func() { n.ask(i, a) }})
		if !a.cancels.IsZero() {
			events = append(events, happening{a.cancels, func() { n.cancel(i, a) }})
		}
	}
	slices.SortFunc(events, func(a, b happening) int { return a.at.Compare(b.at) })
	for _, e := range events {
		e.do()
	}
	for day := range 2 {
		n.serve(all, day)
	}
	return n.got
}

func (n *naive) ask(i int, a asked) {
	n.got.Asked++
	for day := a.first; day <= a.last; day++ {
		at := naiveTime{day, a.minute}
		if !n.fits(a.desk, at, a.when) {
			continue
		}
		n.got.Accepted++
		n.got.Days[int(naiveMoment(at).Truncate(24*time.Hour).Sub(a.when.Truncate(24*time.Hour))/(24*time.Hour))]++
		n.start[i] = at
		for m := at.minute; m < at.minute+n.lengths[a.desk]; m++ {
			n.taken[naiveKey{a.desk, day, m}] = i
		}
		n.refill(a, at)
		return
	}
	n.got.Refused++
}

func (n *naive) refill(a asked, at naiveTime) {
	length := n.lengths[a.desk]
	for k, f := range n.freed {
		if f.full || f.desk != a.desk || f.at.day != at.day || at.minute >= f.at.minute+length || f.at.minute >= at.minute+length {
			continue
		}
		n.freed[k].full = true
		minutes := int((a.when.Sub(f.when) + 30*time.Second) / time.Minute)
		n.got.Freed.Refilled[minutes]++
		if naiveMoment(f.at).Sub(f.when) >= 2*time.Hour {
			n.got.Freed.EarlyRefilled[minutes]++
		}
	}
}

func (n *naive) cancel(i int, a asked) {
	at, ok := n.start[i]
	if !ok {
		return
	}
	n.got.Cancelled++
	delete(n.start, i)
	for m := at.minute; m < at.minute+n.lengths[a.desk]; m++ {
		key := naiveKey{a.desk, at.day, m}
		delete(n.taken, key)
		n.rests[key] = a.cancels.Add(10 * time.Minute)
	}
	n.freed = append(n.freed, naiveFreed{desk: a.desk, at: at, when: a.cancels})
	n.got.Freed.Times++
	if naiveMoment(at).Sub(a.cancels) >= 2*time.Hour {
		n.got.Freed.EarlyTimes++
	}
}

// serve goes through the minutes of a day: who is there five minutes before their time
// is called, the earliest time first, once the desk is free and serves. When nobody is
// to come any more, desks serve who is left.
func (n *naive) serve(all []asked, day int) {
	come, here := map[int]int{}, map[int]int{} // at which minute, by request
	for i, at := range n.start {
		switch {
		case at.day != day:
		case all[i].misses:
			n.got.Missed++
		default:
			n.got.Finished++
			come[i] = at.minute - 5
		}
	}
	ready := make([]int, len(n.lengths))
	for minute := 0; len(come)+len(here) > 0; minute++ {
		for i, at := range come {
			if at == minute {
				here[i] = at
				delete(come, i)
			}
		}
		for desk := range n.lengths {
			next := -1
			for i, at := range here {
				if all[i].desk == desk && (next < 0 || at < here[next]) {
					next = i
				}
			}
			if next < 0 || ready[desk] > minute || !naiveOpen(day, minute) && len(come) > 0 {
				continue
			}
			n.got.Waited[minute-here[next]]++
			n.got.Used += all[next].took
			ready[desk] = minute + all[next].took
			delete(here, next)
		}
	}
	n.got.Open += len(n.lengths) * 7 * 60
}

// demand draws people who ask on the Friday before, or on the day before it begins,
// each at a moment of their own.
func (n *naive) demand(t *rapid.T) []asked {
	zone := time.FixedZone("", 3600)
	var all []asked
	for i := range rapid.IntRange(1, 40).Draw(t, "people") {
		a := asked{
			desk: rapid.IntRange(0, len(n.lengths)-1).Draw(t, "desk"), minute: naiveGrid * rapid.IntRange(8*12-2, 16*12).Draw(t, "wanted"),
			first: rapid.IntRange(0, 1).Draw(t, "first"), last: 1, took: rapid.IntRange(1, 70).Draw(t, "took"), misses: rapid.Bool().Draw(t, "misses"),
			when: monday.Add(-3).At(booking.Clock(9*60+i), zone),
		}
		switch rapid.IntRange(0, 3).Draw(t, "what becomes of them") {
		case 0: // gives the time back on a day before, or two hours ahead or less
			a.last = a.first
			a.cancels = monday.Add(rapid.IntRange(-2, a.first).Draw(t, "cancels on")).At(booking.Clock(8*60+rapid.IntRange(1, 600).Draw(t, "at")), zone)
			a.cancels = a.cancels.Add(time.Duration(i+1) * time.Second)
			if !a.cancels.Before(naiveMoment(naiveTime{a.first, a.minute})) {
				a.cancels = time.Time{}
			}
		case 1: // asks late
			a.when = monday.Add(rapid.IntRange(-2, 1).Draw(t, "asks on")).At(booking.Clock(7*60+i), zone).Add(50 * time.Second)
		}
		all = append(all, a)
	}
	return all
}

// newNaive draws an office.
func newNaive(t *rapid.T) *naive {
	n := &naive{taken: map[naiveKey]int{}, rests: map[naiveKey]time.Time{}, start: map[int]naiveTime{}}
	for range rapid.IntRange(1, 3).Draw(t, "desks") {
		n.lengths = append(n.lengths, naiveGrid*rapid.IntRange(1, 12).Draw(t, "length"))
	}
	return n
}

// Two programs that have nothing in common come to the same figures, whatever people
// want and whatever becomes of them.
func TestTheRehearsalAgreesWithANaiveOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := newNaive(t)
		all := n.demand(t)
		var demand []simulation.Request
		for _, a := range all {
			demand = append(demand, a.request())
		}
		slices.SortStableFunc(demand, func(a, b simulation.Request) int { return a.Asked.Compare(b.Asked) })
		got := simulation.Run(n.office(), demand, simulation.Period{From: monday.Add(-3), To: monday.Add(1)}, 1, nil)
		if diff := cmp.Diff(n.run(all), got); diff != "" {
			t.Fatalf("-naive +rehearsal:\n%s", diff)
		}
	})
}

// Recorded visits are booked again as a naive program books them: each at the free
// time next to its own, in the order in which they were booked, and then from the
// morning on as long as any fits.
func TestTheReplayAgreesWithANaiveOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := newNaive(t)
		o := n.office()
		var visits []statistics.Visit
		for i := range rapid.IntRange(0, 30).Draw(t, "visits") {
			at := naiveTime{rapid.IntRange(0, 1).Draw(t, "day"), naiveGrid * rapid.IntRange(8*12, 16*12).Draw(t, "start")}
			desk := rapid.IntRange(0, len(n.lengths)-1).Draw(t, "desk")
			visits = append(visits, statistics.Visit{
				Key: statistics.Key(naiveConcern(desk)), Persons: 1, Start: naiveMoment(at), Asked: monday.At(booking.Clock(i), o.Calendar.Zone).AddDate(0, 0, -9),
				State: rapid.SampledFrom([]booking.State{booking.Finished, booking.Missed, booking.Cancelled}).Draw(t, "state"),
			})
		}
		var want simulation.Replayed
		for day := range 2 {
			n.replay(visits, day, &want)
		}
		if diff := cmp.Diff(want, simulation.Replay(o, visits)); diff != "" {
			t.Fatalf("-naive +replay:\n%s", diff)
		}
	})
}

// replay books the visits of a day again.
func (n *naive) replay(visits []statistics.Visit, day int, sum *simulation.Replayed) {
	var mine []statistics.Visit
	for _, v := range visits {
		if v.State != booking.Cancelled && v.Start.Sub(naiveMoment(naiveTime{day, 0})).Abs() < 24*time.Hour && v.Start.After(naiveMoment(naiveTime{day, 0})) {
			mine = append(mine, v)
		}
	}
	if len(mine) == 0 {
		return
	}
	sum.Days++
	sum.Booked += len(mine)
	for _, v := range mine {
		if n.seatNear(v, day, int(v.Start.Sub(naiveMoment(naiveTime{day, 0}))/time.Minute)) {
			sum.Fitted++
			sum.Room++
		}
	}
	for more := true; more; {
		more = false
		for _, v := range mine {
			if n.seatNear(v, day, 0) {
				sum.Room++
				more = true
			}
		}
	}
}

// seatNear books a visit at the free time that is nearest to a minute.
func (n *naive) seatNear(v statistics.Visit, day, near int) bool {
	desk := 0
	for v.Key != statistics.Key(naiveConcern(desk)) {
		desk++
	}
	best := -1
	for m := 0; m < 24*60; m += naiveGrid {
		if n.fits(desk, naiveTime{day, m}, time.Time{}) && (best < 0 || max(m-near, near-m) < max(best-near, near-best)) {
			best = m
		}
	}
	for m := best; best >= 0 && m < best+n.lengths[desk]; m++ {
		n.taken[naiveKey{desk, day, m}] = 1
	}
	return best >= 0
}
