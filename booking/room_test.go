package booking_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// By hand: an hour with room for visits of 20 and 30 minutes. Half an hour at its
// beginning or at its end leaves half an hour for others; anywhere else it leaves
// less to choose from.
func TestTheRoomiestTimesLeaveNoHole(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 3600)
	o := &booking.Office{
		Desks: []booking.Desk{{ID: "desk", Skills: []booking.Skill{"all"}}},
		Concerns: []booking.Concern{
			{ID: "short", First: 20 * time.Minute, MaxQuantity: 1, Skill: "all"}, {ID: "long", First: 30 * time.Minute, MaxQuantity: 1, Skill: "all"},
		},
		Calendar: booking.Calendar{Zone: zone}, Policy: booking.Policy{Horizon: 9, Grid: 5 * time.Minute},
	}
	o.Calendar.Week[time.Monday] = []booking.Shift{{From: 8 * 60, To: 9 * 60}}
	o = booking.NewTown(o).Offices[0]
	date := booking.Date{Year: 2026, Month: time.November, Day: 23}
	day := o.Day(date, nil)
	r := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"all"}, Audience: booking.Public}
	starts := day.Starts(r, date.At(0, zone))
	if diff := cmp.Diff(starts, day.Idle(r, date.At(0, zone))); diff != "" {
		t.Errorf("at a desk that is free (-all +these):\n%s", diff)
	}
	want := []time.Time{date.At(8*60, zone), date.At(8*60+30, zone)}
	if diff := cmp.Diff(want, day.Roomiest(r, starts)); diff != "" {
		t.Errorf("roomiest:\n%s", diff)
	}
	if open, free := day.Minutes(); open != 60 || free != 60 || day.Booked() != 0 {
		t.Errorf("%d minutes, %d free, booked %v", open, free, day.Booked())
	}
	if !day.OnDuty("desk", date.At(8*60+59, zone)) || day.OnDuty("desk", date.At(9*60, zone)) || day.OnDuty("no desk", date.At(8*60, zone)) {
		t.Error("the desk serves from 8 to 9")
	}
}

// By hand: two desks serve half an hour each for visits of ten minutes, and one of
// them is booked from 8:10. At 8:00 the visit takes the rest of that desk: the other
// is still free all the time. Later it would leave no desk free for a while.
func TestTheRoomiestTimesKeepADeskFree(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 3600)
	o := &booking.Office{
		Desks:    []booking.Desk{{ID: "one", Skills: []booking.Skill{"all"}}, {ID: "two", Skills: []booking.Skill{"all"}}},
		Concerns: []booking.Concern{{ID: "short", First: 10 * time.Minute, MaxQuantity: 1, Skill: "all"}},
		Calendar: booking.Calendar{Zone: zone}, Policy: booking.Policy{Horizon: 9, Grid: 5 * time.Minute},
	}
	o.Calendar.Week[time.Monday] = []booking.Shift{{From: 8 * 60, To: 8*60 + 30}}
	o = booking.NewTown(o).Offices[0]
	date := booking.Date{Year: 2026, Month: time.November, Day: 23}
	day := o.Day(date, []booking.Busy{{
		ID: 1, Claim: 1, Desk: "one", Skills: []booking.Skill{"all"}, Audience: booking.Public,
		Span: booking.Span{Start: date.At(8*60+10, zone), End: date.At(8*60+30, zone)},
	}})
	r := booking.Request{Length: 10 * time.Minute, Skills: []booking.Skill{"all"}, Audience: booking.Public}
	want := []time.Time{date.At(8*60, zone)}
	if diff := cmp.Diff(want, day.Roomiest(r, day.Starts(r, date.At(0, zone)))); diff != "" {
		t.Errorf("roomiest:\n%s", diff)
	}
}

// By hand: two desks that are never both free for twenty minutes at 8:10, and at
// each moment one of them is. Who is called already stays. There is room if the four
// people after 8:20 change desks, each because the one before did.
func TestAChainOfExchangesMakesRoom(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 3600)
	o := &booking.Office{Calendar: booking.Calendar{Zone: zone}, Policy: booking.Policy{Horizon: 9, Grid: 5 * time.Minute}}
	for _, id := range []booking.DeskID{"one", "two"} {
		o.Desks = append(o.Desks, booking.Desk{ID: id, Skills: []booking.Skill{"all"}})
	}
	o.Calendar.Week[time.Monday] = []booking.Shift{{From: 8 * 60, To: 9 * 60}}
	o = booking.NewTown(o).Offices[0]
	date := booking.Date{Year: 2026, Month: time.November, Day: 23}
	var busy []booking.Busy
	for i, b := range []struct {
		desk     booking.DeskID
		from, to booking.Clock
	}{{"one", 0, 10}, {"two", 0, 15}, {"one", 20, 45}, {"two", 30, 50}, {"one", 45, 60}, {"two", 50, 60}} {
		busy = append(busy, booking.Busy{
			ID: booking.AppointmentID(i + 1), Claim: booking.AppointmentID(i + 1), Desk: b.desk, Skills: []booking.Skill{"all"},
			Audience: booking.Public, Fixed: i < 2, Span: booking.Span{Start: date.At(8*60+b.from, zone), End: date.At(8*60+b.to, zone)},
		})
	}
	day, before := o.Day(date, busy), date.At(0, zone)
	r := booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"all"}, Audience: booking.Public}
	want := []time.Time{date.At(8*60+10, zone)}
	if diff := cmp.Diff(want, day.Starts(r, before)); diff != "" {
		t.Fatalf("times (-want +got):\n%s", diff)
	}
	seats := booking.Placement{Desk: "one", Swaps: []booking.Swap{{3, "two"}, {4, "one"}, {5, "two"}, {6, "one"}}}
	if got, err := day.Place(r, want[0], before); err != nil || !cmp.Equal(got, seats) {
		t.Errorf("%+v, %v; want %+v", got, err, seats)
	}
}

