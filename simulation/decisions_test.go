package simulation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/simulation"
)

// twoTrades is an office of four desks, of which two can do everything, with short
// and long visits, times that rest before the public sees them, and a waiting list.
func twoTrades() *booking.Office {
	o := &booking.Office{ID: "trades", Calendar: booking.Calendar{Zone: time.FixedZone("", 3600)}}
	o.Policy = booking.Policy{Horizon: 10, LeadTime: 30 * time.Minute, Grid: 5 * time.Minute, Longest: 2 * time.Hour, MaxPersons: 4}
	o.Policy.Release.Least, o.Policy.Release.Most = 5*time.Minute, 15*time.Minute
	o.Policy.Offer.Chat, o.Policy.Offer.Mail = 6*time.Minute, time.Hour
	o.Policy.Offer.Hours = booking.Hours{From: 8 * 60, To: 20 * 60}
	for id, skills := range []string{"papers", "papers cars", "papers cars", "papers"} {
		desk := booking.Desk{ID: booking.DeskID("desk " + string(rune('1'+id))), Skills: []booking.Skill{"papers"}}
		if skills != "papers" {
			desk.Skills = append(desk.Skills, "cars")
		}
		o.Desks = append(o.Desks, desk)
	}
	for _, c := range []struct {
		id      booking.ConcernID
		skill   booking.Skill
		minutes int
	}{{"card", "papers", 15}, {"passport", "papers", 20}, {"address", "papers", 10}, {"car", "cars", 25}, {"plates", "cars", 45}} {
		o.Concerns = append(o.Concerns, booking.Concern{
			ID: c.id, Skill: c.skill, First: time.Duration(c.minutes) * time.Minute, MaxQuantity: 1,
		})
	}
	for day := time.Monday; day <= time.Friday; day++ {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}, {From: 13 * 60, To: 16 * 60}}
	}
	return booking.NewTown(o).Offices[0]
}

// The figures are those of the first, plain program. What makes the rehearsal faster
// must not change who gets which time: a figure that moves is a rule that moved.
func TestTheRehearsalDecidesAsEver(t *testing.T) {
	t.Parallel()
	o, people := twoTrades(), simulation.Berlin()
	people.Load = 1.4
	demand := simulation.Generate(o, monday.Add(-10), 24, people, 5)
	got := simulation.Run(o, demand, simulation.Period{From: monday, To: monday.Add(13)}, 5, nil)
	want := decided{
		Asked: 911, Accepted: 843, Refused: 68, Finished: 621, Missed: 75, Cancelled: 116, Open: 16800, Used: 12575,
		Waited: 11555, Days: 29387, Times: 195, EarlyTimes: 183, Refilled: 11600229, EarlyRefilled: 11596835,
	}
	if diff := cmp.Diff(want, decidedBy(got)); diff != "" {
		t.Errorf("decisions (-before +now):\n%s", diff)
	}
}

// decided is an outcome, its spreads by what they come to in all.
type decided struct {
	Asked, Accepted, Refused, Finished, Missed, Cancelled, Open, Used int
	Waited, Days, Times, EarlyTimes, Refilled, EarlyRefilled          int
}

func decidedBy(o simulation.Outcome) decided {
	return decided{
		o.Asked, o.Accepted, o.Refused, o.Finished, o.Missed, o.Cancelled, o.Open, o.Used,
		weighed(o.Waited), weighed(o.Days), o.Freed.Times, o.Freed.EarlyTimes, weighed(o.Freed.Refilled), weighed(o.Freed.EarlyRefilled),
	}
}

// weighed is one number that changes if any of a spread's does.
func weighed(s map[int]int) int {
	sum := 0
	for value, cases := range s {
		sum += cases * (value*value + value + 1)
	}
	return sum
}
