package simulation_test

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/office"
	"terminbote/simulation"
	"terminbote/statistics"
)

var monday = booking.Date{Year: 2026, Month: time.November, Day: 23}

// oneDesk is an office with a desk that is open from 8 to 9, and visits of 20
// minutes.
func oneDesk() *booking.Office {
	o := office.Sample().Offices[0]
	small := &booking.Office{
		ID: "small", Policy: o.Policy, Desks: []booking.Desk{{ID: "desk", Skills: []booking.Skill{"all"}}},
		Concerns: []booking.Concern{{ID: "pass", First: 20 * time.Minute, Further: 10 * time.Minute, MaxQuantity: 3, Skill: "all"}},
		Calendar: booking.Calendar{Zone: o.Calendar.Zone},
	}
	small.Calendar.Week[time.Monday] = []booking.Shift{{From: 8 * 60, To: 9 * 60}}
	return booking.NewTown(small).Offices[0]
}

// asks is somebody who asks on the Friday before for a visit on monday.
func asks(o *booking.Office, minute int, wanted booking.Clock) simulation.Request {
	return simulation.Request{
		Asked:  monday.Add(-3).At(booking.Clock(9*60+minute), o.Calendar.Zone),
		Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1,
		First: monday, Last: monday, Hours: booking.AllDay(), Wanted: wanted,
	}
}

// By hand: four ask for an hour with room for three. One of them does not come. The
// first is there at 7:55, called at 8:00 and needs half an hour, so that the next,
// who is there at 8:15, is called at 8:30.
func TestAnHourRehearsedByHand(t *testing.T) {
	t.Parallel()
	o := oneDesk()
	late, gone := asks(o, 0, 8*60), asks(o, 1, 8*60+40)
	late.Took, gone.Misses = 30*time.Minute, true
	demand := []simulation.Request{late, gone, asks(o, 2, 8*60+20), asks(o, 3, 8*60)}
	got := simulation.Run(o, demand, simulation.Period{From: monday.Add(-3), To: monday}, 1, nil)
	want := simulation.Outcome{
		Asked: 4, Accepted: 3, Refused: 1, Finished: 2, Missed: 1, Open: 60, Used: 50,
		Waited: statistics.Spread{5: 1, 15: 1}, Days: statistics.Spread{3: 3},
		Freed: statistics.Freed{Refilled: statistics.Spread{}, EarlyRefilled: statistics.Spread{}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("an hour (-want +got):\n%s", diff)
	}
	if got.Utilisation() != 83 {
		t.Errorf("utilisation %d %%", got.Utilisation())
	}
}

// By hand: two visits were booked; with half an hour each, an hour has room for
// both and no more; with 20 minutes, for one more.
func TestReplayedByHand(t *testing.T) {
	t.Parallel()
	o := oneDesk()
	at := func(c booking.Clock) time.Time { return monday.At(c, o.Calendar.Zone) }
	visits := []statistics.Visit{
		{Key: "pass", Persons: 1, Asked: at(0), Start: at(8 * 60), Planned: 20, State: booking.Finished},
		{Key: "pass", Persons: 1, Asked: at(1), Start: at(8*60 + 20), Planned: 20, State: booking.Missed},
		{Key: "pass", Persons: 1, Asked: at(2), Start: at(8*60 + 40), Planned: 20, State: booking.Cancelled},
	}
	for minutes, want := range map[int]simulation.Replayed{
		20: {Days: 1, Booked: 2, Fitted: 2, Room: 3},
		30: {Days: 1, Booked: 2, Fitted: 2, Room: 2},
		40: {Days: 1, Booked: 2, Fitted: 1, Room: 1},
		10: {Days: 1, Booked: 2, Fitted: 2, Room: 6},
	} {
		got := simulation.Replay(o.WithMinutes("pass", time.Duration(minutes)*time.Minute), visits)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d minutes (-want +got):\n%s", minutes, diff)
		}
	}
}