// A day is as full as the public's time of it is booked; one on which nobody serves the
// public has no room left.
func TestADayIsAsFullAsItIsBooked(t *testing.T) {
	t.Parallel()
	internal := booking.Shift{From: 12 * 60, To: 14 * 60, Internal: true}
	for name, tt := range map[string]struct {
		change func(*booking.Office)
		booked []booking.Busy
		want   float64
	}{
		"free":        {nil, nil, 0},
		"a quarter":   {nil, []booking.Busy{{ID: 1, Desk: "1", Span: span(tuesday, "8:00", "10:00")}}, 0.25},
		"half":        {nil, []booking.Busy{{ID: 1, Desk: "1", Span: span(tuesday, "8:00", "12:00")}}, 0.5},
		"full":        {nil, []booking.Busy{{ID: 1, Desk: "1", Span: span(tuesday, "8:00", "12:00")}, {ID: 2, Desk: "2", Span: span(tuesday, "8:00", "12:00")}}, 1},
		"at no desk":  {nil, []booking.Busy{{ID: 1, Desk: "gone", Span: span(tuesday, "8:00", "12:00")}}, 0},
		"closed":      {func(o *booking.Office) { o.Calendar.Week = [7][]booking.Shift{} }, nil, 1},
		"for callers": {func(o *booking.Office) { o.Calendar.Week = [7][]booking.Shift{time.Tuesday: {internal}} }, nil, 1},
		"callers' booked": {func(o *booking.Office) {
			o.Calendar.Week[time.Tuesday] = append(o.Calendar.Week[time.Tuesday], internal)
		}, []booking.Busy{{ID: 1, Desk: "1", Span: span(tuesday, "12:00", "14:00")}}, 0},
	} {
		o := sampleOffice()
		if tt.change != nil {
			tt.change(o)
		}
		if got := o.Day(tuesday, tt.booked).Booked(); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// anHour is an office with one desk and the first test's kinds of visit, from 8 to 9.
func anHour() (*booking.Office, booking.Request) {
	o := sampleOffice()
	o.Desks = o.Desks[:1]
	o.Concerns = []booking.Concern{
		{ID: "short", First: 20 * time.Minute, MaxQuantity: 1, Skill: "papers"}, {ID: "long", First: 30 * time.Minute, MaxQuantity: 1, Skill: "papers"},
	}
	o.Calendar.Week[time.Tuesday] = []booking.Shift{{From: 8 * 60, To: 9 * 60}}
	return o, booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
}

// What leaves most room is found as the person sees the day: the time that one gives up
// by moving is free for oneself, one that rests is not, and what is no time of the day is
// never proposed.
func TestTheRoomiestTimesAreThoseThatOneCanHave(t *testing.T) {
	t.Parallel()
	mine := booking.Busy{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "8:00", "8:30"), Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	rests := booking.Busy{ID: 2, Desk: "1", Span: span(tuesday, "8:00", "8:10"), Cooldown: true}
	for name, tt := range map[string]struct {
		booked []booking.Busy
		claim  booking.AppointmentID
		waits  bool
		starts []string
		want   []string
	}{
		"a new one":             {nil, 0, false, []string{"8:00", "8:10", "8:30"}, []string{"8:00", "8:30"}},
		"off the grid":          {nil, 0, false, []string{"8:02", "8:30"}, []string{"8:30"}},
		"on another day":        {nil, 0, false, []string{"8:10", "36:00"}, []string{"8:10"}},
		"its own move":          {[]booking.Busy{mine}, 1, false, []string{"8:00", "8:10", "8:30"}, []string{"8:00", "8:30"}},
		"a stranger":            {[]booking.Busy{mine}, 0, false, []string{"8:00", "8:30"}, []string{"8:30"}},
		"while something rests": {[]booking.Busy{rests}, 0, false, []string{"8:10", "8:15", "8:30"}, []string{"8:10", "8:30"}},
		"from the waiting list": {[]booking.Busy{rests}, 0, true, []string{"8:10", "8:15", "8:30"}, []string{"8:30"}},
		"one time alone":        {nil, 0, false, []string{"8:10"}, []string{"8:10"}},
	} {
		o, r := anHour()
		r.Claim, r.Waits = tt.claim, tt.waits
		var starts []time.Time
		for _, clock := range tt.starts {
			if clock == "36:00" {
				starts = append(starts, at(tuesday.Add(1), "12:00"))
				continue
			}
			starts = append(starts, at(tuesday, clock))
		}
		var got []string
		for _, start := range o.Day(tuesday, tt.booked).Roomiest(r, starts) {
			got = append(got, booking.ClockOf(start, berlin()).String())
		}
		var want []string
		for _, clock := range tt.want {
			want = append(want, mustClock(clock))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
