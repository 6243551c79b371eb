package simulation

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/statistics"
)

// Replayed is what recorded days come to under an office's rules.
type Replayed struct {
	Days   int // on which somebody had booked
	Booked int // visits that were booked then
	Fitted int // visits of these that find a place at their time or the next free one of the day
	Room   int // visits that there is place for if others of the same kinds follow
}

// PerDay is how many visits a day there is place for, in tenths.
func (r Replayed) PerDay() int {
	if r.Days == 0 {
		return 0
	}
	return (20*r.Room + r.Days) / (2 * r.Days)
}

// Replay books recorded visits again by the rules of an office, each day for
// itself, in the order in which they were booked and as near to their time as
// there is place. Then it fills what is left with the same visits once more, in
// the same order, until none of them fits: what a day has room for depends on
// what people come for.
func Replay(o *booking.Office, visits []statistics.Visit) Replayed {
	var sum Replayed
	byDay := map[booking.Date][]statistics.Visit{}
	for _, v := range visits {
		if v.State != booking.Cancelled {
			day := o.Today(v.Start)
			byDay[day] = append(byDay[day], v)
		}
	}
	for day, all := range byDay {
		slices.SortStableFunc(all, func(a, b statistics.Visit) int {
			return cmp.Or(a.Asked.Compare(b.Asked), a.Start.Compare(b.Start))
		})
		sum.add(replayDay(o, day, all))
	}
	return sum
}

func (r *Replayed) add(o Replayed) {
	r.Days, r.Booked, r.Fitted, r.Room = r.Days+o.Days, r.Booked+o.Booked, r.Fitted+o.Fitted, r.Room+o.Room
}

func replayDay(o *booking.Office, day booking.Date, visits []statistics.Visit) Replayed {
	r := rerun{office: o, plan: newPlan(o, day), before: day.At(0, o.Calendar.Zone).Add(-o.Policy.LeadTime)}
	done := Replayed{Days: 1, Booked: len(visits)}
	for _, v := range visits {
		if r.book(v, v.Start) {
			done.Fitted++
		}
	}
	done.Room = done.Fitted
	for {
		more := 0
		for _, v := range visits {
			if r.book(v, time.Time{}) {
				more++
			}
		}
		done.Room += more
		if more == 0 {
			return done
		}
	}
}

// rerun is a day that is booked again.
type rerun struct {
	office *booking.Office
	plan   *plan
	before time.Time // when people book
	last   booking.AppointmentID
}

// book books a visit as near to a time as there is place.
func (r *rerun) book(v statistics.Visit, near time.Time) bool {
	audience := booking.Public
	if v.Staff {
		audience = booking.Staff
	}
	visit, err := r.office.VisitFor(audience, v.Key.Wishes(), max(1, v.Persons))
	if err != nil {
		return false
	}
	request := visit.Request(audience)
	starts := r.plan.day.Starts(request, r.before)
	if len(starts) == 0 {
		return false
	}
	start := slices.MinFunc(starts, func(a, b time.Time) int { return cmp.Compare(a.Sub(near).Abs(), b.Sub(near).Abs()) })
	if near.IsZero() {
		start = starts[0]
	}
	r.last++
	return r.plan.seat(r.last, request, start, r.before) == nil
}