// By hand: an hour has room for three of thirteen who ask. The others wait for a first
// appointment; when the first gives their time back, one of those gets it, and is no
// longer refused.
func TestWhoWasRefusedIsOfferedWhatIsGivenBack(t *testing.T) {
	t.Parallel()
	o := oneDesk()
	var demand []simulation.Request
	for i := range 13 {
		q := asks(o, i, 8*60)
		q.Waits = i >= 3
		demand = append(demand, q)
	}
	demand[0].Ahead = 40 * time.Hour
	got := simulation.Run(o, demand, simulation.Period{From: monday.Add(-3), To: monday}, 1, nil)
	if got.Asked != 13 || got.Accepted != 4 || got.Refused != 9 || got.Cancelled != 1 || got.Finished != 3 {
		t.Errorf("%+v", got)
	}
	if got.Freed.EarlyTimes != 1 || got.Freed.EarlyRefilled.Cases() != 1 {
		t.Errorf("given back: %+v", got.Freed)
	}
}

func TestTheSameSeedGivesTheSameFigures(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	period := simulation.Period{From: monday, To: monday.Add(4)}
	run := func(seed uint64) simulation.Outcome {
		return simulation.Run(o, simulation.Generate(o, monday.Add(-7), 12, simulation.Berlin(), seed), period, seed, nil)
	}
	if diff := cmp.Diff(run(7), run(7)); diff != "" {
		t.Errorf("the second time:\n%s", diff)
	}
	if cmp.Equal(run(7), run(8)) {
		t.Error("another seed gives the same people")
	}
}

// tenDesks is Werne's office with ten desks that can do everything, open all day.
func tenDesks() *booking.Office {
	o := *office.Sample().Offices[0]
	var all []booking.Skill
	known := map[booking.Skill]bool{}
	for _, c := range o.Concerns {
		if !known[c.Skill] {
			known[c.Skill] = true
			all = append(all, c.Skill)
		}
	}
	o.Desks = nil
	for i := range 10 {
		o.Desks = append(o.Desks, booking.Desk{ID: booking.DeskID(fmt.Sprint("desk ", i)), Skills: all})
	}
	for day := time.Monday; day <= time.Friday; day++ {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 16 * 60}}
	}
	return booking.NewTown(&o).Offices[0]
}

// month is the demand of a month, after three weeks in which the calendar fills.
func month(o *booking.Office, people simulation.People, seed uint64) ([]simulation.Request, simulation.Period) {
	demand := simulation.Generate(o, monday.Add(-o.Policy.Horizon), o.Policy.Horizon+30, people, seed)
	return demand, simulation.Period{From: monday, To: monday.Add(29)}
}

func BenchmarkMonthOfTenDesks(b *testing.B) {
	o := tenDesks()
	demand, period := month(o, simulation.Berlin(), 1)
	worked := processor(b)
	for b.Loop() {
		simulation.Run(o, demand, period, 1, nil)
	}
	b.ReportMetric((processor(b)-worked).Seconds()/float64(b.N), "processor-s/op")
	b.ReportMetric(float64(len(demand)), "requests")
}

// processor is how long this process has been at work. It says more than the clock
// where others work as well.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkRefilled is what becomes of times given back in an office for which more
// people ask than it can serve, as Berlin's: of several seeds, the least share and
// the greatest median.
func BenchmarkRefilled(b *testing.B) {
	const seeds = 5
	o, people := tenDesks(), simulation.Berlin()
	people.Load = 1.6
	least, slowest := 100, 0
	for b.Loop() {
		for seed := range uint64(seeds) {
			demand, period := month(o, people, seed+1)
			f := simulation.Run(o, demand, period, seed+1, nil).Freed
			share, median := statistics.Share(f.EarlyRefilled.Cases(), f.EarlyTimes), f.EarlyRefilled.Median()
			b.Logf("seed %d: %d times, %d %% booked again, after %d minutes in the middle", seed+1, f.EarlyTimes, share, median)
			least, slowest = min(least, share), max(slowest, median)
		}
	}
	b.ReportMetric(float64(least), "least-%-refilled")
	b.ReportMetric(float64(slowest), "greatest-min-median")
}

// What is given back two hours ahead is nearly always booked again.
func TestFreedTimesAreBookedAgain(t *testing.T) {
	t.Parallel()
	o, people := tenDesks(), simulation.Berlin()
	o.Desks, people.Load = o.Desks[:3], 1.6
	demand, period := month(o, people, 1)
	f := simulation.Run(o, demand, simulation.Period{From: period.From, To: period.From.Add(13)}, 1, nil).Freed
	if share := statistics.Share(f.EarlyRefilled.Cases(), f.EarlyTimes); f.EarlyTimes < 100 || share < 85 {
		t.Errorf("%d %% of %d times were booked again", share, f.EarlyTimes)
	}
}
