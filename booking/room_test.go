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
